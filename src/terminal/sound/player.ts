import type { Playing } from '../../ports.ts'
import { withoutEscapes } from '../../text/escapes.ts'
import { safeLine } from '../../text/safe.ts'
import { takesText, withAudio, withText } from '../../voice/programs.ts'
import { type Guarded, startGuarded } from './guarded.ts'
import type { Found } from './recorder.ts'

type Variables = Record<string, string | undefined>

/** Plays a file with the first of some programs that can; `absent` is said where there is none. */
export const play = (
  file: string,
  programs: readonly Found[],
  absent: string,
  variables: Variables,
): Playing =>
  firstThatWorks(programs, absent, variables, (program) =>
    startGuarded(program.path, withAudio(program, file).args, { ...variables, GREENROOM_TAKE: file }),
  )

/** Reads a text aloud with the first of some programs that can; `absent` is said where there is none. */
export const speak = (
  text: string,
  programs: readonly Found[],
  absent: string,
  variables: Variables,
): Playing =>
  firstThatWorks(programs, absent, variables, (program) =>
    startGuarded(program.path, withText(program, text).args, variables, takesText(program) ? null : text),
  )

function firstThatWorks(
  programs: readonly Found[],
  absent: string,
  variables: Variables,
  start: (program: Found) => Guarded,
): Playing {
  let isStopped = false
  let isOver = false
  let current: Guarded | null = null
  let silence = (): void => {}
  async function run(): Promise<string | null> {
    let said: string | null = null
    for (const program of programs) {
      if (isStopped) return null
      current = start(program)
      silence = () => {
        if (program.silence) runBriefly(startGuarded(program.path, program.silence, variables))
      }
      current.output.resume()
      const ending = await current.ended
      if (ending.code === 0 || isStopped) return null
      said ??= `${program.name}: ${safeLine(withoutEscapes(ending.said).trim().split('\n')[0] ?? '').slice(0, 200) || `exit code ${ending.code}`}`
    }
    return said ?? absent
  }
  return {
    ended: run().finally(() => {
      isOver = true
    }),
    stop() {
      if (isOver) return
      isStopped = true
      current?.kill()
      silence()
    },
  }
}

/** How long a program may take that has next to nothing to do, in ms. */
const briefMs = 1500

function runBriefly({ output, ended, kill }: Guarded): void {
  output.resume()
  const patience = setTimeout(kill, briefMs)
  void ended.then(() => clearTimeout(patience))
}
