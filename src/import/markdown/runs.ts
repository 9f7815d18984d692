// Fills the gaps in a run of numbers: after `## 1.` and before `## 3.`, a line with the number 2 asks, however it is marked.

import { isNeverQuestion } from '../../bank/likeness.ts'
import type { Candidate } from './candidates.ts'
import type { Group } from './choose.ts'
import type { Outline } from './outline.ts'

/** How many numbers may be missing in one place. */
const widestGap = 30
/** The share of numbers that follow the one before. */
const leastRegular = 0.5

/** A group with the candidates that carry the numbers it misses. */
export function withGapsFilled(
  group: Group,
  { candidates: all, asks }: Pick<Outline, 'candidates' | 'asks'>,
): Group {
  const { candidates } = group
  // where each number has an answer with a label below it, so has the next one, or it is still to be answered
  const areLabelled =
    candidates.length > 1 && candidates.every((each) => each.isLabelled && each.number !== null)
  const isOpen = (each: Candidate): boolean =>
    !isWeak(each.mark) || areLabelled || (asks(each, false) && candidates.some(({ mark }) => isWeak(mark)))
  const isLone = candidates.length < 2
  if (candidates.length === 0 || !isRun(candidates)) return group
  const filled: Candidate[] = []
  let from = 0
  const first = candidates[0] as Candidate
  const before = (first.number ?? 1) - 1
  if (before > 0 && before <= widestGap) {
    filled.push(...missing(all, { from: 0, to: first.at, first: 1, last: before, isLone, isOpen }))
  }
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index] as Candidate
    const next = candidates[index + 1]
    filled.push(candidate)
    if (candidate.number === null) continue
    const last = lastMissing(candidate.number, next, areLabelled)
    if (last === null) continue
    while ((all[from]?.at ?? Infinity) < candidate.end) from++
    filled.push(
      ...missing(all, {
        from,
        to: next?.at ?? Infinity,
        first: candidate.number + 1,
        last,
        isLone,
        isOpen,
      }),
    )
  }
  return filled.length === candidates.length ? group : { ...group, candidates: filled }
}

/**
 * The last number that may be missing between a question and the next one; null where none is. Numbers with labels may
 * begin again at 1 in the next part.
 */
function lastMissing(number: number, next: Candidate | undefined, areLabelled: boolean): number | null {
  if (!next || (areLabelled && (next.number ?? 0) <= number)) return number + widestGap
  const { number: last } = next
  return last === null || last <= number + 1 || last - number > widestGap ? null : last - 1
}

function isRun(candidates: readonly Candidate[]): boolean {
  let regular = 0
  for (let index = 1; index < candidates.length; index++) {
    const step = (candidates[index]?.number ?? 0) - (candidates[index - 1]?.number ?? 0)
    if (candidates[index]?.number !== null && step > 0 && step <= 3) regular++
  }
  return candidates[0]?.number !== null && regular >= (candidates.length - 1) * leastRegular
}

interface Gap {
  /** The index of the first candidate, and the line where the gap ends. */
  from: number
  to: number
  /** The numbers that are missing. */
  first: number
  last: number
  /** Whether a single number is known: then an item of a list is not one of the others. */
  isLone: boolean
  /** Whether a candidate is sure enough to stand below the last known number. */
  isOpen: (candidate: Candidate) => boolean
}

/** The candidates that carry the missing numbers, in order. A list that begins at 1 is part of an answer. */
function missing(all: readonly Candidate[], { from, to, first, last, isLone, isOpen }: Gap): Candidate[] {
  const found: Candidate[] = []
  let wanted = first
  const lists = new Set<string>()
  for (let index = from; (all[index]?.at ?? Infinity) < to && wanted <= last; index++) {
    const candidate = all[index] as Candidate
    const { number, mark, prefix, indent } = candidate
    // between `# 5.` and `# 10.` a bold line that asks
    if (
      to !== Infinity &&
      !isLone &&
      mark === 'bold' &&
      prefix === null &&
      isAlone(candidate) &&
      isOpen(candidate)
    ) {
      found.push(candidate)
      wanted++
      continue
    }
    if (number === null || indent > 3 || prefix === null) continue
    const isTooWeak = (to === Infinity && !isOpen(candidate)) || (isLone && mark === 'number')
    if (number === 1 && first > 1) lists.add(mark)
    else if (number === wanted && !lists.has(mark) && !isNeverQuestion(candidate.text) && !isTooWeak) {
      found.push(candidate)
      wanted++
    }
  }
  return found
}

/** Whether bold text is all of its line, and ends in a question mark. */
const isAlone = ({ rest, text }: Candidate): boolean => rest === '' && /[?？]\W*$/.test(text)

const isWeak = (mark: Candidate['mark']): boolean =>
  mark === 'number' || mark === 'plain' || mark === 'bold-item'
