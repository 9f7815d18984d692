import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Line, LineOf } from '../../src/progress/journal.ts'
import { runs } from '../chance.ts'
import { journal, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

/** Makes these lines the journal of a home: what a process left that was killed then. */
function write(home: string, lines: readonly Line[]): string {
  const [name] = readdirSync(join(home, 'attempts'))
  writeFileSync(
    join(home, 'attempts', name ?? ''),
    lines.map((line) => `\n${JSON.stringify(line)}\n`).join(''),
  )
  return home
}

const draftLine = (reviewed: LineOf<'attempt'>, text: string): Line => ({
  v: 1,
  type: 'draft',
  id: 'd',
  at: reviewed.at,
  rehearsal: reviewed.rehearsal,
  of: reviewed.id,
  what: 'change',
  question: reviewed.question,
  text,
  thinkMs: 0,
  talkMs: 0,
})

const attempts = (home: string) => {
  const last = new Map<string, Line>()
  for (const line of journal(home)) if (line.type === 'attempt') last.set(line.id, line)
  return [...last.values()]
}

test('an answer that was written and not scored is offered, goes on, and becomes the attempt', async () => {
  const home = newFolder()
  const left = await greenroom(['drill', '1', '2', '--typed'], { home, input: '\nI led\nthe migr' })
  expect(left.out).toContain('Not scored yet:\n\nI led\nthe migr')
  expect(left.out).toContain('To go on with what you wrote, start greenroom without a command.')
  const { out } = await greenroom([], { home, input: '\nit\n.\n3\n\n\n\n' })
  expect(out).toContain(
    'At 09:00 you left a drill unfinished, at question 1 of 2: "How do you balance hands-on technical work vs leadership?" What you typed is kept.',
  )
  expect(out).toContain('What you wrote so far\n\nI led\nthe migr')
  expect(attempts(home)).toMatchObject([{ typed: 'I led\nthe migr\nit', score: 3 }])
  const drafts = journal(home).filter((line) => line.type === 'draft' && line.what === 'answer')
  expect(drafts).toMatchObject([{ of: attempts(home)[0]?.id, what: 'answer' }])
  // where the attempt is taken back, it is a draft again, and makes another one
  await greenroom(['undo'], { home })
  const again = await greenroom([], { home, input: '\n.\n4\n\n\n\nq\n' })
  expect(again.out).toMatch(/at question 1 of 2: .* What you typed is kept\./)
  expect((await json(['show', '1'], { home })).history).toMatchObject([{ score: 4 }])
  const last = await output([], { home, input: 'q\n' })
  expect(last).toContain('at question 2 of 2: "How do you mentor')
  expect(last).not.toContain('What you typed')
})

test('the offer to resume names the time of the last line and the question, cut to a line', async () => {
  const home = newFolder()
  const long = `### Why ${'so '.repeat(40)}long?\n\nThat.\n\n### And then?\n\nThis.\n`
  await greenroom(['bank', 'add', '-', '--as', 'own', '--yes'], { home, input: long })
  const bank = ['--bank', 'own']
  const now = new Date(2026, 10, 23, 22, 14)
  await greenroom(['drill', '1', '2', '--typed', ...bank], { home, now, input: '\nI led\n' })
  const out = await output([], { home, now, input: 'q\n' })
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(
    /^At 22:14 you left a drill unfinished, at question 1 of 2: "Why so [so ]*…" What you typed is kept\./,
  )
  await greenroom([], { home, now, input: '\n.\n3\n\n\nq\n' })
  expect(await output([], { home, now, input: 'q\n' })).toContain(
    'at question 2 of 2: "And then?" 1 answer scored and saved. Enter',
  )
})

test('a mock of which all was answered goes on after its last question', async () => {
  const home = newFolder()
  await greenroom(['mock', '1', '2', '--no-follow-ups'], { home, input: '\n\n2\n\n\n3\n' })
  // as where the machine lost its power there
  write(home, journal(home).slice(0, 3))
  expect(await output([], { home, input: 'q\n' })).toContain(
    'a mock unfinished, after the last of 2 questions.',
  )
})

test('an answer that is not scored stays a draft however often it is left', async () => {
  const home = newFolder()
  await greenroom(['drill', '1', '--typed'], { home, input: '\nOne\n' })
  await greenroom([], { home, input: '\nTwo\n' })
  await greenroom([], { home, input: '\nThree\n.\nq\n' })
  await greenroom([], { home, input: '\n.\n3\n\n\n\n' })
  expect(attempts(home)).toMatchObject([{ typed: 'One\nTwo\nThree' }])
})

test('a question that is asked again is asked once more, however often its rehearsal is left', async () => {
  const home = newFolder()
  await greenroom(['drill', '1', '2', '3', '--typed'], { home, input: '\n.\n3\n\n\n\n' })
  // as when somebody asked for it again and was killed while writing
  const lines = journal(home).filter((line) => line.type !== 'rehearsal' || line.state === 'start')
  const scored = lines.findLast((line) => line.type === 'attempt') as LineOf<'attempt'>
  write(home, [...lines, { ...draftLine(scored, 'One'), what: 'answer', of: 'again' } as Line])
  for (const text of ['Two', 'Three']) {
    const { out } = await greenroom([], { home, input: `\n${text}\n` })
    expect(out).toContain(
      'at question 1 of 3: "How do you balance hands-on technical work vs leadership?" What you typed is kept. 1 answer scored and saved.',
    )
    expect(out).toContain('Question 1 of 3, again')
  }
  const { out } = await greenroom([], { home, input: `\n.\n4\n1\n\n\n${'s\ns\n'.repeat(2)}` })
  expect(out.match(/Question \d of \d.*?(?= ·|\n)/g)).toEqual([
    'Question 1 of 3, again',
    'Question 2 of 3',
    'Question 3 of 3',
  ])
  expect(attempts(home)).toMatchObject([{ score: 3 }, { score: 4, typed: 'One\nTwo\nThree' }])
})

test('what a review did not ask yet is asked, wherever it was cut off', async () => {
  const whole = newFolder()
  await greenroom(['drill', '1', '2'], { home: whole, input: `${'\n\n3\n1\n4\nslower\n'}${'\n\n2\n\n\n\n'}` })
  const lines = journal(whole)
  const expected: Record<string, string> = {
    // start, then the first question: committed, reviewed, changed; then the second; then the end
    2: 'Which points did you make?',
    3: 'What will you change next time?',
    4: 'Question 2 of 2',
    5: 'Which points did you make?',
    6: 'What will you change next time?',
    7: 'Results',
  }
  for (const [length, prompt] of Object.entries(expected)) {
    const home = newFolder()
    await greenroom(['config', 'set', 'count', '3'], { home })
    write(home, lines.slice(0, Number(length)))
    const { out } = await greenroom([], { home, input: '\n' })
    const after = out.slice(out.indexOf('q quits, ? help'))
    const first = Math.min(
      ...Object.values(expected)
        .map((each) => after.indexOf(each))
        .filter((at) => at >= 0),
    )
    expect(after.slice(first)).toMatch(new RegExp(`^${prompt.replace(/\?/g, '\\?')}`))
  }
})

test('a change that was being typed is there again in plain mode: Enter takes it, - leaves it out', async () => {
  for (const [input, change] of [
    ['\n\n', 'slow'],
    ['\n-\n', null],
    ['\nlouder\n', 'louder'],
  ] as const) {
    const home = newFolder()
    await greenroom(['drill', '1'], { home, input: '\n\n3\n1\n4\nslower\n' })
    const [start, committed, reviewed] = journal(home)
    if (!start || !committed || reviewed?.type !== 'attempt') throw new Error('no review')
    const draft = draftLine(reviewed, 'slow')
    write(home, [start, committed, reviewed, draft])
    const { out } = await greenroom([], { home, input })
    expect(out).toContain('What will you change next time? (a line, Enter for "slow", - for none): ')
    expect(attempts(home)).toMatchObject([{ change, score: 4 }])
    expect((await json(['show', '1'], { home })).history).toMatchObject([{ change }])
    expect(await output([], { home })).not.toContain('unfinished')
  }
})

test('a change that was typed and not given is never lost, though its drill is not gone on with', async () => {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: '\n\n3\n1\n4\nslower\n' })
  const [start, committed, reviewed] = journal(home)
  if (!start || !committed || reviewed?.type !== 'attempt') throw new Error('no review')
  write(home, [start, committed, reviewed, draftLine(reviewed, 'slow')])
  for (const input of ['q\n', 'n\nq\n', '\n']) {
    expect((await json(['show', '1'], { home })).history).toMatchObject([{ change: 'slow' }])
    expect(await output(['export', 'notes'], { home })).toContain('**Change:** slow')
    await greenroom([], { home, input })
  }
  expect(await output([], { home })).toContain('Your change from last time: slow')
  expect(await output(['drill', '1'], { home })).toContain('slow')
  await greenroom(['undo'], { home })
  expect(await output(['export', 'notes'], { home })).not.toContain('slow')
})

