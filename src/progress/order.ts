import type { Line, Order } from './journal.ts'

/** The last line of all journals: where it stands, and the device that wrote it. */
export interface Latest {
  order: Order
  device: string
}

/** By how much a clock may be put right, in ms, without that it had been far off. */
const clockTolerance = 86_400_000

/** The last moment that a date can have, in ms since the epoch. */
const lastMoment = 8.64e15

/** Each era begins with a line, and not many of these are lost. */
const erasLost = 1000

/**
 * The order that a line names; null where it names none, or one that nothing could be written after: of so many lines in
 * all the last era has no higher number than that.
 */
export function orderNamed({ order }: Line, lines: number): Order | null {
  if (!Array.isArray(order) || order.length !== 2 || !order.every(Number.isSafeInteger)) return null
  const [era, moment] = order
  return era >= 0 && era <= lines + erasLost && Math.abs(moment) < lastMoment ? order : null
}

/**
 * Where a line of this instant stands that names no order, after the one before it in its journal. It counts as no earlier
 * than that: clocks are put back by minutes or hours, and what was written last has to win.
 */
export function orderFrom(instant: number, [era, moment]: Order): Order {
  return [era, moment - instant > clockTolerance ? instant : Math.max(moment, instant)]
}

/**
 * The order that a line written now (ms since the epoch) has to name to come after all that its device has seen; null
 * where its time says so already. Once the clock was far behind what is there, a new era starts, in which times compare
 * again: whatever is dated in the future stays in the era before. So does what others write before they have seen it.
 */
export function orderAfter(latest: Latest | null, now: number, device: string): Order | null {
  if (latest === null) return null
  const [era, moment] = latest.order
  const isLater = now > moment || (now === moment && latest.device === device)
  if (era === 0 && isLater) return null
  if (moment - now > clockTolerance) return [era + 1, now]
  return [era, isLater ? now : moment + 1]
}
