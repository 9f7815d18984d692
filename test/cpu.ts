/** How many seconds of the processor an action takes, which are the same however busy the machine is. */
export function cpuSeconds(action: () => void): number {
  const before = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** What takes a second even where machines are slow takes a multiple of this where it grows by the square. */
export const soon = 20
