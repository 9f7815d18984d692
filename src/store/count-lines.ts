import { UserError } from '../ports.ts'
import { longestJournalLine, mostLines } from '../text/limits.ts'
import { safeLine } from '../text/safe.ts'

const newline = 10

/** How many lines there are in bytes, empty ones aside; counts no further than one past `most`. */
export function countLines(bytes: Uint8Array, most = mostLines): number {
  let lines = 0
  for (let start = 0; start < bytes.length && lines <= most; lines++) {
    while (bytes[start] === newline) start++
    if (start === bytes.length) break
    const end = bytes.indexOf(newline, start)
    start = end < 0 ? bytes.length : end + 1
  }
  return lines
}

/** Whether a line among bytes is longer than anything that comes in: half of what is read of a journal. */
export function hasEndlessLine(bytes: Uint8Array): boolean {
  const most = longestJournalLine / 2
  for (let start = 0; bytes.length - start > most; ) {
    const end = bytes.lastIndexOf(newline, start + most)
    if (end < start) return true
    start = end + 1
  }
  return false
}

/** Counts the lines of one journal after the other; throws at the one with which they are more than can be read. */
export function lineCounter(): (file: string, bytes: Uint8Array) => void {
  let lines = 0
  return (file, bytes) => {
    lines += countLines(bytes)
    if (lines <= mostLines) return
    throw new UserError(
      `The journals have more than ${mostLines.toLocaleString('en')} lines, with ${safeLine(file)}.`,
      'Nobody answers so often: move that file out of the folder.',
    )
  }
}
