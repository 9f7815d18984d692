import type { Draft, Reading } from '../../bank/draft.ts'
import { passageOf } from '../../bank/passage.ts'
import { type Line, linesOf, type Scan } from '../../text/lines.ts'

const SIDE = /^([QAC]):(?:[ \t]+|$)/

interface Side {
  name: string
  lines: Line[]
}

/** Flash cards of `Q:`, `A:` and `C:` lines, as hashcards has them. */
export function readCards(scan: Scan): Reading | null {
  if (!scan.rows.some((row) => SIDE.test(row))) return null
  const sides = sidesOf(linesOf(scan))
  const count = (name: string): number => sides.filter((side) => side.name === name).length
  if (count('Q') < 1 && count('C') < 2) return null
  if (count('A') * 2 < count('Q')) return null
  const drafts: Draft[] = []
  for (const side of sides) {
    const line = side.lines[0]?.number ?? 1
    const last = drafts.at(-1)
    if (side.name === 'Q') {
      drafts.push({ line, section: null, question: passageOf(side.lines) ?? '', answer: null })
    } else if (side.name === 'C') {
      drafts.push({ line, section: null, ...cloze(side.lines) })
    } else if (last && last.answer === null) {
      last.answer = passageOf(side.lines)
    }
  }
  return { title: scan.title, drafts }
}

function sidesOf(lines: readonly Line[]): Side[] {
  const sides: Side[] = []
  let open: Side | null = null
  for (const line of lines) {
    const match = line.code ? null : SIDE.exec(line.text)
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

/** The first paragraph asks; the rest answers, or what is in brackets where there is no more. */
function cloze(lines: readonly Line[]): { question: string; answer: string | null } {
  const text = passageOf(lines) ?? ''
  const [question = '', ...rest] = text.split(/\n[ \t]*\n/)
  const holes = [...question.matchAll(/(?<!\\)\[([^[\]]+)\](?!\()/g)].map((match) => match[1])
  const answer = rest.length > 0 ? rest.join('\n\n') : holes.join('\n')
  return { question, answer: answer === '' ? null : answer }
}
