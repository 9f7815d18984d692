// Reads the tables of a markdown text whose rows are questions: by a header that names them, or because a column asks.

import { cleanSection } from '../../bank/clean.ts'
import type { Draft } from '../../bank/draft.ts'
import { questionNames } from '../../bank/label-names.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import { plainText } from '../../text/plain-text.ts'
import { type Column, columnsOf, draftOfRow } from '../formats/columns.ts'
import { markdownOf } from './html.ts'
import { linesBetween, type Tag, tagsOf } from './tags.ts'

/** A row of a table that asks. */
export interface TableRow {
  /** Indexes of its first line, and of the line after its last. */
  at: number
  end: number
  draft: Draft
}

interface Cells {
  at: number
  end: number
  fields: string[]
}

const delimiterRow = /^\s*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
const gridEdge = /^\s*\+(?:[-=:]{2,}\+)+\s*$/
/** More columns than anybody reads. */
const mostColumns = 64
const longestCell = 20_000

/** The rows that ask in all tables of a text. */
export function tableRowsOf(lines: readonly Line[]): TableRow[] {
  const tables: Table[] = []
  for (let at = 0; at < lines.length; at++) {
    const table = lines[at]?.text.includes('|') || lines[at]?.text.includes('+--') ? tableAt(lines, at) : null
    if (!table) continue
    tables.push(table)
    at = table.end - 1
  }
  const shapes = new Set(tables.flatMap(({ header }) => shapeOf(header, namedIn(header)) ?? []))
  const rows = tables.flatMap((table) => {
    const asked = askedIn(table.header, table.rows, lines, shapes)
    return asked.map((row, index) => ({ ...row, end: asked[index + 1]?.at ?? table.end }))
  })
  return [...rows, ...htmlRows(lines)]
}

const fewestColumns = 3

/** The names of a header without that of its questions: tables of one shape have them in one place. Null where few are left. */
const shapeOf = (header: Cells | null, question: number): string | null =>
  header === null || question < 0 || header.fields.length < fewestColumns
    ? null
    : header.fields.map((name, at) => (at === question ? '?' : plainText(name).toLowerCase())).join('|')

/** The column of questions that a header names; -1 where it names none. */
function namedIn(header: Cells | null): number {
  const names = (header?.fields ?? []).map((name) => plainText(name))
  const found = columnsOf(names)?.indexOf('question') ?? -1
  return found >= 0 && namesQuestion(names[found] ?? '') ? found : -1
}

const noShapes: ReadonlySet<string> = new Set()

const tableTag = /<(\/?)(table|tr|td|th)\b[^<>]*>/gi

/** The rows that ask in tables of HTML. */
function htmlRows(lines: readonly Line[]): TableRow[] {
  const found: TableRow[] = []
  let rows: Cells[] = []
  let header: Cells | null = null
  let cell: Tag | null = null
  const close = (): void => {
    found.push(...askedIn(header, rows, lines))
    rows = []
    header = null
  }
  const closeCell = (to: Tag): void => {
    const row = rows.at(-1)
    if (!cell || !row) return
    const inner = linesBetween(lines, cell.after, to.start).map(({ text }) => text.trim())
    row.fields.push(inner.join('\n').trim())
    row.end = to.start.at + 1
    if (cell.name === 'th' && rows.length === 1 && row.fields.length === 1) header = row
    cell = null
  }
  for (const tag of tagsOf(lines, tableTag)) {
    if (tag.name === 'td' || tag.name === 'th' || tag.name === 'tr') closeCell(tag)
    if (tag.name === 'tr' && !tag.closes) {
      if (header && rows[0] === header) rows = []
      rows.push({ at: tag.start.at, end: tag.start.at + 1, fields: [] })
    } else if (tag.name === 'table') close()
    else if (!tag.closes && tag.name !== 'tr') cell = tag
  }
  return found
}

interface Table {
  header: Cells | null
  rows: Cells[]
  end: number
}

