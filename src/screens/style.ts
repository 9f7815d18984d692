import { Chalk } from 'chalk'

/** How many colours a terminal shows: none, 16, 256, or all. */
export type ColorLevel = 0 | 1 | 2 | 3

type Paint = (text: string) => string

/** What a colour means. It never stands alone: a word or a mark beside it says the same. */
export type Tone = 'accent' | 'good' | 'caution' | 'bad' | 'quiet'

/** How a screen looks. Its colours are readable on light and dark backgrounds alike. */
export interface Style extends Record<Tone, Paint> {
  level: ColorLevel
  /** Draws with ASCII only: `-` for a bullet, `...` for an ellipsis. */
  ascii: boolean
  /** For ears: sentences and lists, without bars and tables. */
  plain: boolean
  /** Where you are, and what you can do now: the clock that runs, keys, the row in hand, what is due. */
  accent: Paint
  /** On time, 3 and 4, ready, fine. */
  good: Paint
  /** Look at it: wrap up, short, a 2. */
  caution: Paint
  /** Over, a 1, a problem. */
  bad: Paint
  /** What can be skipped: facts, reasons, hints. */
  quiet: Paint
  /** A title, or the question. */
  heading: Paint
  /** Marks that are in the text itself. */
  bold: Paint
  italic: Paint
  underline: Paint
  strikethrough: Paint
}

/** Of the 16 colours, whose tones are the user's own choice; of the 256, with a contrast of at least 3.8 to black and white. */
const tones = {
  accent: ['magenta', 98],
  good: ['green', 29],
  caution: ['yellow', 130],
  bad: ['red', 160],
  quiet: ['dim', 243],
} as const

/** The style for a colour level; at level 0 every paint returns its text as it is. */
export function styleOf({
  level,
  ascii,
  plain = false,
}: {
  level: ColorLevel
  ascii: boolean
  plain?: boolean
}): Style {
  const chalk = new Chalk({ level })
  const { bold, italic, underline, strikethrough } = chalk
  const paint = (tone: Tone): Paint => {
    const [name, code] = tones[tone]
    return level < 2 ? chalk[name] : chalk.ansi256(code)
  }
  return {
    level,
    ascii,
    plain,
    accent: paint('accent'),
    good: paint('good'),
    caution: paint('caution'),
    bad: paint('bad'),
    quiet: paint('quiet'),
    heading: bold,
    bold,
    italic,
    underline,
    strikethrough,
  }
}

/** A window in character cells. */
export interface Size {
  columns: number
  rows: number
}
