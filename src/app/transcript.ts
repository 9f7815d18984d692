import { coverageOf } from '../answers/coverage.ts'
import { measuresOf } from '../answers/measures.ts'
import { type Shell, type Sound, type Takes, type Transcribed, UserError } from '../ports.ts'
import { pointsOf } from '../rehearsal/item.ts'
import { itemInHand, type Rehearsal, type Step } from '../rehearsal/rehearsal.ts'
import { print, stay } from '../rehearsal/step.ts'
import { update } from '../rehearsal/update.ts'
import { notTranscribed } from '../screens/transcript.ts'
import { withoutEscapes } from '../text/escapes.ts'
import { safe } from '../text/safe.ts'
import type { TranscriptFailure } from '../voice/failure.ts'
import { programIn } from '../voice/programs.ts'
import { hasSpeech } from '../voice/voice.ts'
import { refusal } from './append.ts'
import type { Context } from './context.ts'

/** A transcript may take so many times as long as the take. */
const patience = 10

/** Has a program of the user's write down an answer while its review is read. */
export interface Transcriber {
  /** Begins with the answer in review, goes on from a rehearsal with what was heard, and stops once the user has gone on. */
  follow(rehearsal: Rehearsal): Step
  isRunning(): boolean
  /** Whether `follow` has something new to add. */
  hasNews(): boolean
  stop(): void
}

interface Sources {
  sound: Sound
  takes: Takes
  /** The id of the attempt at an index. */
  idOf(answer: number): string
  /** Once the take of the last answer is written. */
  written(): Promise<void>
  /** Is called when there is news. */
  onHeard(): void
}

/** What came of a take that lasted so many ms. */
type Heard = { text: string; ms: number } | TranscriptFailure

/** The transcript of one answer, by its index. */
interface Job {
  answer: number
  isRunning: boolean
  stop(): void
  /** Null before it is known, and once it was handed on. */
  heard: Heard | null
}

export function transcriberFor(command: string, { env }: Context, sources: Sources): Transcriber {
  const { sound, takes, idOf, written, onHeard } = sources
  let job: Job | null = null
  const said = new Set<string>()

  async function transcribed(begun: Job): Promise<Heard | null> {
    await written()
    const take = takes.all().find(({ id }) => id === idOf(begun.answer))
    if (!begun.isRunning || take === undefined) return null
    const transcribing = sound.transcribe(take.path, command, patience * take.ms)
    begun.stop = transcribing.stop
    return heardIn(await transcribing.ended, take.ms)
  }

  async function run(begun: Job): Promise<void> {
    // nobody waits for it, so that what it throws would end the rehearsal
    begun.heard = await transcribed(begun).catch((error: unknown) => failed(command, error))
    begun.isRunning = false
    if (begun.heard !== null) onHeard()
  }

  function begin(answer: number): Job {
    const begun: Job = { answer, isRunning: true, stop() {}, heard: null }
    void run(begun)
    return begun
  }

  function stop(): void {
    if (job === null) return
    job.isRunning = false
    job.stop()
    job = null
  }

  return {
    follow(rehearsal) {
      const answer = answerToTranscribe(rehearsal)
      if (job?.answer !== answer) stop()
      if (answer === null) return stay(rehearsal)
      job ??= begin(answer)
      const { heard } = job
      job.heard = null
      if (heard === null) return stay(rehearsal)
      if (!('how' in heard)) return withHeard(rehearsal, heard, env.monotonic())
      const text = notTranscribed(heard, env.program)
      if (said.has(text)) return stay(rehearsal)
      said.add(text)
      return { rehearsal, effects: [print({ kind: 'remark', text })] }
    },
    isRunning: () => job?.isRunning === true,
    hasNews: () => (job?.heard ?? null) !== null,
    stop,
  }
}

/** Keeps what was heard of the attempt with the id `of`, if the user wants that. */
export function keepTranscript(
  { question, text }: { question: string; text: string },
  of: string,
  { store, settings, env }: Context,
  shell: Shell,
): void {
  if (!settings['transcribe.keep']) return
  try {
    store.append({ type: 'transcript', question, of, text })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    shell.print(refusal(error, env))
  }
}

const failed = (command: string, error: unknown): Heard => ({
  name: programIn(command)?.name ?? command,
  how: 'failed',
  code: null,
  said: error instanceof Error ? error.message : String(error),
})

/** The index of the answer that is reviewed, or whose change is asked for, if somebody spoke in it. */
function answerToTranscribe({ phase, answered }: Rehearsal): number | null {
  if (phase.name !== 'review' && phase.name !== 'change') return null
  const voice = phase.answered?.attempt.voice
  if (voice === undefined || !hasSpeech(voice)) return null
  return answered.findLastIndex(({ at }) => at === phase.answered?.at)
}

/** What stands in square brackets is no speech: times, `[BLANK_AUDIO]`, `[MUSIC]`. */
const notes = /\[[^[\]\n]{0,80}\]/g

function heardIn(transcribed: Transcribed, ms: number): Heard | null {
  if (transcribed === null || 'how' in transcribed) return transcribed
  const { printed, name } = transcribed
  const text = safe(withoutEscapes(printed)).replaceAll(notes, ' ').replaceAll(/\s+/g, ' ').trim()
  return text === '' ? { name, how: 'empty' } : { text, ms }
}

function withHeard(rehearsal: Rehearsal, { text, ms }: { text: string; ms: number }, now: number): Step {
  const { words, fillers } = measuresOf(text)
  const coverage = coverageOf(pointsOf(itemInHand(rehearsal)), text)
  const wordsAMinute = Math.round((words / ms) * 60_000)
  return update(rehearsal, {
    type: 'transcript',
    text,
    counted: { words, wordsAMinute, fillers },
    coverage,
    now,
  })
}