test('the journal of an older greenroom is resumed as before', async () => {
  const home = newFolder()
  await greenroom(['drill', '1', '2'], { home, input: '\n\n3\n1\n4\nslower\n' })
  const old = journal(home).flatMap((line): Line[] => {
    if (line.type !== 'attempt') return [line]
    const { pending: _, ...rest } = line
    return [rest]
  })
  write(home, old.slice(0, 3))
  const { out } = await greenroom([], { home, input: '\n' })
  expect(out).toContain('Question 2 of 2')
  expect(out).not.toContain('What will you change')
})

const offer = (mode: string, at: number, of: number): string =>
  `you left a ${mode} unfinished, at question ${at} of ${of}: "`

test('another rehearsal leaves those open in which something is still to be asked for, and closes the others', async () => {
  const home = newFolder()
  await greenroom(['drill', '1', '2', '--typed'], { home, input: '\nI led\n' })
  // scored, without its review
  await greenroom(['drill', '3', '4'], { home, input: '\n\n2\n' })
  // scored and reviewed: there is only a question that was not asked
  await greenroom(['drill', '5', '6'], { home, input: '\n\n2\n1\n\n\nq\n' })
  await greenroom(['drill', '7'], { home, input: '\n\n3\n1\n\n\n\n' })
  const newest = await output([], { home, input: 'n\nq\n' })
  expect(newest).toContain(offer('drill', 1, 2))
  expect(newest).not.toContain('What you typed')
  // one offer at each start, the newest first
  expect(newest.split('you left')).toHaveLength(2)
  const older = await output([], { home, input: 'n\nq\n' })
  expect(older).toContain(offer('drill', 1, 2))
  expect(older).toContain('What you typed stays where it is: greenroom show 1\n')
  expect(await output(['show', '1'], { home })).toMatch(/Written and not scored\n.*I led/)
  expect((await json(['show', '1'], { home })).unscored).toMatchObject([{ text: 'I led' }])
  expect(await output(['export', 'notes'], { home })).toContain('written and not scored**\n\n> I led\n')
  expect(await output([], { home, input: 'q\n' })).not.toContain('unfinished')
})

