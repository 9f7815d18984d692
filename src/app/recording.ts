import { type Beside, type TakeFile, type Takes, UserError } from '../ports.ts'
import { keepsTakes } from '../progress/settings.ts'
import { type Spoken, spokenIn } from '../rehearsal/microphone.ts'
import { itemAt, type Rehearsal } from '../rehearsal/rehearsal.ts'
import { stay } from '../rehearsal/step.ts'
import { update } from '../rehearsal/update.ts'
import { micLabel, notRecorded, type Trouble, transcribingLabel } from '../screens/recording.ts'
import type { Style } from '../screens/style.ts'
import { frameMs, type LevelMeter, levelMeter, silenceDb } from '../voice/levels.ts'
import { measure } from '../voice/measure.ts'
import { bytesOf, msOf } from '../voice/wav.ts'
import type { Context } from './context.ts'
import { type Microphone, type MicrophoneEvents, microphoneOf } from './microphone.ts'
import { placeOf } from './place.ts'
import type { Transcriber } from './transcript.ts'

/** The longest take, in ms. */
const longestMs = 15 * 60_000

/** The level on the screen is the loudest of so many frames. */
const shownFrames = 100 / frameMs

/** Without sound for so long an answer has no recording, and its speaker is told; in ms. */
const missedMs = 1000

/** A recorder that has sent nothing for so long sends nothing more, as far as can be known; in ms. Some send blocks of 2 s. */
const stalledMs = 4000

/** The longest that a recorder may take to start, so that it is known when the first word came; in ms. */
const longestLeadMs = 1000

/** What records the answers of a rehearsal. */
export interface Recorder extends Beside {
  /** What went wrong with the last answer, as a text for the user; null where nothing did, or it was said before. */
  trouble(): string | null
  /** Closes the microphone; done once no recorder runs any more. */
  close(): Promise<void>
}

/** One answer as it is recorded, perhaps in several stretches. */
interface AnswerTake {
  answer: number
  at: number
  /** Null where takes are not kept, or can no longer be written. */
  file: TakeFile | null
  meter: LevelMeter
  bytes: number
  /** When it began, and how much had passed until its sound did, by the monotonic clock in ms. */
  askedAt: number
  leadMs: number | null
  /** Which recorder sent sound last, and when, by the same clock. */
  heard: { by: string; at: number } | null
  /** How many frames belong to the answer itself, and not to the reply to a follow-up; null while it goes on. */
  frames: number | null
  /** Nothing more is taken. */
  isFull: boolean
  /** Since the microphone was opened last. */
  mic: 'opening' | 'recording' | 'failed'
  trouble: Trouble | null
}

interface Recorded {
  context: Context
  takes: Takes
  /** The id of the attempt at an index, which its take is named by. */
  idOf(answer: number): string
  take: AnswerTake | null
  /** The take of the answer that was scored last. */
  scored: AnswerTake | null
  latest: Rehearsal | null
  /** The process is suspended, or about to be. */
  isSuspended: boolean
  /** Null where the user has no program for it. */
  transcriber: Transcriber | null
}

