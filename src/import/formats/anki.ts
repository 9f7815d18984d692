// Reads Anki's text export, by lines such as `#separator:tab` at its head. Each row below is a note: `Why?⇥So.`

import type { Draft, Reading } from '../../bank/draft.ts'
import type { ImportText } from '../import-text.ts'
import { markdownOf } from '../markdown/html.ts'
import { type Column, columnsOf, draftOfRow } from './columns.ts'
import { rowsOf } from './rows.ts'

const headerLine = /^#([a-z ]+):(.*)$/
const separators: Record<string, string> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
}

/** The notes of an export; null if the text is not one. */
export function readAnki({ text }: ImportText): Reading | null {
  if (!/^#(?:separator|html|deck|tags|notetype|columns)\b/.test(text)) return null
  const { header, rows: headerRows, start } = headerOf(text)
  const separator = header.get('separator')?.toLowerCase() ?? 'tab'
  const delimiter = separators[separator] ?? (separator[0] || '\t')
  const rows = rowsOf(text.slice(start), delimiter, headerRows + 1)
  const width = Math.max(0, ...rows.slice(0, 100).map(({ fields }) => fields.length))
  const columns = columnsIn(header, delimiter, width)
  const convert = header.get('html') === 'false' ? (field: string) => field : markdownOf
  const drafts = rows.map(({ line, fields }): Draft => {
    const draft = draftOfRow({ line, fields: fields.map((field) => convert(field)) }, columns)
    const section = (draft.section ?? header.get('deck'))?.replaceAll('::', ': ') ?? null
    return { ...withoutGaps(draft), section }
  })
  return { title: null, drafts: drafts.filter(({ question }) => question !== '') }
}

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

/** What the columns hold. Apart from deck, tags and the like, the first is the question and the second the answer. */
function columnsIn(header: ReadonlyMap<string, string>, delimiter: string, width: number): (Column | null)[] {
  const named = columnsOf((header.get('columns') ?? '').split(delimiter))
  if (named) return named
  const place = (key: string): number => Number(header.get(`${key} column`) ?? 0) - 1
  const others = [place('guid'), place('notetype'), place('tags')]
  const columns: (Column | null)[] = []
  for (let at = 0; at < width; at++) {
    if (at === place('deck')) columns.push('section')
    else if (others.includes(at) || columns.includes('answer')) columns.push(null)
    else columns.push(columns.includes('question') ? 'answer' : 'question')
  }
  return columns
}

const cloze = /\{\{c\d+::(.*?)(?:::([^{}:]*))?\}\}/gs

/** `{{c1::Trust}} is slow.` asks `[…] is slow.`, and answers `**Trust** is slow.` */
function withoutGaps(draft: Draft): Draft {
  if (!draft.question.includes('{{c')) return draft
  const whole = draft.question.replace(cloze, '**$1**')
  const question = draft.question.replace(cloze, (_, __, hint: string | undefined) => `[${hint ?? '…'}]`)
  return { ...draft, question, answer: draft.answer === null ? whole : `${whole}\n\n${draft.answer}` }
}
