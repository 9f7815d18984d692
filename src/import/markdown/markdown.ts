import type { Candidate, Reading } from '../../bank/draft.ts'
import { readHtmlLists } from './html-lists.ts'
import { readOneHeading } from './one-per-file.ts'
import type { Outline } from './outline.ts'
import { readMarked } from './reader.ts'
import { readTopics } from './topics.ts'

const READERS: readonly ((outline: Outline) => Candidate | null)[] = [readMarked, readTopics, readHtmlLists]

/** Below this a heading above it all that asks wins: what is below are the parts of its answer. */
const SURE = 0.7

/** Markdown that is not of our own format: each reader makes its offer, and the best wins. */
export function readMarkdown(outline: Outline): Reading | null {
  let best: Candidate | null = null
  for (const read of READERS) {
    const candidate = read(outline)
    if (candidate && candidate.drafts.length > 0 && candidate.score > (best?.score ?? 0)) best = candidate
  }
  const one = best && best.certainty >= SURE && best.drafts.length > 1 ? null : readOneHeading(outline)
  return one ?? best
}
