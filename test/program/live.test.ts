import { chmodSync } from 'node:fs'
import { constants } from 'node:os'
import { describe, expect, test } from 'vitest'
import { fileWith, journal, newFolder } from '../files.ts'
import { type Live, live, posixTest, run, runBeside } from './process.ts'

const enter = '\r'
const ctrlC = '\u0003'
const showCursor = '\u001b[?25h'
const hideCursor = '\u001b[?25l'

const attemptsIn = (home: string) =>
  journal(home).flatMap((line) => (line.type === 'attempt' && line.final ? line : []))

/** Answers the question in hand and gives the committed score. */
async function answer(program: Live, number: number, score = '3'): Promise<void> {
  await program.sees(`Question ${number} of`)
  await program.sees('Think')
  program.type(enter)
  await program.sees('Talk')
  program.type(enter)
  await program.sees('Score yourself before')
  program.type(score)
}

/** Saves the review with nothing ticked and no change. */
async function review(program: Live): Promise<void> {
  await program.sees('enter save')
  program.type(enter)
  await program.sees('change next time')
  program.type(enter)
}

function cursorIsVisible(program: Live): boolean {
  return program.bytes().lastIndexOf(showCursor) > program.bytes().lastIndexOf(hideCursor)
}

describe('what is written to the terminal', () => {
  /** What is put on the screen in one piece. */
  const piecesIn = (bytes: string): string[] => bytes.split('\u001b[?2026h').slice(1)

  test('is a short frame when the clock shows another second, and nothing for a key that changes nothing', async () => {
    const program = live(['drill', '1'], { home: newFolder() })
    await program.sees('Think')
    program.type(enter)
    await program.sees(/0:0\d of/)
    const before = program.bytes().length
    program.type('zzzz')
    await program.sees(/0:0[2-9] of/)
    const pieces = piecesIn(program.bytes().slice(before))
    const times = pieces.map((piece) => /0:0(\d)/.exec(piece)?.[1])
    expect(times.length).toBeGreaterThan(0)
    expect(times).toEqual([...new Set(times)].sort())
    for (const piece of pieces) expect(piece.length).toBeLessThan(400)
    program.type(ctrlC)
    await program.ended
  })

  test('never leaves an empty place between two frames', async () => {
    const program = live(['drill', '1'], { home: newFolder() })
    await answer(program, 1)
    await program.sees('enter save')
    const erased = piecesIn(program.bytes()).filter((piece) => piece.includes(showCursor))
    expect(erased).not.toEqual([])
    // what goes and what comes in its place are one piece
    for (const piece of erased)
      expect(piece.slice(piece.indexOf(showCursor))).toMatch(/You talked[\s\S]*Model answer/)
    program.type(ctrlC)
    await program.ended
  })

  /** What is left of a piece without cursor moves and colours. */
  const textIn = (piece: string): string => piece.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '').trim()

  test.each([
    [[], ['Think', enter], ['Talk', enter]],
    [['--typed'], ['Think', enter], ['a lone .', `I listened.${enter}.${enter}`]],
  ])('never is nothing but an erased frame, with %j', async (flags, ...steps) => {
    const program = live(['drill', '1', ...flags], { home: newFolder() })
    for (const [text = '', keys = ''] of steps) {
      await program.sees(text)
      program.type(keys)
    }
    await program.sees('Score yourself before')
    program.type('3')
    await review(program)
    await program.sees('Results')
    expect(piecesIn(program.bytes()).filter((piece) => textIn(piece) === '')).toEqual([])
    program.type(enter)
    expect(await program.ended).toBe(0)
  })

  test('is no key that comes before the first prompt', async () => {
    const program = live(['drill', '1'], { home: newFolder() })
    await program.sees('How do you balance')
    program.type('zz')
    await program.sees(/Think 0:0[1-9]/)
    expect(program.screen()).not.toMatch(/^z/m)
    program.type(ctrlC)
    await program.ended
  })

  test('is no key that comes between two steps', async () => {
    const program = live(['drill', '1'], { home: newFolder() })
    await program.sees('Think')
    program.type(enter)
    await program.sees('Talk')
    program.type(enter)
    await program.sees('Score yourself before')
    // a hand that is fast: the second key comes before there is a prompt for it
    program.type('3')
    await new Promise(setImmediate)
    program.type(enter)
    await program.sees('Model answer')
    expect(program.screen()).not.toContain('How was it?')
    program.type(ctrlC)
    await program.ended
  })
})

