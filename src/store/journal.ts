import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Entries } from '../ports.ts'
import type { Line, MergedLine } from '../progress/journal.ts'
import { mergeToLatest } from '../progress/merge.ts'
import type { Latest } from '../progress/order.ts'
import { readJournal, writeLine } from '../progress/read.ts'
import { asUserError } from './as-user-error.ts'
import { countLines, lineCounter } from './count-lines.ts'
import { succeeds, syncFile, syncFolders, writeAtOnce } from './files.ts'
import { addFile, type DataFolder, namesIn, noteOnce, readBytes, statusOf, textOf } from './folder.ts'

const suffix = '.jsonl'
const newline = 10

function journalPath(home: DataFolder, device: string): string {
  return join(home.path, 'attempts', `${device}${suffix}`)
}

/** The files in `attempts/` that are journals. */
export function journalNames(home: DataFolder): string[] {
  return namesIn(join(home.path, 'attempts')).filter((name) => name.endsWith(suffix) && !name.startsWith('.'))
}

/** The device that a journal belongs to, by its name. */
export const deviceOf = (name: string): string => name.slice(0, -suffix.length)

function devicesIn(home: DataFolder): string[] {
  return journalNames(home).map(deviceOf)
}

/** Creates this device's journal if there is none; throws where it cannot be written. */
export function openJournal(home: DataFolder, device: string): void {
  const path = journalPath(home, device)
  const isNew = !existsSync(path)
  home.files.close(home.files.open(path, 'a', 0o600))
  if (!isNew) return
  syncFolders(home.files, dirname(path), home.path, dirname(home.path))
}

/** Appends a line to the journal of a device, as `appendTo` does. */
export const appendLine = (home: DataFolder, device: string, line: Line): number =>
  appendTo(home, journalPath(home, device), line)

/**
 * Appends a line, and returns its length in bytes; it is on the disk, in one piece, when this returns. What was torn before
 * it stays apart.
 */
export function appendTo(home: DataFolder, path: string, line: Line): number {
  const { files } = home
  const bytes = Buffer.from(writeLine(line))
  try {
    const file = files.open(path, 'a', 0o600)
    try {
      writeAtOnce(files, file, bytes)
      if (!syncFile(files, file)) noteOnce(home, notDurable)
    } finally {
      succeeds(() => files.close(file))
    }
    return bytes.length
  } catch (error) {
    throw asUserError(`This could not be saved in ${path}`, error)
  }
}

/** For a disk that refuses to make files durable: better than to save nothing. */
const notDurable =
  'The disk with your data cannot confirm what it wrote, so a power cut may lose the last answers. This is said once.'

/** The size of each journal in bytes, by device. */
export function journalSizes(home: DataFolder): Record<string, number> {
  return Object.fromEntries(
    devicesIn(home).map((device) => [device, statusOf(journalPath(home, device))?.size ?? 0]),
  )
}

/** Whether journals have the same sizes. An empty one says nothing. */
export function isSameSize(a: Record<string, number>, b: Record<string, number>): boolean {
  const devices = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...devices].every((device) => (a[device] ?? 0) === (b[device] ?? 0))
}

/** The journals as they were read. */
interface Journals {
  /** Merged. */
  lines: MergedLine[]
  latest: Latest | null
  /** How many newer ones were left out. */
  newerLines: number
  /** How many bytes were read of each. */
  sizes: Record<string, number>
}

/** Reads all journals. */
export function readJournals(home: DataFolder): Journals {
  const count = lineCounter()
  const journals = devicesIn(home).map((device) => {
    const bytes = readBytes(journalPath(home, device)) ?? Buffer.alloc(0)
    count(`attempts/${device}${suffix}`, bytes)
    const { lines, newerLines } = readJournal(textOf(bytes))
    // nobody else has these lines yet, and copying one takes as long as reading it
    for (const line of lines) Object.assign(line, { device })
    return { device, size: bytes.length, lines, newerLines }
  })
  const sizes = Object.fromEntries(journals.map(({ device, size }) => [device, size]))
  const newerLines = journals.reduce((sum, each) => sum + each.newerLines, 0)
  return { ...mergeToLatest(journals), newerLines, sizes }
}

/** The lines of a journal just as they are, torn ones too; each character is a byte, so that none is lost. */
export function rawLines(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const lines: string[] = []
  for (let start = 0; start < text.length; ) {
    // a file may have millions of them in a row
    while (text.charCodeAt(start) === newline) start++
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end < 0 ? text.length : end)
    if (line.trim() !== '') lines.push(line)
    start = end < 0 ? text.length : end + 1
  }
  return lines
}

/**
 * How many attempts and other entries such lines have, each id counted once; lines about a rehearsal and drafts do not count,
 * and neither does what they have together with its undo.
 */
export function countEntries(lines: Iterable<string>): Entries {
  const attempts = new Set<string>()
  const others = new Set<string>()
  const undos: [id: string, of: string][] = []
  for (const line of lines) {
    const id = /"id":"([^"]*)"/.exec(line)?.[1]
    if (id === undefined || /"type":"(rehearsal|draft)"/.test(line)) continue
    const of = line.includes('"type":"undo"') ? /"of":"([^"]*)"/.exec(line)?.[1] : undefined
    if (of !== undefined) undos.push([id, of])
    else (line.includes('"type":"attempt"') ? attempts : others).add(id)
  }
  for (const [, of] of undosThatCount(undos)) if (!attempts.delete(of) && !others.delete(of)) others.add(of)
  return { attempts: attempts.size, others: others.size }
}

/** Those that none of the later ones takes back, and that take back none of them. */
function undosThatCount(undos: readonly [id: string, of: string][]): [id: string, of: string][] {
  const ids = new Set(undos.map(([id]) => id))
  const undone = new Set<string>()
  for (const [id, of] of undos.toReversed()) if (!undone.has(id)) undone.add(of)
  return undos.filter(([id, of]) => !undone.has(id) && !ids.has(of))
}

/** The lines of all journals here, see `rawLines`, but those of the file `except`. */
export function linesHere(home: DataFolder, except = ''): Set<string> {
  const paths = journalNames(home).map((name) => join(home.path, 'attempts', name))
  const journals = paths.filter((path) => path !== except).map((path) => readBytes(path))
  return new Set(journals.flatMap((bytes) => (bytes === null ? [] : rawLines(bytes))))
}

/** How many lines the journals here have, blank ones aside, as reading them counts. */
export const countHere = (home: DataFolder): number =>
  journalNames(home).reduce(
    (sum, name) => sum + countLines(readBytes(join(home.path, 'attempts', name)) ?? new Uint8Array()),
    0,
  )

/**
 * Takes in a journal from elsewhere; returns the lines that were not `here`, and adds them to it. A journal that is here is
 * never touched: where its name is taken, the new lines make a journal of their own.
 */
export function takeIn(home: DataFolder, name: string, bytes: Uint8Array, here: Set<string>): string[] {
  const added = rawLines(bytes).filter((line) => !here.has(line))
  if (added.length === 0) return []
  if (!addFile(home, `attempts/${name}`, bytes)) addLines(home, added)
  for (const line of added) here.add(line)
  return added
}

/** Makes a new journal of lines as `rawLines` gives them. */
export function addLines(home: DataFolder, lines: readonly string[]): void {
  const text = lines.map((line) => `\n${line}\n`).join('')
  addFile(home, `attempts/${home.uuid()}${suffix}`, Buffer.from(text, 'latin1'))
}