test('what is resumed and finished makes room for the one before it', async () => {
  const home = newFolder()
  await greenroom(['drill', '1', '--typed'], { home, input: '\nOne\n' })
  await greenroom(['drill', '2', '--typed'], { home, input: '\nTwo\n' })
  const scored = '\n.\n3\n\n\n\n\n'
  expect(await output([], { home, input: scored })).toContain('What you wrote so far\n\nTwo')
  expect(await output([], { home, input: scored })).toContain('What you wrote so far\n\nOne')
  expect(await output([], { home, input: 'q\n' })).not.toContain('unfinished')
  expect(await output(['show', '1'], { home })).not.toContain('Written and not scored')
})

test('questions that are gone are left out, and what was written for another is never taken for theirs', async () => {
  const home = newFolder()
  const add = (text: string) => greenroom(['bank', 'add', '-', '--as', 'own', '--yes'], { home, input: text })
  await add('### Why this?\n\nThat.\n')
  await greenroom(['drill', 'own/why-this', '1', '--typed'], { home, input: '\nI led\n' })
  await greenroom(['bank', 'remove', 'own'], { home })
  expect(await output([], { home, input: 'q\n' })).not.toContain('unfinished')
  expect(await output(['export', 'notes'], { home })).toContain('> I led')
  await add('### Why this?\n\nThat.\n')
  expect(await output([], { home, input: '\nq\n' })).toContain('What you wrote so far\n\nI led')
})

test('the change of an answer that has nothing to compare it with is never lost either', async () => {
  const home = newFolder()
  await greenroom(['bank', 'add', '-', '--as', 'own', '--yes'], { home, input: '### Why this?\n' })
  await greenroom(['drill', 'own/why-this'], { home, input: '\n\n3\n' })
  const lines = journal(home)
  const scored = lines.findIndex((line) => line.type === 'attempt')
  write(home, [...lines.slice(0, scored + 1), draftLine(lines[scored] as LineOf<'attempt'>, 'slow')])
  await greenroom([], { home, input: 'n\nq\n' })
  expect(await output(['show', 'own/why-this'], { home })).toContain('Change: slow')
})

/** What somebody may do around an answer that is being written; `{}` stands for what they type. */
const habits: [args: string[], input: string][] = [
  [['drill', '1', '--typed'], '\n{}\n'],
  [['drill', '1', '2', '--typed'], '\n{}\n.\n'],
  [['drill', '2', '1', '--typed'], '\n{}\n.\n2\n'],
  [['drill', '1', '2', '--typed'], '\n{}\n.\n3\n\n\n\n\n'],
  [['mock', '1', '2', '--typed', '--no-follow-ups'], '\n{}\n.\n2\n'],
  [['drill', '3'], '\n\n3\n1\n\n\n\n'],
  [[], '\n{}\n'],
  [[], '\n{}\n.\n4\n\n\n\n\n'],
  [[], 'n\nq\n'],
  [[], 'q\n'],
]

test('nothing that was typed is ever out of reach', async () => {
  const habit = fc.record({ of: fc.nat(habits.length - 1), day: fc.nat(1) })
  await fc.assert(
    fc.asyncProperty(fc.array(habit, { minLength: 1, maxLength: 7 }), async (steps) => {
      const home = newFolder()
      const kept = new Set<string>()
      let day = 0
      for (const [at, step] of steps.entries()) {
        const [args, input] = habits[step.of] ?? [[], '']
        const text = `typed-${at}.`
        day += step.day
        const now = new Date(2026, 10, 23 + day, 9, at)
        const { out } = await greenroom(args, { home, now, input: input.replace('{}', text) })
        const isWritten = args.length > 0 || out.includes('What you wrote so far')
        if (input.includes('{}') && isWritten) kept.add(text)
      }
      const shown = (await output(['show', '1'], { home })) + (await output(['show', '2'], { home }))
      for (const text of kept) expect(shown).toContain(text)
    }),
    { numRuns: runs(25) },
  )
})
