// Finds out which lines of a source its questions hold: each question is compared with the lines from where it begins to
// where the next one does.

import { cleanQuestion } from '../../bank/clean.ts'
import { labelIn, ownLabel } from '../../bank/labels.ts'
import type { Question } from '../../bank/model.ts'
import { onOneLine } from '../../text/plain-text.ts'
import { coverOf, type Held, heldIn, linesHeld, type Part, textsOf, type Units, unitsIn } from './held.ts'
import { leadsElsewhere } from './metadata.ts'
import { firstHashOf, hashesOf, separator, unitOf, type Words } from './words.ts'

/** What of a source is held by which part of a bank. */
export interface Claims {
  /** For each row. */
  parts: (Part | undefined)[]
  /** Rows that are labels without a text. */
  labels: Set<number>
  /** Rows above a question that say no more than it does, as in a table of contents. */
  copies: Set<number>
  /** What is held nowhere, in rows of which the rest is. */
  rests: Rest[]
}

interface Rest {
  row: number
  text: string
}

/** More words than these that nothing holds, in a row of which the rest is held, are worth saying. */
const fewWords = 3
/** So many questions are enough to tell whether they stand on the lines where they say they do. */
const enough = 40

/** Rows, and how to cut one into words. */
export interface Source {
  rows: readonly string[]
  words(row: number): Words
  /** The rows where a question begins. */
  begins: ReadonlySet<number>
  /** The readings of rows that are not held as a whole, by their text: many rows repeat, and reading takes time. */
  readings: Map<string, readonly Reading[]>
}

export function claimsIn(source: Source, questions: readonly Question[]): Claims {
  const { rows } = source
  const parts = new Array(rows.length).fill(undefined)
  const claims: Claims = { parts, labels: new Set(), copies: new Set(), rests: [] }
  for (const { from, to, questions: own } of stretchesOf(source, questions)) {
    for (const question of own) claimRun(source, from, to, question, parts)
    claimStretch(source, from, to, own, claims)
  }
  if (questions.length > 0) claimElsewhere(source, questions, claims)
  claims.rests.sort((a, b) => a.row - b.row)
  return claims
}

/** Rows, `to` not included, and the questions that begin there. */
interface Stretch {
  from: number
  to: number
  questions: Question[]
}

/** The rows of each question. Where readers could not tell the lines, as in JSON on one line, all questions share all rows. */
function stretchesOf(source: Source, questions: readonly Question[]): Stretch[] {
  const end = source.rows.length
  if (!areInPlace(source, questions)) return [{ from: 0, to: end, questions: [...questions] }]
  const stretches: Stretch[] = []
  for (const question of [...questions].sort((a, b) => a.line - b.line)) {
    const from = Math.min(question.line, end) - 1
    const last = stretches.at(-1)
    if (last?.from === from) last.questions.push(question)
    else {
      if (last) last.to = from
      stretches.push({ from, to: end, questions: [question] })
    }
  }
  return stretches
}

function areInPlace(source: Source, questions: readonly Question[]): boolean {
  const step = Math.max(1, Math.floor(questions.length / enough))
  const sample = questions.filter((_, index) => index % step === 0)
  return sample.filter((question) => isInPlace(source, question)).length * 4 >= sample.length * 3
}

/** Whether most of the first words of a question stand on its line or the next one. */
function isInPlace({ rows, words }: Source, { question, line }: Question): boolean {
  const wanted = hashesOf(question.slice(0, 200)).slice(0, 3)
  const near = [line - 1, line].filter((row) => row < rows.length && (rows[row]?.length ?? 0) < 20_000)
  const found = new Set(near.flatMap((row) => words(row).hashes))
  return wanted.filter((hash) => found.has(hash)).length * 2 >= wanted.length
}

/** Claims the rows over which a question runs: each goes on where the one before ended, whatever the marks between. */
function claimRun(
  source: Source,
  from: number,
  to: number,
  { question }: Question,
  parts: Claims['parts'],
): void {
  const wanted = hashesOf(question.slice(0, longestRun))
  let at = 0
  for (let row = from; row < to && at < wanted.length; row++) {
    if ((source.rows[row]?.length ?? 0) > longestRun) return
    const { hashes } = source.words(row)
    // pictures may stand above it and within
    if (row < from + mostPictures && !hashes.includes(wanted[at] as number)) continue
    // a number or a label may stand before its first word
    const start = at === 0 ? Math.max(0, hashes.indexOf(wanted[0] as number)) : 0
    const own = hashes.slice(start)
    const other = own.findIndex((hash, index) => hash !== wanted[at + index])
    // behind its last word a tag may stand, as in `Why? :card:`
    const isEnd = at + other === wanted.length && own.length - other <= 2
    if (start > 3 || (other >= 0 && !isEnd)) return
    if (own.length > 0) parts[row] = 'question'
    at += own.length
  }
}

