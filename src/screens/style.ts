import { Chalk } from 'chalk'

/** How many colours a terminal shows: none, 16, 256, or all. */
export type ColorLevel = 0 | 1 | 2 | 3

type Paint = (text: string) => string

/** How a screen looks. Its colours are readable on light and dark backgrounds alike. */
export interface Style {
  level: ColorLevel
  /** Draws with ASCII only: `-` for a bullet, `...` for an ellipsis. */
  ascii: boolean
  bold: Paint
  dim: Paint
  italic: Paint
  underline: Paint
  inverse: Paint
  strikethrough: Paint
  red: Paint
  green: Paint
  yellow: Paint
  blue: Paint
  magenta: Paint
  cyan: Paint
}

/** Mid-tones of the 256 colours, with a contrast of at least 3.8 to both black and white. */
const tones = { red: 160, green: 28, yellow: 130, blue: 32, magenta: 133, cyan: 30 }

/** The style for a colour level; at level 0 every paint returns its text as it is. */
export function styleOf({ level, ascii }: { level: ColorLevel; ascii: boolean }): Style {
  const chalk = new Chalk({ level })
  const { bold, dim, italic, underline, inverse, strikethrough } = chalk
  // the tones of the 16 colours are the user's own choice
  const paint = (name: keyof typeof tones): Paint => (level < 2 ? chalk[name] : chalk.ansi256(tones[name]))
  return {
    level,
    ascii,
    bold,
    dim,
    italic,
    underline,
    inverse,
    strikethrough,
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
    blue: paint('blue'),
    magenta: paint('magenta'),
    cyan: paint('cyan'),
  }
}

/** A window in character cells. */
export interface Size {
  columns: number
  rows: number
}
