/** Why a recorder gave no sound, or no more. */
export interface RecorderFailure {
  name: string
  /**
   * It is not there, sent nothing for too long or at some point nothing more, sent words in the place of sound or far more
   * than sound, or ended.
   */
  how: 'absent' | 'silent' | 'stalled' | 'text' | 'flood' | 'ended'
  /** Its exit code; null where it was ended by a signal, or could not be started. */
  code: number | null
  /** The last that it wrote to its standard error. */
  said: string
}

/** Why there is no transcript. */
export type TranscriptFailure =
  /** The program is not there, took too long, printed far more than anybody says, or no word. */
  | { name: string; how: 'absent' | 'late' | 'long' | 'empty' }
  | { name: string; how: 'failed'; code: number | null; said: string }
