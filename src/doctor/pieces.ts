import type { Line } from '../progress/journal.ts'
import { readJournal } from '../progress/read.ts'
import { instantOf } from '../text/dates.ts'
import type { Jump } from './examination.ts'

/** What stands between two newlines of a journal: a line, or something that is none. */
export interface Piece {
  /** Where it stands: as an editor counts, from 1, and in bytes. */
  number: number
  start: number
  end: number
  line: Line | null
  /** It is no line here, but one to a newer greenroom. */
  newer: boolean
}

const newline = 0x0a
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** All pieces of a journal but the blank ones, with their places; `readJournal` gives the same lines without them. */
export function piecesOf(bytes: Uint8Array): Piece[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const pieces: Piece[] = []
  let start = byteOrderMark.every((byte, i) => bytes[i] === byte) ? byteOrderMark.length : 0
  for (let number = 1; start < bytes.length; number++) {
    const found = bytes.indexOf(newline, start)
    const end = found === -1 ? bytes.length : found
    if (end > start) {
      const { lines, bad, newerLines } = readJournal(decoder.decode(bytes.subarray(start, end)))
      if (lines.length + bad + newerLines > 0)
        pieces.push({ number, start, end, line: lines[0] ?? null, newer: newerLines > 0 })
    }
    start = end + 1
  }
  return pieces
}

/** The id and the time of a torn line, as far as they are there. */
export function stampOf(piece: string): { id: string | null; at: string | null } {
  return {
    id: /"id":"([^"\\]+)"/.exec(piece)?.[1] ?? null,
    at: /"at":"([^"\\]+)"/.exec(piece)?.[1] ?? null,
  }
}

/** A clock may be put right by less without anybody's knowing. */
const smallestJumpMs = 60_000

/** Where a clock went back. */
export function jumpsIn(pieces: readonly Piece[]): Jump[] {
  const jumps: Jump[] = []
  let before = Number.NEGATIVE_INFINITY
  for (const { number, line } of pieces) {
    if (line === null) continue
    const instant = instantOf(line.at) ?? before
    if (before - instant > smallestJumpMs) jumps.push({ line: number, backMs: before - instant })
    before = instant
  }
  return jumps
}

const dayMs = 86_400_000

/** The lines that are later than now by more than a day, and the latest time among them. */
export function aheadIn(lines: readonly Line[], now: number): { count: number; latest: string | null } {
  let count = 0
  let latest: string | null = null
  let last = now + dayMs
  for (const { at } of lines) {
    const instant = instantOf(at) ?? 0
    if (instant <= now + dayMs) continue
    count++
    if (instant <= last) continue
    last = instant
    latest = at
  }
  return { count, latest }
}
