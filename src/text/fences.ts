/** Which rows of a text are code between fences. */
export interface Fences {
  /** 1 for each row of code, the fences included, else 0. */
  code: Uint8Array
  /** The line, from 1, of the first fence that is never closed. */
  unclosed: number | null
}

interface Fence {
  row: number
  mark: string
  /** Whether a language follows: then it opens, and cannot close. */
  named: boolean
}

/** Longer runs are text: with a dozen lengths at most, pairing them takes linear time. */
const fenceLine = /^[ \t]*(`{3,12}(?!`)(?=[^`]*$)|~{3,12}(?!~))(.*)$/

const space = 32
const backtick = 96
const tilde = 126

/** Pairs the fences of a text. One that is not closed before the next one opens is text: no question may be lost in it. */
export function fencesOf(rows: readonly string[]): Fences {
  const fences: Fence[] = []
  for (let row = 0; row < rows.length; row++) {
    const found = fenceIn(rows[row] ?? '', row)
    if (found) fences.push(found)
  }
  const code = new Uint8Array(rows.length)
  let unclosed: number | null = null
  for (let at = 0; at < fences.length; at++) {
    const row = fences[at]?.row ?? 0
    const closer = closerOf(fences, at)
    if (closer === null) {
      unclosed ??= row + 1
    } else {
      code.fill(1, row, (fences[closer]?.row ?? row) + 1)
      at = closer
    }
  }
  return { code, unclosed }
}

/** Whether a line opens or closes a fence, wherever it stands. */
export const isFence = (text: string): boolean => fenceIn(text, 0) !== null

function fenceIn(text: string, row: number): Fence | null {
  const first = text.charCodeAt(0)
  // Most lines begin with a letter, which is faster to see than to match.
  if (!(first <= space) && first !== backtick && first !== tilde) return null
  const match = fenceLine.exec(text)
  return match ? { row, mark: match[1] ?? '', named: match[2]?.trim() !== '' } : null
}

function closerOf(fences: readonly Fence[], at: number): number | null {
  const mark = fences[at]?.mark ?? ''
  for (let next = at + 1; next < fences.length; next++) {
    const fence = fences[next]
    if (fence?.named && fence.mark === mark) return null
    if (fence && !fence.named && fence.mark.startsWith(mark)) return next
  }
  return null
}
