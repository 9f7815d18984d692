import type { Playing } from '../../ports.ts'
import { safeLine } from '../../text/safe.ts'
import { withAudio } from '../../voice/programs.ts'
import { type Guarded, startGuarded } from './guarded.ts'
import type { Found } from './recorder.ts'

/** Plays a file with the first of some programs that can. */
export function play(
  file: string,
  programs: readonly Found[],
  variables: Record<string, string | undefined>,
): Playing {
  let isStopped = false
  let current: Guarded | null = null
  async function run(): Promise<string | null> {
    let said: string | null = null
    for (const program of programs) {
      if (isStopped) return null
      current = startGuarded(program.path, withAudio(program, file).args, {
        ...variables,
        GREENROOM_TAKE: file,
      })
      current.output.resume()
      const ending = await current.ended
      if (ending.code === 0 || isStopped) return null
      said ??= `${program.name}: ${safeLine(ending.said.trim().split('\n')[0] ?? '').slice(0, 200) || `exit code ${ending.code}`}`
    }
    return said ?? 'no player was found'
  }
  return {
    ended: run(),
    stop() {
      isStopped = true
      current?.kill()
    },
  }
}
