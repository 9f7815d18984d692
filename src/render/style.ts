import { Chalk } from 'chalk'

/** How much colour a terminal shows: none, 16 colours, 256, or all. */
export type ColorLevel = 0 | 1 | 2 | 3

type Paint = (text: string) => string

/** The looks of a screen. Its colours are those that read on light and dark backgrounds alike. */
export interface Style {
  level: ColorLevel
  /** Draw with ASCII only: `-` for a bullet, `...` for an ellipsis. */
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

/** The style of a terminal with so many colours; at level 0 every paint returns its text as it is. */
export function styleOf({ level, ascii }: { level: ColorLevel; ascii: boolean }): Style {
  const { bold, dim, italic, underline, inverse, strikethrough, red, green, yellow, blue, magenta, cyan } =
    new Chalk({ level })
  return {
    level,
    ascii,
    bold,
    dim,
    italic,
    underline,
    inverse,
    strikethrough,
    red,
    green,
    yellow,
    blue,
    magenta,
    cyan,
  }
}
