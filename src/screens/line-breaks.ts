// Keeps the lines of notes apart: markdown joins `S: late` and `T: ship` to one paragraph, whose writer saw two lines.

import { fencesOf } from '../text/fences.ts'
import { width } from '../text/wrap.ts'

/** Prose is wrapped later than here. */
const longestNote = 50
const label = /^(?:\*\*|__)?\p{L}[\p{L} ]{0,24}(?:\*\*|__)?[:：]/u
/** What is no running text: an item, a heading, a quotation, a table, code, a rule. */
const block = /^(?:\s|$|[-*+] |\d{1,9}[.)] |#{1,6} |[>|<`~]|[-=_*]{3,}\s*$|\[[^\]]*\]:)/

/** Markdown with a hard break behind each line of a paragraph of notes: its lines are short, or begin with labels. */
export function withNoteBreaks(text: string): string {
  if (!text.includes('\n')) return text
  const rows = text.split('\n')
  const { code } = fencesOf(rows)
  const isText = (at: number): boolean => code[at] === 0 && !block.test(rows[at] ?? '')
  for (let from = 0; from < rows.length; from++) {
    if (!isText(from)) continue
    let to = from + 1
    while (to < rows.length && isText(to)) to++
    const underlined = /^(?:=+|-+)\s*$/.test(rows[to] ?? '')
    if (!underlined && areNotes(rows.slice(from, to)))
      for (let at = from; at < to - 1; at++) rows[at] = `${rows[at]?.replace(/[ \\]+$/, '')}  `
    from = to
  }
  return rows.join('\n')
}

function areNotes(rows: readonly string[]): boolean {
  const labelled = rows.filter((row) => label.test(row)).length
  return (labelled > 1 && labelled * 3 >= rows.length * 2) || rows.every((row) => width(row) < longestNote)
}