describe('a live drill', () => {
  test('goes from the question to the results by keys', async () => {
    const home = newFolder()
    const program = live(['drill', '1'], { home })
    await answer(program, 1, '2')
    await program.sees('Model answer')
    await program.sees('20/80 split')
    program.type(' ')
    await program.sees('[✓] 20/80 split')
    program.type('3')
    await program.sees('1 of 4 points: still solid?')
    program.type(enter)
    await program.sees('change next time')
    program.type(`numbers first${enter}`)
    await program.sees('Results')
    await program.sees('numbers first')
    program.type(enter)
    expect(await program.ended).toBe(0)
    expect(cursorIsVisible(program)).toBe(true)
    expect(attemptsIn(home).at(-1)).toMatchObject({
      committed: 2,
      score: 3,
      of: 4,
      change: 'numbers first',
      made: [expect.stringContaining('20/80')],
    })
  })

  test('interrupted by Ctrl-C while speaking keeps what was scored, and is taken up again', async () => {
    const home = newFolder()
    const program = live(['drill', '1', '2', '3'], { home })
    await answer(program, 1)
    await review(program)
    await program.sees('Question 2 of 3')
    await program.sees('Think')
    program.type(enter)
    await program.sees('Talk')
    program.type(ctrlC)
    expect(await program.ended).toBe(130)
    expect(cursorIsVisible(program)).toBe(true)
    expect(attemptsIn(home)).toHaveLength(1)

    const again = live([], { home })
    await again.sees('you left a drill unfinished')
    again.type(enter)
    await again.sees('Question 2 of 3')
    expect(again.screen()).toContain('How do you mentor')
    again.type('q')
    expect(await again.ended).toBe(0)
  })

  posixTest.each([
    ['SIGTERM', 130],
    ['SIGHUP', 130],
    ['SIGKILL', 137],
  ])('ended by %s keeps what was scored', async (signal, code) => {
    const home = newFolder()
    const program = live(['drill', '1', '2'], { home })
    await answer(program, 1)
    await program.sees('enter save')
    program.kill(signal)
    expect(await program.ended).toBe(code)
    if (code === 130) expect(cursorIsVisible(program)).toBe(true)
    expect(JSON.parse(run(['stats', '--json'], { home }).out).attempts).toBe(1)
    expect(run([], { home }, 'n\n').out).toContain('you left a drill unfinished, at question ')
  })

  posixTest.each([
    ['Think', [], 0],
    ['Talk', [enter], 0],
    ['Score yourself before', [enter, enter], 0],
    ['enter save', [enter, enter, '3'], 1],
    ['change next time', [enter, enter, '3', enter], 1],
  ])(
    'whose terminal is closed at %j ends by the hangup, and not by an abort',
    async (prompt, keys, attempts) => {
      const home = newFolder()
      const program = live(['drill', '1', '2'], { home })
      await program.sees('Think')
      program.type(keys.join(''))
      await program.sees(prompt)
      program.hangUp()
      expect(await program.ended).toBe(128 + constants.signals.SIGHUP)
      expect(JSON.parse(run(['stats', '--json'], { home }).out).attempts).toBe(attempts)
    },
  )

  test('that is still running is not offered, and one without its review is, whatever was rehearsed since', async () => {
    const home = newFolder()
    const program = live(['drill', '1', '2'], { home })
    await answer(program, 1)
    await program.sees('enter save')
    expect(run([], { home }).out).not.toContain('unfinished')
    program.type(ctrlC)
    await program.ended
    run(['drill', '3'], { home }, '\n\n2\n\n\n\n')
    expect(run([], { home }, 'n\nq\n').out).toContain('you left a drill unfinished, at question ')
    expect(run([], { home }).out).not.toContain('unfinished')
  })

  test('runs again with the weakest question, and then a mock', async () => {
    const home = newFolder()
    const program = live(['drill', '2'], { home })
    await answer(program, 1)
    await review(program)
    await program.sees('Results')
    program.type('a')
    await program.sees('Question 1 of 1', 2)
    program.type('s')
    await program.sees('Skipped.')
    await program.ended
    expect(attemptsIn(home)).toHaveLength(1)
  })
})

