/** A process that a rehearsal was started by. */
interface Started {
  pid: number
  processMark?: string | undefined
}

/**
 * What tells a process from every other one that has its id, as each in a container has: the boot of the machine, and the
 * start of the process in ticks since then. Empty where it has ended, though its parent did not take note of that, as the
 * first process of many containers never does. Null where the system does not say; see proc(5).
 */
export function processMark(pid: number): string | null {
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const read = (path: string): string | null => {
    try {
      return readFileSync(path, 'latin1')
    } catch {
      return null
    }
  }
  // the second field is a name, in which anything may stand
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (/^[ZX]$/i.test(fields?.[0] ?? '')) return ''
  const startTicks = fields?.[19]
  if (startTicks === undefined) return null
  return `${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${startTicks}`
}

/** Whether that process still runs. One without a mark, but with our own id, cannot be this one: it left its line before. */
export function isRunning({ pid, processMark: known }: Started): boolean {
  const mark = processMark(pid)
  if (mark === '') return false
  if (mark !== null && known !== undefined) return mark === known
  return pid !== process.pid && isAlive(pid)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
