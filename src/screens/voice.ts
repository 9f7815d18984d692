import { count } from '../text/words.ts'
import type { Voice } from '../voice/voice.ts'

/** What is unusual: a longest pause or a start later than this, in ms, and a share of silence above it. */
const usual = { longestPauseMs: 2000, firstMs: 3000, silence: 0.35 }

/** `4.2 s`. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** `28 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** The one measure of an answer's sound that stands out, in a sentence. */
export function voiceSentence({ firstMs, longestPauseMs, pauses, silence }: Voice): string {
  if (silence >= 1) return 'No voice was heard.'
  const long = pauses > 1 ? `, of ${count(pauses, 'pause')} over 2 s` : ''
  const outstanding: [ratio: number, sentence: string][] = [
    [longestPauseMs / usual.longestPauseMs, `Your longest pause: ${seconds(longestPauseMs)}${long}.`],
    [(firstMs ?? 0) / usual.firstMs, `Your first word came after ${seconds(firstMs ?? 0)}.`],
    [silence / usual.silence, `${percent(silence)} of it was silence.`],
  ]
  const [most] = outstanding.filter(([ratio]) => ratio > 1).sort(([a], [b]) => b - a)
  return most?.[1] ?? 'No long pauses.'
}

/** What was counted in the transcript of an answer, in a sentence; null where there was none. */
export function countedSentence({ words, wordsAMinute, fillers }: Voice): string | null {
  if (words === undefined || wordsAMinute === undefined || fillers === undefined) return null
  // what it does not write down was said all the same
  const some = fillers === 0 ? 'no filler written down' : `at least ${count(fillers, 'filler')}`
  return `${count(words, 'word')}, ${wordsAMinute} a minute, ${some}.`
}
