/** A stopwatch as data, on a monotonic clock in ms. `startedAt` is moved forward by all time that does not count. */
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

/** Does not count the last `ms`, in which the process was suspended; a paused clock was not counting anyway. */
export const leaveOut = (clock: Clock, ms: number): Clock =>
  clock.pausedAt === null ? startClock(clock.startedAt + ms) : clock

/** In how many ms a running clock will show the next second. */
export const untilNextSecond = (clock: Clock, now: number): number => 1000 - (elapsed(clock, now) % 1000)
