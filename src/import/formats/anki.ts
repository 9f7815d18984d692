import type { Draft, Reading } from '../../bank/draft.ts'
import { markdownOf } from '../markdown/html.ts'
import { type Column, columnsOf, draftOfRow } from './columns.ts'
import { rowsOf } from './rows.ts'

const HEADER = /^#([a-z ]+):(.*)$/
const DELIMITERS: Record<string, string> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
}

/** Anki's text export: `#key:value` lines, then notes. */
export function readAnki(text: string): Reading | null {
  if (!/^#(?:separator|html|deck|tags|notetype|columns)\b/.test(text)) return null
  const header = new Map<string, string>()
  let start = 0
  let lines = 0
  for (let match = HEADER.exec(lineAt(text, start)); match; match = HEADER.exec(lineAt(text, start))) {
    header.set(match[1] ?? '', (match[2] ?? '').trim())
    start += match[0].length + 1
    lines++
  }
  const separator = header.get('separator')?.toLowerCase() ?? 'tab'
  const delimiter = DELIMITERS[separator] ?? (separator[0] || '\t')
  const rows = rowsOf(text.slice(start), delimiter, lines + 1)
  const columns = columnsIn(
    header,
    delimiter,
    Math.max(0, ...rows.slice(0, 100).map((row) => row.fields.length)),
  )
  const convert = header.get('html') === 'false' ? (field: string) => field : markdownOf
  const drafts = rows
    .map((row) => ({ ...row, fields: row.fields.map((field) => convert(field)) }))
    .map((row): Draft => clozed(inDeck(draftOfRow(row, columns), header.get('deck'))))
  return { title: null, drafts: drafts.filter((draft) => draft.question !== '') }
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? undefined : end)
}

/** The fields left over by deck, tags and the like are the question and the answer. */
function columnsIn(header: ReadonlyMap<string, string>, delimiter: string, count: number): (Column | null)[] {
  const named = columnsOf((header.get('columns') ?? '').split(delimiter))
  if (named) return named
  const place = (key: string): number => Number(header.get(`${key} column`) ?? 0) - 1
  const others = [place('guid'), place('notetype'), place('tags')]
  const columns: (Column | null)[] = []
  for (let at = 0; at < count; at++) {
    if (at === place('deck')) columns.push('section')
    else if (others.includes(at) || columns.includes('answer')) columns.push(null)
    else columns.push(columns.includes('question') ? 'answer' : 'question')
  }
  return columns
}

const inDeck = (draft: Draft, deck: string | undefined): Draft => ({
  ...draft,
  section: (draft.section ?? deck)?.replaceAll('::', ': ') ?? null,
})

const CLOZE = /\{\{c\d+::(.*?)(?:::([^{}:]*))?\}\}/gs

/** A note with gaps asks without what is in them, and answers with it. */
function clozed(draft: Draft): Draft {
  if (!draft.question.includes('{{c')) return draft
  const whole = draft.question.replace(CLOZE, '**$1**')
  const question = draft.question.replace(CLOZE, (_, __, hint: string | undefined) => `[${hint ?? '…'}]`)
  return { ...draft, question, answer: draft.answer === null ? whole : `${whole}\n\n${draft.answer}` }
}
