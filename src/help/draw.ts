import type { CommandHelp } from './command-help.ts'

/** Breaks a text between its words into lines of so many columns. */
export type Wrap = (text: string, columns: number) => string

/** What needs fewer columns than this stands below its term rather than beside it. */
const narrowest = 24

/** What a help text says before the flags, in so many columns: in a small window the flags are what stays on the screen. */
export const notesIn = ({ notes, json }: Partial<CommandHelp>, columns: number, wrap: Wrap): string[] => [
  ...(notes === undefined ? [] : [paragraphs(notes, columns, wrap)]),
  ...(json === undefined ? [] : [wrap(`--json prints ${json}`, columns)]),
]

/** The examples at the end of a help text; `program` is how it was started. */
export const examplesIn = ({ examples }: CommandHelp, program: string, columns: number, wrap: Wrap): string =>
  titled(
    'Examples',
    examples.map(([line, does]) => [`${program} ${line}`.trim(), does]),
    columns,
    wrap,
  )

/** A table of terms with what is said of each, below its title. */
export function titled(
  title: string,
  table: readonly (readonly [string, string])[],
  columns: number,
  wrap: Wrap,
): string {
  const widest = Math.max(...table.map(([term]) => term.length))
  return [`${title}:`, ...table.map(([term, text]) => row(term, widest, text, columns, wrap))].join('\n')
}

/** One row of a table whose terms take `widest` columns; the text stands below the term in a narrow window. */
export function row(term: string, widest: number, text: string, columns: number, wrap: Wrap): string {
  const room = columns - widest - 4
  if (room < narrowest)
    return `${indented(wrap(term, columns - 2), 2)}\n${indented(wrap(text, columns - 6), 6)}`
  return `  ${term.padEnd(widest)}  ${indented(wrap(text, room), widest + 4).trimStart()}`
}

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by))

/** Paragraphs, each filled anew; one that begins with a blank keeps its lines. */
const paragraphs = (text: string, columns: number, wrap: Wrap): string =>
  text
    .split('\n\n')
    .map((each) => (each.startsWith(' ') ? each : wrap(each, columns)))
    .join('\n\n')
