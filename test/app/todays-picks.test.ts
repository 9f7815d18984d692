import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sealed } from '../../src/store/checksum.ts'
import { dayOfDate } from '../../src/text/dates.ts'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, inDays, json, output } from '../world.ts'

const bankText = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => `### Question ${from + n}?\n`).join('\n')

const scored = '\n\n3\n\n\n'

const on = (home: string, day: number) => ({ home, now: new Date(2026, 10, day, 9) })

/** A home with a bank of its own and a plan for it, and the file of that bank. */
async function planned(): Promise<{ home: string; file: string }> {
  const home = newFolder()
  const file = fileWith(bankText(1, 40))
  await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
  await greenroom(['bank', 'use', 'mine'], { home })
  await greenroom(['plan', '--date', inDays(9), '--minutes', '12'], { home })
  return { home, file }
}

const firstAsked = (out: string): string => /Question \d+\?/.exec(out)?.[0] ?? ''

/** The drill asks what `next` names, which works the plan out each time. */
async function asksWhatIsNext(home: string): Promise<void> {
  const [first] = await json(['next', '-n', '1'], { home })
  expect(firstAsked(await output(['drill'], { home }))).toBe(first.question)
}

describe('what the plan asks first', () => {
  test('is kept, with a checksum, and a rehearsal starts with it', async () => {
    const { home } = await planned()
    const path = join(home, 'today.json')
    const kept = JSON.parse(readFileSync(path, 'utf8'))
    expect(Object.keys(kept.days)).toHaveLength(2)
    await asksWhatIsNext(home)
    const reversed = {
      ...kept,
      checksum: undefined,
      journals: JSON.parse(readFileSync(path, 'utf8')).journals,
    }
    reversed.days[dayOfDate(inDays(0)) ?? 0].reverse()
    writeFileSync(path, sealed(JSON.stringify(reversed)))
    expect(firstAsked(await output(['drill'], { home }))).toBe('Question 30?')
    for (const damage of [
      '',
      '{}',
      sealed('{"x":1}'),
      sealed(JSON.stringify({ ...reversed, days: null })),
      readFileSync(path, 'utf8').replace('mine/', 'mine-'),
    ]) {
      writeFileSync(path, damage)
      await asksWhatIsNext(home)
    }
  })

  test('is what is left, after each answer, on each day, and after a rehearsal that was quit', async () => {
    const { home } = await planned()
    for (const day of [23, 24, 26, 27]) {
      for (const input of ['q\n', scored, 'q\n', scored.repeat(2)]) {
        await output(['drill'], { ...on(home, day), input })
        await asksWhatIsNext(home)
      }
    }
  })

  test.each<[string, (home: string, file: string) => unknown]>([
    ['the bank is another one', (_, file) => writeFileSync(file, bankText(50, 41))],
    ['the minutes are others', (home) => greenroom(['config', 'set', 'plan.minutes', '50'], { home })],
    ['an answer was taken back', (home) => greenroom(['undo'], { home })],
    [
      'a setting was edited by hand',
      (home) => {
        const path = join(home, 'config.json')
        const settings = JSON.parse(readFileSync(path, 'utf8'))
        writeFileSync(path, JSON.stringify({ ...settings, talk: 600 }))
      },
    ],
  ])('is worked out again where %s', async (_, change) => {
    const { home, file } = await planned()
    await output(['drill', '-n', '2'], { home, input: scored.repeat(2) })
    await change(home, file)
    await asksWhatIsNext(home)
  })

  test('is not kept without a plan', async () => {
    const home = newFolder()
    await output(['drill'], { home, input: scored })
    expect(existsSync(join(home, 'today.json'))).toBe(false)
  })
})