/** In so many rows. */
const mostPictures = 3

/** A question of more characters, or a row, is not looked at word by word. */
const longestRun = 2000

function claimStretch(
  source: Source,
  from: number,
  to: number,
  questions: readonly Question[],
  claims: Claims,
): void {
  const open = claimLines(source, from, to, linesHeld(questions), claims)
  if (open.length === 0) return
  // Mostly only the row that asks is left, and to know all that an answer holds takes time.
  const texts = questions.flatMap(textsOf)
  const asked = unitsIn(texts.filter(({ part }) => part === 'question'))
  const all = once(() => heldIn(texts))
  const pointTexts = once(() => questions.flatMap(({ keyPoints }) => keyPoints.map(({ text }) => text)))
  const points = once(() => heldIn(pointTexts().map((text) => ({ part: 'answer', text }))))
  for (let start = 0; start < open.length; start += mostAtOnce) {
    let left = claimWhole(source, open.slice(start, start + mostAtOnce), asked, claims)
    left = left.filter(({ row }) => source.begins.has(row) || !leadsElsewhere(source.rows[row] ?? ''))
    const isAny = left.length > 0
    // a point with a label of its own says half of what the answer says
    if (left.length > 0 && listsPoints(source, from, to, claims))
      left = claimWhole(
        source,
        left.map(({ row }) => row),
        points().units,
        claims,
      )
    if (left.length > 0) left = claimWholeOrPart(source, left, all(), claims)
    if (left.length > 0) left = claimWholeOrPart(source, left, points(), claims)
    if (isAny) claimPoints(source, from, to, pointTexts(), claims.parts)
  }
}

/** Claims the rows over which key points run: the lines of an item are joined to one. */
function claimPoints(
  source: Source,
  from: number,
  to: number,
  points: readonly string[],
  parts: Claims['parts'],
): void {
  const runs = new Map(points.map((point) => hashesOf(point)).map((run) => [run[0], run]))
  let run: readonly number[] = []
  let at = 0
  for (let row = from; row < to; row++) {
    if ((source.rows[row]?.length ?? 0) > longestRun) continue
    let own: readonly number[] = source.words(row).hashes
    if (own.length === 0) continue
    if (at >= run.length || own.some((hash, index) => hash !== run[at + index])) {
      // a label and a number may stand before a point
      const start = own.slice(0, mostAhead).findIndex((hash) => runs.has(hash))
      own = start < 0 ? [] : own.slice(start)
      run = runs.get(own[0]) ?? []
      at = 0
    }
    const isHeld = own.length > 0 && own.every((hash, index) => hash === run[at + index])
    at = isHeld ? at + own.length : run.length
    if (isHeld) parts[row] ??= 'answer'
  }
}

const mostAhead = 4

/** Claims the rows that a question holds as they are, or without their label; gives the others, but for bare labels. */
function claimLines(
  { rows }: Source,
  from: number,
  to: number,
  lines: ReadonlyMap<string, Part>,
  { parts, labels }: Claims,
): number[] {
  const open: number[] = []
  for (let row = from; row < to; row++) {
    const text = rows[row]?.trim() ?? ''
    if (text === '' || parts[row] !== undefined) continue
    parts[row] = lines.get(text)
    if (parts[row] !== undefined) continue
    const rest = labelIn(text.slice(0, 2000))?.rest
    if (rest === '') labels.add(row)
    else {
      parts[row] = rest !== undefined && text.length < 2000 ? lines.get(rest) : undefined
      if (parts[row] === undefined) open.push(row)
    }
  }
  return open
}

/** Whether key points stand there under a label of their own. */
function listsPoints({ rows }: Source, from: number, to: number, { labels }: Claims): boolean {
  for (let row = from; row < to; row++) {
    if (labels.has(row) && labelIn(rows[row]?.trim() ?? '')?.label === 'key-points') return true
  }
  return false
}

