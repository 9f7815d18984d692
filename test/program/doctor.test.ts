import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { journal, newFolder } from '../files.ts'
import { live, posixTest, run, runBeside, type World } from './process.ts'

const answer = '\n\n3\n1\n\nlisten first\n'

/** A home with an attempt, on a machine with an editor. */
function used(): World {
  const world = { home: newFolder(), env: { EDITOR: process.execPath } }
  run(['drill', '1'], world, answer)
  return world
}

test('--fix beside rehearsals loses nothing', async () => {
  const world = used()
  const drill = () => runBeside(['drill', '1'], world, answer)
  const fix = () => {
    writeFileSync(join(world.home, 'progress.json'), '{')
    return runBeside(['doctor', '--fix'], world, '')
  }
  const ended = await Promise.all([drill(), fix(), drill(), fix()])
  expect(ended.map(({ code, err }) => ({ code, err }))).toMatchObject([
    { code: 0 },
    { code: 0 },
    { code: 0 },
    { code: 0 },
  ])
  const ids = journal(world.home).flatMap((line) => (line.type === 'attempt' ? line.id : []))
  expect(new Set(ids).size).toBe(3)
  expect(JSON.parse(run(['stats', '--json'], world).out).attempts).toBe(3)
})

test('what it says of the machine is true', () => {
  const { code, out } = run(['doctor', '--json'], used())
  expect(code).toBe(0)
  const facts = Object.fromEntries(
    JSON.parse(out).checks.map((check: { name: string }) => [check.name, check]),
  )
  expect(facts.node).toMatchObject({ state: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
  expect(facts.terminal).toMatchObject({ input: false, output: false, columns: null, rows: null })
  expect(facts.editor).toMatchObject({ state: 'ok', command: process.execPath, from: 'EDITOR' })
})

posixTest('it looks for the programs of settings as they are started', () => {
  const world = used()
  const commands = {
    'record.command': `${process.execPath} -e 0`,
    'transcribe.command': 'no-such {audio}',
    'play.command': '/no/such {audio}',
    'aloud.command': 'a=1 sh',
    'coach.command': 'cd / && cat',
  }
  for (const [key, command] of Object.entries(commands)) run(['config', 'set', key, command], world)
  const programs = () =>
    JSON.parse(run(['doctor', '--json'], world).out).checks.find(
      ({ name }: { name: string }) => name === 'programs',
    )
  // only the coach is started by a shell, which knows variables and words of its own
  expect(programs()).toMatchObject({
    state: 'problem',
    missing: ['play.command', 'transcribe.command', 'aloud.command'],
    refused: [],
  })
  for (const key of ['transcribe.command', 'play.command', 'aloud.command'])
    run(['config', 'unset', key], world)
  expect(programs()).toMatchObject({ state: 'ok', missing: [] })
  run(['config', 'set', 'coach.command', 'A=1 no-such | cat'], world)
  expect(programs()).toMatchObject({ state: 'problem', missing: ['coach.command'] })
})

test('on a terminal it says how large that is', async () => {
  const { ended, screen } = live(['doctor'], used(), { columns: 38, rows: 24 })
  expect(await ended).toBe(0)
  expect(screen().replaceAll(/\s+/g, ' ')).toContain('note terminal 38 columns and 24 rows')
})
