// Turns a Jupyter notebook into markdown: its cells of text and code in order. Where questions are the first lines of
// cells, those become headings.

import { isQuestionLike } from '../../bank/likeness.ts'
import { isObject } from '../../text/safe-json.ts'
import type { Converted } from './converted.ts'
import { parse } from './json.ts'
import { lineCounter } from './line-counter.ts'

interface Cell {
  isCode: boolean
  rows: string[]
  /** Where its first row stands in the file, and how many lines further each other one does. */
  line: number
  step: 0 | 1
}

/** The notebook as markdown; null if the text is not one. */
export function notebookAsMarkdown(text: string): Converted | null {
  if (!/^\s*\{/.test(text.slice(0, 200)) || !text.includes('"nbformat"') || !text.includes('"cells"'))
    return null
  const notebook = parse(text)
  if (!isObject(notebook) || !Array.isArray(notebook.cells)) return null
  const cells = cellsOf(notebook.cells, text)
  const level = levelOfFirstLines(cells)
  const converted: Converted = { text: '', lines: [] }
  const rows: string[] = []
  for (const cell of cells) {
    const shown = cell.isCode ? fenced(cell.rows) : level === null ? cell.rows : withHeading(cell.rows, level)
    const all = [...shown, '']
    all.forEach((row, index) => {
      rows.push(row)
      converted.lines.push(cell.line + Math.min(index, cell.rows.length - 1) * cell.step)
    })
  }
  return { ...converted, text: rows.join('\n') }
}

/** Whether a text has the keys of a notebook. */
export const isNotebook = (text: string): boolean =>
  /^\s*\{/.test(text.slice(0, 200)) && text.includes('"nbformat"') && text.includes('"cells"')

function cellsOf(cells: readonly unknown[], text: string): Cell[] {
  let at = Math.max(0, text.indexOf('"cells"'))
  let isLost = false
  const lineAt = lineCounter(text)
  const moveTo = (key: string): void => {
    const next = isLost ? -1 : text.indexOf(key, at)
    if (next < 0) isLost = true
    else at = next + key.length
  }
  return cells.flatMap((cell): Cell[] => {
    if (!isObject(cell)) return []
    moveTo('"cell_type"')
    moveTo('"source"')
    const step = /^\s*:\s*\[\s*\n/.test(text.slice(at, at + 80)) ? 1 : 0
    const { source } = cell
    const lines = Array.isArray(source) ? source.filter((each) => typeof each === 'string').join('') : source
    if (typeof lines !== 'string' || lines.trim() === '' || cell.cell_type === 'raw') return []
    return [{ isCode: cell.cell_type === 'code', rows: lines.split('\n'), line: lineAt(at) + step, step }]
  })
}

function fenced(rows: readonly string[]): string[] {
  const fence = rows.some((row) => row.startsWith('```')) ? '~~~~' : '```'
  return [fence, ...rows, fence]
}

const heading = /^(#{1,6})[ \t]+\S/

/** The level for the first lines of cells, below that of all headings; null where headings ask, or nothing does. */
function levelOfFirstLines(cells: readonly Cell[]): number | null {
  const texts = cells
    .filter(({ isCode }) => !isCode)
    .map(({ rows }) => rows.find((row) => row.trim() !== '') ?? '')
  const plain = texts.filter((row) => !heading.test(row))
  const asking = plain.filter(asks).length
  const headings = texts.filter((row) => heading.test(row))
  const askingHeadings = headings.filter((row) => asks(row.replace(/^#+/, ''))).length
  if (asking < 2 || asking * 2 < plain.length || askingHeadings > asking) return null
  const deepest = Math.max(1, ...headings.map((row) => heading.exec(row)?.[1]?.length ?? 1))
  return Math.min(6, deepest + (headings.some((row) => /^#+[ \t]+\d/.test(row)) ? 0 : 1))
}

const asks = (row: string): boolean => isQuestionLike(row.trim().replace(/^\**\d+[.)]\s*/, ''))

/** A cell whose first line, if it is no heading, becomes one. */
function withHeading(rows: readonly string[], level: number): string[] {
  const first = rows.findIndex((row) => row.trim() !== '')
  const row = rows[first] ?? ''
  if (heading.test(row) || !/\p{L}/u.test(row) || /^(?:[|<>]|```|[-*+] |!\[)/.test(row.trim()))
    return [...rows]
  return [`${'#'.repeat(level)} ${row.trim()}`, '', ...rows.slice(first + 1)]
}