/** Records while the talk clock runs; `idOf` gives the id of the attempt at an index. */
export async function recorderFor(context: Context, idOf: (answer: number) => string): Promise<Recorder> {
  const { settings } = context
  const [sound, takes] = await Promise.all([context.env.sound(), context.store.takes()])
  const microphone = microphoneOf(sound, takes, settings['record.command'])
  const listeners = new Set<() => void>()
  const command = settings['transcribe.command']
  const state: Recorded = {
    context,
    takes,
    idOf,
    take: null,
    scored: null,
    latest: null,
    isSuspended: false,
    transcriber:
      command === null
        ? null
        : (await import('./transcript.ts')).transcriberFor(command, context, {
            sound,
            takes,
            idOf,
            written: microphone.gone,
            onHeard() {
              for (const tell of listeners) tell()
            },
          }),
  }
  takes.tidy(limitsOf(context))
  const suspend = (): Promise<void> => {
    state.isSuspended = true
    return microphone.drop()
  }
  const stopFollowing = sound.onSuspend(suspend, () => {
    state.isSuspended = false
    if (state.latest !== null) follow(state, microphone, state.latest)
  })
  const said = new Set<string>()
  return {
    follow(rehearsal) {
      const followed = follow(state, microphone, rehearsal)
      return state.transcriber?.follow(followed) ?? stay(followed)
    },
    onNews(listener) {
      if (state.transcriber?.hasNews()) queueMicrotask(listener)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    suspend: () => void suspend(),
    status: (style) =>
      state.transcriber?.isRunning() ? transcribingLabel(style) : micOf(state, microphone, style),
    trouble() {
      const trouble = state.scored === null ? null : troubleOf(state.scored, context)
      state.scored = null
      const text = trouble === null ? null : notRecorded(trouble, placeOf(context.env, sound))
      if (text === null || said.has(text)) return null
      said.add(text)
      return text
    },
    async close() {
      stopFollowing()
      state.transcriber?.stop()
      await microphone.drop()
      state.take?.file?.close()
      takes.tidy(limitsOf(context))
    },
  }
}

const limitsOf = ({ settings }: Context): { keep: number; days: number } => ({
  keep: settings['record.keep'],
  days: settings['record.days'],
})

/** Opens and closes the microphone as the rehearsal goes on, and gives an answer that is over what was measured of it. */
function follow(state: Recorded, microphone: Microphone, rehearsal: Rehearsal): Rehearsal {
  state.latest = rehearsal
  const spoken = spokenIn(rehearsal)
  const isOn = spoken.microphone === 'on' || spoken.microphone === 'reply'
  if (!isOn && microphone.isOpen()) {
    if (state.take !== null) noteStall(state.take, state.context)
    microphone.close()
  }
  if (state.take !== null && isLeft(state.take, spoken)) leave(state, microphone, spoken)
  if (isOn) {
    state.take ??= begin(state, spoken, rehearsal)
    const { take } = state
    // a reply after the answer is not measured with it
    if (spoken.microphone === 'on') take.frames = null
    else take.frames ??= take.meter.levels.length
    if (!microphone.isOpen() && !take.isFull && !state.isSuspended) {
      take.mic = 'opening'
      take.heard = null
      microphone.open(eventsFor(take, microphone, state.context))
    }
  }
  return rehearsal.phase.name === 'score' && state.take !== null
    ? measured(rehearsal, state.take, state.context)
    : rehearsal
}

function begin(
  { context, takes, idOf, transcriber }: Recorded,
  { answer, at }: Spoken,
  rehearsal: Rehearsal,
): AnswerTake {
  // one that is not to stay is transcribed all the same
  const isWritten = keepsTakes(context.settings) || transcriber !== null
  return {
    answer,
    at,
    file: isWritten ? takes.begin(itemAt(rehearsal, at).question.id, idOf(answer)) : null,
    meter: levelMeter(),
    bytes: 0,
    askedAt: context.env.monotonic(),
    leadMs: null,
    heard: null,
    frames: null,
    isFull: false,
    mic: 'opening',
    trouble: null,
  }
}

/** Whether a rehearsal has gone on to another answer, or to none. */
const isLeft = (take: AnswerTake, { answer, at, microphone }: Spoken): boolean =>
  take.answer !== answer || take.at !== at || microphone === 'none' || microphone === 'quit'

/** Keeps a take whose answer was scored, or was left in the middle; one whose answer was skipped goes. */
function leave(state: Recorded, microphone: Microphone, { answer, microphone: reached }: Spoken): void {
  const { take, takes, context, transcriber } = state
  if (take === null) return
  state.take = null
  if (answer > take.answer) state.scored = take
  const isKept = (answer > take.answer && !take.meter.isZero) || reached === 'quit'
  void microphone.gone().then(() => {
    if (!isKept) take.file?.remove()
    // a mock has its takes transcribed at its end
    else if (transcriber === null) takes.tidy(limitsOf(context))
  })
}

function eventsFor(take: AnswerTake, microphone: Microphone, { env }: Context): MicrophoneEvents {
  const end = (trouble: Trouble): void => {
    take.trouble = trouble
    take.isFull = true
    take.mic = 'failed'
    microphone.close()
  }
  return {
    sound(bytes, by) {
      if (take.isFull) return
      const now = env.monotonic()
      take.heard = { by, at: now }
      if (take.bytes === 0) take.leadMs = Math.max(0, now - take.askedAt - msOf(bytes.length))
      take.mic = 'recording'
      take.bytes += bytes.length
      take.meter.add(bytes)
      try {
        take.file?.add(bytes)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        take.trouble = { kind: 'unwritten', message: error.message, hint: error.hint }
        take.file?.close()
        take.file = null
      }
      if (take.bytes < bytesOf(longestMs)) return
      if (now - take.askedAt >= longestMs / 2) {
        end({ kind: 'too long' })
        return
      }
      // no time for so much sound
      end({ kind: 'flood' })
      take.meter = levelMeter()
      take.file?.remove()
      take.file = null
    },
    failed(failures, began) {
      take.mic = 'failed'
      if (began) take.trouble ??= { kind: 'broken off', failures }
      else take.trouble = failures.length > 0 ? { kind: 'none works', failures } : { kind: 'none found' }
    },
    ended: () => take.file?.close(),
  }
}

const isStalled = ({ mic, heard }: AnswerTake, { env }: Context): boolean =>
  mic === 'recording' && heard !== null && env.monotonic() - heard.at >= stalledMs

/** A recorder that hangs in the middle tells nobody. */
function noteStall(take: AnswerTake, context: Context): void {
  if (take.heard === null || !isStalled(take, context)) return
  const failure = { name: take.heard.by, how: 'stalled', code: null, said: '' } as const
  take.trouble ??= { kind: 'broken off', failures: [failure] }
}

function micOf({ take, context }: Recorded, microphone: Microphone, style: Style): string | null {
  if (take === null || !microphone.isOpen() || take.mic === 'failed') return null
  if (take.mic === 'opening' || isStalled(take, context)) return micLabel({ state: 'opening' }, style)
  const db = Math.max(silenceDb, ...take.meter.levels.slice(-shownFrames))
  return micLabel({ state: 'recording', db }, style)
}

/** Gives an answer that is being scored what was measured of its sound. */
function measured(rehearsal: Rehearsal, take: AnswerTake, { env }: Context): Rehearsal {
  const { meter, leadMs, frames } = take
  if (meter.levels.length === 0 || meter.isZero) return rehearsal
  const lead = leadMs === null || leadMs > longestLeadMs ? null : leadMs
  const voice = measure(meter.levels.slice(0, frames ?? meter.levels.length), lead)
  return update(rehearsal, { type: 'voice', voice, now: env.monotonic() }).rehearsal
}

function troubleOf(take: AnswerTake, { env }: Context): Trouble | null {
  if (take.trouble !== null) return take.trouble
  if (take.bytes > 0) return take.meter.isZero ? { kind: 'zero' } : null
  return env.monotonic() - take.askedAt >= missedMs ? { kind: 'none works', failures: [] } : null
}
