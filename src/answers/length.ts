import { isWord } from '../text/plain-text.ts'
import { unicode } from '../text/unicode.ts'

/** Interviewers are followed best at 130 to 160 words a minute. */
export const wordsAMinute = 145

/** How many words a text has; of scripts without blanks, two letters take as long to say as a word. */
export function wordsIn(text: string): number {
  const letters = /[\u3040-\uffff]/.test(text) ? (text.match(withoutBlanks()) ?? []).length : 0
  const spaced = letters === 0 ? text : text.replace(withoutBlanks(), ' ')
  return spaced.split(/\s+/).filter(isWord).length + Math.ceil(letters / 2)
}

const withoutBlanks = (): RegExp => unicode('[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]', 'gu')

/** How long so many words take to say, in ms. */
export const spokenMsOf = (words: number): number => Math.round((words / wordsAMinute) * 60_000)
