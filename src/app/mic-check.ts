import type { Sound, Takes } from '../ports.ts'
import type { MicResult } from '../screens/mic-check.ts'
import type { RecorderFailure } from '../voice/failure.ts'
import { levelMeter, silenceDb } from '../voice/levels.ts'
import { loudness } from '../voice/measure.ts'
import { bytesOf } from '../voice/wav.ts'

/** How much is recorded, in ms. */
const triedMs = 3000

/** What was heard, and the sound itself. */
export interface Heard {
  result: MicResult
  pieces: readonly Uint8Array[]
}

/** Records three seconds with what would record the answers. */
export async function hear(sound: Sound, takes: Takes, command: string | null): Promise<Heard> {
  const pieces: Uint8Array[] = []
  const meter = levelMeter()
  let bytes = 0
  let recorder: string | null = null
  let failures: readonly RecorderFailure[] = []
  const recording = sound.record(
    { command, first: takes.recorder() },
    {
      sound(piece, name) {
        if (bytes >= bytesOf(triedMs)) return
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
  const db = meter.levels.length === 0 ? silenceDb : loudness(meter.levels)
  return {
    result: { recorder, failures, isZero: recorder !== null && meter.isZero, db },
    pieces,
  }
}
