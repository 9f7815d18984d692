import { describe, expect, test } from 'vitest'
import { journal, newFolder } from '../files.ts'
import { until } from '../sound/fake.ts'
import { live, posixTest, run } from './process.ts'

const enter = '\r'
const ctrlC = '\u0003'

/** What the journal holds of a ladder or a sprint at the end. */
const practiceIn = (home: string) => journal(home).findLast((line) => line.type === 'practice')

describe('a live ladder', () => {
  test('goes from round to round by keys, with help, a pause and a line for what was cut', async () => {
    const home = newFolder()
    const program = live(['ladder', '1'], { home })
    await program.sees('Round 1 of 4: in 3:00')
    await program.sees('Enter when you start')
    program.type('?')
    await program.sees('each time in less time')
    program.type(enter)
    await program.sees(/Talk 0:0\d of 3:00/)
    program.type('p')
    await program.sees('Paused.')
    program.type('p')
    await program.sees('p pause')
    program.type(enter)
    await program.sees('To choose from: 20/80 split')
    for (const [round, cut] of [
      [2, 'the dates'],
      [3, ''],
      [4, 'the numbers'],
    ] as const) {
      await program.sees(`Round ${round} of 4`)
      await program.sees('Enter when you start')
      program.type(enter)
      await program.sees('Talk 0:0')
      program.type(enter)
      await program.sees('What did you cut')
      program.type(`${cut}${enter}`)
    }
    await program.sees('Saved;')
    expect(await program.ended).toBe(0)
    expect(practiceIn(home)).toMatchObject({
      mode: 'ladder',
      rounds: [{ cut: null }, { cut: 'the dates' }, { cut: null }, { cut: 'the numbers' }],
    })
  })

  test('that is interrupted keeps what was done, and puts the terminal back', async () => {
    const home = newFolder()
    const program = live(['ladder', '1'], { home })
    await program.sees('Enter when you start')
    program.type(enter)
    await program.sees('Talk 0:0')
    program.type(enter)
    await program.sees('Round 2 of 4')
    program.type(ctrlC)
    await program.sees('This ladder is saved as far as it went.')
    expect(await program.ended).toBe(130)
    expect(program.bytes().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      program.bytes().lastIndexOf('\u001b[?25l'),
    )
    expect(practiceIn(home)).toMatchObject({ rounds: [{ budgetMs: 180_000 }] })
  })

  posixTest('that is killed keeps what was done', async () => {
    const home = newFolder()
    const program = live(['ladder', '1'], { home })
    await program.sees('Enter when you start')
    program.type(enter)
    await program.sees('Talk 0:0')
    program.type(enter)
    await program.sees('Round 2 of 4')
    program.kill('SIGKILL')
    await program.ended
    expect(practiceIn(home)).toMatchObject({ rounds: [{ budgetMs: 180_000 }] })
    expect(run(['show', '1'], { home }).out).toContain('ladder: 0:0')
  })
})

describe('a cut that is being typed', () => {
  const typing = async (home: string, text: string) => {
    const program = live(['ladder', '1'], { home })
    for (const round of [1, 2]) {
      await program.sees(`Round ${round} of 4`)
      await program.sees('Enter when you start')
      program.type(enter)
      await program.sees('Talk 0:0')
      program.type(enter)
    }
    await program.sees('What did you cut')
    program.type(text)
    await program.sees(text)
    return program
  }
  const cutIn = (home: string) => {
    const line = practiceIn(home)
    return line?.type === 'practice' && line.mode === 'ladder' ? line.rounds.at(-1)?.cut : undefined
  }

  test('is kept where it is interrupted', async () => {
    const home = newFolder()
    const program = await typing(home, 'the dates, and')
    program.type(ctrlC)
    expect(await program.ended).toBe(130)
    expect(cutIn(home)).toBe('the dates, and')
  })

  posixTest('is kept from the first pause on where the program is killed', async () => {
    const home = newFolder()
    const program = await typing(home, 'the dates, and')
    await until(() => cutIn(home) === 'the dates, and')
    program.kill('SIGKILL')
    await program.ended
    expect(run(['show', '1'], { home }).out).toContain('the dates, and')
  })

  test('counts as it is given in the end', async () => {
    const home = newFolder()
    const program = await typing(home, 'the dates')
    await until(() => cutIn(home) === 'the dates')
    program.type(`\u0015${enter}`)
    await program.sees('Round 3 of 4')
    program.type('q')
    expect(await program.ended).toBe(0)
    expect(cutIn(home)).toBeNull()
  })
})

describe('a live sprint', () => {
  test('runs by keys, and asks a freeze once more', async () => {
    const home = newFolder()
    const program = live(['sprint', '-n', '2', '--talk', '10m'], { home })
    await program.sees('Enter when you are ready')
    program.type(enter)
    await program.sees('1 of 2')
    await program.sees(/Talk 0:0\d of 10:00/)
    program.type('x')
    await program.sees('Nothing came. The answer begins:')
    await program.sees('2 of 2')
    await program.sees(/Talk 0:0\d of 10:00/)
    program.type(enter)
    await program.sees('1 of 1, again')
    await program.sees(/Talk 0:0\d of 10:00/)
    program.type(enter)
    await program.sees('1 of 2 first lines in time.')
    expect(await program.ended).toBe(0)
    expect(practiceIn(home)).toMatchObject({ answers: [{ froze: true }, { froze: false }, { froze: false }] })
  })

  test('takes lines where it is written', async () => {
    const home = newFolder()
    const program = live(['sprint', '-n', '1', '--typed', '--talk', '10m'], { home })
    await program.sees('Enter when you are ready')
    program.type(enter)
    await program.sees('Write its name')
    program.type(`The freeze: we lost${enter}`)
    await program.sees('1 of 1 first line in time.')
    expect(await program.ended).toBe(0)
    expect(practiceIn(home)).toMatchObject({ answers: [{ line: 'The freeze: we lost', froze: false }] })
  })
})

test('a mock begins after its warm-up', async () => {
  const home = newFolder()
  const program = live(['mock', '-n', '1', '--warm-up'], { home })
  await program.sees('Warm-up.')
  await program.sees('Enter when you start')
  program.type(enter)
  await program.sees('Talk 0:0')
  program.type(enter)
  await program.sees('That was the warm-up')
  await program.sees('Question 1 of 1')
  await program.sees('Think 0:0')
  program.type(ctrlC)
  expect(await program.ended).toBe(130)
  expect(practiceIn(home)).toBeUndefined()
})
