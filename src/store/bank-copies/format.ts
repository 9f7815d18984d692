import type { Bank, Listed, Question } from '../../bank/model.ts'
import type { BankCopy } from '../../ports.ts'
import { longestSource } from '../../text/limits.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSlug } from '../../text/slug.ts'
import { checksumOf, isSealed, sealed } from '../checksum.ts'
import { jsonOf } from '../folder.ts'
import { isQuestion, isTextsOrNone } from './salvage.ts'

// The copy of a bank is one JSON object, set in lines so that parts of it can be read: the first line has everything but
// the questions, with a list of their places and checksums; each line after it has a question; the last one closes it.
//
// Why: with 5,000 questions and 20,000 attempts, `greenroom drill` paints its first question after 99 ms, and after 137 ms
// where the copy is plain JSON with one checksum and all of it is parsed (medians of 61 rounds in turn, on a pseudo
// terminal, Node 20.20, 2 cores under load; 66 and 91 ms of the main thread; 61 and 74 MB). Measured again: `npm run bench
// -- start`, once as it is, once with `readContents` in copies.ts returning null. Nothing outside of this folder knows how
// a copy is set.

/** The version of the copies that this greenroom writes; the first one had no checksums. */
export const version = 2

/** The questions of a copy, in columns. */
interface List {
  ids: readonly string[]
  /** The names of the sections, and the index of each question's own in them, -1 if it has none. */
  sections: readonly string[]
  section: readonly number[]
  /** The size of each question in the file, without what separates them, and its checksum. */
  bytes: readonly number[]
  checksums: readonly number[]
}

/** All of a copy but the questions. */
interface Head extends Omit<BankCopy, 'bank'> {
  bank: Omit<Bank, 'questions'>
  list: List
}

const before = `{"v":${version},"head":`
const after = ',"questions":['
const between = ',\n'

/** The text of a copy. */
export function copyText({ source, stamp, bank: { questions, ...bank } }: BankCopy): string {
  const lines = questions.map((question) => Buffer.from(JSON.stringify(question)))
  const sections = [...new Set(questions.map(({ section }) => section))].filter((name) => name !== null)
  const places = new Map<string | null, number>(sections.map((name, place) => [name, place]))
  const list: List = {
    ids: questions.map(({ id }) => id),
    sections,
    section: questions.map(({ section }) => places.get(section) ?? -1),
    bytes: lines.map(({ length }) => length),
    checksums: lines.map(checksumOf),
  }
  const head = sealed(JSON.stringify({ source, stamp, bank, list } satisfies Head))
  return `${before}${head}${after}\n${lines.join(between)}\n]}\n`
}

/** Reads `length` bytes of a file from `start`; fewer at its end. */
export type ReadBytes = (start: number, length: number) => Buffer

/** The head of a copy, and where its questions start, in bytes. */
export interface OpenCopy {
  head: Head
  start: number
}

/** Reads the head of a copy; null if it is not just as `copyText` made it. */
export function openCopy(read: ReadBytes): OpenCopy | null {
  const line = firstLine(read)
  const head = line.subarray(before.length, line.length - after.length)
  if (line.toString('latin1', 0, before.length) !== before || !isSealed(head)) return null
  const value = jsonOf(head)
  return isHead(value) ? { head: value, start: line.length + 1 } : null
}

/** A checksum tells damage, but anybody can make one: a copy may come with a backup from elsewhere. */
const isHead = (value: unknown): value is Head =>
  isObject(value) &&
  typeof value.source === 'string' &&
  (value.stamp === null || typeof value.stamp === 'string') &&
  isObject(value.bank) &&
  isSlug(String(value.bank.slug)) &&
  typeof value.bank.title === 'string' &&
  Array.isArray(value.bank.warnings) &&
  isTextsOrNone(value.bank.toAsk) &&
  isObject(value.list) &&
  isList(value.list)

function isList({ ids, sections, section, bytes, checksums }: Record<string, unknown>): boolean {
  const columns = [ids, section, bytes, checksums]
  const isOf = (column: unknown, type: string): boolean =>
    Array.isArray(column) && column.every((each) => typeof each === type)
  return (
    isOf(ids, 'string') &&
    isOf(sections, 'string') &&
    columns.slice(1).every((column) => isOf(column, 'number')) &&
    columns.every((column) => (column as unknown[]).length === (ids as unknown[]).length) &&
    (bytes as number[]).every((size) => Number.isInteger(size) && size >= 0 && size <= longestSource)
  )
}

function firstLine(read: ReadBytes): Buffer {
  for (let length = 1 << 19; ; length *= 4) {
    const bytes = read(0, length)
    const newline = bytes.indexOf('\n')
    if (newline >= 0 || bytes.length < length) return bytes.subarray(0, Math.max(0, newline))
  }
}

/** The questions of a copy, as its bank lists them. */
export const listedIn = ({ head: { list } }: OpenCopy): Listed[] =>
  list.ids.map((id, index) => ({
    id,
    number: index + 1,
    section: list.sections[list.section[index] as number] ?? null,
  }))

/** Some questions of a copy; null if one of them is not just as it was written. */
export function questionsIn(read: ReadBytes, copy: OpenCopy, listed: readonly Listed[]): Question[] | null {
  const { bytes, checksums } = copy.head.list
  const starts = startsIn(copy)
  const questions: Question[] = []
  for (const { number } of listed) {
    const at = number - 1
    const text = read(starts[at] as number, bytes[at] as number)
    if (checksumOf(text) !== checksums[at]) return null
    const question = jsonOf(text)
    if (!isQuestion(question)) return null
    questions.push(question)
  }
  return questions
}

/** All questions of a copy, read at once, which takes two thirds of the time; null if not all of it is as it was written. */
export function allQuestionsIn(copy: Buffer, { head: { list }, start }: OpenCopy): Question[] | null {
  let at = start
  for (const [index, length] of list.bytes.entries()) {
    if (checksumOf(copy.subarray(at, at + length)) !== list.checksums[index]) return null
    at += length + between.length
  }
  const lines = copy.subarray(start, Math.max(start, at - between.length))
  const value = jsonOf(Buffer.concat([Buffer.from('['), lines, Buffer.from(']')]))
  return Array.isArray(value) && value.length === list.bytes.length && value.every(isQuestion) ? value : null
}

/** Where each question starts, in bytes from the start of the file. */
function startsIn({ head: { list }, start }: OpenCopy): number[] {
  let at = start
  return list.bytes.map((length) => {
    const own = at
    at += length + between.length
    return own
  })
}
