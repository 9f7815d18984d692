import { beforeAll, describe, expect, test } from 'vitest'
import { width } from '../../src/text/wrap.ts'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, inDays, output, type WorldOptions } from '../world.ts'

// The screens of commands that end by themselves: in windows of three widths, for eyes and for ears.

const bank = `# Mine

## People

### How do you give feedback to somebody who is senior to you, and who did not ask for it?
**Answer:**

- **Ask** whether it is a good moment
- **One** example, of this week

### 你怎么带领一个团队度过变化？
**Answer:**

- 先听 🎧
- 然后决定

### איך אתה מקבל החלטות?
**Answer:** עם הצוות.

## Work

### Why?
`

let home = ''
let file = ''
beforeAll(async () => {
  home = newFolder()
  file = fileWith(bank, 'mine.md')
  await output(['bank', 'add', file, '--yes'], { home })
  await output(['bank', 'use', 'mine'], { home })
  const answers: [day: number, question: string, lines: string][] = [
    [0, '1', '2\n1\n\nask first'],
    [0, '2', '3\n1 2\n\n'],
    [2, '1', '3\n1 2\n2\n'],
    [4, '1', '4\n1 2\n\n'],
    [4, '3', '1\n\n\n'],
  ]
  for (const [day, question, lines] of answers) {
    const now = new Date(2026, 10, 23 + day, 9)
    await output(['drill', question], { home, now, input: `\n\n${lines}\n` })
  }
  await output(['story', '1', '--text', '# The review\n\nI told my boss.\n\nCompetencies: courage'], { home })
  await output(['plan', '--date', inDays(9)], { home })
})

const commands = [
  ['stats'],
  ['list'],
  ['plan'],
  ['next', '-n', '4'],
  ['show', '1'],
  ['show', '2'],
  ['story'],
  ['bank', 'list'],
  ['bank', 'check', 'data/leadership.md'],
  ['compare', '1', '-'],
  ['doctor'],
]
const names = commands.map((each) => [each.join(' '), each] as const)

/** What a command shows on a terminal; in plain mode where that is wanted. */
async function shown(args: readonly string[], options: Partial<WorldOptions>): Promise<string> {
  const input = 'I ask whether it is a good moment.'
  const { out } = await greenroom(args, { home, interactive: true, columns: 80, input, ...options })
  expect(out).not.toBe('')
  return out
}

