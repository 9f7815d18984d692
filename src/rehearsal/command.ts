import type { Score } from './records.ts'
import type { Event } from './rehearsal.ts'

/** A key by its name, or a line by what it says; most phases treat the two alike. No line of words is a command. */
export const commandOf = (event: Event): string | null => {
  if (event.type === 'key') return event.key
  if (event.type !== 'line') return null
  const text = event.text.trim().toLowerCase()
  if (text === '') return 'enter'
  return text.length === 1 ? text : 'words'
}

const scores: Record<string, Score> = { '1': 1, '2': 2, '3': 3, '4': 4 }

/** The score that a key or a line means; null where it means none. */
export const scoreOf = (text: string): Score | null => scores[text.trim()] ?? null
