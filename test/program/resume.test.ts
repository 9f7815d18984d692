import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { journal, newFolder } from '../files.ts'
import { type Live, live, posixTest, run, started } from './process.ts'

const enter = '\r'
const ctrlC = '\u0003'

/** What was typed and kept, by now. */
const drafts = (home: string): (string | null)[] =>
  existsSync(join(home, 'attempts'))
    ? journal(home).flatMap((line) => (line.type === 'draft' ? [line.text] : []))
    : []

/** Waits for a line of the journal, of which nothing is to be seen on the screen. */
async function isKept(home: string, text: string): Promise<void> {
  while (!drafts(home).includes(text)) await new Promise(setImmediate)
}

const attemptsIn = (home: string) => {
  const all = journal(home).flatMap((line) => (line.type === 'attempt' ? [line] : []))
  return [...new Map(all.map((line) => [line.id, line])).values()]
}

async function atChange(home: string): Promise<Live> {
  const program = live(['drill', '1'], { home })
  await program.sees('Think')
  program.type(enter)
  await program.sees('Talk')
  program.type(enter)
  await program.sees('Score yourself before')
  program.type('3')
  await program.sees('enter save')
  program.type(enter)
  await program.sees('change next time')
  return program
}

async function writing(home: string): Promise<Live> {
  const program = live(['drill', '1', '2', '--typed'], { home })
  await program.sees('Think')
  program.type(enter)
  await program.sees('Write')
  program.type(`I led${enter}the migr`)
  await program.sees('> the migr')
  return program
}

/** The ways in which a rehearsal is left in the middle of a line. */
const ways: [string, (program: Live, home: string, text: string) => Promise<void>][] = [
  ['Ctrl-C', async (program) => program.type(ctrlC)],
  ['SIGTERM', async (program) => program.kill('SIGTERM')],
  ['a hangup', async (program) => program.kill('SIGHUP')],
  ['a closed window', async (program) => program.hangUp()],
  [
    'kill -9 while somebody types on and on',
    async (program, home, text) => {
      // no key comes a pause after the one before, and what stands there is kept all the same
      while (drafts(home).length === 0) {
        for (const key of ['.', '\u007f']) {
          const before = program.bytes().length
          program.type(key)
          await program.until(() => program.bytes().length > before)
        }
      }
      await isKept(home, text)
      program.kill('SIGKILL')
    },
  ],
  [
    'kill -9 after a pause',
    async (program, home, text) => {
      await isKept(home, text)
      program.kill('SIGKILL')
    },
  ],
]

