import { useEffect, useState } from '@inquirer/core'
import type { LiveDevice } from './device.ts'

/** A hook that draws a prompt anew where the window has another size. */
export function useRedraw({ output }: LiveDevice): void {
  const [, setTimes] = useState(0)
  useEffect(() => {
    let times = 0
    const redraw = (): void => {
      times += 1
      setTimes(times)
    }
    output.on('resize', redraw)
    return () => output.off('resize', redraw)
  }, [])
}
