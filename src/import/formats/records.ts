// Finds questions in data, as JSON and YAML hold it: lists of records with keys such as `question` and `answer`, pairs, or a
// record whose keys ask. Keys are understood as the names of columns are.

import { together } from '../../bank/context.ts'
import type { ColumnUse, Draft, Reading } from '../../bank/draft.ts'
import { idInBank } from '../../bank/ids.ts'
import { labelOf } from '../../bank/key-point-label.ts'
import { isQuestionLike, isStarPart } from '../../bank/likeness.ts'
import type { KeyPoint, Shape } from '../../bank/model.ts'
import { mostOfOthers } from '../../text/limits.ts'
import { plainText } from '../../text/plain-text.ts'
import { safe } from '../../text/safe.ts'
import { isObject } from '../../text/safe-json.ts'
import { markdownOf } from '../markdown/html.ts'
import {
  type Column,
  columnName,
  columnsOf,
  columnUses,
  draftOfRow,
  isSure,
  isTags,
  starLetters,
} from './columns.ts'

type Fields = Record<string, unknown>

/** Tells the line of a record or a text, asked in the order in which they stand in the source. */
export type LineOf = (value: unknown) => number

const longestBudgetMs = 3_600_000
const deepest = 12

interface Walk {
  lineOf: LineOf
  /** Of the bank that was exported, which its ids begin with. */
  slug: string | null
  /** What was visited: in YAML an alias may stand for it once more. */
  seen: Set<object>
  /** Of all texts that were taken, in characters: with aliases, they may be more than there are in the source. */
  length: number
  drafts: Draft[]
  columns: ColumnUse[]
  /** Of the records so far: a short list may not show on its own what they are. */
  known: Columns | null
}

interface Place {
  /** The key of the value. */
  key: string
  section: string | null
  depth: number
}

/** The questions in a value; null if there are none, or where it never ends. */
export function readRecords(value: unknown, lineOf: LineOf): Reading | null {
  const bank = isObject(value) ? value : {}
  const walk: Walk = {
    lineOf,
    slug: textOf(bank.slug),
    seen: new Set(),
    length: 0,
    drafts: [],
    columns: [],
    known: null,
  }
  visit(value, { key: '', section: null, depth: 0 }, walk)
  if (walk.drafts.length === 0 || walk.length > mostOfOthers.length) return null
  const { drafts, columns } = walk
  const isCard = drafts.length === 1 && textOf(bank.title) === drafts[0]?.question
  return {
    title: isCard ? null : textOf(bank.title ?? bank.name),
    drafts,
    ...(columns.length > 0 && { columns }),
  }
}

function visit(value: unknown, place: Place, walk: Walk): void {
  if (place.depth > deepest || typeof value !== 'object' || value === null || walk.seen.has(value)) return
  walk.seen.add(value)
  if (Array.isArray(value)) visitList(value, place, walk)
  else if (isObject(value)) visitObject(value, place, walk)
}

function visitObject(fields: Fields, place: Place, walk: Walk): void {
  const pairs = pairsIn(fields)
  if (pairs) {
    for (const [question, answer] of pairs) walk.drafts.push(draftOf(question, answer, place, walk))
    return
  }
  const columns = columnsIn([fields], walk)
  if (columns) readRecord(fields, columns, place, walk)
  else visitFields(fields, place, walk)
}

/** Lists as deep as they may be. What a record or its key is called names the section. */
function visitFields(fields: Fields, { section, depth }: Place, walk: Walk): void {
  const name = depth === 0 ? null : textOf(nameIn(fields))
  for (const [key, value] of Object.entries(fields)) {
    const isGeneric = noSection.test(columnName(key)) || columnsOf([key]) !== null || /^\d+$/.test(key)
    visit(value, { key, section: name ?? (isGeneric ? section : titled(key)), depth: depth + 1 }, walk)
  }
}

const nameIn = (fields: Fields): unknown =>
  fields.section ?? fields.topic ?? fields.category ?? fields.title ?? fields.name