test.each([['--strict'], ['--typed', '--strict']])(
  'an answer that %s ends leaves nothing running',
  async (...flags) => {
    const program = live(['drill', '1', '--talk', '1s', ...flags], { home: newFolder() })
    await program.sees('Think')
    program.type(enter)
    await program.sees('Time is up.')
    await program.sees('4 nailed it')
    program.type('q')
    expect(await program.ended).toBe(0)
  },
)

test('keys with Ctrl or Alt are no commands', async () => {
  const home = newFolder()
  const program = live(['drill', '1'], { home })
  await program.sees('Think')
  program.type('\u0018\u0011\u001bs')
  program.type(enter)
  await program.sees('Talk')
  program.type('qq')
  expect(await program.ended).toBe(0)
  expect(journal(home).map(({ type }) => type)).toEqual(['rehearsal'])
})

test('what a terminal says by itself is no key, and scores nothing', async () => {
  const home = newFolder()
  const program = live(['drill', '1'], { home })
  const said = [
    '\u001b[?62;1;4;22c',
    '\u001b[>41;354;0c',
    '\u001b]11;rgb:1e1e/1e1e/2e2e\u0007',
    '\u001bP>|xterm(379)\u001b\\',
    '\u001b[<64;33;2M',
    '\u001b[M`!!',
    '\u001b[I',
  ].join('')
  await program.sees('Think')
  program.type(`${said}${enter}`)
  await program.sees('Talk')
  program.type(`${said}${enter}`)
  await program.sees('Score yourself before')
  program.type(`${said}3`)
  await program.sees('> [ ]')
  program.type(`${said} `)
  await program.sees('1 of 4')
  program.type(`${said}${enter}`)
  await program.sees('change next time')
  program.type(`${said}slo${said}wer`)
  await program.sees('> slower')
  program.type(`${said}${enter}`)
  await program.sees('Results')
  program.type(`${said}${enter}`)
  expect(await program.ended).toBe(0)
  expect(attemptsIn(home).at(-1)).toMatchObject({ committed: 3, score: 3, change: 'slower' })
  expect(attemptsIn(home).at(-1)?.made).toHaveLength(1)
})

test.each([
  ['kitty', '\u001b[13u', '\u001b[51u', '\u001b[57420u', '\u001b[32u', '\u001b[99;5u'],
  ['xterm', '\u001b[27;1;13~', '\u001b[27;1;51~', '\u001bOB', '\u001b[27;1;32~', '\u001b[27;5;99~'],
  ['a keypad', '\u001bOM', '\u001bOs', '\u001b[B', '\u001bO ', ctrlC],
])(
  'the keys as %s sends them do what they always do',
  async (_name, confirm, three, down, tick, interrupt) => {
    const home = newFolder()
    const program = live(['drill', '1'], { home })
    await program.sees('Think')
    program.type(confirm)
    await program.sees('Talk')
    program.type(confirm)
    await program.sees('Score yourself before')
    program.type(three)
    await program.sees('> [ ]')
    program.type(down + tick)
    await program.sees('> [✓]')
    program.type(confirm)
    await program.sees('change next time')
    program.type(interrupt)
    expect(await program.ended).toBe(130)
    expect(attemptsIn(home)).toMatchObject([{ committed: 3, made: [expect.any(String)] }])
  },
)

