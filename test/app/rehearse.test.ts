import { beforeAll, describe, expect, test } from 'vitest'
import bank from '../../data/manager.md'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { journal, newFolder } from '../files.ts'
import type { Ended } from '../world.ts'
import { greenroom, json, output } from '../world.ts'

const firstQuestion = 'How do you balance hands-on technical work vs leadership?'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

test('without a history and without input, the first question is asked and nothing is lost', async () => {
  const { code, out } = await greenroom([], { home: newFolder() })
  expect(code).toBe(0)
  expect(out).toContain('Welcome')
  expect(out).toContain(firstQuestion)
  expect(out).toContain('Enter when you start to speak')
})

describe('a plain drill of one question', () => {
  const home = newFolder()
  const input = '\n\n3\n1 2\n\nname the number first\n'
  let ended: Ended
  beforeAll(async () => {
    ended = await greenroom(['drill', '1'], { home, input })
  })

  test('reads one line for each thing asked, and ends well', async () => {
    const { code, out, err } = ended
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.match(/Saved\./g)).toHaveLength(1)
    for (const words of ['Enter when you have finished', 'nailed it', 'Model answer', 'points', 'change']) {
      expect(out).toContain(words)
    }
    expect(out).not.toContain('\u001b')
  })

  test('is in the journal at each score, with all fields', async () => {
    const attempts = journal(home).filter((line) => line.type === 'attempt')
    const [committed, reviewed, final] = attempts
    expect(attempts).toHaveLength(3)
    // after the review the change is still to be asked for
    expect(reviewed).toEqual({ ...final, at: reviewed?.at, change: null, pending: 'change' })
    expect(committed).toMatchObject({ final: false, committed: 3, score: 3, made: [], change: null })
    expect(final).toEqual({
      v: 1,
      type: 'attempt',
      id: committed?.id,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/),
      rehearsal: expect.stringMatching(uuid),
      mode: 'drill',
      question: 'leadership/hands-on-vs-leadership',
      thinkMs: expect.any(Number),
      talkMs: expect.any(Number),
      budgetMs: 90_000,
      committed: 3,
      score: 3,
      final: true,
      points: 'answer',
      made: [expect.stringContaining('20/80 split'), expect.stringContaining('Code Reviews')],
      of: 4,
      changeMade: null,
      change: 'name the number first',
      typed: null,
      followUp: null,
      extra: false,
    })
    expect(final?.id).toMatch(uuid)
    expect(journal(home).filter((line) => line.type === 'rehearsal')).toMatchObject([
      { state: 'start', mode: 'drill', questions: ['leadership/hands-on-vs-leadership'] },
      { state: 'end' },
    ])
  })

  test('is told by stats, show, list and the notes', async () => {
    const stats = await json(['stats'], { home })
    expect(stats).toMatchObject({
      attempts: 1,
      questions: { total: 7, attempted: 1, ready: 0 },
      weakest: [{ id: 'leadership/hands-on-vs-leadership', lastScore: 3 }],
    })
    const shown = await json(['show', '1'], { home })
    expect(shown).toMatchObject({
      number: 1,
      lastScore: 3,
      attempts: 1,
      history: [{ change: 'name the number first', of: 4 }],
    })
    expect(shown.history[0].made).toHaveLength(2)
    expect(await output(['show', '1'], { home })).toContain('name the number first')
    const [first, second] = await json(['list'], { home })
    expect(first).toMatchObject({ attempts: 1, lastScore: 3, due: expect.any(String) })
    expect(second).toEqual({
      id: 'leadership/mentor-engineers',
      number: 2,
      bank: 'leadership',
      section: 'Leadership, Coaching & Team Management',
      question: 'How do you mentor junior and mid-level engineers?',
      hasAnswer: true,
      hasStory: false,
      attempts: 0,
      lastScore: null,
      lastAt: null,
      due: null,
      ready: false,
    })
    const notes = await output(['export', 'notes'], { home })
    expect(notes).toContain('**Change:** name the number first')
    expect(notes).toContain('Made 2 of 4: 20/80 split; Code Reviews')
    expect(notes).toContain('Missed: RFCs (Request for Comments)')
  })

  test('shows its change the next time', async () => {
    expect(await output(['drill', '1'], { home })).toContain('name the number first')
    const home_ = await output([], { home })
    expect(home_).toContain('0 of 7 ready')
  })

  test('is taken back by undo', async () => {
    const { code: undone, err: said } = await greenroom(['undo'], { home })
    expect(undone).toBe(0)
    expect(said).toContain('Taken back: How do you balance')
    expect((await json(['stats'], { home })).attempts).toBe(0)
    expect(await greenroom(['undo'], { home })).toMatchObject({
      code: 0,
      err: 'There is nothing to take back.\n',
    })
  })
})

test('what is typed is kept, and nothing in it is a command', async () => {
  const home = newFolder()
  const { code } = await greenroom(['drill', '2', '--typed'], { home, input: '\nq\n?\n\ns\n.\n2\n\n\n\n' })
  expect(code).toBe(0)
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({
    typed: 'q\n?\n\ns',
    score: 2,
  })
})

