import { expect, test } from 'vitest'
import { width } from '../../src/text/wrap.ts'
import { newFolder } from '../files.ts'
import { type Live, live, run } from './process.ts'

// The live screens on a real pseudo terminal, in windows of three sizes: with colours, and without them in ASCII.

const enter = '\r'
const sizes = [
  [120, 50],
  [40, 15],
  [80, 24],
] as const

/** A text without what changes by itself: times, and the bar. */
const still = (text: string): string =>
  text
    .replace(/[━┄]{4,}|[#.]{4,}/g, 'BAR')
    .replace(/\d:\d\d of/g, 'TIME of')
    .replace(/\d:\d\d/g, 'TIME')

/**
 * Goes through all sizes: in each, what marks the screen is in the window once, and all fits; back in the last one, all that
 * is on the terminal is as it was, also above the window, unless the screen was too high for a window.
 */
async function seenInAllSizes(
  program: Live,
  marks: readonly (string | RegExp)[],
  { isHigh = false } = {},
): Promise<void> {
  const has = (mark: string | RegExp): boolean =>
    still(program.viewport()).replace(/\s+/g, ' ').split(mark).length === 2
  await program.until(() => marks.every(has))
  const before = still(program.screen())
  for (const [columns, rows] of sizes) {
    const written = program.bytes().length
    program.resize(columns, rows)
    const fits = (): boolean => {
      const lines = program.viewport().split('\n')
      return lines.length <= rows && lines.every((line) => width(line) <= columns)
    }
    await program.until(() => program.bytes().length > written && fits() && marks.every(has))
  }
  if (!isHigh) await program.until(() => still(program.screen()) === before)
}

const rehearsed = (): string => {
  const home = newFolder()
  for (const question of ['1', '2']) run(['drill', question], { home }, '\n\n3\n1\n\nname the number first\n')
  return home
}

test.each([
  ['in colour', [], {}],
  ['without colours, in ASCII', ['--ascii'], { NO_COLOR: '1' }],
])('from home to the results %s', async (_name, flags, env) => {
  const program = live(flags, { home: rehearsed(), env }, { columns: 80, rows: 24 })
  await seenInAllSizes(program, ['Enter starts', '? help'])
  program.type(enter)
  await seenInAllSizes(program, [/Think TIME/, 'Enter when you start to speak', '? help'])
  program.type(enter)
  await seenInAllSizes(program, ['so far', 'Enter when you have finished', '? help'])
  program.type(enter)
  await seenInAllSizes(program, ['1 blanked', '4 nailed it', '? help'])
  program.type('3')
  await seenInAllSizes(program, ['> [ ]', /3 solid/, 'enter save'], { isHigh: true })
  program.type(' m')
  await seenInAllSizes(program, [flags.length > 0 ? '> [x]' : '> [✓]', 'm read on'], { isHigh: true })
  program.type(enter)
  await program.sees('change next time?')
  program.type('say the result first, and the way to it only then')
  await seenInAllSizes(program, ['change next time?', 'only then'], { isHigh: true })
  program.type(`${enter}q`)
  expect(await program.ended).toBe(0)
  const [text, painted] = [program.bytes(), /\u001b\[[\d;]*m/]
  if (flags.length === 0) expect(text).toMatch(painted)
  else {
    expect(text).not.toMatch(painted)
    expect(text).not.toMatch(/[^\x00-\x7f]/)
  }
})

test('a border that is dragged leaves nothing behind', async () => {
  const program = live(['drill', '1'], { home: newFolder() }, { columns: 100, rows: 24 })
  await program.sees('Think')
  program.type(enter)
  await program.sees('so far')
  const before = still(program.screen())
  for (let columns = 99; columns >= 60; columns--) {
    program.resize(columns, 24)
    await new Promise(setImmediate)
  }
  await program.sees(/s skip\nq quit · \? help/)
  for (let columns = 61; columns <= 100; columns++) {
    program.resize(columns, 24)
    await new Promise(setImmediate)
  }
  await program.until(() => still(program.screen()) === before)
  program.type('qq')
  await program.ended
})