test('a fast hand loses no key, and no half-typed line to a cue', async () => {
  const home = newFolder()
  run(['config', 'set', 'cue', 'words'], { home })
  const program = live(['drill', '1', '--typed', '--talk', '2s'], { home })
  await program.sees('Think')
  program.type(`${enter}half a `)
  await program.sees(/seconds? left\./)
  await program.sees('> half a')
  program.type(`line${enter}.${enter}4${enter}and a change${enter}${enter}`)
  expect(await program.ended).toBe(0)
  expect(attemptsIn(home).at(-1)).toMatchObject({ typed: 'half a line', score: 4, change: 'and a change' })
})

test('a cue leaves nothing running', async () => {
  const home = newFolder()
  run(['config', 'set', 'cue', 'words'], { home })
  const program = live(['drill', '1', '--talk', '2s'], { home })
  await program.sees('Think')
  program.type(enter)
  await program.sees(/\d seconds? left\./)
  program.type(ctrlC)
  expect(await program.ended).toBe(130)
})

test('the final score and the points are kept before the change is asked for', async () => {
  const home = newFolder()
  const program = live(['drill', '1'], { home })
  await answer(program, 1, '2')
  await program.sees('> [ ]')
  program.type(' ')
  await program.sees('[✓]')
  program.type('4')
  program.type(enter)
  await program.sees('change next time')
  program.kill('SIGKILL')
  await program.ended
  expect(attemptsIn(home)).toMatchObject([{ score: 4, made: [expect.any(String)], change: null }])
})

test('what is pasted into the change becomes one line, and is no command', async () => {
  const home = newFolder()
  const program = live(['drill', '1'], { home })
  await answer(program, 1)
  await program.sees('> [ ]')
  program.type('\u001b[200~1 e q\nq\u001b[201~')
  program.type(enter)
  await program.sees('change next time')
  program.type('\u001b[200~first line\nsecond line\u001b[201~')
  await program.sees('first line second line')
  program.type(enter)
  await program.sees('Results')
  program.type(enter)
  expect(await program.ended).toBe(0)
  expect(attemptsIn(home).at(-1)).toMatchObject({ score: 3, change: 'first line second line' })
})

/** A drill up to where the answer is written. */
async function writing(home: string): Promise<Live> {
  const program = live(['drill', '1', '--typed'], { home })
  await program.sees('Think')
  program.type(enter)
  await program.sees('a lone .')
  return program
}

/** As a terminal sends what is pasted. */
const pasted = (text: string): string => `\u001b[200~${text}\u001b[201~`

test('what is pasted into a typed answer is text, whatever stands in it, and is written once', async () => {
  const home = newFolder()
  const program = await writing(home)
  const before = program.bytes().length
  program.type(`I ${pasted(`listened.\r.\r4 reasons\r${'and so on '.repeat(2000)}`)}that is all`)
  await program.sees(/that\s+is\s+all/)
  expect(program.bytes().length - before).toBeLessThan(40_000)
  program.type(`${enter}.${enter}`)
  await program.sees('Score yourself before')
  program.type(pasted('1\r2\rq'))
  program.type('3')
  await review(program)
  await program.sees('Results')
  program.type(enter)
  expect(await program.ended).toBe(0)
  const text = `I listened.\n.\n4 reasons\n${'and so on '.repeat(2000)}that is all`
  expect(attemptsIn(home)).toMatchObject([{ typed: text, committed: 3 }])
})