/** Keys that say nothing about what is in them. */
const noSection =
  /^(?:data|list|items?|cards?|entries|results?|rows|records|deck|content|notes|all|faqs?|qna|qas?|qs|props|sections?|categories|topics|children)$/

const titled = (key: string): string => key.replaceAll(/[_-]+/g, ' ').trim()

function visitList(list: readonly unknown[], place: Place, walk: Walk): void {
  const records = list.filter(isObject)
  const columns = records.length > 0 ? columnsIn(records, walk) : null
  const areQuestions = asksIn(list, place)
  for (const item of list) {
    if (walk.length > mostOfOthers.length) return
    const sides = sidesOf(item)
    if (typeof item === 'string') {
      if (areQuestions) walk.drafts.push(draftOf(item, null, place, walk))
    } else if (columns && isObject(item) && markdownIn(item[columns.question]) !== null) {
      readRecord(item, columns, place, walk)
    } else if (sides) {
      walk.drafts.push(draftOf(sides[0] ?? '', sides.slice(1).join('\n\n'), place, walk))
    } else {
      visit(item, { ...place, depth: place.depth + 1 }, walk)
    }
  }
}

/** Whether the texts of a list are questions: by its key, by what they say, or as there is nothing but the list. */
function asksIn(list: readonly unknown[], { key, depth }: Place): boolean {
  const texts = list.filter((each) => typeof each === 'string')
  return texts.length > 0 && (depth === 0 || columnsOf([key])?.[0] === 'question' || asksMostly(texts))
}

