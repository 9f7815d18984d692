import { describe, expect, test } from 'vitest'
import { journal, newFolder } from '../files.ts'
import { write } from '../store/home.ts'
import { greenroom, inDays, json as jsonOf, output } from '../world.ts'

const json = (args: string[], home: string) => jsonOf(args, { home })
const rounds = async (home: string) => (await json(['plan'], home)).rounds

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

/** A home with a plan for the bank in use in ten days, and a round of another bank in three. */
async function twoRounds(): Promise<string> {
  const home = newFolder()
  await greenroom(['plan', '--date', '+10d'], { home })
  await greenroom(['plan', '--date', '+3d', '--round', 'Phone', '--bank', 'manager', '--topic', 'hiring'], {
    home,
  })
  return home
}

/** Puts lines into the journal of another device. */
function fromElsewhere(home: string, lines: readonly object[]): void {
  const line = (fields: object, second: number): string =>
    `\n${JSON.stringify({ v: 1, id: `0000000${second}-0000-4000-8000-000000000000`, at: `${inDays(0)}T08:00:0${second}.000+00:00`, ...fields })}\n`
  write(home, 'attempts/3f0d1d9c-7b1a-4c57-8d3b-111111111111.jsonl', lines.map(line).join(''))
}

const round = (name: string, date: string, bank: string) => ({
  ...{ type: 'round', name, date, banks: [bank], topic: null, competency: null, kappa: 0.1 },
})

const days = (n: number): Date => new Date(Date.parse(`${inDays(n)}T10:00:00`))

describe('a round', () => {
  test('has a date, and banks and a topic of its own, and leads where it is nearer', async () => {
    const home = await twoRounds()
    expect(await rounds(home)).toMatchObject([
      { name: 'Phone', date: inDays(3), daysLeft: 3, banks: ['manager'], topic: 'hiring', competency: null },
      { name: null, date: inDays(10), daysLeft: 10, banks: ['leadership'], topic: null },
    ])
    const { today, questions, date } = await json(['plan'], home)
    expect([date, questions.total]).toEqual([inDays(3), 7 + (await rounds(home))[0].questions.total])
    const names = today.questions.map(({ round }: { round: string }) => round)
    expect(names).toEqual(
      names
        .toSorted()
        .reverse()
        .toSorted((a: string) => (a === 'Phone' ? -1 : 1)),
    )
    expect(new Set(names)).toEqual(new Set(['Phone', 'interview']))
    const out = await output(['plan'], { home })
    expect(out).toMatch(/^2 rounds · 20 minutes a day, most of it for the nearest\nInterview \(Phone\) /)
    expect(out).toMatch(/^Interview \(Phone\) .*: manager, topic hiring, 0 of \d+ ready; \d+ on the day\.$/m)
    expect(out).toContain('for Phone: not rehearsed yet)')
    expect(await output([], { home })).toMatch(
      /Interview \(Phone\) .*, in 3 days: 0 of \d+ ready\.\nInterview /,
    )
  })

  test('alone is a plan like any other', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+5d', '--round', 'phone'], { home })
    expect(await output(['plan'], { home })).toMatch(/^Interview \(phone\) .*, in 5 days · 20 minutes a day/)
    expect((await json(['next'], home))[0]).not.toHaveProperty('round')
    expect(await output(['drill', '1'], { home, input: answer })).toContain('Back ')
  })

  test('is moved, keeps what it asks for, and is found whatever the case of its name', async () => {
    const home = await twoRounds()
    await greenroom(['plan', '--round', ' PHONE ', '--date', '+12d'], { home })
    expect(await rounds(home)).toMatchObject([
      { name: null },
      { name: 'Phone', daysLeft: 12, banks: ['manager'], topic: 'hiring' },
    ])
    await greenroom(['plan', '--round', 'phone', '--topic', 'conflict'], { home })
    expect((await rounds(home))[1]).toMatchObject({ daysLeft: 12, topic: 'conflict' })
    await greenroom(['plan', '--round', 'interview', '--date', '+2d'], { home })
    expect((await rounds(home))[0]).toMatchObject({ name: null, daysLeft: 2, banks: ['leadership'] })
  })

  test('is cleared alone, or with the plan', async () => {
    const home = await twoRounds()
    expect((await greenroom(['plan', '--clear', '--round', 'phone'], { home })).err).toBe(
      'Round Phone cleared (on Thu 26 Nov); what you rehearsed is kept.\ngreenroom plan --round Phone --date 2026-11-26 --bank manager --topic hiring sets it again.\n',
    )
    expect(await rounds(home)).toMatchObject([{ name: null }])
    await greenroom(['plan', '--round', 'onsite', '--date', '+20d'], { home })
    await greenroom(['plan', '--clear'], { home })
    expect((await greenroom(['plan'], { home })).err).toMatch(/^There is no plan yet\./)
    expect((await greenroom(['plan', '--clear'], { home })).err).toBe('There is no plan to clear.\n')
  })

  test('that is near does not take all: others get a question a day', async () => {
    const home = newFolder()
    await greenroom(['plan', '--round', 'phone', '--date', '+1d', '--minutes', '8'], { home })
    await greenroom(['plan', '--round', 'onsite', '--date', '+60d', '--bank', 'manager'], { home })
    const today = (await json(['plan'], home)).today.questions
    expect(today.map(({ round }: { round: string }) => round)).toEqual(['phone', 'onsite'])
  })

  test('that shares a question has it once, for the nearest', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+12d', '--minutes', '60'], { home })
    await greenroom(['plan', '--round', 'phone', '--date', '+4d'], { home })
    const { today, questions } = await json(['plan'], home)
    expect(questions.total).toBe(7)
    expect(today.questions.map(({ round }: { round: string }) => round)).toEqual(Array(7).fill('phone'))
  })

  test('gets other minutes with all others', async () => {
    const home = await twoRounds()
    await greenroom(['plan', '--minutes', '45'], { home })
    expect((await json(['plan'], home)).minutes).toBe(45)
    expect(await rounds(home)).toMatchObject([{ name: 'Phone', topic: 'hiring' }, { name: null }])
  })
})

