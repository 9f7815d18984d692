// Reads markdown that is not in our own format. People mark questions in several ways, each of which has a reader, and the
// best reading wins: `## Why?` above an answer, `## Conflict` above a question, `<li>Why?</li>`, or a single question.

import type { Reading } from '../../bank/draft.ts'
import type { ImportText } from '../import-text.ts'
import { readHtmlLists } from './html-lists.ts'
import { readOneHeading } from './one-per-file.ts'
import type { Outline } from './outline.ts'
import type { ScoredReading } from './scored.ts'
import { readTopics } from './topics.ts'
import { readUniform } from './uniform.ts'

const readers: readonly ((outline: Outline) => ScoredReading | null)[] = [
  readUniform,
  readTopics,
  readHtmlLists,
]

/** Below this, a title that asks wins: what seemed to be questions are the parts of its answer. */
const leastCertainty = 0.7

/** The questions of a markdown text; null if it has none. */
export function readMarkdown({ outline }: ImportText): Reading | null {
  let best: ScoredReading | null = null
  for (const read of readers) {
    const reading = read(outline)
    if (reading && reading.drafts.length > 0 && reading.score > (best?.score ?? 0)) best = reading
  }
  const isCertain = best !== null && best.certainty >= leastCertainty && best.drafts.length > 1
  return (isCertain ? null : readOneHeading(outline)) ?? best
}
