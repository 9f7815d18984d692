import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cli.ts'
import { sealed } from '../../src/store/checksum.ts'
import { dayOfDate } from '../../src/text/dates.ts'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, inDays, json, output, worldOf } from '../world.ts'

const bankText = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => `### Question ${from + n}?\n`).join('\n')

const scored = '\n\n3\n\n\n'

const on = (home: string, day: number) => ({ home, now: new Date(2026, 10, day, 9) })

/** A home with a bank of its own, and the file of that bank. */
async function unplanned(): Promise<{ home: string; file: string }> {
  const home = newFolder()
  const file = fileWith(bankText(1, 40))
  await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
  await greenroom(['bank', 'use', 'mine'], { home })
  return { home, file }
}

/** The same with a plan for it. */
async function planned(): Promise<{ home: string; file: string }> {
  const made = await unplanned()
  await greenroom(['plan', '--date', inDays(9), '--minutes', '12'], made)
  return made
}

const firstAsked = (out: string): string => /Question \d+\?/.exec(out)?.[0] ?? ''

/** The drill asks what `next` names, which works it out each time. */
async function asksWhatIsNext(home: string): Promise<void> {
  const [first] = await json(['next', '-n', '1'], { home })
  expect(await output(['drill'], { home })).toContain(first.question)
}

/** Puts what is kept for each day into the opposite order, which nothing but the file says; returns the question that is first now. */
function reverseKept(home: string, changed: object = {}): string {
  const path = join(home, 'today.json')
  const { checksum, ...kept } = JSON.parse(readFileSync(path, 'utf8'))
  for (const ids of Object.values<string[]>(kept.days)) ids.reverse()
  writeFileSync(path, sealed(JSON.stringify({ ...kept, ...changed })))
  const [first] = kept.days[dayOfDate(inDays(0)) ?? 0]
  return kept.questions.find(({ id }: { id: string }) => id === first).question
}

/** Opens a drill, does something else on the same home meanwhile, and quits. */
async function quitAfter(home: string, meanwhile: () => unknown): Promise<void> {
  const { env, finish } = worldOf({ home, input: 'q\n' })
  await parse(['drill'], {
    ...env,
    async shell(look) {
      const shell = await env.shell(look)
      return {
        ...shell,
        async next(...about) {
          await meanwhile()
          return shell.next(...about)
        },
      }
    },
  })
  await finish()
}