test('a paste goes where the cursor is, and no control in it is one', async () => {
  const home = newFolder()
  const program = await writing(home)
  program.type(`ad\u001b[D${pasted('b\u0004\r\n\u0004c')}!`)
  await program.sees('> c!d')
  program.type(`\u001b[F${enter}.${enter}`)
  await program.sees('Score yourself before')
  program.type('3')
  await program.sees('enter save')
  program.type(enter)
  await program.sees('change next time')
  program.type(`say ${pasted('no\u0004\rmore')}`)
  await program.sees('say no more')
  program.type(enter)
  await program.sees('Results')
  program.type(enter)
  expect(await program.ended).toBe(0)
  expect(attemptsIn(home).at(-1)).toMatchObject({ typed: 'ab\nc!d', change: 'say no more' })
})

test('an answer is edited over its lines, which are kept while it is written', async () => {
  const home = newFolder()
  const program = await writing(home)
  program.type(`one${enter}three${'\u001b[A'}${enter}two`)
  await program.sees('> two')
  await program.until(() =>
    journal(home).some((line) => line.type === 'draft' && line.text === 'one\ntwo\nthree'),
  )
  expect(cursorIsVisible(program)).toBe(true)
  program.type(`\u001b[A!\u001bb\u0017\u001b[B\u001b[B\u001b[F${enter}.${enter}`)
  await program.sees('Score yourself before')
  program.type('3')
  await program.sees('What you wrote')
  await program.sees('enter save')
  program.type('q')
  expect(await program.ended).toBe(0)
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({
    typed: 'one!\ntwo\nthree',
  })
})

test('a paste whose end never comes ends after a second', async () => {
  const program = await writing(newFolder())
  program.type('\u001b[200~never ended')
  await program.sees('> never ended')
  program.type(`!${enter}.${enter}`)
  await program.sees('Score yourself before')
  program.type('q')
  expect(await program.ended).toBe(0)
  expect(program.screen()).toContain('never ended!')
})

test('q at the score leaves on the screen what was written', async () => {
  const program = await writing(newFolder())
  program.type(`I listened.${enter}.${enter}`)
  await program.sees('Score yourself before')
  program.type('q')
  expect(await program.ended).toBe(0)
  expect(program.screen()).toMatch(/Not scored yet:\s+I listened\.\n/)
})

test('Ctrl-D before the first prompt quits', async () => {
  const program = live(['drill', '1'], { home: newFolder() })
  await program.sees('How do you balance')
  program.type('\u0004')
  expect(await program.ended).toBe(0)
})

test('Ctrl-D on the home screen quits', async () => {
  const home = newFolder()
  run(['drill', '1'], { home }, '\n\n3\n\n\n\n')
  const program = live([], { home })
  await program.sees('Enter starts')
  program.type('\u0004')
  expect(await program.ended).toBe(0)
})