/** So many rows are cut into words at once, which takes memory. */
const mostAtOnce = 5000

/** A function that makes its value when it is first asked for it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

interface Open {
  row: number
  words: Words
  /** As it may stand in a bank. */
  readings: Reading[]
}

/** Claims those of the rows that are held as they are, but for a label or a number; gives the others that have words. */
function claimWhole(source: Source, rows: readonly number[], units: Units, { parts }: Claims): Open[] {
  return rows.flatMap((row) => {
    const words = source.words(row)
    if (words.hashes.length === 0) return []
    const readings: Reading[] = []
    for (const reading of readingsOf(source, row, words)) {
      parts[row] = units.get(reading.unit)
      if (parts[row] !== undefined) return []
      readings.push(reading)
    }
    source.readings.set(source.rows[row] ?? '', readings)
    return [{ row, words, readings }]
  })
}

/** The part that holds a row as a whole, by the first of its readings that is held. */
function partOf({ readings }: Open, units: Units): Part | undefined {
  const held = readings.find(({ unit }) => units.has(unit))
  return held && units.get(held.unit)
}

/** Claims also the rows of which a field is held, or most words; gives the others. */
function claimWholeOrPart(source: Source, rows: readonly Open[], held: Held, claims: Claims): Open[] {
  const { parts, rests } = claims
  for (const open of rows) parts[open.row] = partOf(open, held.units)
  const open = rows.filter(({ row }) => parts[row] === undefined)
  const covers = coverOf(
    open.map(({ words }) => words),
    held,
  )
  return open.filter(({ row, words }, index) => {
    const cover = covers[index] ?? []
    const hasFields = coverFields(words, cover, held)
    const label = wordsInLabel(source.rows[row] ?? '', words)
    const own = cover.slice(label)
    // the first word beside a label may be held with the label alone
    const covered = own.filter(Boolean).length * 2
    if (!hasFields && (covered < own.length || (label > 0 && covered === own.length))) return true
    parts[row] = partIn(cover, source.begins.has(row))
    rests.push(...restsOf(row, words, cover))
    return false
  })
}

