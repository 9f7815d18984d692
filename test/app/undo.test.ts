import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../chance.ts'
import { journal, newFolder } from '../files.ts'
import { greenroom, inDays, json, output } from '../world.ts'

const monday = new Date(2026, 10, 23, 9)

/** All that shows what was rehearsed. The journal is left out: it tells of undos too. */
const looks: string[][] = [
  ['next'],
  ['next', '-n', '7', '--json'],
  ['plan'],
  ['plan', '--json'],
  ['list'],
  ['list', '--json'],
  ['show', '1'],
  ['show', '2', '--json'],
  ['stats'],
  ['stats', '--json'],
  ['stats', '--since', '2d'],
  ['export', 'notes'],
  ['export', 'progress'],
  ['export', 'progress', '--format', 'csv'],
  ['export', 'sheet'],
  ['report', '-'],
  ['config', 'list'],
  ['bank', 'list'],
]

/** What every command shows, at nine that morning; the home screen too. */
async function seenIn(home: string): Promise<string[]> {
  const seen: string[] = []
  for (const command of looks) seen.push((await greenroom(command, { home, now: monday })).out)
  // looked at in a copy: the first question is asked, and nobody answers
  const copy = newFolder()
  await output(['backup', join(copy, 'all.backup')], { home, now: monday })
  await greenroom(['restore', join(copy, 'all.backup')], { home: join(copy, 'home'), now: monday })
  seen.push((await greenroom([], { home: join(copy, 'home'), now: monday, input: 'q\n' })).out)
  return seen
}

interface Sitting {
  mode: 'drill' | 'mock'
  questions: number[]
  score: number
  change: string
  extra: boolean
}

/** A whole rehearsal, with a change after each answer of a drill, or one after a mock. */
async function sit(
  { mode, questions, score, change, extra }: Sitting,
  home: string,
  days = 0,
): Promise<void> {
  const numbers = questions.map(String)
  const isMock = mode === 'mock'
  const flags = isMock ? ['--no-follow-ups'] : extra ? ['--extra'] : []
  const answers = isMock
    ? `${[`\n\n${score}\n`, '1\n\n'].map((each) => each.repeat(numbers.length)).join('')}${change}\n`
    : `\n\n${score}\n1\n\n${change}\n`.repeat(numbers.length)
  const now = new Date(2026, 10, 23 + days, 8)
  const ended = await greenroom([mode, ...numbers, ...flags], { home, input: answers, now })
  expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('Saved.') })
}

const sitting: fc.Arbitrary<Sitting> = fc.record({
  mode: fc.constantFrom('drill', 'mock'),
  questions: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 2 }),
  score: fc.integer({ min: 1, max: 4 }),
  change: fc.constantFrom('', 'Slower.', 'Name the number.'),
  extra: fc.boolean(),
})

describe('undo', () => {
  test('of a mock takes its change back too, once all of its answers are', async () => {
    const home = newFolder()
    await sit({ mode: 'drill', questions: [1], score: 3, change: 'Slower.', extra: false }, home)
    const before = await seenIn(home)
    await sit({ mode: 'mock', questions: [2, 3], score: 2, change: 'Breathe.', extra: false }, home)
    await greenroom(['undo'], { home })
    expect(await output(['export', 'notes'], { home, now: monday })).toContain('Breathe.')
    await greenroom(['undo'], { home })
    expect(await seenIn(home)).toEqual(before)
  })

  test('restores what every command shows, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sitting, { maxLength: 2 }),
        sitting,
        fc.boolean(),
        async (earlier, last, planned) => {
          const home = newFolder()
          if (planned)
            await output(['plan', '--date', inDays(6), '--minutes', '8'], {
              home,
              now: new Date(2026, 10, 20, 9),
            })
          for (const [index, each] of earlier.entries()) await sit(each, home, index - 2)
          const before = await seenIn(home)
          await sit(last, home)
          for (const _ of last.questions) await greenroom(['undo'], { home })
          expect(await seenIn(home)).toEqual(before)
        },
      ),
      { numRuns: runs(8) },
    )
  })
})

