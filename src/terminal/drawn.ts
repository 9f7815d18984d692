import { width, wrapLong } from '../text/wrap.ts'

/** A frame as it was drawn. */
export interface Drawn {
  /** Its lines, without colours. */
  lines: readonly string[]
  /** Which of them has the cursor, and in which column that is. */
  cursor: number
  column: number
  /** The window that it was drawn in. */
  columns: number
  rows: number
}

const anySequence = /\u001B\[[\d;?]*[A-Za-z]/g
/** Where Inquirer leaves the cursor: so many rows up, in a column counted from 1. */
const lastMove = /(?:\u001B\[(\d+)A)?\u001B\[(\d+)G(?:\u001B\[\?25[hl])?$/

/** What a text draws into a window of this size. Null where it draws nothing, and nothing is left of what was there. */
export function drawnBy(text: string, { columns, rows }: { columns: number; rows: number }): Drawn | null {
  const shown = text.replace(anySequence, '')
  if (shown === '') return null
  const lines = shown.split('\n')
  const [, up = '0', column = '1'] = lastMove.exec(text) ?? []
  return { lines, cursor: lines.length - 1 - Number(up), column: Number(column) - 1, columns, rows }
}

/** What a terminal does with the lines that are on it when it is made narrower. */
type Reflow = 'none' | 'all but the row of the cursor' | 'all'

/** As far as it is known by its variables. */
function reflowOf({
  XTERM_VERSION,
  TERM,
  STY,
  TMUX,
  VTE_VERSION,
}: Record<string, string | undefined>): Reflow {
  if (TMUX !== undefined || VTE_VERSION !== undefined) return 'all'
  const cuts = XTERM_VERSION !== undefined || STY !== undefined || TERM === 'linux'
  return cuts ? 'none' : 'all but the row of the cursor'
}

/** How many rows a frame takes now that the window has so many columns: all, and those above the cursor. */
export function rowsTaken(
  drawn: Drawn,
  columns: number,
  reflow = reflowOf(process.env),
): { all: number; above: number } {
  const isBroken = reflow !== 'none' && columns < drawn.columns
  const rows = drawn.lines.map((line, index) =>
    isBroken && (index !== drawn.cursor || reflow === 'all') ? rowsOf(line, columns) : 1,
  )
  const sum = (some: number[]): number => some.reduce((total, each) => total + each, 0)
  const own = drawn.lines[drawn.cursor] ?? ''
  const inOwn = isBroken && reflow === 'all' ? rowsOf(own, columns, drawn.column) - 1 : 0
  return { all: sum(rows), above: sum(rows.slice(0, drawn.cursor)) + inOwn }
}

/** How many rows a line takes, or its first columns do. A wide letter at the end of a row goes to the next one. */
function rowsOf(line: string, columns: number, until = Number.POSITIVE_INFINITY): number {
  let rows = 1
  let inRow = 0
  let before = 0
  for (const letter of line) {
    const cells = width(letter)
    if (before >= until) break
    before += cells
    if (inRow + cells > columns) {
      rows += 1
      inRow = 0
    }
    inRow += cells
  }
  return rows
}

/** Goes to where a frame that is on the screen begins, and erases it. */
export function erasing(drawn: Drawn | null, columns: number): string {
  if (drawn === null) return ''
  const { above } = rowsTaken(drawn, columns)
  return `${above > 0 ? `\u001B[${above}A` : ''}\r\u001B[J`
}

/** So many of the last lines of what was printed: all that a window may show of it. */
export const lastLines = (printed: string, columns: number, most: number): string =>
  wrapLong(
    printed
      .split('\n')
      .slice(-1 - most)
      .join('\n'),
    columns,
  )
