// Says for each line of a source what became of it: whatever a reader left out, and whichever reader it was, comes to light
// here. This costs about as much as reading, so it is done only where somebody asks: by `bank check` and `bank add`.

import type { ColumnUse, NamedLine } from '../../bank/draft.ts'
import type { Question, Skipped, SkipReason } from '../../bank/model.ts'
import { decodeEntities } from '../../text/entities.ts'
import { linesOf, rowKinds, type Scan, scanLines } from '../../text/lines.ts'
import { isWord, onOneLine, plainText } from '../../text/plain-text.ts'
import { safeLine } from '../../text/safe.ts'
import { isMetadata as isMetadataColumn } from '../formats/columns.ts'
import { type Heading, headingsOf } from '../markdown/headings.ts'
import type { TextRead } from '../read.ts'
import { beyondHeader, headerOf } from './beyond.ts'
import { type Claims, claimsIn, type Source } from './claims.ts'
import {
  isBackToTop,
  isHeader,
  isLabel,
  isMetadata,
  isWithinPage,
  leadsElsewhere,
  programRows,
} from './metadata.ts'
import { reasonOf, reasonUnder } from './reasons.ts'
import { hashesOf, separator, unitOf, wordsOf } from './words.ts'

/**
 * What a line is: part of a question, of its answer (with points and follow-ups), a title or section, metadata (labels,
 * marks and comments too), blank, or not taken.
 */
export type Role = 'question' | 'answer' | 'section' | 'metadata' | 'blank' | 'skipped'

export interface Account {
  /** For each line of the text, the first one at index 0. */
  roles: Role[]
  /** What was not taken: whole lines, and parts of lines of which the rest was. */
  skipped: Skipped[]
}

/** The account of a text that was read, in linear time. */
export function account({ text, bank, columns, toAsk = [] }: TextRead): Account {
  if (text === '') return { roles: [], skipped: [] }
  const scan = scanLines(text)
  const source = sourceOf(text, scan.rows, bank.questions)
  const claims = claimsIn(source, bank.questions)
  const header = headerOf(scan.rows, columns)?.row
  const hidden = programRows(scan.rows)
  const sections = sectionRows(source, scan, claims, bank)
  const asked = new Set(
    toAsk.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)),
  )
  const roles = scan.rows.map((row, at): Role => {
    if (row.trim() === '') return 'blank'
    if (asked.has(at)) return 'skipped'
    if (claims.parts[at] !== undefined) return claims.parts[at]
    if (sections.taken.has(at)) return 'section'
    if (at === header || hidden.has(at) || isAside(source, scan, at, sections.headings)) return 'metadata'
    return 'skipped'
  })
  const reasons = reasonsFor(source, roles, claims, sections.headings, asked)
  const rests = columns
    ? beyondHeader(scan.rows, columns, bank.questions)
    : claims.rests.map((rest) => ({ ...rest, text: withoutNames(rest.text, sections.names) }))
  const parts = rests
    .filter(({ text }) => isWord(text))
    .map(
      ({ row, text }): Skipped => ({
        line: row + 1,
        to: row + 1,
        reason: columns ? 'beyond-header' : 'part-of-line',
        text: firstWords(text),
      }),
    )
  const unused = header === undefined ? [] : unusedColumns(header, columns ?? [])
  const skipped = [...stretches(source, roles, reasons), ...unused, ...parts].sort((a, b) => a.line - b.line)
  return { roles, skipped }
}

/** The columns of a table that nothing was taken from, except those of metadata. */
const unusedColumns = (header: number, columns: readonly ColumnUse[]): Skipped[] =>
  columns
    .filter(({ name, use }) => use === 'not used' && isWord(name) && !isMetadataColumn(name))
    .map(({ name }) => ({ line: header + 1, to: header + 1, reason: 'unused-field', text: firstWords(name) }))

/** The accounts of all files of a source. */
export function accountOfFiles(reads: readonly (TextRead & { name: string })[]): Skipped[] {
  return reads.flatMap((read) =>
    account(read).skipped.map((each) => (reads.length === 1 ? each : { file: read.name, ...each })),
  )
}

