import type { RecorderFailure } from '../voice/failure.ts'
import { access, install, type Place, reasons, remote } from './recording.ts'

/** What a try of the microphone gave. */
export interface MicResult {
  /** The recorder that sent sound; null where none did. */
  recorder: string | null
  failures: readonly RecorderFailure[]
  isZero: boolean
  /** How loud it was, in dBFS. */
  db: number
}

export type MicState = 'fine' | 'too quiet' | 'no permission' | 'no device' | 'no recorder'

/** The quietest voice that can be told from the noise of a room, in dBFS. */
const quietestDb = -45

export function micState({ recorder, failures, isZero, db }: MicResult): MicState {
  if (recorder === null) return failures.every(({ how }) => how === 'absent') ? 'no recorder' : 'no device'
  if (isZero) return 'no permission'
  return db < quietestDb ? 'too quiet' : 'fine'
}

/** What was found, in one sentence, and what to do about it; null where all is fine. */
export function micReport(result: MicResult, place: Place): { message: string; hint: string | null } {
  const { message, hint } = found(result, place)
  return { message: message + remote(place), hint }
}

function found(result: MicResult, place: Place): { message: string; hint: string | null } {
  const { recorder, failures, db } = result
  const level = `${Math.round(db)} dBFS`
  const another = `name another recorder: ${place.program} config set record.command`
  switch (micState(result)) {
    case 'fine':
      return {
        message: `The microphone is fine: ${recorder} records, and your voice is at ${level}.`,
        hint: null,
      }
    case 'too quiet':
      return {
        message: `The microphone is too quiet: ${recorder} records, but the loudest is at ${level}.`,
        hint: 'Speak while it is tried, go nearer, or turn it up in the settings of the system.',
      }
    case 'no permission':
      return {
        message: `The microphone gives no sound: ${recorder} records nothing but digital zero.`,
        hint: access(place.system),
      }
    case 'no device':
      return {
        message: `There is no microphone that can be recorded from: ${reasons(failures)}.`,
        hint: `Plug one in, close what else uses it, or ${another}.`,
      }
    case 'no recorder':
      if (failures.length > 0)
        return {
          message: `Nothing can be recorded: ${reasons(failures)}.`,
          hint: `${place.program} config unset record.command takes a recorder that is here; or ${another}.`,
        }
      return {
        message: 'There is no recorder on this machine.',
        hint: `${install(place.system)}, or name one: ${place.program} config set record.command.`,
      }
  }
}
