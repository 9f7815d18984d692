import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, output } from '../world.ts'

/** What a shell is answered for the words of a command line, of which the last may be unfinished. */

let home = ''
beforeAll(async () => {
  home = newFolder()
  const bank = fileWith(
    '# Mine\n\n## Money: why?\n\n### How do you spend?\n\nSlowly.\n\n### What is 2 + 2?\n\n4\n',
    'mine.md',
  )
  await output(['bank', 'add', bank, '--yes'], { home })
  await output(['bank', 'use', 'mine'], { home })
  await output(['story', '1', '--text', '# The "big" freeze\n\nWe froze.'], { home })
  await output(['plan', '--date', '+5d', '--round', 'onsite'], { home })
})

const answers = async (...words: string[]): Promise<string[]> =>
  (await output(['complete', '--', ...words], { home })).split('\n').slice(0, -1)
const values = async (...words: string[]): Promise<string[]> =>
  (await answers(...words)).map((line) => line.split('\t')[0] ?? '')

test.each<[words: string[], values: string[]]>([
  [['dr'], ['drill']],
  [['DR'], ['drill']],
  [['bank', 'r'], ['remove']],
  [
    ['export', ''],
    ['notes', 'bank', 'progress', 'plan', 'sheet'],
  ],
  [['drill', '--ta'], ['--talk']],
  [
    ['export', 'bank', '--f'],
    ['--format', '--force'],
  ],
  [['drill', '--pick', 'r'], ['random']],
  [['--home', home, 'drill', '--pick', 'n'], ['new']],
  [
    ['config', 'set', 'cue', ''],
    ['none', 'bell', 'words'],
  ],
  [
    ['config', 'set', 'bank', 'm'],
    ['mine', 'manager'],
  ],
  [['config', 'get', 'sync.a'], ['sync.auto']],
  [['completion', 'f'], ['fish']],
  [
    ['show', ''],
    ['1', '2'],
  ],
  [['show', 'how'], ['how-do-you-spend']],
  [['show', 'mine/w'], ['mine/what-is-2-2']],
  [['show', '--bank', 'leadership', '7'], ['7']],
  [['drill', '--topic', ''], ['Money: why?']],
  [['drill', '--bank', 'man'], ['manager']],
  [['story', '2', '--like', 't'], ['The "big" freeze']],
  [['plan', '--round', ''], ['onsite']],
  [['drill', '--pick=r'], ['--pick=random']],
  [['drill', '--PICK=r'], []],
  [['drill', '--topic='], ['--topic=Money: why?']],
  [['drill', '--bank=man'], ['--bank=manager']],
  [['drill', '--bank=manager', '--pick=n'], ['--pick=new']],
  [['show', '--bank=leadership', '7'], ['7']],
  [['--home=/nowhere', 'plan', '--round='], []],
  [['drill', '--typed=', 'ho'], ['how-do-you-spend']],
  [['drill', '--typed=x'], []],
  [['drill', '--strict=x', '--pick', 'r'], ['random']],
  // names of files are for the shell
  [['--home=/t'], []],
  [['bank', 'add', ''], []],
  [['none', 'such', ''], []],
  [['drill', '--bank', 'gone', ''], []],
])('%j: %j', async (words, wanted) => {
  expect((await values(...words)).sort()).toEqual([...wanted].sort())
})

test('each value has what it is behind a tab', async () => {
  expect(await answers('config', 'set', 'cu')).toEqual([
    'cue\ta bell or words at half time and 10 s before the end',
  ])
  expect(await answers('show', '2')).toEqual(['2\tWhat is 2 + 2?'])
})

test('an empty word in quotes is an empty word, as PowerShell sends it', async () => {
  expect(await values('show', '""')).toEqual(['1', '2'])
})

test('whatever the words are, every answer is a value, a tab and what it is, and goes on from what was typed', async () => {
  const word = fc.oneof(
    fc.constantFrom('drill', 'bank', 'config', 'set', '--bank', '--topic', '-q', '', '--', 'show', 'bank'),
    fc.string({ maxLength: 5 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 4 }), async (words) => {
      const { code, out, err } = await greenroom(['complete', '--', ...words], { home })
      expect([code, err]).toEqual([0, ''])
      const typed = (words.at(-1) ?? '').replace(/^""$/, '').toLowerCase()
      for (const line of out.split('\n').slice(0, -1)) {
        expect(line.split('\t')).toHaveLength(2)
        expect(line.toLowerCase().startsWith(typed)).toBe(true)
      }
    }),
  )
})
