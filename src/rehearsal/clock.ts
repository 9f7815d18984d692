/** A stopwatch as data, on a monotonic clock in ms: `startedAt` moves forward past all time that does not count. */
export interface Clock {
  startedAt: number
  pausedAt: number | null
}

export const startClock = (now: number): Clock => ({ startedAt: now, pausedAt: null })

/** Elapsed time in ms. */
export const elapsed = (clock: Clock, now: number): number =>
  Math.max(0, Math.round((clock.pausedAt ?? now) - clock.startedAt))

export const pause = (clock: Clock, now: number): Clock =>
  clock.pausedAt === null ? { ...clock, pausedAt: now } : clock

export const resume = (clock: Clock, now: number): Clock =>
  clock.pausedAt === null ? clock : startClock(clock.startedAt + now - clock.pausedAt)

/** Takes `ms` in which the process did not run out of a running clock. */
export const leaveOut = (clock: Clock, ms: number): Clock =>
  clock.pausedAt === null ? startClock(clock.startedAt + ms) : clock

/** When a running clock will next show another second, in ms from now. */
export const untilNextSecond = (clock: Clock, now: number): number => 1000 - (elapsed(clock, now) % 1000)
