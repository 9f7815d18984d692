// Reads lists as word processors copy them, with a tab after each number or bullet: `1.⇥Why?`. A cell may begin with the
// label of a question: `3. Conflict⇥Q: Why?`.

import type { Reading } from '../../bank/draft.ts'
import { type ImportText, importText } from '../import-text.ts'
import { readMarkdown } from '../markdown/reader.ts'
import { readCards } from './cards.ts'
import { readPlain } from './plain.ts'
import { isRst } from './rst.ts'

const item = /^([ \t]*)(\d{1,6}[.)]|[●•○▪■◦◆·‣–*-]|[o§]|[a-z][.)]|[ivx]{2,5}[.)]|[IVX]{1,5}[.)])\t+(?=\S)/
const labelledCell = /\t(?=(?:Q|Question|A|Answer)[:：])/
const fewestItems = 2
const leastShare = 0.4

/** The questions of a list with tabs; null where the text is not one. */
export function readWordList({ text, name }: ImportText): Reading | null {
  if (!text.includes('\t') || isRst(text)) return null
  const rows = text.split('\n')
  const filled = rows.filter((row) => row.trim() !== '').length
  const items = rows.filter((row) => item.test(row)).length
  const cells = rows.filter((row) => labelledCell.test(row)).length
  if (Math.max(items, cells) < fewestItems || Math.max(items, cells) < filled * leastShare) return null
  const levels = levelsOf(rows)
  const itemOf = (_: string, indent: string, mark: string): string =>
    `${indent || '  '.repeat(levels.get(kindOf(mark)) ?? 0)}${/^\d/.test(mark) ? mark : '-'} `
  const lines: string[] = []
  const numbers: number[] = []
  rows.forEach((row, index) => {
    const parts = labelledCell.test(row) ? row.split(labelledCell).slice(1) : [row.replace(item, itemOf)]
    numbers.push(...parts.map(() => index + 1))
    lines.push(...parts)
  })
  const source = importText(lines.join('\n'), name)
  const reading = readCards(source) ?? readMarkdown(source) ?? readPlain(source)
  if (!reading) return null
  const drafts = reading.drafts.map((draft) => ({ ...draft, line: numbers[draft.line - 1] ?? draft.line }))
  return { title: reading.title, drafts }
}

/** All numbers are of one kind, and so are all letters and Roman numbers; `o` is a bullet. */
const kindOf = (mark: string): string =>
  /^\d/.test(mark) ? '1' : /^[a-z]+[.)]/.test(mark) ? 'a' : /^[IVX]+[.)]/.test(mark) ? 'I' : mark

/** How deep the items with each kind of mark are: an unindented list has another mark for each level. */
function levelsOf(rows: readonly string[]): Map<string, number> {
  const levels = new Map<string, number>()
  for (const row of rows) {
    const kind = kindOf(item.exec(row)?.[2] ?? '')
    if (kind !== '' && !levels.has(kind)) levels.set(kind, kind === '1' ? 0 : levels.size)
  }
  return levels
}