test.each<[string, string[], string]>([
  [
    'unknown',
    ['--round', 'phon'],
    'There is no round phon; there are: Phone, interview.\nDid you mean Phone?\n',
  ],
  ['cleared', ['--clear', '--round', 'x'], 'There is no round x; there are: Phone, interview.\n'],
  ['without a name', ['--round', '', '--date', '+3d'], '--round needs a name.\n'],
  ['of signs', ['--round', '...', '--date', '+3d'], '--round cannot be "...".\n'],
  ['without a day', ['--round', 'new', '--bank', 'manager'], 'The round new needs its day.\n'],
  [
    'on a topic that is not there',
    ['--round', 'phone', '--topic', 'golf'],
    'There is no topic "golf" in the bank manager.\n',
  ],
  ['in a bank that is not there', ['--round', 'phone', '--bank', 'golf'], 'There is no bank "golf".\n'],
])('a round %s is refused, and nothing changes', async (_, flags, message) => {
  const home = await twoRounds()
  const before = await json(['plan'], home)
  const { code, err } = await greenroom(['plan', ...flags], { home })
  expect([(code ?? 0) > 0, err.slice(0, message.length)]).toEqual([true, message])
  expect(await json(['plan'], home)).toEqual(before)
})

describe('when the day of a round', () => {
  test('comes, the page for the morning is for it, and no other round asks anything', async () => {
    const home = await twoRounds()
    await greenroom(['drill', '1'], { home, input: answer })
    const now = days(3)
    expect((await greenroom([], { home, now, input: '\n' })).out).toContain('Today is the day')
    const sheet = await output(['export', 'sheet'], { home })
    expect(sheet).not.toContain('hands-on technical work vs leadership')
    expect(await json(['next'], home)).toEqual([])
    expect((await json(['plan'], home)).today.questions).toEqual([])
  })

  test('has passed, it is set aside, and asked about alone', async () => {
    const home = await twoRounds()
    await greenroom(['drill', '1'], { home, input: answer })
    const now = days(4)
    expect(await output(['plan'], { home, now })).toMatch(/^Interview .*, in 6 days · /)
    expect((await greenroom(['plan', '--round', 'phone'], { home })).err).toMatch(/^The round Phone was on /)
    const { out } = await greenroom([], { home, input: 'Why us?\n\n1\nq\n' })
    expect(out).toMatch(/^Your interview \(Phone\) on .* is over\. Which questions came up\?/)
    expect(await output([], { home, input: 'q\n' })).not.toContain('came up')
    expect(await rounds(home)).toMatchObject([{ name: null }])
    // what fell flat leads, though no round asks for its bank
    expect((await json(['next'], home))[0]).toMatchObject({
      question: 'Why us?',
      reason: 'fell flat in your interview',
    })
  })

  test('has passed for two rounds, each is asked about, the first one first', async () => {
    const home = await twoRounds()
    await greenroom(['drill', '1'], { home, input: answer })
    const { out } = await greenroom([], { home, now: days(12), input: '\n\n' })
    expect(out).toMatch(/Your interview \(Phone\) on [\s\S]*Your interview on /)
    expect((await greenroom(['plan'], { home })).err).toMatch(/^There is no plan yet\./)
  })
})

test('a topic that no round asks for can be rehearsed all the same', async () => {
  const home = await twoRounds()
  const drill = (topic: string) => output(['drill', '--bank', 'manager', '--topic', topic], { home })
  expect(await drill('culture')).toContain('Question 1 of 3 · Culture and inclusion')
  expect(await drill('hiring')).toContain('Question 1 of 3 · Hiring and letting go')
  expect((await greenroom(['drill', '--bank', 'manager', '--topic', 'golf'], { home })).err).toContain(
    'There is no topic "golf" in the bank manager.',
  )
})