function sourceOf(text: string, rows: readonly string[], questions: readonly Question[]): Source {
  const isJson = /^\s*[[{]/.test(text.slice(0, 200))
  return {
    rows,
    begins: new Set(questions.map(({ line }) => line - 1)),
    words: (row) => wordsOf(rows[row] ?? '', isJson),
    readings: new Map(),
  }
}

interface Sections {
  /** The title of the bank and the names of its sections, as units of words. */
  names: ReadonlySet<number>
  /** Rows with a title, or with the name of a section that has questions. */
  taken: Set<number>
  /** The headings among the other rows. */
  headings: Map<number, Heading & NamedLine>
}

/** Rows that name the bank or one of its sections, and headings that have questions below them. */
function sectionRows(
  source: Source,
  scan: Scan,
  { parts }: Claims,
  { title, questions }: TextRead['bank'],
): Sections {
  const names = new Set([title, ...new Set(questions.map(({ section }) => section ?? title))].map(unitOfText))
  names.delete(unitOf([]))
  const taken = new Set<number>()
  source.rows.forEach((row, at) => {
    if (parts[at] !== undefined || row.trim() === '' || leadsElsewhere(row)) return
    if (namesIn(source, at).some((unit) => names.has(unit))) taken.add(at)
  })
  const headings = new Map<number, Heading & NamedLine>()
  const lines = linesOf(scan)
  const open: (Heading & NamedLine)[] = []
  let counted = 0
  for (const heading of headingsOf(lines)) {
    const line = lines[heading.at]?.number ?? 1
    // Questions since the last heading belong to all headings that are open.
    for (; counted < line - 1; counted++) if (parts[counted] === 'question') takeAll(open, taken)
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop()
    if (parts[line - 1] !== undefined) continue
    const named = { ...heading, line, name: plainText(heading.text) }
    if (!isWord(named.name)) continue
    headings.set(line - 1, named)
    open.push(named)
  }
  for (; counted < parts.length; counted++) if (parts[counted] === 'question') takeAll(open, taken)
  for (const row of taken) headings.delete(row)
  return { names, taken, headings }
}

/** A part of a line, without the titles that stand between its tags: a page may be one line. */
const withoutNames = (text: string, names: ReadonlySet<number>): string =>
  text
    .split(separator)
    .filter((piece) => !names.has(unitOfText(piece)))
    .join(separator)

function takeAll(open: NamedLine[], taken: Set<number>): void {
  for (const { line } of open) taken.add(line - 1)
  open.length = 0
}

const unitOfText = (text: string): number => unitOf(hashesOf(text))

/** What a row may name: all of it, without a number at its head, or what stands behind a colon, as in `"topic": "Hiring",`. */
function namesIn({ words, rows }: Source, row: number): number[] {
  const { text, hashes, starts } = words(row)
  const tags = rows[row]?.startsWith('*') ? orgTags.exec((rows[row] ?? '').slice(0, 2000)) : null
  const colon = text.search(/[:=]/)
  const from = colon < 0 ? 0 : starts.findIndex((start) => start > colon)
  const numbered = /^\W*\d/.test(text)
  return [
    unitOf(hashes),
    ...(tags ? [unitOfText(tags[1] ?? '')] : []),
    ...(numbered ? [unitOf(hashes, 1)] : []),
    ...(from > 0 ? [unitOf(hashes, from)] : []),
  ]
}

/** An Org headline with tags, and its text. */
const orgTags = /^\*+ +(.*\S)\s+:[\p{L}\p{N}_@#%:-]+:\s*$/u

/** Whether a row is metadata, a comment or a mark. Of headings only labels are, such as `### Answer`. */
function isAside(source: Source, scan: Scan, at: number, headings: Sections['headings']): boolean {
  if (scan.kinds[at] === rowKinds.comment) return true
  const row = scan.rows[at] ?? ''
  if (headings.has(at)) return isLabel(row)
  if (isWithinPage(row)) return isBackToTop(row)
  if (!isWord(row)) return true
  const plain = plainOf(source, at)
  const isBare = source.words(at).hashes.length === 0 && reasonOf(row, () => '') === null
  return isBare || isHeader(row, scan.rows[at + 1]) || isMetadata(row, plain)
}

/** Why each skipped row was not taken. */
function reasonsFor(
  source: Source,
  roles: Role[],
  claims: Claims,
  headings: Sections['headings'],
  asked: ReadonlySet<number>,
): (SkipReason | undefined)[] {
  const first = claims.parts.indexOf('question')
  let under: SkipReason | null = null
  return roles.map((role, at) => {
    const heading = headings.get(at)
    if (heading) under = reasonUnder(heading.name)
    else if (role === 'question' || role === 'section') under = null
    if (role !== 'skipped') return undefined
    if (asked.has(at)) return 'questions-to-ask'
    const own = ownReason(source, at, claims)
    if (own === 'picture') return own
    if (under !== null) return under
    const isEmptySection = own === null && heading !== undefined && isEmpty(roles, at, headings)
    return isEmptySection ? 'empty-section' : (own ?? (at < first ? 'before-first-question' : 'other-text'))
  })
}

const ownReason = (source: Source, at: number, { copies }: Claims): SkipReason | null =>
  copies.has(at) ? 'table-of-contents' : reasonOf(source.rows[at] ?? '', () => plainOf(source, at))

/** Whether nothing but blank lines and marks stands between a heading and the next one. */
function isEmpty(roles: readonly Role[], at: number, headings: Sections['headings']): boolean {
  let next = at + 1
  while (roles[next] === 'blank' || roles[next] === 'metadata') next++
  return next >= roles.length || headings.has(next) || roles[next] === 'section'
}

/** Skipped rows with the same reason, one after the other but for blank lines and marks, are one. */
function stretches(source: Source, roles: Role[], reasons: readonly (SkipReason | undefined)[]): Skipped[] {
  const all: Skipped[] = []
  let open: Skipped | null = null
  roles.forEach((role, at) => {
    const reason = reasons[at]
    if (reason === undefined) {
      if (role !== 'blank' && role !== 'metadata') open = null
    } else if (open?.reason === reason && reason !== 'question-like') {
      open.to = at + 1
    } else {
      open = {
        line: at + 1,
        to: at + 1,
        reason,
        text: firstWords(plainOf(source, at) || (source.rows[at] ?? '')),
      }
      all.push(open)
    }
  })
  return all
}

/** A row without markup. */
function plainOf({ rows }: Source, row: number): string {
  const text = decodeEntities((rows[row] ?? '').slice(0, 2000))
  return onOneLine(plainText(text.replace(/^(?:[\s>#|•]|[-*+](?=\s))+/, '')))
}

const mostCharacters = 60

/** The first words of a text, as long as a line of a list. */
function firstWords(text: string): string {
  const line = onOneLine(safeLine(text.slice(0, 400).replaceAll(separator, ' ')))
  if (line.length <= mostCharacters) return line
  const cut = line.slice(0, mostCharacters)
  const end = cut.lastIndexOf(' ')
  return `${end > mostCharacters / 2 ? cut.slice(0, end) : cut.replace(/[\ud800-\udbff]$/, '')}…`
}
