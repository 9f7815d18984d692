// Turns AsciiDoc into markdown: `== Part`, `Why?::` above its answer, `. Why?` in a numbered list.

import type { Converted } from './converted.ts'

const title = /^(={1,6})[ \t]+(\S.*)$/
const attribute = /^:!?[\w-]+!?:(?:[ \t].*)?$/
const term = /^(\S.*?)::+[ \t]*$/
const counted = /^\.{1,5}[ \t]+(?=\S)/
/** Styles of blocks, anchors, and the sign that a list goes on. */
const aside = /^(?:\[[^\]]*\]|\+)[ \t]*$/
const fewestTitles = 2

/** A text in AsciiDoc as markdown, line by line; null where it is none: it has titles on several levels, attributes or terms. */
export function asciidocAsMarkdown(text: string): Converted | null {
  if (!/^==? \S/m.test(text.slice(0, 20_000))) return null
  const rows = text.split('\n')
  if (rows.some((row) => /^#{1,6} /.test(row)) || rows.filter((row) => title.test(row)).length < fewestTitles)
    return null
  if (!isNested(rows) && !rows.some((row) => attribute.test(row) || term.test(row))) return null
  const lines = rows.map((_, at) => at + 1)
  return { text: rows.map(converted).join('\n'), lines }
}

/** Whether titles stand on two levels, and do not end with the marks that they begin with, as in a wiki. */
function isNested(rows: readonly string[]): boolean {
  const levels = rows.map((row) => (/=\s*$/.test(row) ? undefined : title.exec(row)?.[1]))
  return new Set(levels.filter(Boolean)).size > 1
}

function converted(row: string): string {
  if (attribute.test(row) || aside.test(row)) return ''
  if (/^-{4,}$/.test(row)) return '```'
  return row
    .replace(title, (_, marks: string, name: string) => `${'#'.repeat(marks.length)} ${name}`)
    .replace(term, '**$1**')
    .replace(counted, '1. ')
}