test('the calendar names the bank of each question where there are several', async () => {
  const home = newFolder()
  await greenroom(['plan', '--date', '+3d', '--bank', 'leadership,manager'], { home })
  const ics = (await output(['export', 'plan'], { home })).replaceAll('\r\n ', '')
  expect(ics).toContain('DESCRIPTION:leadership 1. How do you')
  expect(ics).toMatch(/\\nmanager \d+\. /)
})

test('the calendar has a day for each round', async () => {
  const home = await twoRounds()
  const ics = await output(['export', 'plan', '--format', 'ics'], { home })
  expect(ics.match(/^SUMMARY:Interview.*$/gm)?.map((line) => line.trim())).toEqual([
    'SUMMARY:Interview (Phone)',
    'SUMMARY:Interview',
  ])
})

test('a home of 0.1.0 has its plan as the round without a name', async () => {
  const home = newFolder()
  fromElsewhere(home, [
    { type: 'plan', banks: ['leadership'], kappa: 0.5 },
    { type: 'set', key: 'plan.date', value: inDays(9) },
  ])
  expect(await rounds(home)).toMatchObject([{ name: null, daysLeft: 9, banks: ['leadership'], topic: null }])
  await greenroom(['plan', '--round', 'phone', '--date', '+2d'], { home })
  expect(await rounds(home)).toMatchObject([{ name: 'phone' }, { name: null, daysLeft: 9 }])
  expect(journal(home).filter(({ type }) => type === 'plan')).toHaveLength(1)
})

describe('a name that two devices spelled differently', () => {
  async function twoNames(): Promise<string> {
    const home = newFolder()
    fromElsewhere(home, [round('Phone', inDays(4), 'leadership'), round('phone', inDays(8), 'manager')])
    return home
  }

  test('is first looked for as it was typed', async () => {
    const home = await twoNames()
    await greenroom(['plan', '--round', 'phone', '--date', '+9d'], { home })
    expect(await rounds(home)).toMatchObject([
      { name: 'Phone', daysLeft: 4, banks: ['leadership'] },
      { name: 'phone', daysLeft: 9, banks: ['manager'] },
    ])
    await greenroom(['plan', '--clear', '--round', 'phone'], { home })
    expect(await rounds(home)).toMatchObject([{ name: 'Phone' }])
  })

  test('is asked back where it is neither', async () => {
    const home = await twoNames()
    const { code, err } = await greenroom(['plan', '--clear', '--round', 'PHONE'], { home })
    expect([code, err]).toEqual([
      2,
      'Several rounds have that name: Phone, phone.\nWrite it as it is written there.\n',
    ])
    expect(await rounds(home)).toHaveLength(2)
  })
})

describe('minutes without a day', () => {
  test.each([
    ['--topic', 'conflict'],
    ['--competency', 'conflict'],
    ['--bank', 'leadership'],
  ])('and %s change no round that nobody named', async (...scope) => {
    const home = newFolder()
    await greenroom(['plan', '--round', 'phone', '--date', '+4d', '--bank', 'manager'], { home })
    const before = await json(['plan'], home)
    const { code, err } = await greenroom(['plan', '--minutes', '30', ...scope], { home })
    expect([code, err]).toEqual([
      2,
      'A plan needs the day of the interview.\nGive it with --date, such as --date +10d, or name one with --round: phone.\n',
    ])
    expect(await json(['plan'], home)).toEqual(before)
  })

  test.each([2, 3])('are for the round ahead where the interview was, or is on the day: %i', async (day) => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+2d'], { home })
    await greenroom(['plan', '--round', 'onsite', '--date', '+9d', '--bank', 'manager'], { home })
    const { code, err } = await greenroom(['plan', '--minutes', '45'], { home, now: days(day) })
    expect([code, err]).toEqual([0, ''])
    const after = await json(['plan'], home)
    expect(after.minutes).toBe(45)
    expect(after.rounds.at(-1)).toMatchObject({ name: 'onsite', date: inDays(9), banks: ['manager'] })
  })
})

