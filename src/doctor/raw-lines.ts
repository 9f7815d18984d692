import type { Line } from '../progress/journal.ts'
import { readJournal } from '../progress/read.ts'
import { instantOf } from '../text/dates.ts'
import type { FutureLine, Jump } from './examination.ts'

/** What is between two newlines of a journal, whether it can be read as a line or not. */
export interface RawLine {
  /** As an editor counts, from 1. */
  number: number
  /** In bytes, from `start` up to `end`. */
  start: number
  end: number
  /** Null where it cannot be read. */
  line: Line | null
  /** It cannot be read here, but a newer greenroom can. */
  isNewer: boolean
}

const newline = 0x0a
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** All lines of a journal but the blank ones, with their places; `readJournal` reads the same lines without them. */
export function rawLinesOf(bytes: Uint8Array): RawLine[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const rawLines: RawLine[] = []
  let start = byteOrderMark.every((byte, i) => bytes[i] === byte) ? byteOrderMark.length : 0
  for (let number = 1; start < bytes.length; number++) {
    // a file may have millions of them in a row
    for (; bytes[start] === newline; start++) number++
    const found = bytes.indexOf(newline, start)
    const end = found === -1 ? bytes.length : found
    if (end > start) {
      const { lines, bad, newerLines } = readJournal(decoder.decode(bytes.subarray(start, end)))
      if (lines.length + bad + newerLines > 0)
        rawLines.push({ number, start, end, line: lines[0] ?? null, isNewer: newerLines > 0 })
    }
    start = end + 1
  }
  return rawLines
}

/** The id and the time in a torn line, as far as they are whole. */
export function stampIn(text: string): { id: string | null; at: string | null } {
  return {
    id: /"id":"([^"\\]+)"/.exec(text)?.[1] ?? null,
    at: /"at":"([^"\\]+)"/.exec(text)?.[1] ?? null,
  }
}

/** Clocks are set back by less than this without anybody noticing. */
const smallestJumpMs = 60_000

/** Where the clock went back. */
export function jumpsIn(rawLines: readonly RawLine[]): Jump[] {
  const jumps: Jump[] = []
  let before = Number.NEGATIVE_INFINITY
  for (const { number, line } of rawLines) {
    if (line === null) continue
    const instant = instantOf(line.at) ?? before
    if (before - instant > smallestJumpMs) jumps.push({ line: number, backMs: before - instant })
    before = instant
  }
  return jumps
}

const dayMs = 86_400_000

/** The lines that are dated more than a day after `now`, in ms since the epoch. */
export const futureLinesIn = (rawLines: readonly RawLine[], now: number): FutureLine[] =>
  rawLines.flatMap(({ number, line }) => {
    const instant = line === null ? null : instantOf(line.at)
    return line !== null && instant !== null && instant > now + dayMs
      ? [{ line: number, at: line.at, instant }]
      : []
  })
