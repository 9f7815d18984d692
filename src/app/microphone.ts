import type { Recording, Sound, Takes } from '../ports.ts'
import type { RecorderFailure } from '../voice/failure.ts'

/** The microphone: open while a recorder runs, of which there is never more than one. */
export interface Microphone {
  /** Whether it was opened and not closed since, though the recorder may have failed. */
  isOpen(): boolean
  open(events: MicrophoneEvents): void
  close(): void
  /** Once no recorder runs any more. */
  gone(): Promise<void>
  /** Closes it at once, where somebody waits for the prompt of their shell; done once no recorder runs any more. */
  drop(): Promise<void>
}

export interface MicrophoneEvents {
  sound(bytes: Uint8Array, recorder: string): void
  failed(failures: readonly RecorderFailure[], began: boolean): void
  /** The recorder is gone, and nothing more comes. */
  ended(): void
}

/** How long a recorder may take to end when it is dropped, in ms. */
export const dropMs = 100

export function microphoneOf(sound: Sound, takes: Takes, command: string | null): Microphone {
  let stop: (() => void) | null = null
  let gone: Promise<void> = Promise.resolve()
  let first = takes.recorder()
  let last: Recording | null = null

  async function record(events: MicrophoneEvents, start: (recording: Recording) => boolean): Promise<void> {
    const recording = sound.record(
      { command, first },
      {
        sound(bytes, recorder) {
          // the one that works is tried first from now on
          if (recorder !== first) takes.remember(recorder)
          first = recorder
          events.sound(bytes, recorder)
        },
        failed: events.failed,
      },
    )
    last = recording
    if (!start(recording)) recording.stop()
    await recording.ended
    events.ended()
  }

  return {
    isOpen: () => stop !== null,
    open(events) {
      let isWanted = true
      let recording: Recording | null = null
      stop = () => {
        isWanted = false
        recording?.stop()
      }
      // the one before it may still hold the device
      gone = gone.then(async () => {
        if (!isWanted) return
        await record(events, (started) => {
          recording = started
          return isWanted
        })
      })
    },
    close() {
      stop?.()
      stop = null
    },
    gone: () => gone,
    drop() {
      stop?.()
      stop = null
      last?.stop(dropMs)
      return gone
    },
  }
}
