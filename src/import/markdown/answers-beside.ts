// Divides the items that do not ask as the others do: where `1. Why? - So.` is the rule, `2. Your worst day - Monday.` too.

import type { Candidate } from './candidates.ts'

const dash = /^(\d{1,6}[.)][ \t]*[^.!?？]{3,80}?)[ \t]+[-–—][ \t]+(?=\S)/
/** An answer that is still to be written. */
const dashAtEnd = /[ \t]+[-–—][ \t]*$/
const fewest = 3

/** The candidates, of which the items beside those with an answer behind a dash have theirs too. */
export function withAnswersBeside(candidates: readonly Candidate[]): readonly Candidate[] {
  const items = candidates.filter(isItem)
  const answered = items.filter(({ text, rest }) => rest !== '' && /[?？]["”*_)]*$/.test(text))
  if (answered.length < fewest || answered.length * 2 < items.length) return candidates
  return candidates.map((each) => (isItem(each) && each.rest === '' ? divided(each) : each))
}

const isItem = ({ mark, indent }: Candidate): boolean => mark === 'number' && indent < 2

function divided(item: Candidate): Candidate {
  const match = dash.exec(item.text)
  if (!match) return { ...item, text: item.text.replace(dashAtEnd, '') }
  return { ...item, text: match[1] ?? '', rest: item.text.slice(match[0].length) }
}
