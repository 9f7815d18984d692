import type { Transcribed, Transcribing } from '../../ports.ts'
import { longestAnswer } from '../../text/limits.ts'
import { type Program, withAudio } from '../../voice/programs.ts'
import { startGuarded } from './guarded.ts'
import type { Found } from './recorder.ts'

/** The exit code of a shell for a program that is not there. */
const notFound = 127

/** Runs a user's program on a recording, and gives what it prints; `found` is empty where it is not there. */
export function transcribe(
  file: string,
  program: Program | null,
  [found]: readonly Found[],
  ms: number,
  variables: Record<string, string | undefined>,
): Transcribing {
  const name = program?.name ?? ''
  if (found === undefined) return { stop() {}, ended: Promise.resolve({ name, how: 'absent' }) }
  const { output, ended, kill } = startGuarded(found.path, withAudio(found, file).args, variables)
  const pieces: Buffer[] = []
  let length = 0
  let reason: 'late' | 'long' | 'stopped' | null = null
  const end = (why: typeof reason): void => {
    reason ??= why
    kill()
  }
  output.on('data', (piece: Buffer) => {
    length += piece.length
    if (length > longestAnswer) end('long')
    else pieces.push(piece)
  })
  const patience = setTimeout(() => end('late'), ms)
  const transcript = async (): Promise<Transcribed> => {
    const { code, said } = await ended
    clearTimeout(patience)
    if (reason === 'stopped') return null
    if (reason === 'long' || (reason === 'late' && code !== 0)) return { name, how: reason }
    if (code === notFound) return { name, how: 'absent' }
    return code === 0
      ? { name, printed: new TextDecoder().decode(Buffer.concat(pieces)) }
      : { name, how: 'failed', code, said }
  }
  return { stop: () => end('stopped'), ended: transcript() }
}
