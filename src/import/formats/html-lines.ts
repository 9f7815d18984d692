// Writes the text of an HTML document as lines of markdown: paragraphs, lists, tables and code.

import { isQuestionLike } from '../../bank/likeness.ts'
import { announcesAnswers } from '../markdown/details.ts'
import { columnsOf } from './columns.ts'
import type { Converted } from './converted.ts'
import { namelessColumns } from './nameless.ts'

/** A piece of text in one style. */
interface Run {
  text: string
  bold: boolean
  italic: boolean
  code: boolean
  href: string | null
}

export type Style = Omit<Run, 'text'>

/** Lines as they are written. */
export class HtmlLines {
  private readonly rows: string[] = []
  private readonly lines: number[] = []
  private runs: Run[] = []
  private line = 1
  /** The rows of the table that is open; null outside of tables. */
  private table: string[][] | null = null
  private tableLine = 1
  private readonly lists: List[] = []

  /** Adds text to the open paragraph. */
  add(text: string, style: Style, line: number): void {
    if (this.runs.length === 0) {
      if (text.trim() === '') return
      this.line = line
    }
    const last = this.runs.at(-1)
    // With more marks than that, a paragraph is shown plain in any case.
    const isSame = last !== undefined && (this.runs.length >= mostRuns || alike(last, style))
    if (last !== undefined && isSame) last.text += text
    else this.runs.push({ ...style, text })
  }

  /** What was added since the last paragraph ended, without marks. */
  get pending(): string {
    return this.runs
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
  }

  /** Whether there was only blank text. */
  get isBlank(): boolean {
    return this.runs.every(({ text }) => text.trim() === '')
  }

  /** Drops what was added since the last paragraph ended. */
  drop(): void {
    this.runs = []
  }

  /** Ends the open paragraph, which begins with a prefix such as `## `, and whose style may not matter. */
  end(prefix: string, { isPlain, rest }: { isPlain: boolean; rest: string }): void {
    const text = markdownOf(
      isPlain ? this.runs.map((run) => ({ ...run, bold: false, italic: false })) : this.runs,
    )
    this.runs = []
    if (text === '') return
    const rows = withPrefix(prefix, rest, isPlain ? text.replaceAll('\n', ' ') : text).split('\n')
    const row = this.table?.at(-1)
    const list = this.lists.at(-1)
    if (!this.table && list?.end === null && outermostItem.test(prefix)) list.starts.push(this.rows.length)
    if (!this.table) for (const each of rows) this.write(each, this.line)
    else if (row && row.length > 0)
      row[row.length - 1] = [row.at(-1), ...rows].filter(Boolean).join('<br>').replaceAll('|', '\\|')
  }

  /** Writes a line as it is. */
  write(row: string, line: number): void {
    this.rows.push(row)
    this.lines.push(line)
  }

  /** Writes a blank line, if none is there. */
  gap(line: number): void {
    if (this.rows.length > 0 && this.rows.at(-1) !== '' && !this.table) this.write('', line)
  }

  /** Takes back the blank line that was written last. */
  closeGap(): void {
    if (this.rows.at(-1) !== '') return
    this.rows.pop()
    this.lines.pop()
  }

  /** Begins an outermost list. */
  openList(): void {
    this.lists.push({ starts: [], end: null })
  }

  closeList(): void {
    const list = this.lists.at(-1)
    if (list) list.end ??= this.rows.length
  }

  openTable(line: number): void {
    this.table = []
    this.tableLine = line
  }

  openRow(): void {
    this.table?.push([])
  }

  openCell(): void {
    if (this.table?.length === 0) this.openRow()
    this.table?.at(-1)?.push('')
  }

  /** Writes the table; one that only lays out a page becomes paragraphs. */
  closeTable(): void {
    const rows = (this.table ?? []).filter((row) => row.some(Boolean))
    this.table = null
    const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.length))
    this.gap(this.tableLine)
    if (rows.length < 2 || width < 2) this.writeCells(rows.flat().filter(Boolean))
    else this.writeRows([...headerFor(rows), ...rows])
    this.gap(this.tableLine)
  }

  private writeCells(cells: readonly string[]): void {
    for (const cell of cells) {
      for (const row of cell.replaceAll('\\|', '|').split('<br>')) this.write(row, this.tableLine)
      this.gap(this.tableLine)
    }
  }

  private writeRows(rows: readonly string[][]): void {
    rows.forEach((row, index) => {
      this.write(`| ${row.join(' | ')} |`, this.tableLine)
      if (index === 0) this.write(`|${' --- |'.repeat(row.length)}`, this.tableLine)
    })
  }

  /** The same below a title. */
  titled(title: string): Converted {
    const name = title.replace(/\s+/g, ' ').trim()
    const { text, lines } = this.converted
    return name === '' ? this.converted : { text: `# ${name}\n\n${text}`, lines: [1, 1, ...lines] }
  }

  get converted(): Converted {
    const order = answeredOrder(this.rows, this.lists)
    return {
      text: order
        .map(({ at, isAnswer }) => (isAnswer ? asAnswer(this.rows[at] ?? '') : this.rows[at]))
        .join('\n'),
      lines: order.map(({ at }) => this.lines[at] ?? 1),
    }
  }
}

