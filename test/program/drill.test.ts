import { describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { fileWith, journal, newFolder, run } from './greenroom.ts'

const firstQuestion = 'How do you balance hands-on technical work vs leadership?'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('--version prints the version of the package', () => {
  expect(run(['--version'], { home: newFolder() })).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test('help shows the commands in their four groups, and touches nothing', () => {
  const { code, out } = run(['--help'], { home: '/nowhere/at/all' })
  expect(code).toBe(0)
  expect(out.match(/^(Rehearse|Prepare|Look back|Data):$/gm)).toHaveLength(4)
})

test('without a history and without input, the first question is asked and nothing is lost', () => {
  const { code, out } = run([], { home: newFolder() })
  expect(code).toBe(0)
  expect(out).toContain('Welcome')
  expect(out).toContain(firstQuestion)
  expect(out).toContain('Enter when you start to speak')
})

describe('a plain drill of one question', () => {
  const home = newFolder()
  const input = '\n\n3\n1 2\n\nname the number first\n'
  const { code, out, err } = run(['drill', '1'], { home }, input)
  const attempts = journal(home).filter((line) => line.type === 'attempt')

  test('reads one line for each thing asked, and ends well', () => {
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.match(/Saved\./g)).toHaveLength(1)
    for (const words of ['Enter when you have finished', 'nailed it', 'Model answer', 'points', 'change']) {
      expect(out).toContain(words)
    }
    expect(out).not.toContain('\u001b')
  })

  test('is in the journal at each score, with all fields', () => {
    const [committed, reviewed, final] = attempts
    expect(attempts).toHaveLength(3)
    expect(reviewed).toEqual({ ...final, at: reviewed?.at, change: null })
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

  test('is told by stats, show, list and the notes', () => {
    const stats = JSON.parse(run(['stats', '--json'], { home }).out)
    expect(stats).toMatchObject({
      attempts: 1,
      questions: { total: 7, attempted: 1, ready: 0 },
      weakest: [{ id: 'leadership/hands-on-vs-leadership', lastScore: 3 }],
    })
    const shown = JSON.parse(run(['show', '1', '--json'], { home }).out)
    expect(shown).toMatchObject({
      number: 1,
      lastScore: 3,
      attempts: 1,
      history: [{ change: 'name the number first', of: 4 }],
    })
    expect(shown.history[0].made).toHaveLength(2)
    expect(run(['show', '1'], { home }).out).toContain('name the number first')
    const [first, second] = JSON.parse(run(['list', '--json'], { home }).out)
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
    const notes = run(['export', 'notes'], { home }).out
    expect(notes).toContain('**Change:** name the number first')
    expect(notes).toContain('Made 2 of 4: 20/80 split; Code Reviews')
    expect(notes).toContain('Missed: RFCs (Request for Comments)')
  })

  test('shows its change the next time', () => {
    expect(run(['drill', '1'], { home }).out).toContain('name the number first')
    const home_ = run([], { home }).out
    expect(home_).toContain('0 of 7 ready')
  })

  test('is taken back by undo', () => {
    const { code: undone, err: said } = run(['undo'], { home })
    expect(undone).toBe(0)
    expect(said).toContain('Taken back: How do you balance')
    expect(JSON.parse(run(['stats', '--json'], { home }).out).attempts).toBe(0)
    expect(run(['undo'], { home })).toMatchObject({ code: 0, err: 'There is no attempt to take back.\n' })
  })
})

test('what is typed is kept, and nothing in it is a command', () => {
  const home = newFolder()
  const { code } = run(['drill', '2', '--typed'], { home }, '\nq\n?\n\ns\n.\n2\n\n\n\n')
  expect(code).toBe(0)
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({
    typed: 'q\n?\n\ns',
    score: 2,
  })
})

test('a plain mock asks, scores, debriefs and takes one change along', () => {
  const home = newFolder()
  const input = `${'\n\n\n4\n'}${'\n\n\n2\n'}1\n\n1 2 3\n3\nbreathe\n`
  const { code, out } = run(['mock', '2', '3'], { home }, input)
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

describe('picks', () => {
  const questions = (out: string): string[] => out.match(/(?<=Question 1 of \d+[^\n]*\n\n)[^\n]+/g) ?? []
  const asked = (args: string[]): string[] => {
    const home = newFolder()
    run(['drill', ...args], { home }, 's\n'.repeat(20))
    const start = journal(home).find((line) => line.type === 'rehearsal')
    return start?.type === 'rehearsal' ? start.questions : []
  }

  test('are the same with the same seed, and others with another', () => {
    const of = (seed: string): string[] => asked(['--pick', 'random', '-n', '7', '--seed', seed])
    expect(of('5')).toEqual(of('5'))
    expect(of('5')).not.toEqual(of('6'))
    expect(of('5')).toHaveLength(7)
  })

  test('are as many as asked for, or as fit, or as there are', () => {
    expect(asked([])).toHaveLength(3)
    expect(asked(['-n', '2'])).toHaveLength(2)
    expect(asked(['--minutes', '4'])).toHaveLength(2)
    const home = newFolder()
    const { code, err } = run(['drill', '-n', '50'], { home }, 'q\n')
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('only 7 questions') })
  })

  test('of a topic come from its section', () => {
    expect(asked(['--topic', 'coaching', '-n', '7'])).toHaveLength(7)
  })

  test('show the question by its words and by its id', () => {
    const { out } = run(['drill', 'push back'], { home: newFolder() })
    expect(questions(out)).toEqual(['Describe a time you had to push back on stakeholders.'])
    expect(
      questions(run(['drill', 'leadership/push-back-on-stakeholders'], { home: newFolder() }).out),
    ).toEqual(questions(out))
  })
})

test('a story from a file in an old encoding is decoded, and that is told', () => {
  const home = newFolder()
  const bytes = Buffer.from('It\x92s \x93mine\x94 \x96 20 \x80.', 'latin1')
  expect(run(['story', '5', '--text', '-'], { home }, bytes)).toMatchObject({
    code: 0,
    err: expect.stringContaining('was read as CP1252'),
  })
  expect(run(['show', '5'], { home }).out).toContain('It’s “mine” – 20 €.')
})

test('a story is written, shown, reviewed against, and taken away', () => {
  const home = newFolder()
  const text = 'I led **Apollo**.\n\n- cut costs\n- shipped early'
  expect(run(['story', '5', '--text', '-'], { home }, text).code).toBe(0)
  expect(run(['show', '5'], { home }).out).toContain('Your story\nI led Apollo.')
  const { out } = run(['drill', '5'], { home }, '\n\n3\n1\n\n\n')
  expect(out).toContain('Your story')
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({ points: 'story', of: 3 })
  expect(run(['export', 'notes'], { home }).out).toContain('> I led **Apollo**.')
  expect(run(['note', '5', '--text', ''], { home })).toMatchObject({
    code: 0,
    err: 'The story is removed.\n',
  })
  expect(JSON.parse(run(['show', '5', '--json'], { home }).out).story).toBeNull()
})

test('settings are set, used, listed and unset', () => {
  const home = newFolder()
  expect(run(['config', 'set', 'count', '1'], { home })).toMatchObject({ code: 0, err: 'count is 1.\n' })
  expect(run(['drill'], { home }).out).toContain('Question 1 of 1')
  expect(run(['config', 'get', 'count'], { home }).out).toBe('1\n')
  expect(JSON.parse(run(['config', '--json'], { home }).out)).toMatchObject({ count: 1, talk: '2m' })
  run(['config', 'unset', 'count'], { home })
  expect(run(['config', 'get', 'count'], { home }).out).toBe('3\n')
})

test('what was undone does not come back when its rehearsal is taken up again', () => {
  const home = newFolder()
  run(['drill', '1', '2', '3'], { home }, '\n\n3\n1\n\n\n\n\n2\n')
  run(['undo'], { home })
  const { out } = run([], { home }, '\n\n\n4\n1\n\nslower\n')
  expect(out).toContain('Question 2 of 3')
  expect(JSON.parse(run(['stats', '--json'], { home }).out).attempts).toBe(2)
})

test('a bank that was removed takes its unfinished rehearsal along', () => {
  const home = newFolder()
  const file = fileWith('### One?\n**Answer:** a\n\n### Two?\n**Answer:** b\n', 'foo.md')
  run(['bank', 'add', file, '--yes'], { home })
  run(['drill', '1', '2', '--bank', 'foo'], { home }, '\n\n3\n1\n\n\n')
  expect(JSON.parse(run(['stats', '--json', '--bank', 'foo'], { home }).out)).toMatchObject({ attempts: 1 })
  run(['drill', '1'], { home }, '\n\n3\n1\n\n\n')
  expect(JSON.parse(run(['stats', '--json', '--bank', 'foo'], { home }).out)).toMatchObject({ attempts: 1 })
  expect(
    run(['export', 'progress', '--bank', 'foo', '--format', 'csv'], { home }).out.split('\n'),
  ).toHaveLength(3)
  run(['bank', 'remove', 'foo'], { home })
  expect(run([], { home }).code).toBe(0)
})
