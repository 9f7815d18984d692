import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import type { Sound } from '../../ports.ts'
import { safeLine } from '../../text/safe.ts'
import { type Program, playersOf, programIn, recordersOf, voicesOf } from '../../voice/programs.ts'
import { play, speak } from './player.ts'
import { type Found, record } from './recorder.ts'
import { transcribe } from './transcriber.ts'

const { platform } = process

/** Recorders and players of this machine. `pathOf` gives the full path of a program on the PATH, null if there is none. */
export function soundOf(
  variables: Record<string, string | undefined>,
  pathOf: (name: string) => string | null,
): Sound {
  // a take that reaches a limit of the size of files is no reason to die: what writes it is told
  if (process.listenerCount('SIGXFSZ') === 0) process.on('SIGXFSZ', () => {})
  const found = (programs: readonly Program[]): Found[] =>
    programs.flatMap((program) => {
      const { name } = program
      const path = isAbsolute(name) ? name : pathOf(name)
      return path === null || !existsSync(path) ? [] : [{ ...program, path }]
    })
  const chosen = (command: string | null, others: Program[]): Found[] => {
    const own = programIn(command)
    return found(own === null ? others : [own])
  }
  const absent = (command: string | null, what: string): string => {
    const own = programIn(command)
    return own === null ? `no ${what} was found` : `there is no program ${safeLine(own.name)}`
  }
  return {
    recorders: (command) => chosen(command, recordersOf(platform)).map(({ name }) => name),
    record({ command, first }, events) {
      const programs = chosen(command, recordersOf(platform))
      const own = programIn(command)
      const missing = own !== null && programs.length === 0 ? own.name : null
      const [known] = programs.filter(({ name }) => name === first)
      const others = programs.filter((program) => program !== known)
      return record(known === undefined ? others : [known, ...others], missing, variables, events)
    },
    play: (file, command) =>
      play(file, chosen(command, playersOf(platform)), absent(command, 'player'), variables),
    transcribe: (file, command, ms) =>
      transcribe(file, programIn(command), chosen(command, []), ms, variables),
    speak: (text, command) =>
      speak(text, chosen(command, voicesOf(platform)), absent(command, 'voice'), variables),
    onSuspend(before, after) {
      if (platform === 'win32') return () => {}
      const suspend = async (): Promise<void> => {
        await before()
        // the default is to stop, and the call returns when the process goes on
        process.off('SIGTSTP', suspend)
        process.kill(process.pid, 'SIGTSTP')
        setImmediate(() => {
          process.on('SIGTSTP', suspend)
          after()
        })
      }
      process.on('SIGTSTP', suspend)
      return () => void process.off('SIGTSTP', suspend)
    },
    system: platform,
  }
}
