import type { Line, Order } from './journal.ts'

/** The last line of all journals: where it stands, and the device that wrote it. */
export interface Latest {
  order: Order
  device: string
}

/** By how much a clock may be put right, in ms, without that it had been far off. */
const clockTolerance = 86_400_000

/** The order that a line names; null where it names none, or what is no order. */
export function orderNamed({ order }: Line): Order | null {
  return Array.isArray(order) && order.length === 2 && order.every(Number.isSafeInteger) ? order : null
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
 * again: whatever is dated in the future stays in the era before.
 */
export function orderAfter(latest: Latest | null, now: number, device: string): Order | null {
  if (latest === null) return null
  const [era, moment] = latest.order
  const isLater = now > moment || (now === moment && latest.device === device)
  if (era === 0 && isLater) return null
  return moment - now > clockTolerance ? [era + 1, now] : [era, isLater ? now : moment + 1]
}
