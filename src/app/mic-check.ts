import type { Sound, Takes } from '../ports.ts'
import type { MicResult } from '../screens/mic-check.ts'
import type { RecorderFailure } from '../voice/failure.ts'
import { levelMeter, silenceDb } from '../voice/levels.ts'
import { loudness } from '../voice/measure.ts'
import { bytesOf, msOf } from '../voice/wav.ts'

/** How much is recorded, in ms. */
const triedMs = 3000

/** What was heard, and the sound itself. */
export interface Heard {
  result: MicResult
  pieces: readonly Uint8Array[]
}

/** Sound that comes so many times faster than it lasts is none. */
const flood = 20

/** Records three seconds with what would record the answers; `now` is the monotonic clock in ms. */
export async function hear(
  sound: Sound,
  takes: Takes,
  command: string | null,
  now: () => number,
): Promise<Heard> {
  const pieces: Uint8Array[] = []
  const meter = levelMeter()
  const startedAt = now()
  let firstAt = startedAt
  let lastAt = startedAt
  let bytes = 0
  let recorder: string | null = null
  let failures: readonly RecorderFailure[] = []
  const recording = sound.record(
    { command, first: takes.recorder() },
    {
      sound(piece, name) {
        if (bytes >= bytesOf(triedMs)) return
        lastAt = now()
        if (recorder === null) firstAt = lastAt
        recorder = name
        bytes += piece.length
        pieces.push(piece)
        meter.add(piece)
        if (bytes >= bytesOf(triedMs)) recording.stop()
      },
      failed(all) {
        failures = all
      },
    },
  )
  await recording.ended
  const restMs = msOf(bytes - (pieces[0]?.length ?? 0))
  // what a recorder had gathered while nobody read it comes at once, too
  if (recorder !== null && lastAt - startedAt < triedMs / 2 && restMs > flood * (lastAt - firstAt)) {
    const flooding: RecorderFailure = { name: recorder, how: 'flood', code: null, said: '' }
    return { result: { recorder: null, failures: [flooding], isZero: false, db: silenceDb }, pieces: [] }
  }
  const db = meter.levels.length === 0 ? silenceDb : loudness(meter.levels)
  // one that broke off records no answer
  const works = failures.length === 0 ? recorder : null
  return { result: { recorder: works, failures, isZero: works !== null && meter.isZero, db }, pieces }
}
