import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, inDays, json as jsonOf, output } from '../world.ts'

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

interface Day {
  questions: { id: string; number: number; reason: string }[]
}
const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id)

const json = (args: string[], home: string) => jsonOf(args, { home })

describe('a plan', () => {
  test('says how many days are left and what each brings, within its minutes', async () => {
    const home = newFolder()
    const { code, out } = await greenroom(['plan', '--date', '+10d', '--minutes', '12'], { home })
    expect(code).toBe(0)
    expect(out).toMatch(
      /^Interview \w{3} \d+ \w{3}, in 10 days · 12 minutes a day · leadership\n0 of 7 ready; 7 on the day if /,
    )
    const plan = await json(['plan'], home)
    expect(plan).toMatchObject({
      date: inDays(10),
      daysLeft: 10,
      minutes: 12,
      banks: ['leadership'],
      doesNotFit: [],
    })
    expect(plan.days).toHaveLength(10)
    expect(Math.max(...plan.days.map((day: { minutes: number }) => day.minutes))).toBeLessThanOrEqual(12)
    const asked = plan.days.flatMap((day: { questions: { id: string }[] }) =>
      day.questions.map(({ id }) => id),
    )
    expect(new Set(asked).size).toBe(7)
    expect(plan.questions).toEqual({ total: 7, rehearsed: 0, ready: 0, readyIfKept: 7 })
    expect(await json(['plan'], home)).toEqual(plan)
  })

  test('goes on by itself: what is done is not asked again today, and next says why each question is', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+10d', '--minutes', '60'], { home })
    const [first, second] = await json(['next'], home)
    expect(first).toEqual({
      id: expect.stringMatching(/^leadership\//),
      number: expect.any(Number),
      question: expect.any(String),
      reason: 'not rehearsed yet',
      minutes: expect.any(Number),
    })
    await greenroom(['drill', '-n', '1'], { home, input: answer })
    expect(
      (await json(['list'], home)).filter((row: { attempts: number }) => row.attempts > 0),
    ).toMatchObject([{ id: first.id }])
    expect((await json(['next'], home))[0].id).toBe(second.id)
    expect(await json(['next', '-n', '7'], home)).toHaveLength(7)
  })

  test('says that the day is done where its minutes are', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+10d', '--minutes', '4'], { home })
    expect(await output(['plan'], { home })).toContain('Today: 1 question')
    for (const drill of Array(4).fill(['drill', '-n', '1'])) await greenroom(drill, { home, input: answer })
    expect(await output(['plan'], { home })).toContain('Today: done\n')
    expect((await json(['plan'], home)).today).toMatchObject({ questions: [], spent: expect.any(Number) })
  })

  test('is said to go on where another bank is used', async () => {
    const home = newFolder()
    await greenroom(['bank', 'add', fileWith('### One?\n### Two?\n'), '--as', 'mine', '--yes'], { home })
    await greenroom(['plan', '--date', '+5d'], { home })
    const { err } = await greenroom(['bank', 'use', 'mine'], { home })
    expect(err).toContain('Now using mine.\nYour plan still covers leadership; ')
    expect(err).toContain(`plan --date ${inDays(5)} --bank leadership,mine makes one with mine too.\n`)
    expect((await greenroom(['bank', 'use', 'leadership'], { home })).err).toBe('Now using leadership.\n')
  })

  test('is for the banks that were named, and another bank does not change it', async () => {
    const home = newFolder()
    const add = (text: string, slug: string) =>
      greenroom(['bank', 'add', fileWith(text), '--as', slug, '--yes'], { home })
    await add('### One?\n### Two?\n', 'mine')
    await greenroom(['plan', '--date', '+5d', '--bank', 'mine', '--bank', 'leadership'], { home })
    const before = await json(['plan'], home)
    expect(before).toMatchObject({ banks: ['mine', 'leadership'], questions: { total: 9 }, notInPlan: [] })
    await add('### Three?\n', 'more')
    expect(await json(['plan'], home)).toEqual({ ...before, notInPlan: [{ bank: 'more', questions: 1 }] })
    await greenroom(['bank', 'remove', 'mine'], { home })
    const without = await greenroom(['plan'], { home })
    expect(without).toMatchObject({
      code: 0,
      err: expect.stringContaining('Left out, because it is not on this machine: mine.'),
    })
  })

  test('says what does not fit, and how many minutes would do', async () => {
    const home = newFolder()
    const { out } = await greenroom(['plan', '--date', '+3d', '--minutes', '4'], { home })
    const { doesNotFit, minutesNeeded } = await json(['plan'], home)
    expect(doesNotFit.length).toBeGreaterThan(0)
    expect(out).toContain(
      `Does not fit: ${doesNotFit.length} questions. ${minutesNeeded} minutes a day would do.`,
    )
    await greenroom(['plan', '--minutes', String(minutesNeeded)], { home })
    expect((await json(['plan'], home)).doesNotFit).toEqual([])
  })

  test('names questions of a bank that is not in use so that they can be typed', async () => {
    const home = newFolder()
    const mine = fileWith('### How did you resolve a conflict?\n### Two?\n### Three?\n')
    await greenroom(['bank', 'add', mine, '--as', 'mine', '--yes'], { home })
    const { out } = await greenroom(['plan', '--bank', 'mine', '--date', '+9d', '--minutes', '60'], { home })
    expect(out).toContain('mine 1')
    const [, id = ''] = /story (mine\/\S+)\)/.exec(out) ?? []
    expect((await greenroom(['story', id, '--text', 'Mine.'], { home })).code).toBe(0)
    expect(
      (await json(['list', '--bank', 'mine'], home)).filter((row: { hasStory: boolean }) => row.hasStory),
    ).toMatchObject([{ id }])
    expect(out).toContain('mock --minutes 8 --bank mine)')
  })

  test('whose banks are gone says so, and the bare command goes on without it', async () => {
    const home = newFolder()
    await greenroom(['bank', 'add', fileWith('### One?\n'), '--as', 'mine', '--yes'], { home })
    await greenroom(['plan', '--bank', 'mine', '--date', '+9d'], { home })
    await greenroom(['bank', 'remove', 'mine'], { home })
    expect(await greenroom(['plan'], { home })).toMatchObject({
      code: 1,
      err: expect.stringContaining('The bank of your plan is not here: mine.'),
    })
    expect(await greenroom([], { home })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Question 1 of 3'),
      err: expect.stringContaining('The bank of your plan is not here: mine.'),
    })
  })

  test('for which the minutes are too few says that nothing fits', async () => {
    const home = newFolder()
    const { out } = await greenroom(['plan', '--date', '+9d', '--minutes', '1'], { home })
    expect(out).toContain('1 minute a day')
    expect(out).toContain('Today: no question fits into 1 minute\n')
    expect(out).toContain('nothing fits')
  })

  test('can be cleared', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+3d'], { home })
    expect(await greenroom(['plan', '--clear'], { home })).toMatchObject({
      code: 0,
      err: expect.stringContaining('cleared'),
    })
    expect(await output(['plan', '--json'], { home })).toBe('null\n')
    expect(await greenroom(['drill', '--pick', 'plan'], { home })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There is no plan\.\n/),
    })
  })

  test.each([
    ['2026-12-05', '2026-12-05'],
    ['+10d', '2026-12-03'],
  ])('for %s is for %s, said on the Monday before', async (given, date) => {
    const home = newFolder()
    await output(['plan', '--date', given], { home })
    expect((await json(['plan'], home)).date).toBe(date)
  })

  test('is over once its day is, and says where it stands until then', async () => {
    const home = newFolder()
    await output(['plan', '--date', '+2d'], { home })
    const daysLeft = async (day: number): Promise<unknown> =>
      (await jsonOf(['plan'], { home, now: new Date(2026, 10, day, 9) }))?.daysLeft ?? null
    expect([await daysLeft(23), await daysLeft(24), await daysLeft(25), await daysLeft(26)]).toEqual([
      2,
      1,
      0,
      null,
    ])
  })

  test.each([
    ['2020-01-01', /is in the past\.\n/],
    [inDays(0), /^The interview is today: /],
    ['+3650d', /is more than a year away\.\n/],
    ['2027-02-30', /is not a date\.\n/],
    ['next friday', /is not a date\.\n/],
  ])('for %s is refused in a sentence', async (date, message) => {
    expect(await greenroom(['plan', '--date', date], { home: newFolder() })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(message),
    })
  })

  test.each([[['--date', '+5d']], [['--minutes', '5']], [['--bank', 'leadership']]])(
    'that is to be cleared and made with %j is refused, and kept',
    async (flags) => {
      const home = newFolder()
      await greenroom(['plan', '--date', '+10d'], { home })
      expect(await greenroom(['plan', '--clear', ...flags], { home })).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(/^--clear goes without other flags: it ends the plan\.\n/),
      })
      expect(await json(['plan'], home)).toMatchObject({ date: inDays(10) })
    },
  )

  test('for a day of another year names the year', async () => {
    const home = newFolder()
    const { out } = await greenroom(['plan', '--date', '2027-01-08'], {
      home,
      now: new Date(2026, 11, 30, 9),
    })
    expect(out).toMatch(/^Interview Fri 8 Jan 2027, in 9 days/)
    expect(out).toMatch(/Thu 31 Dec: \S/)
    expect(out).toMatch(/Fri 1 Jan 2027: \S/)
    const { err } = await greenroom(['plan'], { home, now: new Date(2028, 1, 1, 9) })
    expect(err).toContain('The interview was on Fri 8 Jan 2027.')
  })

  test('with attempts that are dated after today says so', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+5d'], { home })
    await greenroom(['drill', '1'], { home, input: answer })
    const [name = ''] = readdirSync(join(home, 'attempts'))
    const path = join(home, 'attempts', name)
    const later = readFileSync(path, 'utf8').replaceAll(/"at":"[\d-]{10}/g, `"at":"${inDays(2)}`)
    writeFileSync(path, `${later}\n`)
    expect(await greenroom(['plan'], { home })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Interview /),
      err: expect.stringMatching(/^Some answers are dated in the future/),
    })
  })

  test('keeps the list of the last day while it is worked through, new questions and all', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+1d', '--minutes', '20'], { home })
    const list = idsOf(await json(['next'], home))
    expect(list).toHaveLength(6)
    for (let done = 1; done <= list.length; done++) {
      await greenroom(['drill', '-n', '1'], { home, input: answer })
      expect(idsOf(await json(['next'], home))).toEqual(list.slice(done))
      expect(idsOf((await json(['plan'], home)).today.questions)).toEqual(list.slice(done))
    }
    expect(await output(['plan'], { home })).toContain('Today: done\n')
    expect(await greenroom(['next'], { home })).toMatchObject({
      code: 0,
      err: 'Nothing more is asked today. greenroom plan shows what comes next.\n',
    })
  })

  test('has the same list of today after a story was written, and after an undo', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+5d', '--minutes', '12'], { home })
    const list = idsOf(await json(['next'], home))
    await greenroom(['story', list[0] ?? '', '--text', 'word '.repeat(3000)], { home })
    expect(idsOf(await json(['next'], home))).toEqual(list)
    await greenroom(['drill', '-n', '1'], { home, input: answer })
    await greenroom(['undo'], { home })
    expect(idsOf(await json(['next'], home))).toEqual(list)
  })

  test('asks what is new before what was answered today, once the list is done', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+5d', '--minutes', '8'], { home })
    const list = idsOf(await json(['next'], home))
    await greenroom(['drill', '-n', String(list.length)], { home, input: answer.repeat(list.length) })
    const asked = async (args: string[]) => {
      const { out } = await greenroom(args, { home })
      return out.split('Question 1 of 3')[1] ?? ''
    }
    const others = idsOf(await json(['next', '-n', '7'], home))
    expect(others.slice(-list.length).sort()).toEqual(list.toSorted())
    const { question } = await json(['show', others[0] ?? ''], home)
    for (const args of [[], ['drill']]) expect(await asked(args)).toContain(question.replaceAll('*', ''))
  })

  test('asks what keeps a question from being ready, and names it', async () => {
    const home = newFolder()
    const on = (day: number) => ({ home, now: new Date(2026, 10, day, 9) })
    const typed = (score: number) => `\nsaid\n.\n${score}\n\n${score}\n\n`
    for (const day of [14, 17, 20]) {
      await greenroom(['drill', '1', '2', '3', '4', '--typed'], { ...on(day), input: typed(4).repeat(4) })
    }
    await greenroom(['drill', '2', '--typed'], { ...on(22), input: typed(2) })
    await greenroom(['plan', '--date', inDays(4), '--minutes', '60'], on(23))
    const plan = await json(['plan'], home)
    const shaky = plan.today.questions.find((each: { number: number }) => each.number === 2)
    expect(shaky.reason).toBe('shaky last time')
    expect(plan.notReady).toMatchObject([{ number: 2, lacks: 'shaky last time', next: inDays(0) }])
    const later: { number: number; reason: string }[] = plan.days
      .slice(1)
      .flatMap((day: Day) => day.questions)
    expect(later.filter(({ number }) => number === 2).map(({ reason }) => reason)).not.toContain(
      'shaky last time',
    )
    await greenroom(['drill', '2', '--typed'], { ...on(23), input: typed(2) })
    const { out } = await greenroom(['plan'], { home })
    expect(out).toMatch(/Not ready yet: question 2 \(shaky last time, asked again Tue 24 Nov\)/)
    expect(out).not.toContain('nothing more is needed')
  })

  test('proposes fewer questions where these make more ready than any number of minutes', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+9d', '--minutes', '20', '--bank', 'manager'], { home })
    const { fewer, readyIfNeeded, questions } = await json(['plan'], home)
    expect(readyIfNeeded).toBeLessThan(questions.total / 2)
    expect(fewer.ready).toBeGreaterThan(readyIfNeeded)
    expect(await output(['plan'], { home })).toContain(
      `Fewer questions make more of them ready: ${fewer.ready} of ${fewer.questions} with 20 minutes a day;`,
    )
    // a bank of just so many keeps the promise
    const asked = Array.from({ length: fewer.questions }, (_, n) => `### Question ${n}?\n`).join('\n')
    const other = newFolder()
    await greenroom(['bank', 'add', fileWith(asked), '--as', 'mine', '--yes'], { home: other })
    await greenroom(['plan', '--date', '+9d', '--minutes', '20', '--bank', 'mine'], { home: other })
    expect((await json(['plan'], other)).questions.readyIfKept).toBe(fewer.ready)
  })

  test('gives the reason of each day on that day', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+9d', '--minutes', '20'], { home })
    const { days } = await json(['plan'], home)
    const seen = new Set<string>()
    for (const { id, reason } of days.flatMap((day: Day) => day.questions)) {
      expect(reason === 'not rehearsed yet').toBe(!seen.has(id))
      seen.add(id)
    }
  })

  test.each([
    ['+3d', '5'],
    ['+1d', '9'],
    ['+2d', '4'],
  ])('for %s with %s minutes a day names the fewest that do', async (date, minutes) => {
    const home = newFolder()
    const bank = [240, 120, 180, 150, 90, 300]
      .map((s, n) => `### Question ${n}?\n\n**Time:** ${s}s\n`)
      .join('\n')
    await greenroom(['bank', 'add', fileWith(bank), '--as', 'mine', '--yes'], { home })
    await greenroom(['plan', '--bank', 'mine', '--date', date, '--minutes', minutes], { home })
    const { minutesNeeded, readyIfNeeded } = await json(['plan'], home)
    const unfit = async (aDay: number) => {
      await greenroom(['plan', '--minutes', String(aDay)], { home })
      return (await json(['plan'], home)).doesNotFit.length
    }
    expect(await unfit(minutesNeeded - 1)).toBeGreaterThan(0)
    expect(await unfit(minutesNeeded)).toBe(0)
    expect((await json(['plan'], home)).questions.readyIfKept).toBe(readyIfNeeded)
  })
})
