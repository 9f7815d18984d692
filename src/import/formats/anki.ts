// Reads Anki's text export, by lines such as `#separator:tab` at its head. Each row below is a note: `Why?⇥So.`

import type { ColumnUse, Draft, Reading } from '../../bank/draft.ts'
import type { ImportText } from '../import-text.ts'
import { markdownOf } from '../markdown/html.ts'
import { type Column, columnsOf, columnUses, draftOfRow } from './columns.ts'
import { namelessColumns } from './nameless.ts'
import { type Row, rowsOf } from './rows.ts'

const headerLine = /^#([a-z ]+):(.*)$/
const separators: Record<string, string> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
}

/** The guid of a note that greenroom exported: the id of its question, behind the slug of its bank. */
const ownGuid = /^greenroom:[^/]*\/(.+)$/

/** The notes of an export; null if the text is not one. */
export function readAnki({ text }: ImportText): Reading | null {
  if (!/^#(?:separator|html|deck|tags|notetype|columns)\b/.test(text)) return null
  const { header, rows: headerRows, start } = headerOf(text)
  const delimiter = delimiterOf(header.get('separator') ?? 'tab')
  const rows = rowsOf(text.slice(start), delimiter, headerRows + 1)
  const names = (header.get('columns') ?? '').split(delimiter)
  const columns = columnsOf(names) ?? columnsIn(header, rows)
  const convert = header.get('html') === 'false' ? (field: string) => field : markdownOf
  const guid = Number(header.get('guid column') ?? 0) - 1
  let title: string | null = null
  const drafts = rows.map(({ line, fields }): Draft => {
    const draft = draftOfRow({ line, fields: fields.map((field) => convert(field)) }, columns, names)
    const deck = draft.section ?? header.get('deck') ?? null
    const id = ownGuid.exec(fields[guid] ?? '')?.[1]
    if (id === undefined) return { ...withoutGaps(draft), section: deck?.replaceAll('::', ': ') ?? null }
    const [bank, ...section] = deck?.split('::') ?? []
    title ??= bank ?? null
    return { ...draft, id, section: section.join(': ') || null }
  })
  return {
    title,
    drafts: drafts.filter(({ question, answer }) => question !== '' || answer !== null),
    ...(header.has('columns') ? { columns: columnUses(names, columns) } : columnsByPlace(header, columns)),
  }
}

/** What the columns hold where the head gives the places of those that are no text; unless one of the others is not used. */
function columnsByPlace(
  header: ReadonlyMap<string, string>,
  columns: readonly (Column | null)[],
): Pick<Reading, 'columns'> {
  const known = new Map(aside.map((key) => [Number(header.get(`${key} column`) ?? 0) - 1, key]))
  const uses = columns.map((use, at) => ({
    name: known.get(at) ?? `column ${at + 1}`,
    use: use ?? (known.has(at) ? 'metadata' : null),
  }))
  return known.size > 1 && uses.every(({ use }) => use !== null) ? { columns: uses as ColumnUse[] } : {}
}

/** Columns that are no text. */
const aside = ['guid', 'notetype', 'deck', 'tags'] as const

/** The settings at the head of an export, the rows that they take, and the index where the notes start. */
function headerOf(text: string): { header: Map<string, string>; rows: number; start: number } {
  const header = new Map<string, string>()
  let start = 0
  let rows = 0
  for (let match = headerLine.exec(rowAt(text, 0)); match; match = headerLine.exec(rowAt(text, start))) {
    header.set(match[1] ?? '', (match[2] ?? '').trim())
    start += match[0].length + 1
    rows++
  }
  return { header, rows, start }
}

function rowAt(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? undefined : end)
}

/** `tab`, `Comma,,` where a spreadsheet saved the export, or the character itself. */
function delimiterOf(separator: string): string {
  const name = /^[a-z]+/i.exec(separator)?.[0].toLowerCase() ?? ''
  return separators[name] ?? (separator[0] || '\t')
}

/** What the columns hold: apart from deck, tags and the like, the first is the question and the second the answer. */
function columnsIn(header: ReadonlyMap<string, string>, rows: readonly Row[]): (Column | null)[] {
  const place = (key: string): number => Number(header.get(`${key} column`) ?? 0) - 1
  const known: number[] = aside.map(place)
  const width = Math.max(0, ...rows.slice(0, 100).map(({ fields }) => fields.length))
  const texts = Array.from({ length: width }, (_, at) => at).filter((at) => !known.includes(at))
  const others = namelessColumns(
    rows.map(({ line, fields }) => ({ line, fields: texts.map((at) => fields[at] ?? '') })),
  ).columns
  return Array.from({ length: width }, (_, at): Column | null => {
    if (at === place('deck')) return 'section'
    const index = texts.indexOf(at)
    if (index < 2) return index === 0 ? 'question' : index === 1 ? 'answer' : null
    return others[index] === null ? null : 'part'
  })
}

const cloze = /\{\{c\d+::(.*?)(?:::([^{}:]*))?\}\}/gs

/** `{{c1::Trust}} is slow.` asks `[…] is slow.`, and answers `**Trust** is slow.` */
function withoutGaps(draft: Draft): Draft {
  if (!draft.question.includes('{{c')) return draft
  const whole = draft.question.replace(cloze, '**$1**')
  const question = draft.question.replace(cloze, (_, __, hint: string | undefined) => `[${hint ?? '…'}]`)
  return { ...draft, question, answer: draft.answer === null ? whole : `${whole}\n\n${draft.answer}` }
}
