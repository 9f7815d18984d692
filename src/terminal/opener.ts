import { spawn } from 'node:child_process'

/** The system's own programs that open a file as a double click would. */
const openers: Record<string, string> = { darwin: 'open', win32: 'explorer' }

/**
 * Opens a file with the system's program for it, which lives on by itself. `find` gives the full path of a program. Null where
 * it was started, else a sentence without its full stop.
 */
export async function openFile(path: string, find: (name: string) => string | null): Promise<string | null> {
  const name = openers[process.platform] ?? 'xdg-open'
  const program = find(name)
  if (program === null) return `There is no ${name} here to open the page with`
  return new Promise((resolve) => {
    const child = spawn(program, [path], { stdio: 'ignore', detached: true })
    child.on('error', () => resolve(`${name} could not be started`))
    child.on('spawn', () => {
      child.unref()
      resolve(null)
    })
  })
}