describe('a round whose bank is gone', () => {
  async function withoutAlpha(): Promise<string> {
    const home = newFolder()
    fromElsewhere(home, [round('phone', inDays(2), 'alpha'), round('onsite', inDays(9), 'leadership')])
    return home
  }

  test('takes no minutes from the others', async () => {
    const home = await withoutAlpha()
    await greenroom(['plan', '--minutes', '8'], { home })
    // the fewer minutes a round has, the higher their price: beside one that took its share it would be 0.3
    const prices = journal(home).flatMap((line) =>
      line.type === 'round' && line.name === 'onsite' ? [line.kappa] : [],
    )
    expect(prices).toHaveLength(2)
    expect(Math.max(...prices)).toBeLessThan(0.2)
  })

  test('says so wherever it stands', async () => {
    const home = await withoutAlpha()
    expect(await output(['plan'], { home })).toMatch(
      /^Interview \(phone\) .*: alpha, none of its questions is here\.$/m,
    )
    expect(await output([], { home, input: 'q\n' })).toMatch(
      /^Interview \(phone\) .*: none of its questions is here\.$/m,
    )
    const gone = 'The bank of this round is not here: alpha.\n'
    expect(await output(['export', 'sheet'], { home })).toBe(
      `# Wed 25 Nov: your page for the morning\n\n${gone}`,
    )
    for (const command of [['plan'], ['export', 'sheet']]) {
      const { code, err } = await greenroom([...command, '--round', 'phone'], { home })
      expect([code, err]).toEqual([1, `${gone}greenroom bank add adds it again.\n`])
    }
    expect(await output(['export', 'sheet', '--round', 'onsite'], { home })).toContain('of the 7 questions')
  })
})

test('a command that is named can be typed, whatever the round is called', async () => {
  const home = newFolder()
  const { err } = await greenroom(['plan', '--round', "Anna's round"], { home })
  expect(err).toBe(
    "There is no round Anna's round.\ngreenroom plan --round 'Anna'\\''s round' --date +10d makes one.\n",
  )
})

test('after the last round, the next one of its name is offered', async () => {
  const home = newFolder()
  await greenroom(['plan', '--round', 'phone', '--date', '+2d'], { home })
  expect((await greenroom(['plan'], { home, now: days(3) })).err).toBe(
    'The round phone was on Wed 25 Nov. greenroom plan --round phone --date +10d sets the next one.\n',
  )
  fromElsewhere(home, [{ type: 'set', key: 'plan.date', value: inDays(600) }])
  expect((await greenroom(['plan'], { home })).err).toContain('greenroom plan --date sets another day.')
})

test('a new day names the old one', async () => {
  const home = newFolder()
  const moved = async (...flags: string[]) => (await greenroom(['plan', ...flags], { home })).err
  expect(await moved('--date', '2026-12-05')).toBe('')
  expect(await moved('--date', '5 dec')).toBe('')
  expect(await moved('--date', '+4d')).toBe('The interview was on Sat 5 Dec; it is now on Fri 27 Nov.\n')
  expect(await moved('--minutes', '30')).toBe('')
  expect(await moved('--round', 'phone', '--date', '+6d')).toBe('')
  expect(await moved('--round', 'phone', '--date', '+40d')).toBe(
    'The round phone was on Sun 29 Nov; it is now on Sat 2 Jan 2027.\n',
  )
})

test('what was cleared is named, with the commands that bring all of it back', async () => {
  const home = newFolder()
  await greenroom(['plan', '--date', '2026-12-05', '--bank', 'manager,leadership'], { home })
  await greenroom(
    [
      'plan',
      '--round',
      "Anna's",
      '--date',
      '2026-11-29',
      '--bank',
      'manager',
      '--topic',
      'hiring and letting go',
    ],
    {
      home,
    },
  )
  const before = await json(['plan'], home)
  const { err } = await greenroom(['plan', '--clear'], { home })
  expect(err).toBe(
    [
      "Plan cleared (Anna's on Sun 29 Nov, interview on Sat 5 Dec); what you rehearsed is kept.",
      'To set them again:',
      "  greenroom plan --round 'Anna'\\''s' --date 2026-11-29 --bank manager --topic 'hiring and letting go'",
      '  greenroom plan --date 2026-12-05 --bank manager,leadership',
      '',
    ].join('\n'),
  )
  await greenroom(
    [
      'plan',
      '--round',
      "Anna's",
      '--date',
      '2026-11-29',
      '--bank',
      'manager',
      '--topic',
      'hiring and letting go',
    ],
    {
      home,
    },
  )
  await greenroom(['plan', '--date', '2026-12-05', '--bank', 'manager,leadership'], { home })
  expect((await json(['plan'], home)).rounds).toEqual(before.rounds)
})

test('a plan of one round is cleared with one command to set it again, of one that is over with none', async () => {
  const clear = async (now?: Date) => {
    const home = newFolder()
    await greenroom(['plan', '--date', '2026-12-05'], { home })
    return (await greenroom(['plan', '--clear'], { home, ...(now && { now }) })).err
  }
  const said = 'Plan cleared (interview on Sat 5 Dec); what you rehearsed is kept.\n'
  expect(await clear()).toBe(`${said}greenroom plan --date 2026-12-05 sets it again.\n`)
  expect(await clear(new Date(2026, 11, 8))).toBe(said)
})
