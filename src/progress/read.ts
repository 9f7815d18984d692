import { safe } from '../bank/safe.ts'
import { instantOf } from './day.ts'
import type { Entry, Line } from './journal.ts'

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const flag: Check = (value) => typeof value === 'boolean'
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0
const score: Check = (value) => value === 1 || value === 2 || value === 3 || value === 4
const texts: Check = (value) => Array.isArray(value) && value.every(text)
const oneOf =
  (...words: string[]): Check =>
  (value) =>
    words.some((word) => word === value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
function record(checks: Record<string, Check>): Check {
  const fields = Object.entries(checks)
  return (value) => isObject(value) && fields.every(([field, check]) => check(value[field]))
}

const isStamp = record({
  v: number,
  type: text,
  id: text,
  at: (at) => typeof at === 'string' && instantOf(at) !== null,
})

/** What the fields of each type must be; a field or a type that is not named here may be anything. */
const isEntry: Record<Entry['type'], Check> = {
  attempt: record({
    rehearsal: text,
    mode: oneOf('drill', 'mock'),
    question: text,
    thinkMs: number,
    talkMs: number,
    budgetMs: number,
    committed: score,
    score,
    final: flag,
    points: oneOf('answer', 'story'),
    made: texts,
    of: number,
    changeMade: orNull(flag),
    change: orNull(text),
    typed: orNull(text),
    followUp: orNull(record({ text, talkMs: number })),
    extra: flag,
  }),
  rehearsal: record({
    state: oneOf('start', 'end'),
    mode: oneOf('drill', 'mock'),
    questions: texts,
    options: isObject,
    pid: number,
    change: orNull(text),
  }),
  skip: record({ rehearsal: text, question: text }),
  story: record({ question: text, text: orNull(text) }),
  undo: record({ of: text }),
  set: record({
    key: text,
    value: (value) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
  }),
  bank: record({ slug: text, source: text, state: oneOf('added', 'removed') }),
  reworded: record({ question: text, slug: text }),
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isStamped = (value: unknown): value is Line => isStamp(value)

/** Whether the rest of a line fits its type; one that is not known may have anything. */
const fits = (line: Line): boolean => !Object.hasOwn(isEntry, line.type) || isEntry[line.type](line)

/** What `safe()` would change, as it looks in JSON, where C0 characters are always escaped. */
const suspect = /\\[bfru]|[\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

function parse(raw: string, isClean: boolean): unknown {
  try {
    if (isClean || !suspect.test(raw)) return JSON.parse(raw)
    return JSON.parse(raw, (_, value) => (typeof value === 'string' ? safe(value) : value))
  } catch {
    return null
  }
}

/** What stands in a journal. */
interface Read {
  /** In its order; lines of unknown types and unknown fields are kept. */
  lines: Line[]
  /** How many pieces were torn or foreign and left out. */
  bad: number
  /** How many lines were left out that only a newer greenroom understands. */
  newer: number
}

/** What stands between newlines, one by one: all of it at once takes as much memory again. */
function* piecesOf(journal: string): Generator<string> {
  for (let start = 0; start < journal.length; ) {
    const newline = journal.indexOf('\n', start)
    const end = newline < 0 ? journal.length : newline
    const piece = journal.slice(start, end)
    if (piece.trim() !== '') yield piece
    start = end + 1
  }
}

/** Reads a journal, whatever is in it. */
export function readJournal(journal: string): Read {
  const lines: Line[] = []
  let bad = 0
  let newer = 0
  const isClean = !suspect.test(journal)
  for (const raw of piecesOf(journal)) {
    const line = parse(raw, isClean)
    if (!isStamped(line)) bad++
    else if (fits(line)) lines.push(line)
    else if (line.v > 1) newer++
    else bad++
  }
  return { lines, bad, newer }
}

/** A line as it is appended: the newline before it ends whatever a crash has left torn. */
export function writeLine(line: Line): string {
  return `\n${JSON.stringify(line)}\n`
}
