import type { Candidate, Reading } from '../draft.ts'
import type { Outline } from '../outline.ts'
import { readHtmlLists } from './html-lists.ts'
import { readMarked } from './marked.ts'
import { readTopics } from './topics.ts'

const READERS: readonly ((outline: Outline) => Candidate | null)[] = [readMarked, readTopics, readHtmlLists]

/** Markdown that is not of our own format: each reader makes its offer, and the best wins. */
export function readMarkdown(outline: Outline): Reading | null {
  let best: Candidate | null = null
  for (const read of READERS) {
    const candidate = read(outline)
    if (candidate && candidate.drafts.length > 0 && candidate.score > (best?.score ?? 0)) best = candidate
  }
  return best
}
