import type { RecorderEvents, Recording } from '../../ports.ts'
import type { RecorderFailure } from '../../voice/failure.ts'
import type { Program } from '../../voice/programs.ts'
import { soundStart } from '../../voice/wav.ts'
import { type Guarded, startGuarded } from './guarded.ts'

/** A program with its full path. */
export interface Found extends Program {
  path: string
}

/** How long a recorder may take until its first bytes, in ms: a headset may have to change its profile. */
const patienceMs = 4000

/**
 * Records with the first of some programs that sends sound: many are installed that have no device, or not the part that
 * they would need. `absent`: one that is not there.
 */
export function record(
  programs: readonly Found[],
  absent: string | null,
  variables: Record<string, string | undefined>,
  events: RecorderEvents,
): Recording {
  let isStopped = false
  let current: Guarded | null = null
  async function run(): Promise<void> {
    const failures: RecorderFailure[] =
      absent === null ? [] : [{ name: absent, how: 'absent', code: null, said: '' }]
    for (const program of programs) {
      if (isStopped) return
      current = startGuarded(program.path, program.args, variables)
      const { sent, failure } = await sound(current, program.name, events)
      if (isStopped) return
      if (sent) {
        events.failed([failure], true)
        return
      }
      failures.push(failure)
    }
    events.failed(failures, false)
  }
  const ended = run()
  return {
    ended,
    stop(patienceMs) {
      isStopped = true
      current?.end(patienceMs)
    },
  }
}

/** Hands on what a recorder sends until it ends; says whether any of it was sound, and how it ended. */
async function sound(
  { output, ended, kill }: Guarded,
  name: string,
  { sound: send }: RecorderEvents,
): Promise<{ sent: boolean; failure: RecorderFailure }> {
  let head = Buffer.alloc(0)
  let sent = false
  let refusal: RecorderFailure['how'] | null = null
  const refuse = (how: RecorderFailure['how']): void => {
    refusal ??= how
    kill()
  }
  const patience = setTimeout(() => refuse('silent'), patienceMs)
  output.on('data', (chunk: Buffer) => {
    if (refusal !== null) return
    if (sent) {
      send(chunk, name)
      return
    }
    head = Buffer.concat([head, chunk])
    const start = soundStart(head)
    if (start === null) return
    clearTimeout(patience)
    if (start === 'text') {
      refuse('text')
      return
    }
    sent = true
    send(head.subarray(start), name)
  })
  const { code, said } = await ended
  clearTimeout(patience)
  return { sent, failure: { name, how: refusal ?? 'ended', code, said } }
}
