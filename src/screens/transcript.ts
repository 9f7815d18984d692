import type { TranscriptFailure } from '../voice/failure.ts'
import { reasons } from './recording.ts'

/** Why an answer was not transcribed, as one sentence, and the way out. */
export const notTranscribed = (failure: TranscriptFailure, program: string): string =>
  `Your answer was not transcribed: ${why(failure)}. Try it by itself: ${program} config get transcribe.command shows it; ${program} config unset transcribe.command ends it.`

function why(failure: TranscriptFailure): string {
  const { name } = failure
  switch (failure.how) {
    case 'absent':
      return `there is no program ${name}`
    case 'late':
      return `${name} took ten times as long as you had talked, and was stopped`
    case 'long':
      return `${name} printed more than 64 KB, which nobody says in one answer`
    case 'empty':
      return `${name} printed no words`
    case 'failed':
      return reasons([{ ...failure, how: 'ended' }])
  }
}
