// Divides the items that do not ask as the others do: where `1. Why? - So.` is the rule, `2. Your worst day - Monday.` too,
// and `Your worst day → Monday.`

import type { Candidate } from './candidates.ts'

const dash = /^(\d{1,6}[.)][ \t]*[^.!?？]{3,80}?)[ \t]+[-–—][ \t]+(?=\S)/
const arrow = /^([^.!?？→]{3,80}?)[ \t]*(?:->|=>|→|➔|➡)[ \t]*(?=\S)/
/** An answer that is still to be written. */
const dashAtEnd = /[ \t]+[-–—][ \t]*$/
const fewest = 3

/** The candidates, of which the items beside those with an answer behind a dash or an arrow have theirs too. */
export function withAnswersBeside(candidates: readonly Candidate[]): readonly Candidate[] {
  return divided(divided(candidates, 'number', dash, fewest), 'bullet', arrow, fewest - 1)
}

function divided(
  candidates: readonly Candidate[],
  mark: Candidate['mark'],
  separator: RegExp,
  least: number,
): readonly Candidate[] {
  const isItem = (each: Candidate): boolean => each.mark === mark && each.indent < 2
  const items = candidates.filter(isItem)
  const answered = items.filter(({ text, rest }) => rest !== '' && /[?？]["”*_)]*$/.test(text))
  if (answered.length < least || answered.length * 2 < items.length) return candidates
  return candidates.map((each) => (isItem(each) && each.rest === '' ? dividedAt(separator, each) : each))
}

function dividedAt(separator: RegExp, item: Candidate): Candidate {
  const match = separator.exec(item.text)
  if (!match) return separator === dash ? { ...item, text: item.text.replace(dashAtEnd, '') } : item
  return { ...item, text: match[1] ?? '', rest: item.text.slice(match[0].length) }
}
