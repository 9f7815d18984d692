import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { greenroom, inDays, json, output } from '../world.ts'

/** Nine in the morning, so many days after that Monday. */
const on = (days: number): Date => new Date(2026, 10, 23 + days, 9)
const years = 1211

const answer = (score: number, change = ''): string => `\n\n${score}\n1\n\n${change}\n`

describe('after a clock was ahead', () => {
  test.each([2, 30, years])('by %i days, the story written last is shown', async (days) => {
    const home = newFolder()
    await greenroom(['story', '1', '--text', 'old'], { home, now: on(days) })
    await greenroom(['story', '1', '--text', 'new'], { home, now: on(0) })
    for (const now of [on(0), on(1), on(days + 1)])
      expect((await json(['show', '1'], { home, now })).story).toBe('new')
  })

  test('a setting takes the value that was set last', async () => {
    const home = newFolder()
    await greenroom(['config', 'set', 'count', '9'], { home, now: on(2) })
    const { err } = await greenroom(['config', 'set', 'count', '4'], { home, now: on(0) })
    expect(err).toContain('4')
    expect(await output(['config', 'get', 'count'], { home })).toBe('4\n')
    expect((await greenroom(['config', 'unset', 'count'], { home })).code).toBe(0)
    expect(await output(['config', 'get', 'count'], { home })).toBe('3\n')
  })

  test('a bank that was removed last is gone', async () => {
    const home = newFolder()
    const bank = ['bank', 'add', '-', '--as', 'own', '--yes']
    await greenroom(bank, { home, input: '### What is this?\n\nThat.\n', now: on(900) })
    await greenroom(['bank', 'remove', 'own'], { home, now: on(0) })
    expect((await json(['bank', 'list'], { home })).map(({ slug }: { slug: string }) => slug)).toEqual([
      'leadership',
      'manager',
    ])
  })

  test('undo takes back the attempt made last', async () => {
    const home = newFolder()
    await greenroom(['drill', '1'], { home, input: answer(4), now: on(26_000) })
    await greenroom(['drill', '2'], { home, input: answer(2), now: on(0) })
    expect((await greenroom(['undo'], { home })).err).toContain('2 shaky')
    const listed = await json(['list'], { home })
    expect(listed.map(({ attempts }: { attempts: number }) => attempts).slice(0, 2)).toEqual([1, 0])
    expect((await greenroom(['undo'], { home })).err).toContain('4 nailed it')
  })

  test('an answer dated in the future makes nothing due or ready then, and the next one counts', async () => {
    const home = newFolder()
    await greenroom(['drill', '1'], { home, input: answer(3), now: on(-1) })
    await greenroom(['drill', '1'], { home, input: answer(4), now: on(years) })
    const [before] = await json(['list'], { home, now: on(0) })
    expect(before).toMatchObject({ attempts: 2, lastScore: 4, ready: false })
    expect(before.due.slice(0, 10)).toBe(inDays(2))
    const { out } = await greenroom(['drill', '1'], { home, input: answer(1), now: on(0) })
    expect(out).toContain('Saved.')
    const [after] = await json(['list'], { home })
    expect(after).toMatchObject({ attempts: 3, lastScore: 1, ready: false })
    expect(after.due.slice(0, 10)).toBe(inDays(1))
  })

  test('a plan that is made shows, asks, and is cleared', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+20d', '--minutes', '10'], { home, now: on(10) })
    await greenroom(['drill', '1', '2'], { home, input: answer(3).repeat(2), now: on(10) })
    const plan = await json(['plan'], { home, now: on(0) })
    expect(plan).toMatchObject({ date: inDays(30), daysLeft: 30, minutes: 10, today: { spent: 0 } })
    expect(await json(['plan', '--date', inDays(5)], { home })).toMatchObject({ daysLeft: 5 })
    expect((await greenroom(['plan', '--clear'], { home })).code).toBe(0)
    expect(await json(['plan'], { home })).toBe(null)
  })

  test('a plan for a day that is years away asks for another, and stops nothing', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+20d'], { home, now: on(6000) })
    const said = 'The interview of your plan, 2043-05-18, is more than a year away.'
    for (const [args, code] of [
      [['plan'], 0],
      [['next'], 0],
      [['list'], 0],
      [['export', 'sheet'], 0],
      [['plan', '--minutes', '5'], 2],
    ] as const) {
      const ended = await greenroom(args, { home, now: on(0) })
      expect(ended.code).toBe(code)
      if (args.join() === 'plan' || args.join() === 'next')
        expect(ended.err).toBe(`${said} greenroom plan --date sets another day.\n`)
    }
    const { out } = await greenroom(['drill', '-n', '1'], { home, input: answer(3) })
    expect(out).toContain('Saved.')
    expect(await json(['plan', '--date', '+5d'], { home })).toMatchObject({ daysLeft: 5 })
  })

  test('doctor names the lines, and says what is done', async () => {
    const home = newFolder()
    await greenroom(['config', 'set', 'count', '9'], { home, now: on(years) })
    const out = await output(['doctor'], { home, now: on(0) })
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /1 line is dated in the future \(attempts\/[\w-]+\.jsonl, line 2: 2030-03-18 09:00\)\. Whatever you save now counts as later/,
    )
    const { checks } = await json(['doctor'], { home })
    const clock = checks.find(({ name }: { name: string }) => name === 'clock')
    expect(clock.future).toMatchObject([{ line: 2, at: expect.stringMatching(/^2030-03-18T09:00/) }])
  })
})

test('what was saved of progress says the same as the journals, on every day', async () => {
  const home = newFolder()
  const seen: unknown[] = []
  for (const days of [0, 3, 1, -700, 2]) {
    await greenroom(['drill', '1'], { home, input: answer(3), now: on(days) })
    for (const later of [0, 1, 2, 5, 900]) {
      const now = on(later)
      const kept = await json(['list'], { home, now })
      const anew = newFolder()
      await greenroom(['backup', join(anew, 'all.backup')], { home, now })
      await greenroom(['restore', join(anew, 'all.backup')], { home: join(anew, 'home'), now })
      expect(kept).toEqual(await json(['list'], { home: join(anew, 'home'), now }))
      seen.push(kept[0].due)
    }
  }
  expect(new Set(seen).size).toBeGreaterThan(2)
})

test('what is due after the clocks go forward carries the offset of that day', async () => {
  const { TZ } = process.env
  process.env.TZ = 'Europe/Berlin'
  try {
    const home = newFolder()
    await greenroom(['drill', '1'], { home, input: answer(3), now: new Date(2027, 2, 27, 9) })
    const [listed] = await json(['list'], { home })
    expect(listed).toMatchObject({
      lastAt: expect.stringMatching(/^2027-03-27.*\+01:00$/),
      due: '2027-03-30T04:00:00.000+02:00',
    })
    expect(await json(['show', '1'], { home })).toMatchObject({ due: listed.due })
  } finally {
    if (TZ === undefined) delete process.env.TZ
    else process.env.TZ = TZ
  }
})
