import type { Question } from '../bank/model.ts'
import { followUpMs } from '../rehearsal/zone.ts'
import type { QuestionProgress } from './progress.ts'

/** Reading speed in words a minute, and how long it takes to tick points, score and note a change. */
const readingSpeed = 240
const scoringMs = 30_000

/**
 * Minutes that a question takes in a drill, not rounded: what thinking and talking took on average so far, at first the
 * think time and the budget; and the review, which is not measured: reading the answer or the story, and scoring.
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

/** Minutes to allow for a question, not rounded: think time, budget, and 45 s where it has follow-ups. */
export function budgetMinutes(
  question: { followUps: readonly string[] },
  budgetMs: number,
  thinkMs: number,
): number {
  return (thinkMs + budgetMs + (question.followUps.length > 0 ? followUpMs : 0)) / 60_000
}

/** Roughly how many words: spaces are counted, because splitting a long text is slow. */
function wordsIn(text: string): number {
  let words = text === '' ? 0 : 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++
  return words
}
