import { describe, expect, test } from 'vitest'
import { fileWith, journal, newFolder } from '../files.ts'
import { greenroom, output } from '../world.ts'

/** Skips every question. */
const skips = 's\n'.repeat(20)
const answer = '\n\n3\n1\n\nname the number\n'

const bank = `# Mine

## Hiring
### How do you hire?
Look for curiosity.
**Time:** 60s
### Whom did you not hire?
Somebody brilliant.

## Firing
### When do you let people go?
Late.
### How do you tell them?
In person.
`

async function homeWithBank(): Promise<string> {
  const home = newFolder()
  await greenroom(['bank', 'add', fileWith(bank, 'mine.md'), '--as', 'mine', '--yes'], { home })
  await greenroom(['bank', 'use', 'mine'], { home })
  return home
}

/** The numbers of the questions that a rehearsal asks, in order, those of another bank by id; and what is said of it. */
async function selected(
  args: string[],
  home?: string,
  input = skips,
): Promise<{ asked: (number | string)[]; err: string }> {
  const where = home ?? (await homeWithBank())
  const { err, code } = await greenroom(args, { home: where, input })
  expect({ err, code }).toEqual({ err, code: 0 })
  const start = journal(where).findLast((line) => line.type === 'rehearsal' && line.state === 'start')
  const ids = start?.type === 'rehearsal' ? start.questions : []
  return { asked: ids.map((id) => numbers[id] ?? id), err }
}

const numbers: Record<string, number> = {
  'mine/how-do-you-hire': 1,
  'mine/whom-did-you-not-hire': 2,
  'mine/when-do-you-let-people-go': 3,
  'mine/how-do-you-tell-them': 4,
}

describe('what is asked', () => {
  test.each<[string, (number | string)[]]>([
    ['drill', [1, 2, 3]],
    ['drill -n 2', [1, 2]],
    ['drill 4 2', [4, 2]],
    ['drill let', [3]],
    ['drill mine/how-do-you-tell-them', [4]],
    ['drill leadership/mentor-engineers 1', ['leadership/mentor-engineers', 1]],
    ['drill --bank leadership 2', ['leadership/mentor-engineers']],
    ['drill --topic firing', [3, 4]],
    ['drill --topic ring -n 3', [1, 2, 3]],
    ['drill --pick new -n 4', [1, 2, 3, 4]],
    ['drill --minutes 1', [1]],
    ['drill --minutes 5', [1, 2]],
    ['mock 2 1', [2, 1]],
    ['mock --topic hiring --pick due', [1, 2]],
  ])('by %s is %j', async (line, asked) => {
    expect(await selected(line.split(' '))).toEqual({ asked, err: '' })
  })

  test('is said to be less than was asked for where that is so', async () => {
    expect(await selected(['drill', '-n', '50'])).toEqual({
      asked: [1, 2, 3, 4],
      err: 'There are only 4 questions to ask; you get all of them.\n',
    })
    expect(await selected(['drill', '1', '2', '1'])).toEqual({
      asked: [1, 2],
      err: 'Duplicates are asked once.\n',
    })
    expect(await selected(['drill', 'let', '3'])).toEqual({ asked: [3], err: '' })
  })

  test('at random is the same with the same seed, and something else with another', async () => {
    const withSeed = async (seed: string): Promise<(number | string)[]> =>
      (await selected(['drill', '--bank', 'leadership', '--pick', 'random', '-n', '7', '--seed', seed])).asked
    const five = await withSeed('5')
    expect(new Set(five).size).toBe(7)
    expect(await withSeed('5')).toEqual(five)
    expect(await withSeed('6')).not.toEqual(five)
  })

  test('is the weakest first, or the new ones, once there is a history', async () => {
    const home = await homeWithBank()
    const scored = (score: number): string => `\n\n${score}\n\n\n\n`
    await greenroom(['drill', '1', '2', '3'], { home, input: scored(3) + scored(1) + scored(4) })
    expect((await selected(['drill', '--pick', 'weak'], home)).asked).toEqual([2, 1, 3])
    expect((await selected(['drill', '--pick', 'new', '-n', '1'], home)).asked).toEqual([4])
  })

  test('in a mock is not what the last one asked, while there are others', async () => {
    const home = await homeWithBank()
    const answers = '\n\n3\n\n\n3\n'
    const first = (await selected(['mock', '-n', '2'], home, answers)).asked
    const second = (await selected(['mock', '-n', '2'], home, answers)).asked
    expect([...first, ...second].sort()).toEqual([1, 2, 3, 4])
  })

  test('with a plan is what the plan asks, of all its banks or of the one that is named', async () => {
    const home = await homeWithBank()
    await greenroom(['plan', '--date', '+5d', '--minutes', '60', '--bank', 'mine,leadership'], { home })
    expect((await selected(['drill', '-n', '11'], home)).asked).toHaveLength(11)
    expect((await selected(['drill', '-n', '4', '--bank', 'mine'], home)).asked.sort()).toEqual([1, 2, 3, 4])
    expect((await selected(['drill', '--topic', 'firing', '-n', '2'], home)).asked.sort()).toEqual([3, 4])
  })
})

