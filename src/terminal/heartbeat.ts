/** How late a timer may be before the process is taken to have been suspended, in ms. */
const lateMs = 2000

/** Notices time in which the process did not run: Ctrl-Z, a closed lid, SIGSTOP. */
export interface Heartbeat {
  /** To be called at every event: gives the ms in which the process did not run, else 0. */
  beat(now: number): number
}

/** Expects a beat every `everyMs` at the latest. */
export function heartbeat(everyMs: number, now: number): Heartbeat {
  let last = now
  return {
    beat(at) {
      const gap = at - last - everyMs
      last = at
      return gap > lateMs ? gap : 0
    },
  }
}
