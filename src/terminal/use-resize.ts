import { useEffect, useState } from '@inquirer/core'
import type { LiveDevice } from './device.ts'

/**
 * A hook that draws a prompt anew once the window has kept another size for a moment. While its border is dragged nothing is
 * drawn: what is on its way to the terminal would come to a window of yet another size, which breaks it into other rows.
 * Returns whether that is so; what draws by itself asks before it does.
 */
export function useResize(device: LiveDevice, redraw: () => void = () => {}): () => boolean {
  const [, setTimes] = useState(0)
  const [wait] = useState(() => ({ timer: undefined as NodeJS.Timeout | undefined, times: 0 }))
  const onResize = (): void => {
    clearTimeout(wait.timer)
    wait.timer = setTimeout(() => {
      wait.timer = undefined
      wait.times += 1
      redraw()
      setTimes(wait.times)
    }, device.settleMs ?? settleMs)
  }
  useEffect(() => {
    device.output.on('resize', onResize)
    return () => {
      clearTimeout(wait.timer)
      device.output.off('resize', onResize)
    }
  }, [])
  return () => {
    const { drawn } = device
    const { columns, rows } = device.size()
    const isOther = drawn !== null && (drawn.columns !== columns || drawn.rows !== rows)
    // the system knows of another size before we are told
    if (isOther && wait.timer === undefined) onResize()
    return wait.timer !== undefined
  }
}

/** How long a size has to be kept, in ms. */
const settleMs = 60