test('a plain mock asks, scores, debriefs and takes one change along', async () => {
  const home = newFolder()
  const input = `${'\n\n\n4\n'}${'\n\n\n2\n'}1\n\n1 2 3\n3\nbreathe\n`
  const { code, out } = await greenroom(['mock', '2', '3'], { home, input })
  expect(code).toBe(0)
  expect(out.match(/Saved\./g)).toHaveLength(2)
  expect(out.match(/Updated\./g)).toHaveLength(2)
  const lines = journal(home)
  const final = lines.flatMap((line) => (line.type === 'attempt' && line.final ? line : []))
  expect(
    final.map(({ question, committed, score, made }) => [question, committed, score, made.length]),
  ).toEqual([
    ['leadership/underperforming-team-members', 2, 2, 1],
    ['leadership/mentor-engineers', 4, 3, 3],
  ])
  expect(final[0]?.followUp).toMatchObject({ text: expect.any(String), talkMs: expect.any(Number) })
  expect(lines.at(-1)).toMatchObject({ type: 'rehearsal', state: 'end', change: 'breathe' })
})

test('a reply that is none gets a sentence and the prompt again', async () => {
  const home = newFolder()
  const { out, code } = await greenroom(['drill', '1'], {
    home,
    input: 'what\n\nhm\n\n7\n3\nnine\n1\nx\n\n\n',
  })
  expect(code).toBe(0)
  expect(out).toContain(
    "Press Enter when you start to speak, or type x for don't know, s to skip, q to quit.",
  )
  expect(out).toContain('Type a number from 1 to 4, or q to quit.')
  expect(out).toMatch(/numbers of the points you made, from 1 to 4/)
  expect(out.match(/Saved\./g)).toHaveLength(1)
})

test('an attempt says when its question comes back', async () => {
  const home = newFolder()
  expect(
    (await output(['drill', '1', '2'], { home, input: answer + answer })).match(
      /Saved\.\nBack in \d+ days\.\n/g,
    ),
  ).toHaveLength(2)
  expect(await output(['drill', '3', '--extra'], { home, input: answer })).toMatch(/Saved\.\n(?!Back)/)
})

test('what was undone does not come back when its rehearsal is taken up again', async () => {
  const home = newFolder()
  await greenroom(['drill', '1', '2', '3'], { home, input: '\n\n3\n1\n\n\n\n\n2\n' })
  await greenroom(['undo'], { home })
  const { out } = await greenroom([], { home, input: '\n\n\n4\n1\n\nslower\n' })
  expect(out).toContain('Question 2 of 3')
  expect((await json(['stats'], { home })).attempts).toBe(2)
})

/** A disk that is full from the moment when a score is written, for so many attempts to write. */
function fullFor(times: number): Files {
  let left = times
  return {
    ...diskFiles,
    write(file, bytes) {
      if (left > 0 && String(bytes).includes('"type":"attempt"') && left--)
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      return diskFiles.write(file, bytes)
    },
  }
}

test.each<[string, number, string, number, number]>([
  ['is tried again when the user says so', 2, '\n\n3\n\n\n1\n\nfaster\n', 0, 1],
  ['ends the rehearsal where the user gives up', 2, '\n\n3\nq\n', 1, 0],
  ['ends it where the input ends', 2, '\n\n3\n', 1, 0],
])('a score that the disk does not take %s', async (_, failures, input, code, attempts) => {
  const home = newFolder()
  const ended = await greenroom(['drill', '1'], { home, input, files: fullFor(failures) })
  expect(ended).toMatchObject({ code })
  expect(ended.out).toMatch(/the disk is full\.\n.*\nEnter tries again, q stops without it: /)
  expect((await json(['stats'], { home })).attempts).toBe(attempts)
})

test('what a terminal puts into a line by itself is no reply', async () => {
  const home = newFolder()
  const input = '\x1b[?62;22c\n\x1b]11;rgb:0/0/0\x07\n\x1b[?62;22c3\n\n\nslo\x1b[<0;33;2Mwer\n'
  expect(await greenroom(['drill', '1'], { home, input })).toMatchObject({ code: 0 })
  const attempt = journal(home).findLast((line) => line.type === 'attempt')
  expect(attempt).toMatchObject({ committed: 3, change: 'slower' })
})

test('a mock asks in any of the wordings of its bank, and a drill in the first', async () => {
  const asked = async (form: string): Promise<string[]> => {
    const args = [form, '-n', '20', '--bank', 'manager', '--seed', '1']
    const out = await output(args, { home: newFolder(), input: 's\n'.repeat(20) })
    return [...out.matchAll(/^Question \d+ of 20.*\n\n(.*)$/gm)].map(([, question = '']) => question)
  }
  const [drill, mock] = [await asked('drill'), await asked('mock')]
  const others = bank.questions.flatMap(({ alsoAskedAs = [] }) => alsoAskedAs)
  expect([drill.length, mock.length]).toEqual([20, 20])
  expect(drill.filter((question) => others.includes(question))).toEqual([])
  expect(mock.filter((question) => others.includes(question)).length).toBeGreaterThan(5)
  expect(mock.filter((question) => drill.includes(question)).length).toBeGreaterThan(0)
})
