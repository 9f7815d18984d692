import { useEffect } from '@inquirer/core'

/** The longest wait between two looks at the clock, in ms. */
export const maxWaitMs = 1000

/** After this time without a key, in ms, what is typed is kept. */
export const pauseMs = 700

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
