import { linesOf, rowKinds, type Scan } from '../../text/lines.ts'
import { cleanQuestion, cleanSection, unescaped } from '../clean.ts'
import type { NamedLine, Reading } from '../draft.ts'
import { labelIn, ownLabel } from '../labels.ts'
import { isNeverQuestion } from '../likeness.ts'
import { namesQuestionsToAsk } from '../questions-to-ask.ts'
import { bodyOf } from './body.ts'

const idComment = /^id:\s*(\S.*)$/i
const hash = 35
const star = 42
/** This many questions are enough to tell how the others are written. */
const enough = 500

/** Our own format: `##` sections, `###` questions, `**Answer:**` and what follows. Null where the text is not in it. */
export function readOwnFormat({ scan }: { scan: Scan }): Reading | null {
  if (!isOwnFormat(scan)) return null
  const emptySections: NamedLine[] = []
  const reading: Reading = { title: null, drafts: [], emptySections }
  let section: string | null = null
  let row = nextHeading(scan, 0)
  while (row < scan.rows.length) {
    const next = nextHeading(scan, row + 1)
    const level = levelOf(scan, row)
    const text = scan.rows[row]?.slice(level) ?? ''
    if (level === 3 && section !== null && namesQuestionsToAsk(section)) {
      // it is for the interviewers, see `to-ask.ts`
    } else if (level === 3) {
      const id = idBelow(scan, row)
      const body = bodyOf(linesOf(scan, row + 1, next), id !== undefined)
      // field by field: to spread a body would take longer than to read it
      const { answer, keyPoints, followUps, budgetMs, shape, ignored, extras } = body
      reading.drafts.push({
        line: row + 1,
        section,
        question: (unescaped(text, cleanQuestion) ?? '') + body.more,
        id,
        answer,
        keyPoints,
        followUps,
        budgetMs,
        shape,
        ignored,
        ...extras,
        verbatim: true,
      })
    } else if (level === 1 && reading.title === null && reading.drafts.length === 0) {
      reading.title = unescaped(text, cleanSection)
    } else {
      section = unescaped(text, cleanSection)
      const isEmpty = levelOf(scan, next) !== 3
      if (isEmpty && section !== null && !isNeverQuestion(section))
        emptySections.push({ line: row + 1, name: section })
    }
    row = next
  }
  return reading
}

/** Whether a `###` heading has an id, or a good part of them an answer's label. */
export function isOwnFormat(scan: Scan): boolean {
  let questions = 0
  let answered = 0
  let isOpen = false
  for (let row = nextMarked(scan, 0); row < scan.rows.length; row = nextMarked(scan, row + 1)) {
    const level = levelOf(scan, row)
    const text = scan.rows[row] ?? ''
    const verdict = level === 3 ? verdictAt(scan, row) : null
    if (verdict !== null) return verdict
    if (level === 3 && questions++ === enough) break
    if (level > 0) isOpen = level === 3
    const label = isOpen && level === 0 && scan.kinds[row] === rowKinds.text ? labelAhead(text) : null
    if (label === 'question') return false
    if (label === null) continue
    answered++
    isOpen = false
  }
  return answered > 0 && answered * 4 >= questions && !areBold(scan)
}

/** The next row that may be a heading or a label. */
function nextMarked({ rows }: Scan, from: number): number {
  for (let row = from; row < rows.length; row++) {
    const first = rows[row]?.charCodeAt(0)
    if (first === hash || first === star) return row
  }
  return rows.length
}

/** Whose label a line begins with: one of our own, or that of a question, which we have not. */
function labelAhead(text: string): 'own' | 'question' | null {
  if (!text.startsWith('**')) return null
  if (labelIn(text)?.label === 'question') return 'question'
  return ownLabel(text) ? 'own' : null
}

/** Whether most of the `###` headings are in bold as a whole. */
function areBold(scan: Scan): boolean {
  const headings = scan.rows.filter((_, row) => levelOf(scan, row) === 3).slice(0, enough)
  return headings.filter((text) => allBold.test(text)).length * 2 > headings.length
}

/** `### **1. Why?**`, as others write it. */
const allBold = /^###[ \t]+(?:[^\p{L}\p{N}*]{1,8})?\*\*[^*]+\*\*[ \t]*$/u

/** What a `###` heading alone can tell: an id is ours; the label of an answer in a heading is somebody else's format. */
function verdictAt(scan: Scan, row: number): boolean | null {
  if (idBelow(scan, row)) return true
  const text = scan.rows[row] ?? ''
  return text.length < 100 && labelIn(text)?.label === 'answer' ? false : null
}

function nextHeading(scan: Scan, from: number): number {
  let row = from
  while (row < scan.rows.length && levelOf(scan, row) === 0) row++
  return row
}

/** The level of a heading, from 1 to 3; 0 for deeper ones, and for all other rows. */
function levelOf({ rows, kinds }: Scan, row: number): number {
  const text = rows[row]
  if (text === undefined || text.charCodeAt(0) !== hash || kinds[row] !== rowKinds.text) return 0
  let level = 1
  while (level < 4 && text.charCodeAt(level) === hash) level++
  return level < 4 && (level === text.length || text[level] === ' ' || text[level] === '\t') ? level : 0
}

/** The id in a comment below a heading, with at most one blank line between them. */
function idBelow({ rows, comments }: Scan, row: number): string | undefined {
  const isBlank = rows[row + 1]?.trim() === ''
  const comment = comments.get(row + 2) ?? (isBlank ? comments.get(row + 3) : null) ?? ''
  return idComment.exec(comment)?.[1]?.trim()
}