describe.each(ways)('after %s', (_, leave) => {
  posixTest('a change is there again, and can be changed', async () => {
    const home = newFolder()
    const program = await atChange(home)
    program.type('slow')
    await program.sees('> slow')
    await leave(program, home, 'slow')
    await program.ended
    expect(drafts(home).at(-1)).toBe('slow')

    const again = live([], { home })
    await again.sees(/you left a drill unfinished, at question 1 of 1: [^"]*"[^"]*"\s+What\s+you\s+typed/)
    again.type(enter)
    await again.sees('> slow')
    again.type('er')
    await again.sees('> slower')
    again.type(enter)
    await again.sees('Results')
    again.type(enter)
    expect(await again.ended).toBe(0)
    expect(attemptsIn(home)).toMatchObject([{ change: 'slower', final: true }])
    expect(run([], { home }).out).not.toContain('unfinished')
  })

  posixTest('an answer that was written and not scored goes on', async () => {
    const home = newFolder()
    const program = await writing(home)
    await leave(program, home, 'I led\nthe migr')
    await program.ended
    expect(drafts(home).at(-1)).toBe('I led\nthe migr')

    const again = live([], { home })
    await again.sees(/you left a drill unfinished, at question 1 of 2: [^"]*"[^"]*"\s+What\s+you\s+typed/)
    again.type(enter)
    await again.sees('the migr')
    again.type(`it${enter}.${enter}`)
    await again.sees('Score yourself before')
    again.type('3')
    await again.sees('enter save')
    again.type(ctrlC)
    await again.ended
    expect(attemptsIn(home)).toMatchObject([{ typed: 'I led\nthe migr\nit', score: 3 }])
  })
})

describe('in plain mode', () => {
  async function plainly(home: string): Promise<ReturnType<typeof started>> {
    const program = started(['drill', '1', '--typed'], { home })
    let out = ''
    await new Promise<void>((done) => {
      program.stdout.on('data', (chunk) => {
        out += String(chunk)
        if (out.includes('Write your answer')) done()
      })
      program.stdin.write('\nI led\nthe migration\n')
    })
    return program
  }

  const code = (program: ReturnType<typeof started>): Promise<number | null> =>
    new Promise((done) => program.on('close', done))

  posixTest.each(['SIGTERM', 'SIGKILL'] as const)('an answer that was left by %s goes on', async (signal) => {
    const home = newFolder()
    const program = await plainly(home)
    await isKept(home, 'I led\nthe migration')
    const ended = code(program)
    program.kill(signal)
    await ended
    const { out } = run([], { home }, '\n.\n3\n\n\n\n')
    expect(out).toContain('What you wrote so far\n\nI led\nthe migration\n')
    expect(attemptsIn(home)).toMatchObject([{ typed: 'I led\nthe migration' }])
  })
})

posixTest('a change that is taken away again is gone, and asked for', async () => {
  const home = newFolder()
  const program = await atChange(home)
  program.type('slow')
  await isKept(home, 'slow')
  program.type('\u0015')
  await isKept(home, '')
  program.kill('SIGKILL')
  await program.ended
  const { out } = run([], { home }, '\n\n')
  expect(out).toContain('What will you change next time? (a line, Enter for none): ')
})

test('where there is nothing to go on with, nobody is told to', async () => {
  const home = newFolder()
  const program = await atChange(home)
  program.type(enter)
  await program.sees('Results')
  program.type(ctrlC)
  expect(await program.ended).toBe(130)
  expect(program.screen()).toContain('Interrupted. What was scored is saved.')
  expect(program.screen()).not.toContain('Go on')
  const thinking = live(['drill', '1', '--typed'], { home })
  await thinking.sees('Think')
  thinking.type(ctrlC)
  expect(await thinking.ended).toBe(130)
  expect(thinking.screen()).toMatch(/Interrupted\.\s*$/)
  const typing = await writing(newFolder())
  typing.type(ctrlC)
  await typing.ended
  expect(typing.screen()).toContain('Interrupted. What you typed is kept. Go on where you stopped with:')
  expect(run([], { home }).out).not.toContain('unfinished')
})

posixTest(
  'a rehearsal is offered although another process has its id by now, as in a container',
  async () => {
    const home = newFolder()
    const program = await atChange(home)
    program.type(ctrlC)
    await program.ended
    const [name = ''] = readdirSync(join(home, 'attempts'))
    const path = join(home, 'attempts', name)
    // this process runs, and is not the one that rehearsed
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"pid":\d+/g, `"pid":${process.pid}`))
    const isMarked = process.platform === 'linux'
    expect(run([], { home }).out.includes('unfinished')).toBe(isMarked)
  },
)

posixTest('a rehearsal that two terminals offer goes on in one of them', async () => {
  const home = newFolder()
  const program = await writing(home)
  program.type(ctrlC)
  await program.ended
  const terminals = [live([], { home }), live([], { home })] as const
  for (const each of terminals) await each.sees('you left a drill unfinished')
  const [first, second] = terminals
  first.type(enter)
  await first.sees('the migr')
  second.type(enter)
  await second.sees('It goes on in another terminal')
  first.type(`it${enter}.${enter}`)
  await first.sees('Score yourself before')
  first.type('3')
  await first.sees('enter save')
  for (const each of terminals) each.type(ctrlC)
  for (const each of terminals) await each.ended
  expect(attemptsIn(home)).toMatchObject([{ typed: 'I led\nthe migr\nit', score: 3 }])
})

posixTest('the offer is wrapped once, in a window of any width', async () => {
  const home = newFolder()
  const left = await atChange(home)
  left.type(ctrlC)
  await left.ended
  // its first words just fill a line, and so would those of the keys
  const program = live([], { home }, { columns: 'At 10:15 you left a drill unfinished,'.length })
  await program.sees('? help')
  expect(program.screen()).toMatch(/^At \d\d:\d\d you left a drill\nunfinished, at question 1 of 1: "How\n/)
  program.type('q')
  await program.ended
})