const sgr = /\u001b\[[\d;]*m/g

describe.each(names)('"%s"', (_name, args) => {
  test.each([40, 80, 120])(
    'fits into %i columns, and colours change nothing but its colours',
    async (columns) => {
      const bare = await shown(args, { columns })
      expect(bare).not.toMatch(sgr)
      for (const line of bare.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns)
      for (const level of [1, 2] as const)
        expect((await shown(args, { columns, level })).replace(sgr, '')).toBe(bare)
      const ascii = await shown([...args, '--ascii'], { columns })
      expect(ascii.match(/[^\x00-\x7f\p{L}\p{M}？🎧]/gu)).toBeNull()
      for (const line of ascii.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns)
    },
  )
  test('draws neither bars nor tables for ears', async () => {
    expect(await shown([...args, '--plain'], {})).not.toMatch(/[━┄─▁-█░▒●┼]/)
  })
})

test('list at 40 columns', async () => {
  expect(await shown(['list'], { columns: 40 })).toMatchInlineSnapshot(`
    "People
      1  4 nailed it  ▄▄█  tomorrow
       How do you give feedback to somebody
       who is senior to you, and who did not
       ask for it? (ready, story)
      2  3 solid      ▆    due
       你怎么带领一个团队度过变化？
      3  1 blanked    ▂    tomorrow
       איך אתה מקבל החלטות?

    Work
      4  new               due       Why?
    "
  `)
})
test('list at 80 columns', async () => {
  expect(await shown(['list'], { columns: 80 })).toMatchInlineSnapshot(`
    "People
      1  4 nailed it  ▄▄█  tomorrow  How do you give feedback to somebody who is
                                     senior to you, and who did not ask for it?
                                     (ready, story)
      2  3 solid      ▆    due       你怎么带领一个团队度过变化？
      3  1 blanked    ▂    tomorrow  איך אתה מקבל החלטות?

    Work
      4  new               due       Why?
    "
  `)
})
test('list at 120 columns', async () => {
  expect(await shown(['list'], { columns: 120 })).toMatchInlineSnapshot(`
    "People
      1  4 nailed it  ▄▄█  tomorrow  How do you give feedback to somebody who is senior to you, and who did not ask for it?
                                     (ready, story)
      2  3 solid      ▆    due       你怎么带领一个团队度过变化？
      3  1 blanked    ▂    tomorrow  איך אתה מקבל החלטות?

    Work
      4  new               due       Why?
    "
  `)
})
test('stats at 40 columns', async () => {
  expect(await shown(['stats'], { columns: 40 })).toMatchInlineSnapshot(`
    "5 attempts on 3 days
    3 of 11 questions in 2 banks rehearsed
    ┄┄┄┄┄┄ 1 of 11 ready

    Scores over time
    Mon 23 Nov  ━━━┄┄┄  2.5 over 2 attempts
    Wed 25 Nov  ━━━┄┄┄  2.0 over 1 attempt
    Fri 27 Nov  ━━━┄┄┄  2.5 over 2 attempts

    Days practised
        Jul         Sep     Oct     Nov
    Mon · · · · · · · · · · · · · · · · · ░
    Tue · · · · · · · · · · · · · · · · · ·
    Wed · · · · · · · · · · · · · · · · · ░
    Thu · · · · · · · · · · · · · · · · · ·
    Fri · · · · · · · · · · · · · · · · · ░
    Sat · · · · · · · · · · · · · · · · ·
    Sun · · · · · · · · · · · · · · · · ·
    3 of the last 14 days. Attempts a day: ░
    1 or 2, ▒ 3 to 5, █ 6 or more.

    Talk time against budget
    short    ━━━━━━  5
    on time  ┄┄┄┄┄┄  0
    over     ┄┄┄┄┄┄  0
    On average 0 % of the budget.

    Calibration
    under ──────┼●───── over
    On average you rated yourself nearly the
    same before and after seeing the answer.

    By section
    3 of 3 rehearsed  1 ready  mean 2.4
       People

    By question
    ▄▄█  4 nailed it  mean 2.7 over 3
       1. How do you give feedback to
       somebody who is senior to you, and
       who did not ask for it? (ready)
    ▆    3 solid      once
       2. 你怎么带领一个团队度过变化？
    ▂    1 blanked    once
       3. איך אתה מקבל החלטות?

    Weakest
    1 blanked  3. איך אתה מקבל החלטות?
    3 solid    2.
               你怎么带领一个团队度过变化？
    "
  `)
})
test('stats for ears', async () => {
  expect(await shown(['stats', '--plain'], {})).toMatchInlineSnapshot(`
    "5 attempts on 3 days · 3 of 11 questions in 2 banks rehearsed · 1 of 11 ready

    Scores over time
    Mon 23 Nov: mean score 2.5 over 2 attempts.
    Wed 25 Nov: mean score 2.0 over 1 attempt.
    Fri 27 Nov: mean score 2.5 over 2 attempts.

    Days practised
    3 of the last 14 days: Mon 23 Nov 2 attempts, Wed 25 Nov 1 attempt, today 2
    attempts.

    Talk time against budget
    5 answers: 5 short, 0 on time, 0 over. On average 0 % of the budget.

    Calibration
    On average you rated yourself nearly the same before and after seeing the
    answer.

    By section
    People: 3 of 3 rehearsed, 1 ready, mean 2.4.

    By question
    1. How do you give feedback to somebody who is senior to you, and who did not
    ask for it? 3 attempts, last 4 nailed it, mean 2.7, talk 0:00 of 2:00, ready.
    2. 你怎么带领一个团队度过变化？ 1 attempt, last 3 solid, mean 3.0, talk 0:00 of
    2:00.
    3. איך אתה מקבל החלטות? 1 attempt, last 1 blanked, mean 1.0, talk 0:00 of 2:00.

    Weakest
    3. איך אתה מקבל החלטות? 1 blanked.
    2. 你怎么带领一个团队度过变化？ 3 solid.
    "
  `)
})
test('plan at 40 columns', async () => {
  expect(await shown(['plan'], { columns: 40 })).toMatchInlineSnapshot(`
    "Interview Wed 2 Dec, in 5 days · 20
    minutes a day · mine
    ━┄┄┄┄┄ 1 of 4 ready; 4 on the day if you
    keep to this and your answers are solid.

    Today: 2 questions, about 4 minutes; 2
    of 20 minutes done
      4   3 min  Why? (not rehearsed yet)
      2   1 min  你怎么带领一个团队度过变化
                 ？ (may fade before the
                 2nd)
      + with 10 more minutes, write your
        story to: איך אתה מקבל החלטות?
        (greenroom story 3)

    Sat 28 Nov  4 questions  6 min
       numbers 3, 4, 1, 2
    Sun 29 Nov  4 questions  6 min
    Mon 30 Nov  3 questions  5 min
    Tue 1 Dec   4 questions  6 min
       the last evening: known questions and
       a mock
    Wed 2 Dec   interview
       five minutes in the morning, not
       scored

    Not ready yet: question 3 (blanked last
    time, asked again Sat 28 Nov).

    Not in the plan: leadership (7
    questions). greenroom plan --date DATE
    --bank mine,leadership makes one with
    both.
    "
  `)
})
test('plan for ears', async () => {
  expect(await shown(['plan', '--plain'], {})).toMatchInlineSnapshot(`
    "Interview Wed 2 Dec, in 5 days · 20 minutes a day · mine
    1 of 4 ready; 4 on the day if you keep to this and your answers are solid.

    Today: 2 questions, about 4 minutes; 2 of 20 minutes done
    4. Why? (3 min, not rehearsed yet)
    2. 你怎么带领一个团队度过变化？ (1 min, may fade before the 2nd)
      + with 10 more minutes, write your story to: איך אתה מקבל החלטות? (greenroom
        story 3)

    Sat 28 Nov: 4 questions, 6 min, numbers 3, 4, 1, 2.
    Sun 29 Nov: 4 questions, 6 min.
    Mon 30 Nov: 3 questions, 5 min.
    Tue 1 Dec: 4 questions, 6 min, the last evening: known questions and a mock.
    Wed 2 Dec: interview, five minutes in the morning, not scored.

    Not ready yet: question 3 (blanked last time, asked again Sat 28 Nov).

    Not in the plan: leadership (7 questions). greenroom plan --date DATE --bank
    mine,leadership makes one with both.
    "
  `)
})
