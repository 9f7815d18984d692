import { beforeAll, describe, expect, test } from 'vitest'
import { inAscii } from '../../src/text/ascii.ts'
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
