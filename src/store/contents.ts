import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Contents, Listed, Question } from '../bank/bank.ts'
import { isObject } from '../bank/safe-json.ts'
import { isSlug } from '../bank/slug.ts'
import type { BankCopy } from '../env.ts'
import { UserError } from '../errors.ts'
import { readCopy } from './banks.ts'
import { between, end, isQuestion, type List } from './copy.ts'
import { type Home, jsonOf } from './home.ts'

/** What is in the copy of a bank, without reading all of it; null where that cannot be done. */
export function readContents(
  home: Home,
  slug: string,
): (Contents & Pick<BankCopy, 'source' | 'stamp'>) | null {
  if (!isSlug(slug)) return null
  const path = join(home.path, 'banks', `${slug}.json`)
  try {
    const { source, stamp, contents, start } = reading(path, headIn)
    const questions = contents.ids.map((id, index) => {
      const section = contents.sections[contents.section[index] ?? -1] ?? null
      return { id, number: index + 1, section }
    })
    const readOne = (file: number, { id, number }: Listed): Question => {
      const at = number - 1
      const value = jsonOf(bytesAt(file, startOf(at, contents, start), contents.bytes[at] ?? 0))
      if (!isQuestion(value) || value.id !== id) throw new Error(`no question: ${id}`)
      return value
    }
    const read = (listed: readonly Listed[]): Question[] => {
      try {
        return reading(path, (file) => listed.map((each) => readOne(file, each)))
      } catch {
        return fromWhole(home, slug, listed)
      }
    }
    return { slug, source, stamp, questions, read }
  } catch {
    return null
  }
}

/** Where the copy changed in the meantime, or is damaged. */
function fromWhole(home: Home, slug: string, listed: readonly Listed[]): Question[] {
  const byId = new Map(readCopy(home, slug)?.bank.questions.map((question) => [question.id, question]))
  return listed.map(({ id }) => {
    const question = byId.get(id)
    if (question === undefined)
      throw new UserError(`The copy of the bank ${slug} changed while it was read.`, 'Start again.')
    return question
  })
}

function reading<T>(path: string, read: (file: number) => T): T {
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

type Head = Pick<BankCopy, 'source' | 'stamp'> & { contents: List; start: number }

function headIn(file: number): Head {
  const line = firstLine(file)
  const head = jsonOf(Buffer.concat([line, Buffer.from(end)]))
  if (!isHead(head)) throw new Error('no contents')
  const { source, stamp, contents } = head
  return { source, stamp, contents, start: line.length + 1 }
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
  if (!isObject(contents) || !(stamp === null || typeof stamp === 'string')) return false
  const { ids, sections, section, bytes } = contents
  const isList = [ids, sections, section, bytes].every(Array.isArray)
  return isList && (ids as unknown[]).length === (bytes as unknown[]).length
}

/** Where a question starts, in bytes. */
function startOf(at: number, { bytes }: List, start: number): number {
  let before = start
  for (let row = 0; row < at; row++) before += (bytes[row] ?? 0) + between.length
  return before
}
