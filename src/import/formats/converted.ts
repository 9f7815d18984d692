import type { Reading } from '../../bank/draft.ts'

/** A text that was made from another: `lines` has the line in the source of each of its lines. */
export interface Converted {
  text: string
  lines: number[]
}

/** A reading of a converted text, with the lines of its source. */
export function inSource(reading: Reading, { lines }: Converted): Reading {
  const at = (line: number): number => lines[Math.min(line, lines.length) - 1] ?? 1
  const moved = <T extends { line: number }>(all: readonly T[] | undefined): T[] =>
    (all ?? []).map((each) => ({ ...each, line: at(each.line) }))
  const { drafts, emptySections, leftOut, withinAnswers, undecided, warnings } = reading
  return {
    ...reading,
    drafts: drafts.map((draft) => ({ ...draft, line: at(draft.line), ignored: moved(draft.ignored) })),
    emptySections: moved(emptySections),
    leftOut: moved(leftOut),
    withinAnswers: moved(withinAnswers),
    undecided: moved(undecided),
    unclosedFence: null,
    warnings: (warnings ?? []).map((each) => ({ ...each, line: each.line === null ? null : at(each.line) })),
  }
}
