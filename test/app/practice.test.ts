import { describe, expect, test } from 'vitest'
import { fileWith, journal, newFolder } from '../files.ts'
import { greenroom, inDays, json, output } from '../world.ts'

const firstQuestion = 'How do you balance hands-on technical work vs leadership?'

/** Starts and ends of four rounds, and what was cut from the second on. */
const ladderLines = '\n\n\n\nthe dates\n\n\n\n\n\nthe numbers\n'

const practicesOf = (home: string) => {
  const last = new Map(journal(home).map((line) => [line.id, line]))
  return [...last.values()].flatMap((line) => (line.type === 'practice' ? [line] : []))
}

describe('a ladder through pipes', () => {
  test('is recorded round by round, with a mode of its own', async () => {
    const home = newFolder()
    const { code, out, err } = await greenroom(['ladder', '1'], { home, input: ladderLines })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const words of [
      firstQuestion,
      'Round 4 of 4: in 0:30',
      'Enter when you start to speak',
      'What did you cut',
    ])
      expect(out).toContain(words)
    expect(out).not.toContain('\u001b')
    expect(practicesOf(home)).toEqual([
      {
        v: 1,
        id: expect.any(String),
        at: expect.any(String),
        type: 'practice',
        mode: 'ladder',
        question: 'leadership/hands-on-vs-leadership',
        rounds: [180_000, 90_000, 60_000, 30_000].map((budgetMs, at) => ({
          budgetMs,
          talkMs: expect.any(Number),
          cut: [null, 'the dates', null, 'the numbers'][at],
        })),
      },
    ])
  })

  test.each([
    ['nothing at the end of input', '', 0, 'Nothing was saved.'],
    ['what was done before it', '\n\n\n', 1, 'Stopped.'],
    ['what was done before q', '\n\n\n\nq\n', 2, 'Stopped.'],
  ])('records %s', async (_, input, rounds, words) => {
    const home = newFolder()
    expect(await output(['ladder', '1'], { home, input })).toContain(words)
    expect(practicesOf(home).flatMap((line) => (line.mode === 'ladder' ? line.rounds : []))).toHaveLength(
      rounds,
    )
  })

  test.each([
    [['ladder'], 2, 'A ladder needs a question.'],
    [['ladder', '1', '--seed', '3'], 2, 'Name a question or have it picked, not both.'],
    [['ladder', '99'], 1, 'There is no question "99"'],
    [['ladder', '--topic', 'cooking'], 1, 'There is no topic "cooking"'],
    [['ladder', '--competency', 'conflict'], 1, 'Competencies: none.'],
    [
      ['sprint', '--competency', 'x', '--bank', 'manager'],
      1,
      'There is no competency "x" in the bank manager.',
    ],
    [['sprint', '-n', '0'], 2, '--count cannot be "0"'],
    [['sprint', 'something'], 2, 'Too many arguments'],
  ])('%j is refused in a sentence', async (args, code, words) => {
    const ended = await greenroom(args, { home: newFolder() })
    expect(ended.code).toBe(code)
    expect(ended.err).toContain(words)
  })

  test('takes a question without answer or points', async () => {
    const home = newFolder()
    await greenroom(
      ['bank', 'add', fileWith('## A\n### What is left?\n### And what not?\n'), '--as', 'bare', '--yes'],
      { home },
    )
    const out = await output(['ladder', 'left', '--bank', 'bare'], { home, input: ladderLines })
    expect(out).toContain('The ladder')
    expect(out).not.toContain('To choose from')
    const sprint = await output(['sprint', '--bank', 'bare'], { home, input: '\nx\nx\nx\nx\n' })
    expect(sprint).toContain('Nothing came.\n')
  })
})

