import { useEffect, useRef } from '@inquirer/core'

/** The longest wait between two looks at the clock, in ms. */
export const maxWaitMs = 1000

/** After this time without a key, in ms, what is typed is kept. */
const pauseMs = 700
/** And after this time, in ms, where somebody types on and on. */
const longestUnkeptMs = 2000

/** A hook that says at each tick whether what is typed is to be kept; `keyAt` is when the last key came. */
export function useKeepingTimes(monotonic: () => number): (keyAt: number) => boolean {
  const keptAt = useRef(monotonic())
  return (keyAt) => {
    const now = monotonic()
    const isTime = now - keyAt >= pauseMs || now - keptAt.current >= longestUnkeptMs
    if (isTime) keptAt.current = now
    return isTime
  }
}

/** A hook that ticks after each wait, `maxWaitMs` at the latest, while the prompt is open. */
export function useTicks(waitMs: () => number, tick: () => void): void {
  useEffect(() => {
    let timer: NodeJS.Timeout
    let isOver = false
    const schedule = (): void => {
      if (isOver) return
      timer = setTimeout(() => {
        tick()
        schedule()
      }, Math.min(maxWaitMs, waitMs()) + 1)
    }
    schedule()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [])
}
