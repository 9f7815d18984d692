// Takes lists that are indented as a whole, as in a letter, for lists at the margin.

import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import type { Candidate } from './candidates.ts'

/** The candidates, of which the items of a list that begins indented below text at the margin are there too. */
export function outdented(candidates: readonly Candidate[], lines: readonly Line[]): readonly Candidate[] {
  if (!candidates.some(isIndented)) return candidates
  let from = -1
  let by = 0
  return candidates.map((each) => {
    if (!isItem(each)) return each
    if (beginsList(lines, from, each.at)) by = each.indent
    else if (each.indent < by) by = 0
    from = each.at
    return by === 0 ? each : { ...each, indent: Math.max(0, each.indent - by) }
  })
}

const isItem = ({ mark }: Candidate): boolean =>
  mark === 'bullet' || mark === 'number' || mark === 'bold-item'
const isIndented = (each: Candidate): boolean => isItem(each) && each.indent > 1

/** Whether between an item and the one above it text stands at the margin, that above being none of it: a blank line is there. */
function beginsList(lines: readonly Line[], from: number, at: number): boolean {
  const between = lines.slice(Math.max(0, from), at)
  const isAtMargin = ({ text }: Line): boolean => /^\S/.test(text) && markerOf(text) === null
  return from < 0 || (between.some(isAtMargin) && between.some(({ text }) => text.trim() === ''))
}
