import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inAscii } from '../../src/text/ascii.ts'
import { width } from '../../src/text/wrap.ts'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, inDays, json, output } from '../world.ts'

// With --ascii everything that the program says is ASCII; what the user wrote keeps its letters.

let home = ''
beforeAll(async () => {
  home = newFolder()
  const bank =
    '# Own\n\n## 領導\n\n### Why “lead” — at all?\n\n**Answer:**\n\n- Because · it’s fun\n- Größe → and so on…\n'
  await output(['bank', 'add', fileWith(bank, 'own.md'), '--yes'], { home })
  const answers = '\n\n3\n1\n\nslower\n'
  for (const [day, name] of ['1', '2', 'own/why-lead-at-all', '1'].entries()) {
    const now = new Date(2026, 10, 23 + day, 9)
    await output(['drill', name], { home, input: answers, now })
  }
  await output(['ladder', '1'], { home, input: '\n\nthe dates\n\n\n\n\n\n\n\n\n' })
  await output(['sprint', '-n', '2'], { home, input: '\n\n\n\n\n' })
  await output(['story', '1', '--text', '# One\n\nI did — it.\n\nCompetencies: conflict, failure'], { home })
  await output(['plan', '--date', inDays(20), '--bank', 'leadership,own'], { home })
})

const commands: string[][] = [
  [],
  ['next'],
  ['list'],
  ['list', '--bank', 'own'],
  ['show', '1'],
  ['show', 'own/why-lead-at-all'],
  ['stats'],
  ['stats', '--since', '2d'],
  ['plan'],
  ['story'],
  ['takes'],
  ['compare', '1', '-'],
  ['export', 'sheet'],
  ['bank', 'list'],
  ['bank', 'check', 'data/leadership.md'],
  ['config', 'list'],
  ['doctor'],
  ['drill', '1'],
  ['mock', '-n', '1'],
  ['ladder', '2'],
  ['sprint', '-n', '1'],
  ['drill', 'nothing like this'],
  ['--help'],
]

/** Signs that are not ASCII. */
const signs = (text: string): string[] => [...new Set(text.match(/[^\x00-\x7f]/g) ?? [])]

describe.each([
  ['--ascii', ['--ascii'], {}],
  ['LANG=C', [], { LANG: 'C' }],
])('with %s', (_name, flags, env) => {
  test.each(commands.map((each) => [each.join(' '), each] as const))(
    '"%s" says nothing but ASCII',
    async (_name, args) => {
      for (const [interactive, plain] of [
        [true, ['--plain']],
        [false, []],
      ] as const) {
        const input = '\n\n3\n1\n\n\n\n\n'
        const { out, err } = await greenroom([...args, ...flags, ...plain], { home, env, interactive, input })
        expect(out + err).not.toBe('')
        expect(signs(out + err).filter((sign) => !/\p{L}/u.test(sign))).toEqual([])
      }
    },
  )
})

test('letters of the user stay, and so does what programs read', async () => {
  const shown = await output(['show', 'own/why-lead-at-all', '--ascii'], { home })
  expect(shown).toContain('Why "lead" - at all?')
  expect(shown).toContain('領導')
  expect(shown).toContain('Größe > and so on...')
  expect(await json(['show', 'own/why-lead-at-all', '--ascii'], { home })).toMatchObject({
    question: 'Why “lead” — at all?',
  })
  expect(await output(['export', 'bank', '--bank', 'own', '--ascii'], { home })).toContain('it’s fun')
})

test('a file has what it has without --ascii', async () => {
  const file = join(newFolder(), 'sheet')
  const written = async (args: string[], env = {}) => {
    await output(['export', ...args, file, '--force'], { home, env })
    return readFileSync(file, 'utf8')
  }
  for (const args of [['sheet'], ['sheet', '--format', 'html'], ['notes'], ['bank', '--bank', 'own']]) {
    const text = await written(args)
    expect(text).toMatch(/[“”’—…]/)
    expect(await written([...args, '--ascii'])).toBe(text)
    expect(await written(args, { LC_ALL: 'C' })).toBe(text)
  }
  const page = ['export', 'sheet', '--format', 'html']
  expect(await output([...page, '--ascii'], { home })).toBe(await output(page, { home }))
})

