import { bodyOf } from '../body.ts'
import { cleanSection } from '../clean.ts'
import type { Draft, Reading } from '../draft.ts'
import type { Line, Scan } from '../lines.ts'

const ID = /^id:\s*(\S.*)$/i

/** Our own format: `##` sections, `###` questions, `**Answer:**` and what follows. */
export function readOwn({ lines, comments }: Scan): Reading {
  const reading: Reading = { title: null, drafts: [] }
  let section: string | null = null
  const headings = lines.flatMap((line, at) => (levelOf(line) > 0 ? [at] : []))
  headings.forEach((at, index) => {
    const line = lines[at] as Line
    const level = levelOf(line)
    const text = line.text.slice(level).trim()
    if (level === 3) {
      const body = bodyOf(lines.slice(at + 1, headings[index + 1]))
      const question = body.question === null ? text : `${text}\n${body.question}`
      reading.drafts.push({
        ...body,
        line: line.number,
        section,
        question,
        id: idUnder(line.number, comments),
      })
    } else if (level === 1 && reading.title === null && reading.drafts.length === 0) {
      reading.title = cleanSection(text)
    } else {
      section = cleanSection(text)
    }
  })
  return reading
}

/** Of a heading that is not deeper than a question; 0 for other lines. */
function levelOf({ text, code }: Line): number {
  if (code || !text.startsWith('#')) return 0
  return /^(#{1,3})(?:[ \t]|$)/.exec(text)?.[1]?.length ?? 0
}

function idUnder(line: number, comments: Scan['comments']): Draft['id'] {
  const comment = comments.get(line + 1) ?? comments.get(line + 2) ?? ''
  return ID.exec(comment)?.[1]?.trim()
}