describe('redo', () => {
  test('brings back what undo took, one after the other, byte for byte', async () => {
    const home = newFolder()
    await sit({ mode: 'drill', questions: [1], score: 2, change: '', extra: false }, home, -1)
    await sit({ mode: 'mock', questions: [2, 3], score: 3, change: 'Breathe.', extra: false }, home)
    const before = await seenIn(home)
    const { err } = await greenroom(['undo'], { home })
    expect(err).toMatch(
      /^Taken back: How do you .* \(2026-11-23 .*, 3 solid\)\.\ngreenroom redo brings it back\.\n$/,
    )
    await greenroom(['undo'], { home })
    await greenroom(['undo'], { home })
    const titles = []
    for (const _ of [1, 2, 3]) titles.push((await greenroom(['redo'], { home })).err.split('?')[0])
    expect(titles).toEqual([
      'Brought back: How do you balance hands-on technical work vs leadership',
      'Brought back: How do you mentor junior and mid-level engineers',
      'Brought back: How do you handle underperforming team members',
    ])
    expect((await greenroom(['redo'], { home })).err).toBe('There is nothing to bring back.\n')
    expect(await seenIn(home)).toEqual(before)
    // and all of it can be taken back again
    expect((await greenroom(['undo'], { home })).err).toContain('How do you handle')
    expect((await greenroom(['redo'], { home })).err).toContain('Brought back: How do you handle')
  })

  test('brings back a newer story for all its questions', async () => {
    const home = newFolder()
    const write = (number: number, text: string) =>
      greenroom(['story', `${number}`, '--text', text], { home })
    const shown = async (number: number): Promise<string | null> =>
      (await json(['show', `${number}`], { home })).story
    await write(1, '# The freeze\n\nCold.')
    await greenroom(['story', '2', '--like', '1'], { home })
    await write(2, '# The freeze\n\nColder.')
    await greenroom(['undo'], { home })
    expect((await greenroom(['redo'], { home })).err).toMatch(/^Your newer story is back: How do you /)
    expect([await shown(1), await shown(2)]).toEqual(Array(2).fill('# The freeze\n\nColder.'))
  })

  test('leaves a story that was written anew since', async () => {
    const home = newFolder()
    const write = (text: string) => greenroom(['story', '1', '--text', text], { home })
    await write('A')
    await write('B')
    await greenroom(['undo'], { home })
    await write('C')
    expect((await greenroom(['redo'], { home })).err).toBe('There is nothing to bring back.\n')
    expect((await json(['show', '1'], { home })).story).toBe('C')
  })

  test('brings back what two machines have undone', async () => {
    const home = newFolder()
    await sit({ mode: 'drill', questions: [1], score: 3, change: '', extra: false }, home)
    await greenroom(['undo'], { home })
    const undone = journal(home).find(({ type }) => type === 'undo')
    const other = { ...undone, id: '11111111-1111-4111-8111-111111111111' }
    writeFileSync(
      join(home, 'attempts', '22222222-2222-4222-8222-222222222222.jsonl'),
      `${JSON.stringify(other)}\n`,
    )
    expect((await greenroom(['redo'], { home })).err).toContain('Brought back: ')
    expect((await json(['stats'], { home })).attempts).toBe(1)
  })
})

describe('undo of a story', () => {
  const write = (home: string, number: number, text: string) =>
    greenroom(['story', `${number}`, '--text', text], { home })
  const shown = async (home: string, number: number): Promise<string | null> =>
    (await json(['show', `${number}`], { home })).story

  test('brings back the one that it took the place of, and after that takes back what came before', async () => {
    const home = newFolder()
    await sit({ mode: 'drill', questions: [2], score: 3, change: '', extra: false }, home)
    await write(home, 1, 'Old.')
    await write(home, 1, 'New.')
    expect((await greenroom(['undo'], { home })).err).toBe(
      'Your story from before is back: How do you balance hands-on technical work vs leadership?\ngreenroom redo takes that back.\n',
    )
    expect(await shown(home, 1)).toBe('Old.')
    expect((await greenroom(['undo'], { home })).err).toContain('Taken back: How do you mentor')
    expect(await shown(home, 1)).toBe('Old.')
    expect((await greenroom(['undo'], { home })).err).toBe('There is nothing to take back.\n')
  })

  test('brings it back for all its questions at once', async () => {
    const home = newFolder()
    await write(home, 1, '# The freeze\n\nCold.')
    await greenroom(['story', '2', '--like', '1'], { home })
    await write(home, 2, '# The freeze\n\nColder.')
    expect(await shown(home, 1)).toContain('Colder.')
    await greenroom(['undo'], { home })
    expect([await shown(home, 1), await shown(home, 2)]).toEqual(Array(2).fill('# The freeze\n\nCold.'))
  })
})
