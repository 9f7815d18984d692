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

export const nothingDrawn: Drawn = { lines: [], cursor: 0, column: 0, columns: 0, rows: 0 }

const anySequence = /\u001B\[[\d;?]*[A-Za-z]/g
/** Where Inquirer leaves the cursor: so many rows up, in a column counted from 1. */
const lastMove = /(?:\u001B\[(\d+)A)?\u001B\[(\d+)G(?:\u001B\[\?25[hl])?$/

/** What a text draws into a window of this size. Where it draws nothing, nothing is left of what was there. */
export function drawnBy(text: string, { columns, rows }: { columns: number; rows: number }): Drawn {
  const shown = text.replace(anySequence, '')
  if (shown === '') return nothingDrawn
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
    isBroken && (index !== drawn.cursor || reflow === 'all')
      ? Math.max(1, Math.ceil(width(line) / columns))
      : 1,
  )
  const sum = (some: number[]): number => some.reduce((total, each) => total + each, 0)
  const inOwn = isBroken && reflow === 'all' ? Math.floor(drawn.column / columns) : 0
  return { all: sum(rows), above: sum(rows.slice(0, drawn.cursor)) + inOwn }
}

/** Goes to where a frame that is on the screen begins, and erases it. */
export function erasing(drawn: Drawn, columns: number): string {
  if (drawn === nothingDrawn) return ''
  const { above } = rowsTaken(drawn, columns)
  return `${above > 0 ? `\u001B[${above}A` : ''}\r\u001B[J`
}

/** The last lines of what was printed, as many as there is room for. */
export function lastLines(printed: string, columns: number, room: number): string {
  const lines = wrapLong(printed, columns).split('\n').slice(0, -1)
  return room < 1
    ? ''
    : lines
        .slice(-room)
        .map((line) => `${line}\n`)
        .join('')
}