/** An outermost list: the rows where its items start, and the one after it. */
interface List {
  starts: number[]
  end: number | null
}

const outermostItem = /^(?:- |\d+\. )/

const asAnswer = (row: string): string => `   ${row.replace(outermostItem, '')}`

/**
 * The rows in order; where a list that asks has another one of as many answers behind it, with nothing but `Answers` between
 * them, each answer below its question.
 */
function answeredOrder(rows: readonly string[], lists: readonly List[]): { at: number; isAnswer: boolean }[] {
  const order: { at: number; isAnswer: boolean }[] = []
  const taken = new Set<number>()
  const below = new Map<number, number[]>()
  lists.forEach((list, index) => {
    const next = lists[index + 1]
    if (!next || !asks(rows, list) || asks(rows, next) || next.starts.length !== list.starts.length) return
    const between: number[] = []
    for (let at = list.end ?? 0; at < (next.starts[0] ?? 0); at++) if (rows[at] !== '') between.push(at)
    // below a text of its own, a list does not answer the one above
    if (!between.every((at) => announcesAnswers(rows[at] ?? ''))) return
    for (const at of between) taken.add(at)
    next.starts.forEach((start, item) => {
      const to = next.starts[item + 1] ?? next.end ?? start
      const answer = Array.from({ length: to - start }, (_, offset) => start + offset)
      for (const at of answer) taken.add(at)
      below.set((list.starts[item + 1] ?? list.end ?? 0) - 1, answer)
    })
  })
  rows.forEach((_, at) => {
    if (!taken.has(at)) order.push({ at, isAnswer: false })
    for (const answer of below.get(at) ?? []) order.push({ at: answer, isAnswer: true })
  })
  return order
}

const asks = (rows: readonly string[], { starts }: List): boolean =>
  starts.length > 1 &&
  starts.filter((start) => isQuestionLike((rows[start] ?? '').replace(outermostItem, ''))).length * 5 >=
    starts.length * 3

/** The prefix of an item of a list in Word, whose mark stands in its text; its indent follows. */
export const wordItem = '\u0001'

function withPrefix(prefix: string, rest: string, text: string): string {
  const isWordItem = prefix.startsWith(wordItem)
  const indent = isWordItem ? prefix.slice(wordItem.length) : ''
  const marked = text.replace(isWordItem ? /^(?:[·•●▪◦‣§ØüØo-])\s+/ : /^[·•●▪◦‣]\s+/, '- ')
  return (isWordItem ? indent : prefix) + marked.replaceAll('\n', `\n${isWordItem ? `${indent}  ` : rest}`)
}

/** A header for a table that has none, but whose fields ask. */
function headerFor(rows: readonly string[][]): string[][] {
  if (columnsOf(rows[0] ?? []) !== null) return []
  const { columns, asks } = namelessColumns(rows.map((fields) => ({ line: 1, fields })))
  if (asks < 0.5 || !columns.includes('answer')) return []
  return [columns.map((column) => (column === 'question' ? 'Question' : column === 'answer' ? 'Answer' : ''))]
}

const mostRuns = 4000

const alike = (a: Style, b: Style): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href

const marks = (run: Run): string => (run.code ? '`' : `${run.bold ? '**' : ''}${run.italic ? '*' : ''}`)

/** Runs as markdown. Blanks at the edges of a run stay outside its marks, and `<` and `&` of the text are no HTML. */
function markdownOf(runs: readonly Run[]): string {
  const isBlank = ({ text }: Run): boolean => text.trim() === ''
  let markdown = ''
  joined(runs.map((run, at) => (isBlank(run) ? { ...(runs[at - 1] ?? run), text: run.text } : run))).forEach(
    (run) => {
      const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? []
      if (inner === '') {
        markdown += before
        return
      }
      const escaped = run.code
        ? inner
        : inner.replace(/&(?=#?\w{1,8};)/g, '&amp;').replace(/<(?=[a-z/!])(?!U\+)/gi, '&lt;')
      const marked = withMarks(run, escaped)
      markdown += `${before}${run.href === null ? marked : `[${marked}](${run.href})`}${after}`
    },
  )
  return markdown
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** A text between its marks, on each of its lines. */
function withMarks(run: Run, text: string): string {
  const mark = marks(run)
  if (mark === '') return text
  const closing = [...mark].reverse().join('')
  return text
    .split('\n')
    .map((row) => (row.trim() === '' ? row : `${mark}${row.trim()}${closing}`))
    .join('\n')
}

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last && marks(last) === marks(run) && last.href === run.href) last.text += run.text
    else all.push({ ...run })
  }
  return all
}
