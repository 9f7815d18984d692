import type { Question } from '../bank/model.ts'
import type { QuestionProgress } from './progress.ts'

/** How fast people read, in words a minute, and how long it takes to tick points, score and note a change. */
const readingSpeed = 240
const scoringMs = 30_000

/**
 * Minutes that a question takes in a drill, not rounded: thinking and talking as they were so far, before that the think
 * time and the budget; and its review, which nobody measures: reading what the answer says, and scoring.
 */
export function usualMinutes(
  { answer }: Pick<Question, 'answer'>,
  known: QuestionProgress | null,
  story: string | null,
  { thinkMs, budgetMs }: { thinkMs: number; budgetMs: number },
): number {
  const spoken = known?.spoken ?? 0
  const answering =
    known === null || spoken === 0 ? thinkMs + budgetMs : (known.thinkMs + known.talkMs) / spoken
  return (answering + scoringMs) / 60_000 + wordsIn(story ?? answer ?? '') / readingSpeed
}

/** About how many words: counted by their spaces, since splitting long texts costs time. */
function wordsIn(text: string): number {
  let words = text === '' ? 0 : 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++
  return words
}