describe('what a drill asks first', () => {
  test('is kept, with a checksum, and a rehearsal starts with it', async () => {
    const { home } = await planned()
    const path = join(home, 'today.json')
    const kept = JSON.parse(readFileSync(path, 'utf8'))
    expect(Object.keys(kept.days)).toHaveLength(7)
    await asksWhatIsNext(home)
    const reversed = {
      ...kept,
      checksum: undefined,
      journals: JSON.parse(readFileSync(path, 'utf8')).journals,
    }
    reversed.days[dayOfDate(inDays(0)) ?? 0].reverse()
    writeFileSync(path, sealed(JSON.stringify(reversed)))
    expect(firstAsked(await output(['drill'], { home }))).toBe('Question 20?')
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

  test.each([
    ['with', planned],
    ['without', unplanned],
  ])(
    'is what is left %s a plan, after each answer, on each day, after a rehearsal that was quit',
    async (_, made) => {
      const { home } = await made()
      for (const day of [23, 24, 26, 27]) {
        for (const input of ['q\n', scored, 'q\n', scored.repeat(2)]) {
          await output(['drill'], { ...on(home, day), input })
          await asksWhatIsNext(home)
        }
      }
    },
  )

  describe.each([
    ['with', planned],
    ['without', unplanned],
  ])('%s a plan', (_, made) => {
    test('is kept for a week, and is then what it would be if it were worked out', async () => {
      const { home } = await made()
      await output(['drill', '-n', '3'], { home, input: '\n\n3\n\n\n\n\n1\n\n\n\n\n4\n\n\n' })
      const kept = JSON.parse(readFileSync(join(home, 'today.json'), 'utf8')).days as Record<string, string[]>
      expect(Object.keys(kept)).toHaveLength(7)
      for (const [day, ids] of Object.entries(kept)) {
        const now = new Date(1970, 0, 1 + Number(day), 12)
        const found = await json(['next', '-n', '20'], { home, now })
        expect(found.map(({ id }: { id: string }) => id)).toEqual(ids)
      }
    })

    test.each<[string, (home: string, file: string) => unknown]>([
      ['the bank is another one', (_, file) => writeFileSync(file, bankText(50, 41))],
      ['the minutes are others', (home) => greenroom(['config', 'set', 'plan.minutes', '50'], { home })],
      ['the bank is another one of the same length', (_, file) => writeFileSync(file, bankText(50, 40))],
      ['another bank is used', (home) => greenroom(['bank', 'use', 'leadership'], { home })],
      [
        'the copy of the bank is another one',
        async (home, file) => {
          const bytes = readFileSync(join(home, 'banks', 'mine.json'))
          rmSync(file)
          writeFileSync(join(home, 'banks', 'mine.json'), `${bytes}`.replaceAll('Question', 'Exercise'))
        },
      ],
      ['there is a plan', (home) => greenroom(['plan', '--date', inDays(20)], { home })],
      ['there is no plan', (home) => greenroom(['plan', '--clear'], { home })],
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
      const { home, file } = await made()
      await output(['drill', '-n', '2'], { home, input: scored.repeat(2) })
      await change(home, file)
      await asksWhatIsNext(home)
    })
  })

  test.each<[what: string, isKept: boolean, meanwhile: (home: string) => unknown]>([
    ['nothing', true, () => {}],
    ['the end of a round', false, (home) => greenroom(['plan', '--clear', '--round', 'phone'], { home })],
    ['a setting', false, (home) => greenroom(['config', 'set', 'plan.minutes', '50'], { home })],
    [
      'an edit of the settings by hand',
      false,
      (home) => {
        const path = join(home, 'config.json')
        const settings = JSON.parse(readFileSync(path, 'utf8'))
        writeFileSync(path, JSON.stringify({ ...settings, 'plan.minutes': 50 }))
      },
    ],
    ['another drill', false, (home) => greenroom(['drill'], { home, input: 'q\n' })],
    [
      'a line of another device',
      false,
      (home) => {
        const line = { v: 1, type: 'landed', id: 'l', at: '2026-11-23T09:00:00.000+00:00' }
        const landed = { ...line, question: 'mine/question-1', landed: 1, interview: inDays(0) }
        writeFileSync(join(home, 'attempts', 'other.jsonl'), `\n${JSON.stringify(landed)}\n`)
      },
    ],
  ])('is kept through a rehearsal that was quit, in which came %s: %s', async (_, isKept, meanwhile) => {
    const { home } = await planned()
    await greenroom(['plan', '--date', inDays(5), '--round', 'phone'], { home })
    const kept = reverseKept(home)
    await quitAfter(home, () => meanwhile(home))
    if (isKept) expect(firstAsked(await output(['drill'], { home }))).toBe(kept)
    else await asksWhatIsNext(home)
  })

  test.each(['0.0.9', undefined])(
    'is not taken from greenroom %s, which may rank otherwise',
    async (version) => {
      const { home } = await planned()
      reverseKept(home, { version })
      await asksWhatIsNext(home)
    },
  )

  test('is kept without a plan too, and not used where more is said of what to ask', async () => {
    const { home } = await unplanned()
    await output(['drill', '-n', '1'], { home, input: scored })
    const path = join(home, 'today.json')
    const { days } = JSON.parse(readFileSync(path, 'utf8'))
    const reversed = { ...days, [dayOfDate(inDays(0)) ?? 0]: days[dayOfDate(inDays(0)) ?? 0].toReversed() }
    const asked = async (...flags: string[]): Promise<string> => {
      const { checksum, ...kept } = JSON.parse(readFileSync(path, 'utf8'))
      expect(kept).toMatchObject({ by: 'due', banks: [{ slug: 'mine' }] })
      writeFileSync(path, sealed(JSON.stringify({ ...kept, days: reversed })))
      return firstAsked(await output(['drill', ...flags], { home }))
    }
    expect([await asked(), await asked('-n', '5')]).toEqual(['Question 21?', 'Question 21?'])
    for (const flags of ['-n 40', '--pick due', '--pick weak', '--bank mine', '--seed 1', '--minutes 9', '3'])
      expect(await asked(...flags.split(' '))).not.toBe('Question 21?')
  })

  test('is not kept of a bank that comes with greenroom, without a plan', async () => {
    const home = newFolder()
    await output(['drill'], { home, input: scored })
    expect(existsSync(join(home, 'today.json'))).toBe(false)
  })
})