posixTest.each([
  [['drill', '1'], 'Think'],
  [[], 'Enter starts'],
])('Ctrl-Z gives the terminal back as it was, and fg takes it again, in %j', async (args, text) => {
  const home = newFolder()
  run(['drill', '1'], { home }, '\n\n3\n\n\n\n')
  const program = live(args, { home })
  await program.sees(text)
  expect(cursorIsVisible(program)).toBe(false)
  program.type('\u001a')
  await program.until(() => cursorIsVisible(program))
  expect(program.bytes()).toMatch(/\u001b\[\?2004l(?!.*\u001b\[\?2004h)/s)
  program.kill('SIGCONT')
  await program.until(() => !cursorIsVisible(program))
  expect(program.bytes()).not.toMatch(/\u001b\[\?2004l(?!.*\u001b\[\?2004h)/s)
  program.type(ctrlC)
  await program.ended
})

test('Ctrl-D ends what is written, and elsewhere quits', async () => {
  const home = newFolder()
  const program = live(['drill', '1', '--typed'], { home })
  await program.sees('Think')
  program.type(enter)
  await program.sees('Write')
  program.type(`my answer${enter}`)
  await program.sees('my answer')
  program.type('\u0004')
  await program.sees('4 nailed it')
  program.type('3')
  await program.sees('enter save')
  program.type('\u0004')
  expect(await program.ended).toBe(0)
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({ typed: 'my answer' })
})

test('Ctrl-C leaves on the screen what was written, and the line that was not ended', async () => {
  const program = live(['drill', '1', '--typed'], { home: newFolder() })
  await program.sees('Think')
  program.type(enter)
  await program.sees('Write')
  program.type(`my answer${enter}and the be`)
  await program.sees('> and the be')
  program.type(ctrlC)
  expect(await program.ended).toBe(130)
  expect(program.screen()).toContain('Not scored yet:\nmy answer\nand the be')
})

test('an editor that cannot be started is told without breaking a word', async () => {
  const program = live(
    ['drill', '1'],
    { home: newFolder(), env: { EDITOR: 'no-such-editor' } },
    { columns: 40 },
  )
  await answer(program, 1)
  await program.sees('enter save')
  program.type('e')
  await program.sees('--text.')
  expect(program.screen()).toContain('your editor, or\ngive the text with --text.')
  program.type(ctrlC)
  await program.ended
})

test('a live mock gives no answers before its debrief', async () => {
  const home = newFolder()
  const program = live(['mock', '1', '2', '--no-follow-ups'], { home })
  await answer(program, 1, '4')
  await answer(program, 2, '1')
  await program.sees('Model answer')
  expect(program.bytes().indexOf('Model answer')).toBeGreaterThan(program.bytes().indexOf('Debrief'))
  await program.sees('Pair Programming')
  program.type(enter)
  await program.sees('20/80 split')
  program.type(enter)
  await program.sees('One change')
  program.type(enter)
  await program.sees('Results')
  program.type(enter)
  expect(await program.ended).toBe(0)
  expect(attemptsIn(home)).toHaveLength(2)
})

test.each([20, 80])('a window of %i columns is enough for every step', async (columns) => {
  const home = newFolder()
  const program = live(['drill', '1'], { home }, { columns, rows: 12 })
  await program.sees('Think 0:00')
  program.type(enter)
  await program.sees('so far')
  program.type(enter)
  await program.sees('4 nailed it')
  program.type('3')
  await program.sees('> [ ] 20/80 split')
  program.type(`${enter}`)
  await program.sees('change')
  program.type(`a change that is longer than twenty columns${enter}`)
  await program.sees('Results')
  program.type(enter)
  expect(await program.ended).toBe(0)
  expect(attemptsIn(home).at(-1)).toMatchObject({ change: 'a change that is longer than twenty columns' })
})

test('a window that is made smaller and larger again shows what it showed', async () => {
  const program = live(['drill', '1'], { home: newFolder() })
  const shown = (): string => program.screen().replace(/Think \d:\d\d/, 'Think')
  await program.sees('q quit · ? help')
  const before = shown()
  program.resize(20, 8)
  await program.sees('s skip · q quit\n? help')
  program.resize(80, 24)
  await program.sees('q quit · ? help')
  expect(shown()).toBe(before)
  program.type(enter)
  await program.sees('Enter when you have finished · p pause')
  program.type('qq')
  expect(await program.ended).toBe(0)
})

test('a window that is made narrower keeps nothing of what was drawn wider, and loses nothing above it', async () => {
  const program = live(['drill', '1'], { home: newFolder() }, { columns: 100 })
  await program.sees('Think')
  program.type(enter)
  await program.sees('so far')
  for (const columns of [60, 45, 30]) {
    program.resize(columns, 24)
    await program.until(() => new RegExp(`^.{0,${columns - 1}}\\? help$`, 'm').test(program.screen()))
    const written = program.bytes().length
    await program.until(() => program.bytes().length > written)
    expect(program.screen().match(/so far/g)).toHaveLength(1)
    expect(program.screen().replaceAll('\n', '')).toContain('technical work vs leadership?')
  }
  program.type('qq')
  expect(await program.ended).toBe(0)
})

test('? helps, and NO_COLOR takes the colours away', async () => {
  const program = live(['drill', '1'], { home: newFolder(), env: { NO_COLOR: '1' } })
  await program.sees('Think')
  program.type('?')
  await program.sees('say your answer out loud')
  program.type('??z?')
  await program.sees(/Think 0:0[1-9]/)
  expect(program.screen().split('say your answer out loud')).toHaveLength(2)
  program.type('q')
  expect(await program.ended).toBe(0)
  expect(program.bytes()).not.toMatch(/\u001b\[[\d;]*m/)
})

posixTest('an editor that is missing, fails or writes nothing loses nothing', async () => {
  const home = newFolder()
  const edit = async (script: string, key = ''): Promise<[number, string]> => {
    const EDITOR = script === '' ? 'no-such-editor' : fileWith(`#!/bin/sh\n${script}\n`, 'editor')
    if (script !== '') chmodSync(EDITOR, 0o755)
    const program = live(['story', '1'], { home, env: { EDITOR } })
    if (key !== '') await program.sees('q quits')
    program.type(key)
    const code = await program.ended
    return [code, program.screen().replaceAll(/\s+/g, ' ')]
  }
  expect(run(['story', '1', '--text', 'My own.'], { home }).code).toBe(0)
  expect(await edit('')).toEqual([1, expect.stringContaining('could not be started')])
  expect(await edit('exit 1')).toEqual([1, expect.stringContaining('failed with exit code 1')])
  expect(await edit('echo half > "$1"; kill -9 $$')).toEqual([
    1,
    expect.stringContaining('was ended by SIGKILL'),
  ])
  expect(await edit('> "$1"', 'n')).toEqual([0, expect.stringContaining('your story stays as it was')])
  expect(await edit('echo Better. >> "$1"')).toEqual([0, expect.stringContaining('Saved.')])
  expect(JSON.parse(run(['show', '1', '--json'], { home }).out).story).toBe('My own.\nBetter.')
})

test('two processes at once lose nothing', async () => {
  const home = newFolder()
  const drills = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) {
      expect(await runBeside(['drill', '1'], { home }, '\n\n3\n1\n\n\n')).toMatchObject({ code: 0, err: '' })
    }
  }
  await Promise.all([drills(), drills()])
  expect(attemptsIn(home)).toHaveLength(10)
  expect(JSON.parse(run(['stats', '--json'], { home }).out).attempts).toBe(10)
})

test('notices and warnings break between words on a terminal', async () => {
  const home = newFolder()
  const file = fileWith(
    '### How do you lead a team that never asked for one, over a year or more?\n### Why?\n**Answer:** So.\n',
  )
  run(['bank', 'add', file, '--as', 'own', '--yes'], { home })
  run(['drill', '1', '--bank', 'own'], { home }, '\n\n3\n\n\n')
  const undoing = live(['undo'], { home }, { columns: 40 })
  await undoing.ended
  const checking = live(['bank', 'check', file], { home }, { columns: 40 })
  await checking.ended
  const words =
    'Taken back: How do you lead a team that never asked for one, over a year or more? solid). warning: has no answer. Add below it, write your own with "story".'.split(
      ' ',
    )
  const seen = `${undoing.screen()}\n${checking.screen()}`.split(/\s+/)
  expect(words.filter((word) => !seen.includes(word))).toEqual([])
})

test('what came up in an interview is asked on a terminal too, and again next time where somebody quits', async () => {
  const home = newFolder()
  run(['drill', '1'], { home }, '\n\n3\n\n\n\n')
  run(['config', 'set', 'plan.date', '2026-01-05'], { home })
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
  await writing.sees('How did it land')
  writing.type('1')
  await writing.sees('Enter starts')
  writing.type('q')
  await writing.ended
  expect(JSON.parse(run(['list', '--bank', 'came-up', '--json'], { home }).out)).toMatchObject([
    { question: 'How do you decide?' },
  ])
  expect(run(['show', 'came-up/how-do-you-decide'], { home }).out).toContain(
    'landed 1, fell flat, on 2026-01-05',
  )
})
