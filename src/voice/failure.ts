/** Why a recorder gave no sound, or no more. */
export interface RecorderFailure {
  name: string
  /** It sent nothing for too long, sent words in the place of sound, or ended. */
  how: 'silent' | 'text' | 'ended'
  /** Its exit code; null where it was ended by a signal, or could not be started. */
  code: number | null
  /** The last that it wrote to its standard error. */
  said: string
}