test.each<[string, number, RegExp]>([
  [
    'drill do',
    1,
    /^"do" is in 3 questions:\n1\. How do you hire\?\n3\. When .*\n4\. How .*\nName one by its number/,
  ],
  [
    'drill 9',
    1,
    /^There is no question "9" in the bank mine, which has 4\.\n.*greenroom list shows them all\.\n$/,
  ],
  ['drill hier', 1, /^There is no question "hier" in the bank mine/],
  [
    'drill --topic firng',
    1,
    /^There is no topic "firng" in the bank mine\.\nDid you mean Firing\? Topics: Hiring, Firing\.\n$/,
  ],
  [
    'drill --pick plan',
    1,
    /^There is no plan\.\nMake one, for example with greenroom plan --date \+10d\.\n$/,
  ],
  ['drill 1 --topic firing', 2, /^Name questions or have them picked, not both\.\n/],
  ['drill 1 -n 2', 2, /^Name questions or have them picked, not both\.\n/],
  ['mock -n 2 --minutes 5', 2, /^--count and --minutes both say how many questions\.\n/],
  ['drill --bank min', 1, /^There is no bank "min"\.\nDid you mean mine\? /],
])('%s is refused with code %i', async (line, code, message) => {
  const home = await homeWithBank()
  expect(await greenroom(line.split(' '), { home })).toEqual({
    code,
    out: '',
    err: expect.stringMatching(message),
  })
})

describe('a rehearsal that was left unfinished', () => {
  test('goes on with the first question that was not answered, and the answers stay in it', async () => {
    const home = await homeWithBank()
    await greenroom(['drill', '2', '3', '4', '--think', '5s'], { home, input: answer })
    const { out } = await greenroom([], { home, input: '\nq\n' })
    expect(out).toContain(
      'At 09:00 you left a drill unfinished, at question 2 of 3: "When do you let people go?"',
    )
    expect(out).toContain('Question 2 of 3')
    expect(out).toContain('When do you let people go?')
    expect(out).toContain('Stopped. 1 answer scored and saved')
  })

  test('is offered on the same day only, and not where one of its questions is gone', async () => {
    const home = await homeWithBank()
    const offered = async (now: Date): Promise<boolean> =>
      (await output([], { home, now, input: 'q\n' })).includes('you left a drill unfinished')
    await greenroom(['drill', '2', '3'], { home, input: answer })
    expect(await offered(new Date(2026, 10, 23, 23))).toBe(true)
    expect(await offered(new Date(2026, 10, 24, 3, 50))).toBe(true)
    await greenroom(['bank', 'remove', 'mine'], { home })
    expect(await offered(new Date(2026, 10, 24, 3, 55))).toBe(false)
    const other = await homeWithBank()
    await greenroom(['drill', '2', '3'], { home: other, input: answer })
    const next = await output([], { home: other, now: new Date(2026, 10, 24, 4), input: 'q\n' })
    expect(next).not.toContain('unfinished')
  })
})
