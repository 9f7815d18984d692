import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Line, LineOf } from '../../src/progress/journal.ts'
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
  expect(out).toContain('You left a drill unfinished, after 0 of 2 questions. What you typed is kept.')
  expect(out).toContain('What you wrote so far\n\nI led\nthe migr')
  expect(attempts(home)).toMatchObject([{ typed: 'I led\nthe migr\nit', score: 3 }])
  const drafts = journal(home).filter((line) => line.type === 'draft' && line.what === 'answer')
  expect(drafts).toMatchObject([{ of: attempts(home)[0]?.id, what: 'answer' }])
  // where the attempt is taken back, it is a draft again, and makes another one
  await greenroom(['undo'], { home })
  const again = await greenroom([], { home, input: '\n.\n4\n\n\n\nq\n' })
  expect(again.out).toContain('after 0 of 2 questions. What you typed is kept.')
  expect((await json(['show', '1'], { home })).history).toMatchObject([{ score: 4 }])
  const last = await output([], { home, input: 'q\n' })
  expect(last).toContain('after 1 of 2 questions.')
  expect(last).not.toContain('What you typed')
})

test('an answer that is not scored stays a draft however often it is left', async () => {
  const home = newFolder()
  await greenroom(['drill', '1', '--typed'], { home, input: '\nOne\n' })
  await greenroom([], { home, input: '\nTwo\n' })
  await greenroom([], { home, input: '\nThree\n.\nq\n' })
  await greenroom([], { home, input: '\n.\n3\n\n\n\n' })
  expect(attempts(home)).toMatchObject([{ typed: 'One\nTwo\nThree' }])
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