function tableAt(lines: readonly Line[], at: number): Table | null {
  const first = lines[at]
  if (!first || first.code || first.text.length > longestLine) return null
  if (first.text.includes('+--') && gridEdge.test(first.text)) return gridAt(lines, at)
  const below = lines[at + 1]
  if (!first.text.includes('|') || !below?.text.includes('-') || below.text.length > longestLine) return null
  if (!below.text.includes('|') && !first.text.trim().startsWith('|')) return null
  if (!delimiterRow.test(below.text)) return null
  const rows: Cells[] = []
  let end = at + 2
  for (; end < lines.length; end++) {
    const line = lines[end]
    if (!line || line.code || line.text.length > longestCell || !line.text.includes('|')) break
    rows.push({ at: end, end: end + 1, fields: cellsIn(line.text) })
  }
  return { header: { at, end: at + 2, fields: cellsIn(first.text) }, rows, end }
}

/** A table as Pandoc draws it, with `+---+` between its rows. */
function gridAt(lines: readonly Line[], at: number): Table {
  const rows: Cells[] = []
  let header: Cells | null = null
  let open: Cells | null = null
  let end = at
  for (; end < lines.length; end++) {
    const line = lines[end]
    if (!line || line.code || line.text.length > longestLine) break
    if (gridEdge.test(line.text)) {
      if (open && line.text.includes('=') && rows.length === 0) header = open
      else if (open) rows.push(open)
      open = null
    } else if (/^\s*\|.*\|\s*$/.test(line.text)) {
      open = joined(open, cellsIn(line.text), end)
    } else break
  }
  return { header, rows, end }
}

/** A row of a grid with one more line. */
const joined = (open: Cells | null, fields: string[], at: number): Cells =>
  open
    ? { at: open.at, end: at + 1, fields: open.fields.map((each, i) => `${each}\n${fields[i] ?? ''}`.trim()) }
    : { at, end: at + 1, fields }

/** The cells of a row. A `\|` and what is in code do not divide. */
function cellsIn(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  const cells: string[] = []
  let cell = ''
  let inCode = false
  for (let at = 0; at < inner.length; at++) {
    const character = inner[at] ?? ''
    if (character === '\\' && inner[at + 1] === '|') {
      cell += '|'
      at++
    } else if (character === '|' && !inCode && cells.length < mostColumns) {
      cells.push(cell.trim())
      cell = ''
    } else {
      if (character === '`') inCode = !inCode && inner.indexOf('`', at + 1) > 0
      cell += character
    }
  }
  cells.push(cell.trim())
  return cells
}

function askedIn(
  header: Cells | null,
  rows: readonly Cells[],
  lines: readonly Line[],
  shapes = noShapes,
): TableRow[] {
  const names = (header?.fields ?? []).map((name) => plainText(name))
  const columns = columnsOf(names)
  const found = columns?.indexOf('question') ?? -1
  // In prose, a table of problems or terms asks nothing.
  const isNamed = found >= 0 && (namesQuestion(names[found] ?? '') || isAsking(rows, found))
  const named = isNamed ? found : names.findIndex((_, at) => shapes.has(shapeOf(header, at) ?? ''))
  const all = header && named < 0 ? [header, ...rows] : rows
  const question = named < 0 ? askingColumn(all) : named
  if (question < 0 || isContents(rows, question)) return []
  const roles = withAnswer(
    (named < 0 ? null : columns) ?? names.map((): Column | null => null),
    question,
    names,
    rows,
  )
  const asked = all.flatMap(({ at, end, fields }): TableRow[] => {
    const text = fields[question] ?? ''
    if (withinPage.test(text) || !/\p{L}/u.test(plainText(text)) || (named < 0 && !asks(text))) return []
    const values = fields.map(broken)
    const line = lines[at]?.number ?? 1
    const draft = draftOfRow({ line, fields: values }, roles, names)
    const more = moreOf(values, roles, names)
    const answer = [draft.answer, ...more].filter(Boolean).join('\n\n') || null
    const section = draft.section === null ? null : cleanSection(plainText(draft.section))
    return [
      { at, end, draft: { ...draft, section, answer: says(answer) ? withoutTags(answer ?? '') : null } },
    ]
  })
  // What is above the first row belongs to the table, not to the question before.
  return asked.map((row, index) => (index === 0 ? { ...row, at: header?.at ?? row.at } : row))
}

const nameAmong = (others: string, flags: string): RegExp =>
  new RegExp(
    `(?:^|${others})(?:${questionNames}|fragen|preguntas|perguntas|questions|domande|вопросы)(?:$|${others})|问题|問題|面试题|質問|질문`,
    flags,
  )
