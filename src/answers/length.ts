import { isWord } from '../text/plain-text.ts'

/** Interviewers are followed best at 130 to 160 words a minute. */
export const wordsAMinute = 145

export const wordsIn = (text: string): number => text.split(/\s+/).filter(isWord).length

/** How long so many words take to say, in ms. */
export const spokenMsOf = (words: number): number => Math.round((words / wordsAMinute) * 60_000)
