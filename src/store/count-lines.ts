import { UserError } from '../ports.ts'
import { mostLines } from '../text/limits.ts'
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
