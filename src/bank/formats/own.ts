import { bodyOf } from '../body.ts'
import { cleanQuestion, cleanSection, unescaped } from '../clean.ts'
import type { Draft, Reading } from '../draft.ts'
import { labelIn, ownLabel } from '../labels.ts'
import { isNeverQuestion } from '../likeness.ts'
import type { Line, Scan } from '../lines.ts'

const ID = /^id:\s*(\S.*)$/i

/** Our own format: `##` sections, `###` questions, `**Answer:**` and what follows. */
export function readOwn({ lines, comments }: Scan): Reading {
  const reading: Reading = { title: null, drafts: [] }
  let section: string | null = null
  const empty: { line: number; name: string }[] = []
  const headings = lines.flatMap((line, at) => (levelOf(line) > 0 ? [at] : []))
  headings.forEach((at, index) => {
    const line = lines[at] as Line
    const level = levelOf(line)
    const text = line.text.slice(level).trim()
    if (level === 3) {
      const body = bodyOf(lines.slice(at + 1, headings[index + 1]))
      const asked = unescaped(text, cleanQuestion) ?? ''
      const question = `${asked}${body.more}`
      reading.drafts.push({
        ...body,
        line: line.number,
        section,
        question,
        id: idUnder(line.number, comments, lines[at + 1]),
        verbatim: true,
      })
    } else if (level === 1 && reading.title === null && reading.drafts.length === 0) {
      reading.title = unescaped(text, cleanSection)
    } else {
      section = unescaped(text, cleanSection)
      const isEmpty = levelOf(lines[headings[index + 1] ?? -1]) !== 3
      if (isEmpty && section !== null && !isNeverQuestion(section))
        empty.push({ line: line.number, name: section })
    }
  })
  reading.emptySections = empty
  return reading
}

/** Of a heading that is not deeper than a question; 0 for other lines. */
function levelOf(line: Line | undefined): number {
  if (!line || line.code || !line.text.startsWith('#')) return 0
  return /^(#{1,3})(?:[ \t]|$)/.exec(line.text)?.[1]?.length ?? 0
}

/** In a comment on the next line, or below one that is blank. */
function idUnder(number: number, comments: Scan['comments'], next: Line | undefined): Draft['id'] {
  const isBlank = next?.number === number + 1 && next.text.trim() === ''
  const comment = comments.get(number + 1) ?? (isBlank ? comments.get(number + 2) : null) ?? ''
  return ID.exec(comment)?.[1]?.trim()
}

/** Whether `###` headings have ids, or most of them an answer's label. */
export function isOwn({ lines, comments }: Scan): boolean {
  let questions = 0
  let answered = 0
  let isOpen = false
  for (const [at, line] of lines.entries()) {
    const level = levelOf(line)
    if (level === 3) {
      if (idUnder(line.number, comments, lines[at + 1])) return true
      questions++
    }
    if (level > 0) {
      isOpen = level === 3
    } else if (isOpen && !line.code && line.text.startsWith('**')) {
      if (labelIn(line.text)?.label === 'question') return false
      if (ownLabel(line.text)) {
        answered++
        isOpen = false
      }
    }
  }
  return answered > 0 && answered * 2 >= questions
}