/** `A:` and the like, and the keyword of a task, as in `* TODO Why?`. */
const shortLabel = /^[\s>*_-]*(?:\p{L}{1,9}\d{0,3}[*_]*[:：.)][*_]*|\p{Lu}{4,8}) +/u
/** Tags and anchors at the end: `Why? :card:`. */
const tagsAtEnd = /(?: (?::[\p{L}\p{N}_@#%:-]+:|#[\p{L}\p{N}/_-]+|\^[\w-]+|\{[^{}]*\}))+$/u

/** How many of a row's words are its label, which may be held as well: `**Key points:**` in an answer. */
function wordsInLabel(row: string, { hashes }: Words): number {
  const label = row.length > 2000 ? null : labelIn(row)
  return label === null ? 0 : Math.max(0, hashes.length - hashesOf(label.rest).length)
}

interface Reading {
  unit: number
  /** The first word. */
  start: number
}

const readingIn = (hashes: readonly number[]): Reading => ({ unit: unitOf(hashes), start: hashes[0] ?? 0 })

const readingsOf = ({ rows, readings }: Source, row: number, words: Words): Iterable<Reading> =>
  readings.get(rows[row] ?? '') ?? newReadings(rows[row] ?? '', words)

/** A row as it may stand in a bank: whole, or without its label, mark, number and tags. */
function* newReadings(row: string, words: Words): Generator<Reading> {
  yield readingIn(words.hashes)
  if (row.length > 2000) return
  const whole = onOneLine(row)
  const untagged = / [:#^{]/.test(whole) ? whole.replace(tagsAtEnd, '') : whole
  for (const text of untagged === whole ? [whole] : [whole, untagged]) {
    const own = hashesOf(text)
    for (const reduce of reductions) {
      const reduced = reduce(text)
      const hashes = reduced === text ? own : hashesOf(reduced)
      if (hashes.length > 0 && hashes.length < words.hashes.length) yield readingIn(hashes)
    }
  }
}

const reductions: readonly ((text: string) => string)[] = [
  (text) => cleanQuestion(text.replace(/^[\s>#*+•|-]+(?:\[[ x]\]\s+)?/i, '')),
  (text) => (labelIn(text) ?? ownLabel(text))?.rest ?? '',
  (text) => text.replace(shortLabel, ''),
  (text) =>
    /[:：]/.test(text)
      ? text.replace(/^[\s{,-]*["']?[\p{L}_][\p{L}\p{N}_ -]{0,39}["']?[ \t]*[:：][ \t]*/u, '')
      : text,
  (text) => text,
]

/** What ends a field: a delimiter, a quote, a tag, or the mark of a tag or an anchor after a blank, as in `Why? :card:`. */
const fieldEdge = new RegExp(`["|\\t,;${separator}]|::|\\s[:#^{]`)

/** Covers the fields of a row that are held as a whole, such as `So.` in `Why?,So.`; says whether there are any. */
function coverFields(
  { text, hashes, starts, ends }: Words,
  cover: (Part | undefined)[],
  held: Held,
): boolean {
  const found: { from: number; to: number; part: Part }[] = []
  for (let from = 0; from < hashes.length; ) {
    let to = from + 1
    while (to < hashes.length && !fieldEdge.test(text.slice(ends[to - 1], starts[to]))) to++
    const part = held.units.get(unitOf(hashes, from, to))
    if (part !== undefined) found.push({ from, to, part })
    from = to
  }
  // A single word is part of an answer by chance, but not of a question.
  const isAny = found.some(({ from, to, part }) => part === 'question' || to - from > 1)
  if (isAny) for (const { from, to, part } of found) cover.fill(part, from, to)
  return isAny
}

/** The part that holds most words of a row. A row where a question begins is its own, even if the answer follows there. */
function partIn(cover: readonly (Part | undefined)[], begins: boolean): Part {
  const asked = cover.filter((part) => part === 'question').length
  const answered = cover.filter((part) => part === 'answer').length
  return asked > answered || (begins && asked > 0) ? 'question' : 'answer'
}

/** What nothing holds, in a row of which the rest is held. */
function restsOf(row: number, { text, starts, ends }: Words, cover: readonly (Part | undefined)[]): Rest[] {
  const rests: Rest[] = []
  for (let from = 0; from < cover.length; from++) {
    if (cover[from] !== undefined) continue
    let to = from
    while (to < cover.length && cover[to] === undefined) to++
    if (to - from > fewWords) rests.push({ row, text: text.slice(starts[from], ends[to - 1]) })
    from = to
  }
  return rests
}

/** Claims the rows that are held by a question far above them, as where a list of answers follows a list of questions. */
function claimElsewhere(source: Source, questions: readonly Question[], claims: Claims): void {
  const { parts, labels, copies } = claims
  const first = parts.indexOf('question')
  const wanted: Wanted = { units: new Map(), starts: new Set() }
  const open: { row: number; units: number[] }[] = []
  source.rows.forEach((text, row) => {
    if (parts[row] !== undefined || labels.has(row) || text.trim() === '' || leadsElsewhere(text)) return
    const words = source.words(row)
    if (words.hashes.length === 0) return
    const readings = [...readingsOf(source, row, words)]
    open.push({ row, units: readings.map(({ unit }) => unit) })
    for (const { unit, start } of readings) {
      wanted.units.set(unit, null)
      wanted.starts.add(start)
    }
  })
  if (open.length === 0) return
  // Above the first question there are no answers.
  const isBelow = open.some(({ row }) => row > first)
  for (const question of questions) {
    for (const { part, text } of textsOf(question)) {
      if (part === 'answer' && !isBelow) continue
      for (const line of text.split('\n')) find(line, part, question.line, wanted)
      if (text.includes('\n') && text.length < 2000) find(text, part, question.line, wanted)
    }
  }
  for (const { row, units } of open) {
    const found = units.flatMap((unit) => wanted.units.get(unit) ?? [])
    const above = found.find(({ line }) => line <= row + 1)
    if (above) parts[row] = above.part
    else if (found.some(({ part }) => part === 'question')) copies.add(row)
  }
}

/** Units that are looked for, each with the first question that holds it, and the words that they begin with. */
interface Wanted {
  units: Map<number, { line: number; part: Part } | null>
  starts: Set<number>
}

function find(text: string, part: Part, line: number, { units, starts }: Wanted): void {
  const start = firstHashOf(text)
  if (start === undefined || !starts.has(start)) return
  const unit = unitOf(hashesOf(text))
  const known = units.get(unit)
  if (known === null || (known !== undefined && line < known.line)) units.set(unit, { line, part })
}