/** The sides of a card: `["Why?", "So."]`, or a note as CrowdAnki writes it, `{"fields": ["Why?", "So."]}`. */
function sidesOf(item: unknown): string[] | null {
  const sides = isObject(item) ? item.fields : item
  return isTexts(sides) && sides.length > 1 && sides.length < 6 ? sides : null
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')

const asksMostly = (texts: readonly string[]): boolean =>
  texts.filter((text) => isQuestionLike(text, false)).length * 2 > texts.length

/** `{"Why?": "So.", "How?": "So."}` */
function pairsIn(fields: Fields): [string, string][] | null {
  const entries = Object.entries(fields)
  const pairs = entries.filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const keys = pairs.map(([key]) => key)
  const isSure = pairs.length > 1 || /[?？]\s*$/.test(keys[0] ?? '')
  return isSure && pairs.length === entries.length && asksMostly(keys) ? pairs : null
}

/** What the keys of records hold. */
interface Columns {
  keys: string[]
  uses: (Column | null)[]
  /** The key of the question. */
  question: string
}

const sampleRecords = 200
const mostKeys = 100

/** What the keys of records hold; what those of earlier ones hold, if they have the same. */
function columnsIn(records: readonly Fields[], walk: Walk): Columns | null {
  const found = columnsOfRecords(records)
  if (found) walk.known = found
  const { known } = walk
  const isAlike =
    known !== null &&
    records.every((record) => Object.keys(withStory(record)).every((key) => known.keys.includes(key)))
  return found ?? (isAlike ? known : null)
}

/** What the keys of some records hold; null where none holds questions. Keys that hold further records do not count. */
function columnsOfRecords(records: readonly Fields[]): Columns | null {
  const sample = records.slice(0, sampleRecords).map(withStory)
  const keys = [...new Set(sample.flatMap((record) => Object.keys(record).slice(0, mostKeys)))]
  const names = keys.map((key) =>
    isOwn(key) || !sample.some((record) => isField(record[key], key)) ? '' : key,
  )
  const named = columnsOf(names)
  const uses = named === null ? askingColumn(names, sample) : askingInstead(named, names, sample)
  const question = keys[uses?.indexOf('question') ?? -1]
  if (!uses || question === undefined) return null
  const asking = sample.filter((record) => isQuestionLike(textOf(record[question]) ?? '')).length
  return isSure(names, uses) || asking * 3 >= sample.length ? { keys, uses, question } : null
}

/** A record of which `star: {s, t, a, r}`, whatever its key, is a text with a label for each part, under `story`. */
function withStory(record: Fields): Fields {
  const entries = Object.entries(record)
  const at = entries.findIndex(([, value]) => storyIn(value) !== null)
  const [key, value] = entries[at] ?? []
  const story = storyIn(value)
  if (key === undefined || story === null) return record
  const isNamed = columnsOf(['question', key])?.[1] === 'answer' || 'story' in record
  return Object.fromEntries(entries.with(at, [isNamed ? key : 'story', story]))
}

/** The parts of a story, `{situation, task, action, result}` or their letters, each with its name; null where it is none. */
function storyIn(value: unknown): string | null {
  const fields = isObject(value)
    ? value
    : Array.isArray(value) && value.every(isPart)
      ? Object.assign({}, ...value)
      : {}
  const entries = Object.entries(fields)
  const known = entries.filter(([key]) => isStarPart(key) || letterOf(key) !== undefined)
  if (known.length < fewestParts || known.length < entries.length - 1) return null
  const parts = entries.flatMap(([key, each]) => {
    const text = markdownIn(each)
    const name = letterOf(key) ?? titled(key)
    if (text === null) return []
    return [`**${name[0]?.toUpperCase()}${name.slice(1)}:**${text.startsWith('- ') ? '\n\n' : ' '}${text}`]
  })
  return parts.join('\n\n')
}

const fewestParts = 2

/** `Context` and `challenge` stand for the situation. */
const letterOf = (key: string): string | undefined => {
  const name = key.trim().toLowerCase()
  return starLetters[name] ?? (/^(?:c|context|challenge|problem)$/.test(name) ? 'Context' : undefined)
}

const isPart = (value: unknown): value is Fields => isObject(value) && Object.keys(value).length === 1

/** Whether a value is one of the record, and not a list of further records or of questions. */
function isField(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return isTexts(value) && columnsOf([key])?.[0] !== 'question'
  return markdownIn(value) !== null
}

/** Records that have but a title: their questions are in the first key where most ask. */
function askingColumn(keys: readonly string[], records: readonly Fields[]): (Column | null)[] | null {
  const at = keys.findIndex((key) => {
    const texts = key === '' ? [] : records.flatMap((record) => textOf(record[key]) ?? [])
    return texts.length * 2 > records.length && asksMostly(texts)
  })
  return at < 0 ? null : keys.map((_, index) => (index === at ? 'question' : null))
}

/** The uses, with a key that asks in the place of the title, where that does not. */
function askingInstead(
  uses: readonly (Column | null)[],
  keys: readonly string[],
  records: readonly Fields[],
): (Column | null)[] {
  const title = uses.indexOf('question')
  const texts = (at: number): string[] => records.flatMap((record) => textOf(record[keys[at] ?? '']) ?? [])
  if (isSure([keys[title] ?? ''], ['question']) || asksMostly(texts(title))) return [...uses]
  const at = uses.findIndex((use, index) => {
    const own = use === null && keys[index] !== '' ? texts(index) : []
    return own.length * 2 > records.length && asksMostly(own)
  })
  return at < 0
    ? [...uses]
    : uses.map((use, index) => (index === at ? 'question' : index === title ? null : use))
}

/** Keys of our own export whose values are no texts. */
const isOwn = (key: string): boolean =>
  /^(?:number|line|budgetMs|shape|context|keyPoints|followUps|label|alsoAskedAs|weakAnswer|competencies)$/.test(
    key,
  )

function readRecord(record: Fields, { keys, uses }: Columns, { section }: Place, walk: Walk): void {
  if (walk.columns.length === 0) walk.columns = columnUses(keys, uses)
  const told = withStory(record)
  const fields = keys.map((key) => markdownIn(told[key]) ?? '')
  walk.length += fields.reduce((sum, field) => sum + field.length, 0)
  const draft = draftOfRow({ line: walk.lineOf(record), fields }, uses, keys.map(titled))
  const group = keys[uses.indexOf('section')] ?? ''
  const own = isTexts(record[group]) ? record[group].join(', ') : draft.section
  const { keyPoints, followUps, budgetMs, shape, context, line } = record
  const alsoAskedAs = textsIn(record.alsoAskedAs)
  const competencies = textsIn(record.competencies).map((name) => name.toLowerCase())
  const weakAnswer = textIn(record.weakAnswer)?.replaceAll('\n', ' ')
  const id = textOf(record.id)
  const points = Array.isArray(keyPoints) ? keyPoints.flatMap((each) => keyPoint(each) ?? []) : null
  walk.drafts.push({
    ...draft,
    line: typeof line === 'number' && line >= 1 ? Math.floor(line) : draft.line,
    section: isTags(group) ? (section ?? own) : (own ?? section),
    question: together({ question: draft.question, context: textOf(context) }),
    id: id !== null && walk.slug !== null ? idInBank(id, walk.slug) : id,
    keyPoints: points ?? draft.keyPoints ?? null,
    followUps: Array.isArray(followUps) ? textsIn(followUps) : (draft.followUps ?? []),
    budgetMs: isBudget(budgetMs) ? budgetMs : (draft.budgetMs ?? null),
    shape: isShape(shape) ? shape : null,
    ...(alsoAskedAs.length > 0 && { alsoAskedAs }),
    ...(weakAnswer && { weakAnswer }),
    ...(competencies.length > 0 && { competencies }),
  })
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((each) => textIn(each) ?? []) : []

const draftOf = (question: string, answer: string | null, { section }: Place, { lineOf }: Walk): Draft => ({
  line: lineOf(question),
  section,
  question: markdownIn(question) ?? '',
  answer: answer === null ? null : markdownIn(answer),
})

const tag = /<\/?(?:br|p|div|[uo]l|li|b|i|u|em|strong|span|a|code|pre|h[1-6]|table|img)\b[^<>]*>/i

/** A value as markdown: HTML is cleaned, lists become lists, `{"text": "…"}` its text, and other keys labels. */
function markdownIn(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return tag.test(value) ? textOf(markdownOf(value)) : textOf(value)
  if (Array.isArray(value)) {
    const items = value.map(textIn)
    return items.length > 0 && items.every((item) => item !== null) ? items.map(listed).join('\n') : null
  }
  if (!isObject(value)) return null
  const text = textIn(value)
  if (text !== null) return text
  const parts = Object.entries(value).map(([key, each]) => [titled(key), scalarIn(each)] as const)
  if (parts.length === 0 || parts.some(([, each]) => each === null)) return null
  return parts.map(([name, each]) => `**${name[0]?.toUpperCase()}${name.slice(1)}:** ${each}`).join('\n\n')
}

const listed = (item: string): string => `- ${item.replaceAll('\n', '\n  ')}`

const scalarIn = (value: unknown): string | null =>
  isObject(value) || Array.isArray(value) ? null : markdownIn(value)

/** A text, or the one in `{"text": "…"}`. */
function textIn(value: unknown): string | null {
  if (!isObject(value)) return scalarIn(value)
  const { text, content, body, value: inner, question, title } = value
  return scalarIn(text ?? content ?? body ?? inner ?? question ?? title ?? null)
}

function keyPoint(value: unknown): KeyPoint | null {
  const text = textOf(isObject(value) ? value.text : value)
  if (text === null) return null
  const label = isObject(value) ? textOf(value.label) : null
  return { text: label === null ? plainText(text) : text, label: label ?? labelOf(text) }
}

/** A text made safe; null for a blank one, and for anything else. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? safe(value).trim() || null : null

const isBudget = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= longestBudgetMs

const isShape = (value: unknown): value is Shape => value === 'star' || value === 'car' || value === 'none'