describe('a sprint through pipes', () => {
  test('asks the freezes again at once, and first next time', async () => {
    const home = newFolder()
    const input = '\nThe freeze: two days lost\nx\n\n\nx\n\n\n\n\n'
    const first = await greenroom(['sprint', '--seed', '3'], { home, input })
    expect(first.err).toBe('There are only 7 questions to ask; you get all of them.\n')
    expect(first.out).toContain('Once more, the 2 that did not come:')
    const [sprint] = practicesOf(home)
    const answers = sprint?.mode === 'sprint' ? sprint.answers : []
    expect(answers).toHaveLength(9)
    expect(answers[0]).toMatchObject({ line: 'The freeze: two days lost', froze: false })
    const frozen = [answers[1]?.question, answers[4]?.question]
    expect(answers.slice(7)).toMatchObject(frozen.map((question) => ({ question, froze: false })))
    const second = await output(['sprint', '-n', '2'], { home, input: '\n\n\n' })
    expect(second).toContain('First the 2 that did not come last time.')
    const next = practicesOf(home)[1]
    expect(next?.mode === 'sprint' ? next.answers.map(({ question }) => question) : []).toEqual(frozen)
    expect(await output(['sprint', '-n', '2'], { home, input: 'q\n' })).not.toContain(
      'did not come last time',
    )
  })

  test('in a bank of three asks three, and says so', async () => {
    const home = newFolder()
    const bank = '## A\n### One?\nYes.\n### Two?\nNo.\n### Three?\nPerhaps.\n'
    await greenroom(['bank', 'add', fileWith(bank), '--as', 'small', '--yes'], { home })
    const { out, err } = await greenroom(['sprint', '--bank', 'small'], { home, input: '\n\n\n\n' })
    expect(err).toBe('There are only 3 questions to ask; you get all of them.\n')
    expect(out).toContain('3 of 3 first lines in time.')
  })

  test('asks the same with the same seed', async () => {
    const asked = async (seed: string): Promise<string[]> => {
      const home = newFolder()
      await output(['sprint', '--bank', 'manager', '--seed', seed], { home, input: '\n'.repeat(11) })
      return practicesOf(home)
        .flatMap((line) => (line.mode === 'sprint' ? line.answers : []))
        .map(({ question }) => question)
    }
    expect(await asked('4')).toEqual(await asked('4'))
    expect(await asked('4')).not.toEqual(await asked('5'))
  })
})

describe('what was practised', () => {
  test('is in stats, show and notes, and moves nothing else; undo takes it back', async () => {
    const home = newFolder()
    const now = new Date(2026, 10, 23, 9)
    await output(['drill', '1'], { home, now, input: '\n\n3\n1\n\n\n' })
    const looks: string[][] = [
      ['next'],
      ['list', '--json'],
      ['plan', '--json'],
      ['export', 'progress'],
      ['stats', '--json'],
      ['stats'],
      ['show', '1', '--json'],
      ['show', '1'],
      ['export', 'notes'],
    ]
    await output(['plan', '--date', inDays(6), '--minutes', '20'], { home, now })
    const seen = async (from: string[][]): Promise<string[]> => {
      const texts: string[] = []
      for (const args of from) texts.push(await output(args, { home, now }))
      return texts
    }
    const before = await seen(looks)
    await output(['ladder', '1'], { home, now, input: ladderLines })
    await output(['sprint'], { home, now, input: `\n${'x\n'.repeat(14)}` })
    expect(await seen(looks.slice(0, 4))).toEqual(before.slice(0, 4))

    expect(await json(['stats'], { home, now })).toMatchObject({
      attempts: 1,
      daysPractised: { count: 1 },
      practice: {
        ladders: { count: 1, rounds: 4, inTime: 4 },
        sprints: { count: 1, answers: 7, froze: 7, last: { answers: 7, froze: 7 } },
      },
    })
    expect(await output(['stats'], { home, now })).toContain(
      'Ladders and sprints\n1 ladder: 4 of 4 rounds in time.\n1 sprint: 0 of 7 first lines came in time, in the last one 0 of 7.\n',
    )
    const { practice } = await json(['show', '1'], { home, now })
    expect(practice).toMatchObject([
      { mode: 'ladder', rounds: [{ budgetMs: 180_000 }, { cut: 'the dates' }, {}, { cut: 'the numbers' }] },
      { mode: 'sprint', answers: [{ froze: true }, { froze: true }] },
    ])
    const cuts = '0:00 of 1:30, cut: the dates; 0:00 of 1:00; 0:00 of 0:30, cut: the numbers'
    for (const args of [
      ['show', '1'],
      ['export', 'notes'],
    ]) {
      const text = await output(args, { home, now })
      expect(text).toContain(cuts)
      expect(text).toContain('sprint: did not come (0:00), then did not come (0:00)')
    }

    expect((await greenroom(['undo'], { home, now })).err).toMatch(
      /^Taken back: the sprint of 2026-11-23 09:0/,
    )
    expect((await greenroom(['undo'], { home, now })).err).toContain(
      `Taken back: the ladder on ${firstQuestion}`,
    )
    expect(await seen(looks)).toEqual(before)
    expect((await greenroom(['undo'], { home, now })).err).toContain('3 solid')
  })

  test('is in stats and notes also where there is no attempt, or none since', async () => {
    const home = newFolder()
    await output(['drill', '1'], { home, now: new Date(2026, 10, 2, 9), input: '\n\n3\n1\n\n\n' })
    const now = new Date(2026, 10, 23, 9)
    await output(['ladder', '2', '--bank', 'manager'], { home, now, input: ladderLines })
    const stats = await output(['stats', '--since', '2d'], { home, now })
    expect(stats).toContain('No attempts since')
    expect(stats).toContain('1 ladder: 4 of 4')
    expect(await output(['stats', '--bank', 'manager'], { home, now })).toContain('1 ladder: 4 of 4')
    expect(await output(['stats', '--bank', 'leadership'], { home, now })).not.toContain('1 ladder')
    const notes = await output(['export', 'notes'], { home, now })
    expect(notes).toContain('**Ladders and sprints**')
    expect(notes).toContain('cut: the dates')
  })
})

