import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/progress/fold.ts'
import type { Line, MergedLine } from '../../src/progress/journal.ts'
import { merge, mergeToLatest } from '../../src/progress/merge.ts'
import { orderAfter } from '../../src/progress/order.ts'
import { readJournal, writeLine } from '../../src/progress/read.ts'
import { localTime } from '../../src/text/dates.ts'
import { attempt, set, story } from './lines.ts'

const day = 86_400_000
const today = Date.UTC(2026, 10, 23, 9)
const at = (ms: number): string => localTime(new Date(ms), 60)

describe('a line', () => {
  it.each<[what: string, latest: [number, number], now: number, order: [number, number] | null]>([
    ['names no order where its time says it', [0, today - 1], today, null],
    ['nor within a millisecond of its own device', [0, today], today, null],
    ['comes after one that is a little ahead', [0, today + 5000], today, [0, today + 5001]],
    ['starts an era after one that is days ahead', [0, today + 2 * day], today, [1, today]],
    ['stays in the era that it has seen', [1, today - day], today, [1, today]],
    ['starts another where that is ahead again', [1, today + 400 * day], today, [2, today]],
    ['whose clock starts in 1970 too', [3, today], 0, [4, 0]],
  ])('%s', (_, order, now, expected) => {
    expect(orderAfter({ order, device: 'a' }, now, 'a')).toEqual(expected)
  })

  it('within a millisecond of that of another device comes after it', () => {
    expect(orderAfter({ order: [0, today], device: 'a' }, today, 'b')).toEqual([0, today + 1])
  })

  it.each([
    [[]],
    [[1]],
    [['1', 2]],
    [[1.5, 0]],
    [[-1, 0]],
    [[Number.MAX_SAFE_INTEGER, 0]],
    [[5000, 0]],
    [[0, 8.64e15]],
    [{}],
    ['soon'],
    [null],
  ])('whose order is %j is read by its time', (order) => {
    const text = JSON.stringify({ ...set('count', 4, at(today)), order })
    const { lines } = readJournal(`${text}\n${writeLine(set('count', 5, at(today + 1)))}`)
    expect(fold(merge([{ device: 'x', lines }]), {}).settings).toEqual({ count: 5 })
  })
})

it('a version that was written later wins in another journal too, though its clock was put back', () => {
  const before = attempt({ id: 'a', score: 2, final: false, at: at(today) })
  for (const back of [3_600_000, 3 * day]) {
    const order = orderAfter({ order: [0, today], device: 'x' }, today - back, 'y')
    const after = { ...attempt({ id: 'a', score: 4, at: at(today - back) }), ...(order && { order }) }
    const journals = [
      { device: 'x', lines: [before] },
      { device: 'y', lines: [after] },
    ]
    expect(merge(journals)).toMatchObject([{ id: 'a', score: 4 }])
    expect(merge(journals.reverse())).toMatchObject([{ id: 'a', score: 4 }])
  }
})

/** What three devices have, each its own and what it received of the others. */
type Journals = Record<string, Line[]>
const devices = ['a', 'b', 'c'] as const

const merged = (journals: Journals) =>
  mergeToLatest(Object.entries(journals).map(([device, lines]) => ({ device, lines })))

const step = fc.record({
  device: fc.constantFrom(...devices),
  /** How far the clock of the device goes first: on, or years ahead or back. */
  jump: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(0, 1, 1000) },
    fc.integer({ min: -4000, max: 4000 }).map((days) => days * day),
    fc.integer({ min: -day, max: day }),
  ),
  entry: fc.oneof(
    fc.record({ key: fc.constantFrom('count', 'bank'), value: fc.nat(99) }),
    fc.constant('sync' as const),
  ),
})

/** Sends what a device wrote, and takes in what the others sent. */
function sync(device: string, home: Journals, remote: Journals): void {
  remote[device] = [...(home[device] ?? [])]
  for (const [other, lines] of Object.entries(remote)) if (other !== device) home[other] = [...lines]
}

describe('whatever the clocks of three devices do', () => {
  it('what one writes shows there at once, and counts over all that it had seen', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const clocks = { a: today, b: today, c: today }
        const homes: Record<(typeof devices)[number], Journals> = { a: { a: [] }, b: { b: [] }, c: { c: [] } }
        const remote: Journals = {}
        for (const { device, jump, entry } of steps) {
          const home = homes[device]
          clocks[device] = Math.max(0, clocks[device] + jump)
          if (entry === 'sync') {
            sync(device, home, remote)
            continue
          }
          const { lines, latest } = merged(home)
          const order = orderAfter(latest, clocks[device], device)
          const line = { ...set(entry.key, entry.value, at(clocks[device])), ...(order && { order }) }
          home[device]?.push(line)
          const after = merged(home).lines
          expect(after.map(({ id }) => id)).toEqual([...lines.map(({ id }) => id), line.id])
          expect(fold(after, {}).settings[entry.key]).toBe(entry.value)
        }
      }),
    )
  })

  it('between two that had not seen each other the time decides, also after a clock was wrong', () => {
    const ahead = story('bank/one', 'old', at(today + 2 * day))
    const here = { ...story('bank/one', 'new', at(today)), order: [1, today] as [number, number] }
    const journals = [{ device: 'a', lines: [ahead, here] }]
    const stories = (more: MergedLine): unknown =>
      fold(merge([...journals, { device: 'b', lines: [more] }]), {}).stories['bank/one']
    const there = (order: number) => ({
      ...story('bank/one', 'there', at(today + order)),
      order: [1, today + order] as [number, number],
    })
    expect(stories(there(1))).toBe('there')
    expect(stories(there(-1))).toBe('new')
  })
})

describe('an answer dated in the future', () => {
  const now = at(today)
  const ahead = attempt({ at: at(today + 1500 * day), score: 4, change: 'Slower.' })
  const folded = (lines: MergedLine[], time = now) => {
    const { lines: all, latest } = mergeToLatest([{ device: 'here', lines }])
    return fold(all, {}, { latest, now: time })
  }

  it('is there, and is no review', () => {
    expect(folded([ahead]).questions.get('bank/one')).toMatchObject({
      attempts: 1,
      lastScore: 4,
      change: 'Slower.',
      days: 0,
      schedule: null,
    })
  })

  it('leaves the schedule as the others make it', () => {
    const before = attempt({ at: at(today - 3 * day) })
    const after = { ...attempt({ at: now, score: 1 }), order: [1, today] as [number, number] }
    const known = folded([before, ahead, after]).questions.get('bank/one')
    expect(known).toMatchObject({ attempts: 3, lastScore: 1, days: 2 })
    expect(known?.schedule).toEqual(folded([before, after]).questions.get('bank/one')?.schedule)
  })

  it('is a review when its day has come and nothing written later says that it was not', () => {
    const until = folded([ahead]).holds.until ?? 0
    expect(until - Math.floor(today / day)).toBe(1499)
    expect(folded([ahead], at(today + 1500 * day)).questions.get('bank/one')?.days).toBe(1)
  })
})
