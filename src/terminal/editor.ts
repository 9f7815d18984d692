import { type ChildProcess, spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { EditorFailure } from '../ports.ts'
import { safeLine } from '../text/safe.ts'
import { editorIn, programIn, startOf } from './editor-command.ts'
import { lendingSignals } from './signals.ts'

const { platform } = process

/**
 * Opens the user's editor on a file and waits until it ends. Null where it ended well, `at once` where it may have handed the
 * file to a program that is still open. As in git, Ctrl-C is the editor's alone meanwhile. What it wrote is in the file, however it ended.
 */
export async function edit(file: string): Promise<EditorFailure | 'at once' | null> {
  const { command } = editorIn(process.env, platform)
  // git's name for an editor that does nothing
  if (command === ':') return null
  const start = performance.now()
  const { error, status, signal } = await run(command, file)
  if (!error && status === 0)
    return performance.now() - start < atOnceMs && !isInTerminal(command) ? 'at once' : null
  const name = `The editor ${safeLine(command)}`
  // what a shell says of a command that is not there, or is no program
  if (error || status === 126 || status === 127)
    return { what: `${name} could not be started`, isStarted: false }
  const how = status === null ? `was ended by ${signal}` : `failed with exit code ${status}`
  return { what: `${name} ${how}`, isStarted: true }
}

/** Nobody writes in less time than that, in ms. */
const atOnceMs = 5000

/** Editors that have the terminal until they end. */
const isInTerminal = (command: string): boolean =>
  /^(?:n?vim?|nano|pico|micro|hx|helix|emacs|kak|joe|ed|mg|ne)$/.test(
    basename(programIn(command, process.env, platform)),
  )

/** How a program ended. */
interface End {
  error?: unknown
  status: number | null
  signal: NodeJS.Signals | null
}

async function run(command: string, file: string): Promise<End> {
  const { program, args, shell } = startOf(command, file, platform, isFile)
  // Windows would look in the current folder first
  const env = { ...process.env, NoDefaultCurrentDirectoryInExePath: '1' }
  let child: ChildProcess | undefined
  const ended = (): Promise<End> =>
    new Promise((resolve, reject) => {
      child = spawn(program, args, { stdio: 'inherit', shell, ...(shell && { env }) })
      child.on('error', reject)
      child.on('close', (status, signal) => resolve({ status, signal }))
    })
  try {
    return await lendingSignals(ended, (signal) => child?.kill(signal))
  } catch (error) {
    // Node also throws, at a NUL in the command
    return { error, status: null, signal: null }
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true