const asciiName = nameAmong('[^a-z]', 'i')
const anyName = nameAmong('[^\\p{L}]', 'iu')

/** Whether a header has a word for questions. Where all is ASCII, its letters are enough to see the words. */
const namesQuestion = (text: string): boolean => (notAscii.test(text) ? anyName : asciiName).test(text)
const notAscii = /[^\x00-\x7f]/
const withinPage = /\]\(#[^()]*\)/

/** Whether a table only links to questions that are elsewhere in the text. */
const isContents = (rows: readonly Cells[], column: number): boolean =>
  rows.filter(({ fields }) => withinPage.test(fields[column] ?? '')).length * 2 > rows.length

const asks = (text: string): boolean => isQuestionLike(plainText(text), false)
const says = (answer: string | null): boolean => answer !== null && /[\p{L}\p{N}]/u.test(answer)

/** The column in which at least three in five cells ask; -1 if there is none. */
function askingColumn(rows: readonly Cells[]): number {
  const width = Math.min(mostColumns, Math.max(0, ...rows.slice(0, 50).map(({ fields }) => fields.length)))
  for (let column = 0; column < width; column++) {
    if (isAsking(rows, column)) return column
  }
  return -1
}

function isAsking(rows: readonly Cells[], column: number): boolean {
  const asking = rows.filter(({ fields }) => asks(fields[column] ?? '')).length
  return asking > 0 && asking * 5 >= rows.length * 3
}

const metadata =
  /^(?:#|no\.?|nr\.?|id|status|state|done\??|level|difficulty|frequency|priority|tags?|company|companies|category|topic|type|source|links?|ref(?:erence)?s?|date|created|updated|asked (?:by|at|in)|score|rating|stars?|confidence|✓|✔|owner|author|round|role|week|day)$/i

/** The columns with one for answers: where none is named so, that with the longest text which is not metadata. */
function withAnswer(
  columns: readonly (Column | null)[],
  question: number,
  names: readonly string[],
  rows: readonly Cells[],
): (Column | null)[] {
  const width = Math.min(
    mostColumns,
    Math.max(columns.length, ...rows.slice(0, 50).map(({ fields }) => fields.length)),
  )
  const roles = Array.from({ length: width }, (_, at) =>
    at === question ? 'question' : (columns[at] ?? null),
  )
  if (roles.includes('answer')) return roles
  let best = -1
  let longest = 0
  roles.forEach((role, at) => {
    // A second column that asks does not answer the first.
    if (role !== null || metadata.test(names[at] ?? '') || isAsking(rows, at)) return
    const size = rows.reduce((sum, { fields }) => sum + (fields[at]?.length ?? 0), 0)
    if (size > longest && size > rows.length * 2) {
      best = at
      longest = size
    }
  })
  // A word or two say what a question is about.
  const isTopic =
    (names[best] ?? '') !== '' &&
    !firstPerson.test(names[best] ?? '') &&
    !roles.includes('section') &&
    longest < rows.length * fewestInAnswer &&
    !rows.some(({ fields }) => /[.!。…]\s*$/.test(fields[best] ?? ''))
  if (best >= 0) roles[best] = isTopic ? 'section' : 'answer'
  return roles
}

/** `What I say`, `Mein Punkt`. */
const firstPerson =
  /(?:^|\s)(?:i|my|me|we|our|ich|mein\p{L}*|je|mon|ma|mes|yo|mi|mis|eu|meu|minha|io|mio|mia|я|мой|моя|мои|我\p{L}*)(?:$|[\s'’])/iu
const fewestInAnswer = 20
const fewestCharacters = 24

/** What the columns without a role say, by their names, where it is more than a word or two. */
const moreOf = (
  fields: readonly string[],
  roles: readonly (Column | null)[],
  names: readonly string[],
): string[] =>
  fields.flatMap((field, at) => {
    const name = names[at] ?? ''
    const isMore =
      roles[at] === null && name !== '' && !metadata.test(name) && field.length >= fewestCharacters
    return isMore ? [`**${name}:** ${field}`] : []
  })

const withoutTags = (text: string): string =>
  /<\w/.test(text) && !text.includes('`') ? markdownOf(text) : text

const broken = (field: string): string => field.replace(/[ \t]*<br\s*\/?>[ \t]*/gi, '\n')
