/** Which rows of a text are code between fences. */
export interface Fences {
  /** 1 for each row of code, else 0. */
  kinds: Uint8Array
  /** The line, from 1, of the first fence that nothing closes. */
  unclosed: number | null
}

interface Fence {
  row: number
  mark: string
  /** Whether a language follows: then it opens, and cannot close. */
  named: boolean
}

/** Longer runs are text: with a dozen lengths at most, pairing them takes linear time. */
const FENCE = /^[ \t]*(`{3,12}(?!`)(?=[^`]*$)|~{3,12}(?!~))(.*)$/

const SPACE = 32
const BACKTICK = 96
const TILDE = 126

/** Pairs the fences. One that nothing closes before the next is opened is text, so that no question is lost in it. */
export function fencesOf(rows: readonly string[]): Fences {
  const fences: Fence[] = []
  for (let row = 0; row < rows.length; row++) {
    const fence = fenceIn(rows[row] ?? '', row)
    if (fence) fences.push(fence)
  }
  const kinds = new Uint8Array(rows.length)
  let unclosed: number | null = null
  for (let at = 0; at < fences.length; at++) {
    const row = fences[at]?.row ?? 0
    const closer = closerOf(fences, at)
    if (closer === null) {
      unclosed ??= row + 1
    } else {
      kinds.fill(1, row, (fences[closer]?.row ?? row) + 1)
      at = closer
    }
  }
  return { kinds, unclosed }
}

/** Whether the line opens or closes a fence, wherever it stands. */
export const isFence = (text: string): boolean => fenceIn(text, 0) !== null

function fenceIn(text: string, row: number): Fence | null {
  const first = text.charCodeAt(0)
  // Most lines begin with a letter: it costs less to see that than to match them.
  if (!(first <= SPACE) && first !== BACKTICK && first !== TILDE) return null
  const match = FENCE.exec(text)
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