describe('names of files stay as they are, to be copied', () => {
  const folder = join(newFolder(), 'h–6 · “x”…')
  const file = join(folder, 'b – 1….md')
  const env = { LC_ALL: 'C' }
  const said = async (...args: string[]) => {
    const { out, err } = await greenroom(args, { home: folder, env })
    return out + err
  }
  beforeAll(async () => {
    mkdirSync(folder)
    writeFileSync(file, '# It’s mine…\n\n## Why?\n\nSo.\n\n## “How”?\n')
    await output(['bank', 'add', file, '--yes', '--as', 'mine'], { home: folder })
  })

  test.each<[args: string[], name: string]>([
    [['backup', join(folder, 'mine – 1….tgz')], join(folder, 'mine – 1….tgz')],
    [['backup'], join(folder, 'backups')],
    [['export', 'notes', join(folder, 'n….md')], join(folder, 'n….md')],
    [['export', 'notes', join(folder, 'gone –', 'n….md')], join(folder, 'gone –', 'n….md')],
    [['bank', 'list'], file],
    [['bank', 'check', file], file],
    [['bank', 'check', folder], 'b – 1….md:3'],
    [['bank', 'check', join(folder, 'gone….md')], join(folder, 'gone….md')],
    [['bank', 'remove', 'mine'], file],
    [['config', 'path'], folder],
    [['config', 'set', 'record', 'true'], join(folder, 'takes')],
  ])('"%s"', async (args, name) => {
    expect(await said(...args)).toContain(name)
  })

  test('titles and questions beside them are in ASCII', async () => {
    await output(['bank', 'add', file, '--yes', '--as', 'again'], { home: folder })
    expect(await said('bank', 'list')).toContain("It's mine...")
    expect(await said('bank', 'check', file)).toContain('"How"?')
  })

  test('what doctor found', async () => {
    writeFileSync(join(folder, 'attempts', 'what….jsonl'), '{"v":1,"type":"no\n')
    expect(await said('doctor')).toContain('what….jsonl')
  })
})

test('LC_ALL decides before LANG, and a locale that says nothing changes nothing', async () => {
  const bulletIn = async (env: Record<string, string>) =>
    (await output(['show', '1'], { home, env })).includes('•')
  expect(await bulletIn({})).toBe(true)
  expect(await bulletIn({ LANG: 'C.UTF-8' })).toBe(true)
  expect(await bulletIn({ LC_ALL: 'C', LANG: 'de_DE.UTF-8' })).toBe(false)
  expect(await bulletIn({ LC_ALL: 'de_DE.UTF-8', LANG: 'C' })).toBe(true)
})

test('signs keep their width, but for the ellipsis', () => {
  expect(inAscii('“a” — b · c’s … 3×')).toBe('"a" - b | c\'s ... 3x')
})

describe('where an ellipsis is longer, no line is', () => {
  const dots = Array.from({ length: 30 }, (_, at) => `${'w'.repeat((at % 9) + 1)}…`).join(' ')
  const bank = `# B ${dots}\n\n## S ${dots}\n\n### Q ${dots}?\n\n**Answer:**\n\n- **${dots}** and ${dots}\n- ${dots}\n\n**Competencies:** a…b… c…d…\n\n### Another … one?\n`
  const folder = newFolder()
  const columns = 40
  beforeAll(async () => {
    const file = fileWith(bank, 'dots.md')
    await output(['bank', 'add', file, '--yes', '--as', 'dots'], { home: folder })
    await output(['bank', 'use', 'dots'], { home: folder })
    await output(['drill', '1'], { home: folder, input: `\n\n3\n1\n\n${dots}\n` })
    await output(['story', '1', '--text', `# ${dots}\n\n${dots}\n\nCompetencies: a…b…, ${dots}`], {
      home: folder,
    })
    await output(['story', '--never', dots], { home: folder })
    await output(['plan', '--date', inDays(9), '--round', 'r… r… r… r… r… r… r… r… r… r… r… r… r…'], {
      home: folder,
    })
    await output(['plan', '--date', inDays(12), '--round', 's… s… s… s… s…', '--topic', 'S'], {
      home: folder,
    })
    await output(['ladder', '1'], { home: folder, input: `\n\n${dots}\n\n\n\n\n\n\n\n` })
  })

  test.each([
    [[]],
    [['list']],
    [['next']],
    [['show', '1']],
    [['stats']],
    [['plan']],
    [['story']],
    [['story', '--never']],
    [['compare', '1', '-']],
    [['bank', 'list']],
    [['bank', 'check', fileWith(bank, 'dots.md')]],
    [['bank', 'add', fileWith(bank, 'dots.md'), '--as', 'more']],
    [['export', 'sheet']],
    [['drill', '1']],
    [['mock', '1']],
    [['ladder', '1']],
    [['sprint', '-n', '1']],
  ])('%j', async (args) => {
    const input = `${dots}\n\n3\n1\n\n\n\n\n`
    for (const plain of [['--plain'], []]) {
      const { out } = await greenroom([...args, '--ascii', ...plain], {
        ...{ home: folder, columns, interactive: true, input },
      })
      expect(out.split('\n').filter((line) => width(line) > columns)).toEqual([])
    }
  })
})
