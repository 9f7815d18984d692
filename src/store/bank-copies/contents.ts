import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Contents, Listed, Question } from '../../bank/model.ts'
import { type BankCopy, UserError } from '../../ports.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSlug } from '../../text/slug.ts'
import { type DataFolder, jsonOf } from '../folder.ts'
import { readCopy } from './copies.ts'
import { between, end, isQuestion, type List } from './copy.ts'

/** Up to so many questions are read one by one; more are faster read with all others. */
const few = 1000

/** What is in the copy of a bank, without reading all of it; null where that cannot be done. */
export function readContents(
  home: DataFolder,
  slug: string,
): (Contents & Pick<BankCopy, 'source' | 'stamp'>) | null {
  if (!isSlug(slug)) return null
  const path = join(home.path, 'banks', `${slug}.json`)
  try {
    const { source, stamp, contents, start, state } = reading(path, headIn)
    const questions = listedIn(contents)
    let starts: number[] | undefined
    const readOne = (file: number, { id, number }: Listed): Question => {
      starts ??= startsOf(contents, start)
      const at = number - 1
      const value = jsonOf(bytesAt(file, starts[at] as number, contents.bytes[at] as number))
      if (!isQuestion(value) || value.id !== id) throw new Error(`no question: ${id}`)
      return value
    }
    const readAll = (listed: readonly Listed[]): Question[] =>
      fromWhole(home, slug, listed, () => isState(path, state))
    const read = (listed: readonly Listed[]): Question[] => {
      if (listed.length > few) return readAll(listed)
      try {
        return reading(path, (file) => listed.map((each) => readOne(file, each)))
      } catch {
        return readAll(listed)
      }
    }
    return { slug, source, stamp, questions, read }
  } catch {
    return null
  }
}

/** Where much of it is asked for, or it changed in the meantime, or is damaged. */
function fromWhole(
  home: DataFolder,
  slug: string,
  listed: readonly Listed[],
  isUnchanged: () => boolean,
): Question[] {
  const copy = readCopy(home, slug)
  if (copy === null)
    throw new UserError(
      `The copy of the bank ${slug} cannot be read any more.`,
      'Add the bank again from its source; its history is kept.',
    )
  const { questions } = copy.bank
  const byId = new Map(questions.map((question) => [question.id, question]))
  return listed.map(({ id, number }) => {
    // where an id was edited by hand, in the list or in the question, its place is what both agree on
    const question = byId.get(id) ?? (isUnchanged() ? questions[number - 1] : undefined)
    if (question === undefined)
      throw new UserError(`The copy of the bank ${slug} changed while it was read.`, 'Start again.')
    return question
  })
}

function reading<T>(path: string, read: (file: number) => T): T {
  // to open a pipe waits for whoever writes to it
  if (!statSync(path).isFile()) throw new Error(`no file: ${path}`)
  const file = openSync(path, 'r')
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
}

function bytesAt(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, start))
}

type Head = Pick<BankCopy, 'source' | 'stamp'> & { contents: List; start: number; state: string }

function headIn(file: number): Head {
  const line = firstLine(file)
  const head = jsonOf(Buffer.concat([line, Buffer.from(end)]))
  if (!isHead(head)) throw new Error('no contents')
  const { source, stamp, contents } = head
  const start = line.length + 1
  // what was edited by hand is longer or shorter than the list says
  if (fstatSync(file).size !== sizeOf(contents, start)) throw new Error('another list')
  return { source, stamp, contents, start, state: stateOf(file) }
}

/** What tells whether a file was written again. */
function stateOf(file: number): string {
  const { ino, mtimeMs, size } = fstatSync(file)
  return `${ino} ${mtimeMs} ${size}`
}

function isState(path: string, state: string): boolean {
  try {
    return reading(path, stateOf) === state
  } catch {
    return false
  }
}

function firstLine(file: number): Buffer {
  const pieces: Buffer[] = []
  for (let start = 0, length = 1 << 16; ; length *= 2) {
    const piece = bytesAt(file, start, length)
    const newline = piece.indexOf('\n')
    pieces.push(newline < 0 ? piece : piece.subarray(0, newline))
    if (newline >= 0 || piece.length === 0)
      return pieces.length === 1 ? (pieces[0] ?? piece) : Buffer.concat(pieces)
    start += piece.length
  }
}

function isHead(value: unknown): value is BankCopy & { contents: List } {
  if (!isObject(value) || value.v !== 1 || typeof value.source !== 'string') return false
  const { contents, stamp } = value
  return isObject(contents) && (stamp === null || typeof stamp === 'string') && isList(contents)
}

const isList = ({ ids, sections, section, bytes }: Record<string, unknown>): boolean =>
  [ids, sections, section, bytes].every(Array.isArray) &&
  (sections as unknown[]).every((name) => typeof name === 'string')

/** Looked at as it is made: a pass of its own over 100,000 is time before the first question. */
function listedIn({ ids, sections, section }: List): Listed[] {
  return ids.map((id, index) => {
    const place = section[index]
    const name = place === -1 ? null : sections[place as number]
    if (typeof id !== 'string' || name === undefined) throw new Error('no list')
    return { id, number: index + 1, section: name }
  })
}

/** Where each question starts, in bytes. */
function startsOf({ bytes }: List, start: number): number[] {
  let at = start
  return bytes.map((length) => {
    const own = at
    at += length + between.length
    return own
  })
}

/** The bytes that a copy with this list has. */
function sizeOf({ bytes }: List, start: number): number {
  const gaps = Math.max(0, bytes.length - 1) * between.length
  return bytes.reduce((sum, length) => sum + length, start + gaps) + end.length
}