test('what was practised of a question that is gone stays in the notes', async () => {
  const home = newFolder()
  const file = fileWith('## A\n### One?\nYes.\n### Two?\nNo.\n')
  await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
  await output(['ladder', '1', '--bank', 'mine'], { home, input: ladderLines })
  await output(['sprint', '--bank', 'mine'], { home, input: '\nx\nx\nx\nx\n' })
  await output(['bank', 'remove', 'mine'], { home })
  const notes = await output(['export', 'notes'], { home })
  expect(notes).toContain('No longer in a bank')
  expect(notes).toContain('cut: the dates')
  expect(await output(['stats'], { home })).toContain('1 ladder: 4 of 4')
  expect(await output(['sprint'], { home, input: 'q\n' })).not.toContain('did not come last time')
})

describe('a mock with a warm-up', () => {
  const startOf = (home: string) =>
    journal(home).findLast((line) => line.type === 'rehearsal' && line.state === 'start')

  test('asks one question more first, of which nothing is recorded', async () => {
    const home = newFolder()
    const args = ['mock', '-n', '2', '--warm-up', '--no-follow-ups', '--seed', '3']
    const { out, err } = await greenroom(args, { home, input: '\n\n\n\n3\n\n\n3\n\n\n\n\n\n\n' })
    expect(err).toBe('')
    expect(out.indexOf('Warm-up.')).toBeLessThan(out.indexOf('Question 1 of 2'))
    expect(out).toContain('That was the warm-up')
    expect(practicesOf(home)).toEqual([])
    expect(
      new Set(journal(home).flatMap((line) => (line.type === 'attempt' ? line.question : []))).size,
    ).toBe(2)
    const start = startOf(home)
    expect(start?.type === 'rehearsal' ? start.questions : []).toHaveLength(2)
  })

  test.each([
    ['gives up one of all questions', ['-n', '7'], 's\n', 6, ''],
    [
      'starts at once where the user named all',
      ['1', '2', '3', '4', '5', '6', '7'],
      '',
      7,
      'There is no other question',
    ],
    ['goes on after a warm-up that is skipped', ['1'], 's\n', 1, ''],
  ])('%s', async (_, args, input, questions, said) => {
    const home = newFolder()
    const { err } = await greenroom(['mock', '--warm-up', ...args], { home, input: `${input}q\n` })
    expect(err).toContain(said)
    const start = startOf(home)
    expect(start?.type === 'rehearsal' ? start.questions : []).toHaveLength(questions)
  })

  test('is over where the warm-up is quit', async () => {
    const home = newFolder()
    expect(await output(['mock', '--warm-up'], { home, input: 'q\n' })).toContain(
      'Stopped. Nothing was scored.',
    )
    expect(startOf(home)).toBeUndefined()
  })
})

describe('--competency', () => {
  test.each([
    ['drill', ['drill', '-n', '3']],
    ['drill with a plan', ['drill', '-n', '3', '--pick', 'plan']],
    ['mock', ['mock', '-n', '3']],
    ['sprint', ['sprint', '-n', '3']],
    ['ladder', ['ladder']],
  ])('leaves %s only questions that look for it', async (_, args) => {
    const home = newFolder()
    const { questions } = await json(['export', 'bank', '--bank', 'manager'], { home })
    const [competency] = questions[0].competencies
    await output(['plan', '--date', inDays(9), '--bank', 'manager'], { home })
    const meant = questions
      .filter((each: { competencies: string[] }) => each.competencies.includes(competency))
      .map(({ id }: { id: string }) => id)
    await output([...args, '--competency', competency.toUpperCase(), '--bank', 'manager', '--seed', '1'], {
      home,
      input: '\n\n\nq\n',
    })
    const asked = journal(home).flatMap((line) => {
      if (line.type === 'rehearsal') return line.questions
      if (line.type !== 'practice') return []
      return line.mode === 'ladder' ? [line.question] : line.answers.map(({ question }) => question)
    })
    expect(asked.length).toBeGreaterThan(0)
    expect(meant).toEqual(expect.arrayContaining(asked))
  })
})
