import { instantOf } from '../text/dates.ts'
import { longestJournalLine } from '../text/limits.ts'
import { isObject, isSuspect, parseJson } from '../text/safe-json.ts'
import { isSlug } from '../text/slug.ts'
import type { Entry, Line } from './journal.ts'
import { isRoundName } from './rounds.ts'

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const flag: Check = (value) => typeof value === 'boolean'
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0
const score: Check = (value) => value === 1 || value === 2 || value === 3 || value === 4
const texts: Check = (value) => Array.isArray(value) && value.every(text)
const slugs: Check = (value) =>
  Array.isArray(value) && value.every((slug) => typeof slug === 'string' && isSlug(slug))
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const flagOrNull = orNull(flag)
const textOrNull = orNull(text)
const textOrNone: Check = (value) => value === undefined || text(value)
const mode: Check = (value) => value === 'drill' || value === 'mock'
const followUpOrNull: Check = (value) =>
  value === null || (isObject(value) && text(value.text) && number(value.talkMs))

const listOf = (value: unknown, check: Check): boolean => Array.isArray(value) && value.every(check)
const isRound: Check = (value) =>
  isObject(value) && number(value.budgetMs) && number(value.talkMs) && textOrNull(value.cut)
const isFirstLine: Check = (value) =>
  isObject(value) && text(value.question) && number(value.ms) && textOrNull(value.line) && flag(value.froze)

const numberOrNone: Check = (value) => value === undefined || number(value)

const shapeOrNone: Check = (value) =>
  value === undefined || listOf(value, (part) => Array.isArray(part) && text(part[0]) && number(part[1]))

const voiceOrNone: Check = (value) =>
  value === undefined ||
  (isObject(value) &&
    orNull(number)(value.firstMs) &&
    number(value.longestPauseMs) &&
    number(value.pauses) &&
    number(value.silence) &&
    numberOrNone(value.words) &&
    numberOrNone(value.wordsAMinute) &&
    numberOrNone(value.fillers))

type Fields = Record<string, unknown>

/**
 * What the fields of each type must be. Fields and types that are not listed here may be anything. Written out rather than
 * kept in a table: looking fields up by name takes half as long again as parsing the line.
 */
const isEntry: Record<Entry['type'], (line: Fields) => boolean> = {
  attempt: (line) =>
    text(line.rehearsal) &&
    mode(line.mode) &&
    text(line.question) &&
    number(line.thinkMs) &&
    number(line.talkMs) &&
    number(line.budgetMs) &&
    score(line.committed) &&
    score(line.score) &&
    flag(line.final) &&
    (line.points === 'answer' || line.points === 'story') &&
    texts(line.made) &&
    number(line.of) &&
    flagOrNull(line.changeMade) &&
    textOrNull(line.change) &&
    textOrNull(line.typed) &&
    followUpOrNull(line.followUp) &&
    flag(line.extra) &&
    (line.pending === undefined || text(line.pending)) &&
    shapeOrNone(line.shape) &&
    voiceOrNone(line.voice),
  rehearsal: (line) =>
    (line.state === 'start' || line.state === 'end') &&
    mode(line.mode) &&
    texts(line.questions) &&
    isObject(line.options) &&
    number(line.pid) &&
    (line.processMark === undefined || text(line.processMark)) &&
    textOrNull(line.change),
  skip: (line) => text(line.rehearsal) && text(line.question),
  practice: (line) =>
    line.mode === 'ladder'
      ? text(line.question) && listOf(line.rounds, isRound)
      : line.mode === 'sprint' && listOf(line.answers, isFirstLine),
  draft: (line) =>
    text(line.rehearsal) &&
    text(line.of) &&
    text(line.what) &&
    textOrNull(line.question) &&
    textOrNull(line.text) &&
    number(line.thinkMs) &&
    number(line.talkMs),
  story: (line) => text(line.question) && textOrNull(line.text),
  coach: (line) => text(line.question) && textOrNull(line.of) && text(line.text),
  transcript: (line) => text(line.question) && text(line.of) && text(line.text),
  undo: (line) => text(line.of),
  set: ({ key, value }) =>
    text(key) && (value === null || ['string', 'number', 'boolean'].includes(typeof value)),
  bank: (line) =>
    text(line.slug) && text(line.source) && (line.state === 'added' || line.state === 'removed'),
  reworded: (line) => text(line.question) && text(line.slug),
  landed: (line) => text(line.question) && score(line.landed) && text(line.interview),
  never: (line) => text(line.text) && (line.state === 'added' || line.state === 'removed'),
  plan: (line) =>
    slugs(line.banks) && number(line.kappa) && textOrNone(line.topic) && textOrNone(line.competency),
  round: (line) =>
    typeof line.name === 'string' &&
    isRoundName(line.name) &&
    textOrNull(line.date) &&
    slugs(line.banks) &&
    textOrNull(line.topic) &&
    textOrNull(line.competency) &&
    number(line.kappa),
}

/** Whether it has the stamp of a line, whatever its type. */
const isStamped = (value: unknown): value is Fields & Line =>
  isObject(value) &&
  number(value.v) &&
  text(value.type) &&
  text(value.id) &&
  typeof value.at === 'string' &&
  instantOf(value.at) !== null

const fits = (line: Fields & Line): boolean => !Object.hasOwn(isEntry, line.type) || isEntry[line.type](line)

/** What is in a journal. */
interface Read {
  /** In order. Unknown types of lines and unknown fields are kept. */
  lines: Line[]
  /** How many pieces were left out because they are torn, or are not lines. */
  bad: number
  /** How many lines were left out, as only a newer greenroom understands them. */
  newerLines: number
}

const newline = 10

/** What is between the newlines, one by one: splitting all of it at once would take as much memory again. */
function* piecesOf(journal: string): Generator<string> {
  for (let start = 0; start < journal.length; ) {
    // a file may have millions of them in a row
    while (journal.charCodeAt(start) === newline) start++
    const found = journal.indexOf('\n', start)
    const end = found < 0 ? journal.length : found
    const piece = journal.slice(start, end)
    if (piece.trim() !== '') yield piece
    start = end + 1
  }
}

/** The shortest line that has a stamp is longer than this. */
const shortestLine = 40

/** Whether it is worth parsing: to refuse a piece that is no JSON takes longer than to read a line. */
const mayBeLine = (piece: string): boolean =>
  piece.length > shortestLine && piece.length <= longestJournalLine && /^\s*\{/.test(piece)

/** Reads a journal. Never throws, whatever is in it. */
export function readJournal(journal: string): Read {
  const lines: Line[] = []
  let bad = 0
  let newerLines = 0
  const isClean = !isSuspect(journal)
  for (const raw of piecesOf(journal)) {
    const line = mayBeLine(raw) ? parseJson(raw, isClean || !isSuspect(raw)) : undefined
    if (!isStamped(line)) bad++
    else if (fits(line)) lines.push(line)
    else if (line.v > 1) newerLines++
    else bad++
  }
  return { lines, bad, newerLines }
}

/** A line as it is appended. The newline before it ends whatever a crash may have left torn. */
export function writeLine(line: Line): string {
  return `\n${JSON.stringify(line)}\n`
}
