import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dateOf, dayOf, localTime } from '../../src/text/dates.ts'
import { fileWith, live, newFolder, run } from './greenroom.ts'

const now = new Date()
const today = dayOf(localTime(now, -now.getTimezoneOffset()), 240) ?? 0
const inDays = (days: number): string => dateOf(today + days)

const answer = '\n\n3\n1\n\nname the number\n'
const json = (args: string[], home: string) => JSON.parse(run([...args, '--json'], { home }).out)

/** A home whose plan was for a day that is by now so many days ago. */
function planFor(daysAgo: number): string {
  const home = newFolder()
  run(['plan', '--date', '+3d'], { home })
  run(['drill', '1'], { home }, answer)
  run(['config', 'set', 'plan.date', inDays(-daysAgo)], { home })
  return home
}

describe('a plan', () => {
  test('says how many days are left and what each brings, within its minutes', () => {
    const home = newFolder()
    const { code, out } = run(['plan', '--date', '+10d', '--minutes', '12'], { home })
    expect(code).toBe(0)
    expect(out).toMatch(
      /^Interview \w{3} \d+ \w{3}, in 10 days · 12 minutes a day · leadership\n0 of 7 ready; 7 on the day if /,
    )
    const plan = json(['plan'], home)
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
    expect(json(['plan'], home)).toEqual(plan)
  })

  test('goes on by itself: what is done is not asked again today, and next says why each question is', () => {
    const home = newFolder()
    run(['plan', '--date', '+10d', '--minutes', '60'], { home })
    const [first, second] = json(['next'], home)
    expect(first).toEqual({
      id: expect.stringMatching(/^leadership\//),
      number: expect.any(Number),
      question: expect.any(String),
      reason: 'not rehearsed yet',
      minutes: expect.any(Number),
    })
    run(['drill', '-n', '1'], { home }, answer)
    expect(json(['list'], home).filter((row: { attempts: number }) => row.attempts > 0)).toMatchObject([
      { id: first.id },
    ])
    expect(json(['next'], home)[0].id).toBe(second.id)
    expect(json(['next', '-n', '7'], home)).toHaveLength(7)
  })

  test('says that the day is done where its minutes are', () => {
    const home = newFolder()
    run(['plan', '--date', '+10d', '--minutes', '4'], { home })
    expect(run(['plan'], { home }).out).toContain('Today: 1 question')
    for (const drill of Array(4).fill(['drill', '-n', '1'])) run(drill, { home }, answer)
    expect(run(['plan'], { home }).out).toContain('Today: done\n')
    expect(json(['plan'], home).today).toMatchObject({ questions: [], spent: expect.any(Number) })
  })

  test('is said to go on where another bank is used', () => {
    const home = newFolder()
    run(['bank', 'add', fileWith('### One?\n### Two?\n'), '--as', 'mine', '--yes'], { home })
    run(['plan', '--date', '+5d'], { home })
    const { err } = run(['bank', 'use', 'mine'], { home })
    expect(err).toContain('Now using mine.\nYour plan still covers leadership; ')
    expect(err).toContain(`plan --date ${inDays(5)} --bank leadership,mine makes one with mine too.\n`)
    expect(run(['bank', 'use', 'leadership'], { home }).err).toBe('Now using leadership.\n')
  })

  test('is for the banks that were named, and another bank does not change it', () => {
    const home = newFolder()
    const add = (text: string, slug: string) =>
      run(['bank', 'add', fileWith(text), '--as', slug, '--yes'], { home })
    add('### One?\n### Two?\n', 'mine')
    run(['plan', '--date', '+5d', '--bank', 'mine', '--bank', 'leadership'], { home })
    const before = json(['plan'], home)
    expect(before).toMatchObject({ banks: ['mine', 'leadership'], questions: { total: 9 }, notInPlan: [] })
    add('### Three?\n', 'more')
    expect(json(['plan'], home)).toEqual({ ...before, notInPlan: [{ bank: 'more', questions: 1 }] })
    run(['bank', 'remove', 'mine'], { home })
    const without = run(['plan'], { home })
    expect(without).toMatchObject({
      code: 0,
      err: expect.stringContaining('Left out, as it is not here: mine.'),
    })
  })

  test('says what does not fit, and how many minutes would do', () => {
    const home = newFolder()
    const { out } = run(['plan', '--date', '+3d', '--minutes', '4'], { home })
    const { doesNotFit, minutesNeeded } = json(['plan'], home)
    expect(doesNotFit.length).toBeGreaterThan(0)
    expect(out).toContain(
      `Does not fit: ${doesNotFit.length} questions. ${minutesNeeded} minutes a day would do.`,
    )
    run(['plan', '--minutes', String(minutesNeeded)], { home })
    expect(json(['plan'], home).doesNotFit).toEqual([])
  })

  test('names questions of a bank that is not in use so that they can be typed', () => {
    const home = newFolder()
    const mine = fileWith('### How did you resolve a conflict?\n### Two?\n### Three?\n')
    run(['bank', 'add', mine, '--as', 'mine', '--yes'], { home })
    const { out } = run(['plan', '--bank', 'mine', '--date', '+9d', '--minutes', '60'], { home })
    expect(out).toContain('mine 1')
    const [, id = ''] = /story (mine\/\S+)\)/.exec(out) ?? []
    expect(run(['story', id, '--text', 'Mine.'], { home }).code).toBe(0)
    expect(
      json(['list', '--bank', 'mine'], home).filter((row: { hasStory: boolean }) => row.hasStory),
    ).toMatchObject([{ id }])
    expect(out).toContain('mock --minutes 8 --bank mine)')
  })

  test('whose banks are gone says so, and the bare command goes on without it', () => {
    const home = newFolder()
    run(['bank', 'add', fileWith('### One?\n'), '--as', 'mine', '--yes'], { home })
    run(['plan', '--bank', 'mine', '--date', '+9d'], { home })
    run(['bank', 'remove', 'mine'], { home })
    expect(run(['plan'], { home })).toMatchObject({
      code: 1,
      err: expect.stringContaining('The bank of your plan is not here: mine.'),
    })
    expect(run([], { home })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Question 1 of 3'),
      err: expect.stringContaining('The bank of your plan is not here: mine.'),
    })
  })

  test('for which the minutes are too few says that nothing fits', () => {
    const home = newFolder()
    const { out } = run(['plan', '--date', '+9d', '--minutes', '1'], { home })
    expect(out).toContain('1 minute a day')
    expect(out).toContain('Today: no question fits into 1 minute\n')
    expect(out).toContain('nothing fits')
  })

  test('can be cleared', () => {
    const home = newFolder()
    run(['plan', '--date', '+3d'], { home })
    expect(run(['plan', '--clear'], { home })).toMatchObject({
      code: 0,
      err: expect.stringContaining('cleared'),
    })
    expect(run(['plan', '--json'], { home }).out).toBe('null\n')
    expect(run(['drill', '--pick', 'plan'], { home })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There is no plan\.\n/),
    })
  })

  test.each([
    ['2020-01-01', /is in the past\.\n/],
    [inDays(0), /^The interview is today: /],
    ['+3650d', /is more than a year away\.\n/],
    ['2027-02-30', /is not a date\.\n/],
    ['next friday', /is not a date\.\n/],
  ])('for %s is refused in a sentence', (date, message) => {
    expect(run(['plan', '--date', date], { home: newFolder() })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(message),
    })
  })

  test('with attempts that are dated after today says so', () => {
    const home = newFolder()
    run(['plan', '--date', '+5d'], { home })
    run(['drill', '1'], { home }, answer)
    const [name = ''] = readdirSync(join(home, 'attempts'))
    const path = join(home, 'attempts', name)
    const later = readFileSync(path, 'utf8').replaceAll(/"at":"[\d-]{10}/g, `"at":"${inDays(2)}`)
    writeFileSync(path, `${later}\n`)
    expect(run(['plan'], { home })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Interview /),
      err: expect.stringMatching(/^Some attempts are dated in the future/),
    })
  })
})

describe('the home screen', () => {
  test('tells of the interview, and asks what is planned', () => {
    const home = newFolder()
    run(['plan', '--date', '+9d', '--minutes', '60'], { home })
    run(['drill', '1'], { home }, answer)
    const { out } = run([], { home })
    expect(out).toMatch(
      /^Interview \w{3} \d+ \w{3}, in 9 days · 0 of 7 ready · 0 of 7 stories written\nToday: 6 questions, about \d+ minutes\n/,
    )
    expect(out).toContain('(not rehearsed yet)')
    expect(out).toContain('Question 1 of 6')
  })

  test('shows the plan to somebody without a history too', () => {
    const home = newFolder()
    run(['plan', '--date', '+9d', '--minutes', '60'], { home })
    const { out } = run([], { home })
    expect(out).toMatch(
      /^Welcome to greenroom\..*\n[\s\S]*Interview .* in 9 days · 0 of 7 ready[\s\S]*Question 1 of 7/,
    )
  })

  test('offers the page before what was left unfinished', () => {
    const home = newFolder()
    run(['drill', '1', '2'], { home }, answer)
    run(['config', 'set', 'plan.date', inDays(0)], { home })
    expect(run([], { home }, '\n').out).toContain('your page for the morning')
  })

  test('asks again another time where the input ends or q comes', () => {
    const home = planFor(1)
    run([], { home })
    run([], { home }, 'q\n')
    expect(run(['config', 'get', 'plan.date'], { home }).out).toBe(`${inDays(-1)}\n`)
    expect(run(['bank', 'list'], { home }).out).not.toContain('came-up')
  })

  test('offers the page for the morning on the day, and asks nothing that is scored', () => {
    const home = planFor(0)
    const { code, out } = run([], { home }, '\n')
    expect(code).toBe(0)
    expect(out).toContain('Today is the day')
    expect(out).toContain('your page for the morning')
    expect(out).not.toContain('Enter when you start to speak')
    expect(run([], { home }, 'q\n').out).not.toContain('# ')
  })

  test('asks after the interview what came up, once, and keeps it as a bank', () => {
    const home = planFor(1)
    const { code, out } = run([], { home }, 'Why us?\nTell me about a failure\n\nq\n')
    expect(code).toBe(0)
    expect(out).toContain('Added: 2 questions.')
    expect(json(['list', '--bank', 'came-up'], home)).toMatchObject([
      { question: 'Why us?' },
      { question: 'Tell me about a failure' },
    ])
    expect(run([], { home }, 'q\n').out).not.toContain('came up')
  })

  test('takes every line for a question, however it looks', () => {
    const home = planFor(1)
    const lines = ['Strengths', '# 1', '- your plan', '2. *failure*', '<b>why</b> us', '???', 'Strengths']
    expect(run([], { home }, `${lines.join('\n')}\n\nq\n`).out).toContain('Added: 7 questions.')
    expect(json(['list', '--bank', 'came-up'], home)).toMatchObject(lines.map((question) => ({ question })))
  })

  test('keeps what came up before, in backups and where its file is gone', () => {
    const home = planFor(1)
    run([], { home }, 'Why us?\n\nq\n')
    const file = join(newFolder(), 'all.backup')
    run(['backup', file], { home })
    const restored = newFolder()
    run(['restore', file], { home: restored })
    expect(readFileSync(join(restored, 'came-up.md'), 'utf8')).toContain('### Why us?')
    rmSync(join(home, 'came-up.md'))
    run(['config', 'set', 'plan.date', inDays(-1)], { home })
    run([], { home }, 'And why now?\n\nq\n')
    expect(json(['list', '--bank', 'came-up'], home)).toMatchObject([
      { question: 'Why us?' },
      { question: 'And why now?' },
    ])
  })

  test('asks it on a terminal too, and again next time where somebody quits', async () => {
    const home = planFor(2)
    const env = {
      EDITOR: `${process.execPath} ${fileWith("require('fs').appendFileSync(process.argv[2], 'How do you decide?\\n')", 'editor.js')}`,
    }
    const quitting = live([], { home, env })
    await quitting.sees('q later')
    quitting.type('q')
    expect(await quitting.ended).toBe(0)
    const writing = live([], { home, env })
    await writing.sees('q later')
    writing.type('\r')
    await writing.sees('Added: 1 question.')
    await writing.sees('Enter starts')
    writing.type('q')
    await writing.ended
    expect(json(['list', '--bank', 'came-up'], home)).toMatchObject([{ question: 'How do you decide?' }])
  })
})

test('export sheet has the story, else key points, and the change, the weakest first', () => {
  const home = newFolder()
  run(['drill', '1'], { home }, answer)
  run(['drill', '2'], { home }, '\n\n1\n\n\nbreathe\n')
  run(['story', '1', '--text', 'We cut the bill by half. Then we went on.'], { home })
  const { out } = run(['export', 'sheet'], { home })
  expect(out.indexOf('mentor junior')).toBeLessThan(out.indexOf('hands-on'))
  expect(out).toContain('  We cut the bill by half.\n  *Change: name the number*\n')
  expect(out).toContain('*Change: breathe*')
  expect(out).toContain('And 5 more questions.')
})

test('an attempt says when its question comes back', () => {
  const home = newFolder()
  expect(
    run(['drill', '1', '2'], { home }, answer + answer).out.match(/Saved\.\nBack in \d+ days\.\n/g),
  ).toHaveLength(2)
  expect(run(['drill', '3', '--extra'], { home }, answer).out).toMatch(/Saved\.\n(?!Back)/)
})

test('stats tells of the days practised, and of a part of the time', () => {
  const home = newFolder()
  run(['drill', '1'], { home }, answer)
  expect(run(['stats'], { home }).out).toMatch(/Days practised\nMon [\s\S]*\nSun .*\n1 of the last 14 days\./)
  expect(json(['stats', '--since', '1d'], home)).toMatchObject({ since: inDays(0), attempts: 1 })
  expect(run(['stats', '--since', 'tomorrow'], { home })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--since cannot be "tomorrow"\.\n/),
  })
})
