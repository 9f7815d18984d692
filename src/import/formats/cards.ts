// Reads flash cards as hashcards writes them, by lines that begin with `Q:` and `A:`, or with `C:` for a text with gaps:
// `C: Trust is [slow].`

import type { Draft, Reading } from '../../bank/draft.ts'
import { passageOf } from '../../bank/passage.ts'
import { type Line, linesOf } from '../../text/lines.ts'
import type { ImportText } from '../import-text.ts'

const sideStart = /^([QAC]):(?:[ \t]+|$)/

/** A side of a card, `name` being its letter. */
interface Side {
  name: string
  lines: Line[]
}

/** The cards of a text; null where there are too few, or most have no answer. */
export function readCards({ scan }: ImportText): Reading | null {
  if (!scan.rows.some((row) => sideStart.test(row))) return null
  const sides = sidesOf(linesOf(scan))
  const count = (name: string): number => sides.filter((side) => side.name === name).length
  if (count('Q') < 1 && count('C') < 2) return null
  if (count('A') * 2 < count('Q')) return null
  const drafts: Draft[] = []
  for (const { name, lines } of sides) {
    const line = lines[0]?.number ?? 1
    const last = drafts.at(-1)
    if (name === 'Q') drafts.push({ line, section: null, question: passageOf(lines) ?? '', answer: null })
    else if (name === 'C') drafts.push({ line, section: null, ...clozeIn(lines) })
    else if (last && last.answer === null) last.answer = passageOf(lines)
  }
  return { title: scan.title, drafts }
}

/** A side ends at the next one, at a rule or at a heading. */
function sidesOf(lines: readonly Line[]): Side[] {
  const sides: Side[] = []
  let open: Side | null = null
  for (const line of lines) {
    const match = line.code ? null : sideStart.exec(line.text)
    if (match) {
      open = { name: match[1] ?? 'Q', lines: [{ ...line, text: line.text.slice(match[0].length) }] }
      sides.push(open)
    } else if (!line.code && /^(?:-{3,}|#{1,6} .*)$/.test(line.text)) {
      open = null
    } else {
      open?.lines.push(line)
    }
  }
  return sides
}

/** The first paragraph asks. The others answer, or else what is in brackets does. */
function clozeIn(lines: readonly Line[]): { question: string; answer: string | null } {
  const text = passageOf(lines) ?? ''
  const [question = '', ...rest] = text.split(/\n[ \t]*\n/)
  const gaps = [...question.matchAll(/(?<!\\)\[([^[\]]+)\](?!\()/g)].map((match) => match[1])
  const answer = rest.length > 0 ? rest.join('\n\n') : gaps.join('\n')
  return { question, answer: answer === '' ? null : answer }
}
