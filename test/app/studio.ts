import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openContext } from '../../src/app/context.ts'
import { type Recorder, recorderFor } from '../../src/app/recording.ts'
import type { RecorderEvents, Sound, Transcribed } from '../../src/ports.ts'
import type { Effect, Rehearsal } from '../../src/rehearsal/rehearsal.ts'
import { styleOf } from '../../src/screens/style.ts'
import { diskFiles } from '../../src/store/files.ts'
import { msOf } from '../../src/voice/wav.ts'
import { newFolder } from '../files.ts'
import { drill, type Input, item, Played, play } from '../rehearsal/play.ts'
import { greenroom, worldOf } from '../world.ts'

/** A user's program that transcribes, as a test sees it. */
interface TestTranscriber {
  file: string
  command: string
  ms: number
  isStopped: boolean
  /** It ends. */
  end(transcribed: Transcribed): Promise<void>
}

/** A microphone that the test speaks into. */
interface TestSound extends Sound {
  /** The recorder that runs; throws where none does. */
  events(): RecorderEvents
  isOpen(): boolean
  opened: number
  /** How long the recorder may take to end that was asked to last. */
  patienceMs: number
  /** The programs that were to transcribe something, the first one first. */
  transcribers: TestTranscriber[]
  /** The process is suspended, and goes on. */
  suspend(): Promise<void>
  resume(): void
}

function testSound(): TestSound {
  let current: RecorderEvents | null = null
  let suspending = { before: async () => {}, after: () => {} }
  const sound: TestSound = {
    system: 'linux',
    opened: 0,
    patienceMs: 0,
    transcribers: [],
    recorders: () => ['arecord'],
    record(_by, events) {
      current = events
      sound.opened++
      let over = (): void => {}
      const ended = new Promise<void>((done) => {
        over = done
      })
      return {
        ended,
        stop(patienceMs = 1500) {
          sound.patienceMs = patienceMs
          if (current === events) current = null
          over()
        },
      }
    },
    transcribe(file, command, ms) {
      let over = (_: Transcribed): void => {}
      const ended = new Promise<Transcribed>((done) => {
        over = done
      })
      const transcriber: TestTranscriber = {
        file,
        command,
        ms,
        isStopped: false,
        end(transcribed) {
          over(transcribed)
          return settled()
        },
      }
      sound.transcribers.push(transcriber)
      return {
        ended,
        stop() {
          transcriber.isStopped = true
          over(null)
        },
      }
    },
    play: () => ({ stop() {}, ended: Promise.resolve(null) }),
    speak: () => ({ stop() {}, ended: Promise.resolve(null) }),
    onSuspend(before, after) {
      suspending = { before, after }
      return () => {}
    },
    events() {
      if (current === null) throw new Error('The microphone is closed.')
      return current
    },
    isOpen: () => current !== null,
    suspend: () => suspending.before(),
    resume: () => suspending.after(),
  }
  return sound
}

export interface Studio {
  sound: TestSound
  recorder: Recorder
  /** The rehearsal after more inputs, as the shell tells it to the recorder; gives what it made of it. */
  goOn(...inputs: Input[]): Promise<void>
  /** What following it asked to be done since the last time. */
  asked(): Effect[]
  rehearsal(): Rehearsal
  speak(bytes: Uint8Array): void
  /** The rehearsal as it stands, with what the recorder measured. */
  voice(): unknown
  takes(): string[]
  bytesIn(take?: number): Buffer
  mic(): string | null
}

export const settled = (): Promise<void> => new Promise((done) => setImmediate(done))

export async function studio({
  rehearsal = drill([item('First?'), item('Second?')]),
  settings = [] as string[][],
  files = diskFiles,
  env = {} as Record<string, string>,
} = {}): Promise<Studio> {
  const home = newFolder()
  for (const [key = '', value = ''] of [['record', 'on'], ...settings])
    expect(await greenroom(['config', 'set', key, value], { home })).toMatchObject({ code: 0 })
  const sound = testSound()
  const world = worldOf({ home, files, env })
  // time goes on by what is said, not by how often somebody looks
  let now = 5000
  const context = await openContext({}, { ...world.env, sound: async () => sound, monotonic: () => now })
  const recorder = await recorderFor(context, (answer) => `id-${answer}`)
  let played: Played = play(rehearsal)
  let followed = played.rehearsal
  let effects: Effect[] = []
  const follow = (): void => {
    const step = recorder.follow(played.rehearsal)
    followed = step.rehearsal
    effects.push(...step.effects)
    played = new Played({ rehearsal: followed, effects: [] }, now)
  }
  follow()
  const folder = join(home, 'takes')
  const takes = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.wav'))
  return {
    sound,
    recorder,
    async goOn(...inputs) {
      for (const input of inputs) {
        played = played.play(input)
        now = played.now
        follow()
        await settled()
      }
    },
    asked() {
      follow()
      const found = effects
      effects = []
      return found
    },
    rehearsal: () => followed,
    speak(bytes) {
      now += msOf(bytes.length)
      sound.events().sound(bytes, 'arecord')
    },
    voice: () => (followed.phase.name === 'score' ? followed.phase.measured.voice : undefined),
    takes,
    bytesIn: (take = 0) => readFileSync(join(folder, takes()[take] ?? '')),
    mic: () => recorder.status(styleOf({ level: 0, ascii: false })),
  }
}
