import type { Sound, Takes } from '../ports.ts'
import type { MicResult } from '../screens/mic-check.ts'
import type { RecorderFailure } from '../voice/failure.ts'
import { levelMeter, silenceDb } from '../voice/levels.ts'
import { loudness } from '../voice/measure.ts'
import { bytesOf, msOf } from '../voice/wav.ts'
import { dropMs } from './microphone.ts'

/** How much is recorded, in ms. */
const triedMs = 3000

/** Sound that comes so many times faster than it lasts is none. */
const flood = 20

/** What was heard, and the sound itself. */
export interface Heard {
  result: MicResult
  pieces: readonly Uint8Array[]
}

/** Three seconds as they came, by the monotonic clock in ms, or what came of them. */
interface Tried {
  pieces: Uint8Array[]
  bytes: number
  startedAt: number
  firstAt: number
  lastAt: number
  recorder: string | null
  failures: readonly RecorderFailure[]
}

/**
 * Records three seconds with what would record the answers, and anew where the process was suspended meanwhile. `now` is the
 * monotonic clock in ms.
 */
export async function hear(
  sound: Sound,
  takes: Takes,
  command: string | null,
  now: () => number,
): Promise<Heard> {
  for (;;) {
    const tried = await tryOnce(sound, { command, first: takes.recorder() }, now)
    if (tried !== null) return heardIn(tried)
  }
}

/** Null where the process was suspended, which closed the microphone; it goes on by now. */
async function tryOnce(
  sound: Sound,
  by: { command: string | null; first: string | null },
  now: () => number,
): Promise<Tried | null> {
  const at = now()
  const tried: Tried = {
    pieces: [],
    bytes: 0,
    recorder: null,
    failures: [],
    startedAt: at,
    firstAt: at,
    lastAt: at,
  }
  const recording = sound.record(by, {
    sound(piece, name) {
      if (tried.bytes >= bytesOf(triedMs)) return
      tried.lastAt = now()
      if (tried.recorder === null) tried.firstAt = tried.lastAt
      tried.recorder = name
      tried.bytes += piece.length
      tried.pieces.push(piece)
      if (tried.bytes >= bytesOf(triedMs)) recording.stop()
    },
    failed(all) {
      tried.failures = all
    },
  })
  let goOn: (() => void) | null = null
  let goesOn: Promise<void> | null = null
  const stopFollowing = sound.onSuspend(
    async () => {
      goesOn ??= new Promise((done) => {
        goOn = done
      })
      recording.stop(dropMs)
      await recording.ended
    },
    () => goOn?.(),
  )
  await recording.ended
  if (goesOn !== null) await goesOn
  stopFollowing()
  return goesOn === null ? tried : null
}

function heardIn({ pieces, bytes, startedAt, firstAt, lastAt, recorder, failures }: Tried): Heard {
  const restMs = msOf(bytes - (pieces[0]?.length ?? 0))
  // what a recorder had gathered while nobody read it comes at once, too
  if (recorder !== null && lastAt - startedAt < triedMs / 2 && restMs > flood * (lastAt - firstAt)) {
    const flooding: RecorderFailure = { name: recorder, how: 'flood', code: null, said: '' }
    return { result: { recorder: null, failures: [flooding], isZero: false, db: silenceDb }, pieces: [] }
  }
  const meter = levelMeter()
  for (const piece of pieces) meter.add(piece)
  const db = meter.levels.length === 0 ? silenceDb : loudness(meter.levels)
  // one that broke off records no answer
  const works = failures.length === 0 ? recorder : null
  return { result: { recorder: works, failures, isZero: works !== null && meter.isZero, db }, pieces }
}
