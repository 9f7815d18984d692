/** A timer later than this, in ms, means that the process was suspended. */
const maxLateMs = 2000

/** Notices time in which the process did not run: Ctrl-Z, a closed lid, SIGSTOP. */
export interface Heartbeat {
  /** To be called at every event: the ms in which the process did not run, else 0. */
  beat(now: number): number
}

/** A heartbeat that expects a beat at least every `everyMs`. */
export function heartbeat(everyMs: number, now: number): Heartbeat {
  let last = now
  return {
    beat(at) {
      const gap = at - last - everyMs
      last = at
      return gap > maxLateMs ? gap : 0
    },
  }
}
