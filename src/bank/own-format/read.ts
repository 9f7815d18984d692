import { linesOf, type Scan, TEXT } from '../../text/lines.ts'
import { cleanQuestion, cleanSection, unescaped } from '../clean.ts'
import type { NamedLine, Reading } from '../draft.ts'
import { labelIn, ownLabel } from '../labels.ts'
import { isNeverQuestion } from '../likeness.ts'
import { bodyOf } from './body.ts'

const ID = /^id:\s*(\S.*)$/i
const HASH = 35

/** Our own format: `##` sections, `###` questions, `**Answer:**` and what follows. */
export function readOwn(scan: Scan): Reading {
  const empty: NamedLine[] = []
  const reading: Reading = { title: null, drafts: [], emptySections: empty }
  let section: string | null = null
  let row = nextHeading(scan, 0)
  while (row < scan.rows.length) {
    const next = nextHeading(scan, row + 1)
    const level = levelOf(scan, row)
    const text = scan.rows[row]?.slice(level) ?? ''
    if (level === 3) {
      const { more, ...body } = bodyOf(linesOf(scan, row + 1, next))
      const question = (unescaped(text, cleanQuestion) ?? '') + more
      reading.drafts.push({
        line: row + 1,
        section,
        question,
        id: idUnder(scan, row),
        ...body,
        verbatim: true,
      })
    } else if (level === 1 && reading.title === null && reading.drafts.length === 0) {
      reading.title = unescaped(text, cleanSection)
    } else {
      section = unescaped(text, cleanSection)
      const isEmpty = section !== null && levelOf(scan, next) !== 3
      if (isEmpty && section !== null && !isNeverQuestion(section))
        empty.push({ line: row + 1, name: section })
    }
    row = next
  }
  return reading
}

function nextHeading(scan: Scan, from: number): number {
  let row = from
  while (row < scan.rows.length && levelOf(scan, row) === 0) row++
  return row
}

/** Of a heading that is not deeper than a question; 0 for other rows. */
function levelOf({ rows, kinds }: Scan, row: number): number {
  const text = rows[row]
  if (text === undefined || text.charCodeAt(0) !== HASH || kinds[row] !== TEXT) return 0
  return /^(#{1,3})(?:[ \t]|$)/.exec(text)?.[1]?.length ?? 0
}

/** In a comment on the next line, or below one that is blank. */
function idUnder({ rows, comments }: Scan, row: number): string | undefined {
  const isBlank = rows[row + 1]?.trim() === ''
  const comment = comments.get(row + 2) ?? (isBlank ? comments.get(row + 3) : null) ?? ''
  return ID.exec(comment)?.[1]?.trim()
}

/** So many questions tell how the others are written. */
const enough = 500

/** Whether `###` headings have ids, or a good part of them an answer's label. */
export function isOwn(scan: Scan): boolean {
  let questions = 0
  let answered = 0
  let isOpen = false
  for (let row = 0; row < scan.rows.length; row++) {
    const level = levelOf(scan, row)
    if (level === 3) {
      if (idUnder(scan, row)) return true
      if (questions++ === enough) break
    }
    if (level > 0) isOpen = level === 3
    const text = scan.rows[row] ?? ''
    if (!isOpen || level > 0 || scan.kinds[row] !== TEXT || !text.startsWith('**')) continue
    if (labelIn(text)?.label === 'question') return false
    if (!ownLabel(text)) continue
    answered++
    isOpen = false
  }
  return answered > 0 && answered * 4 >= questions
}
