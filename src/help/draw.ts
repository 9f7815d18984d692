import { allChecks } from '../doctor/all-checks.ts'
import { allowedFor, printSetting, type SettingKey, settingKeys } from '../progress/settings.ts'
import { width, wrap } from '../text/wrap.ts'
import type { CommandHelp } from './command-help.ts'
import { settingMeanings } from './settings.ts'

/** What needs fewer columns than this stands below its term rather than beside it. */
const narrowest = 24

/** What a help text says below the flags, in so many columns; `program` is how it was started. */
export function moreHelp({ notes, json, examples }: CommandHelp, program: string, columns: number): string {
  const parts = [
    notes && paragraphs(notes, columns),
    json && wrap(`--json prints ${json}`, columns),
    `Examples:\n${rows(
      examples.map(([line, does]) => [`${program} ${line}`.trim(), does]),
      columns,
    )}`,
  ]
  return `\n${parts.filter(Boolean).join('\n\n')}`
}

/** The settings with their values, and what each is for. */
export function settingsHelp(columns: number): string {
  const row = (key: SettingKey): [string, string] => [
    key,
    `${settingMeanings[key]}: ${allowedFor(key)} (${printSetting({}, key)})`,
  ]
  return `\nSettings:\n${rows(settingKeys.map(row), columns)}`
}

/** The facts that `doctor --json` has of each check. */
export const factsHelp = (columns: number): string =>
  `\nFacts:\n${rows(
    allChecks.map(({ name, keys }) => [name, keys]),
    columns,
  )}\n`

/** A table of terms with what is said of each: beside it, or below it in a narrow window. */
function rows(table: readonly (readonly [string, string])[], columns: number): string {
  const widest = Math.max(...table.map(([term]) => width(term)))
  return table.map(([term, text]) => row(term, widest, text, columns)).join('\n')
}

/** One row of a table, whose terms take `widest` columns. */
export function row(term: string, widest: number, text: string, columns: number): string {
  const room = columns - widest - 4
  if (room < narrowest)
    return `${wrap(term, columns, indent('  '))}\n${wrap(text, columns, indent('      '))}`
  const first = `  ${term}${' '.repeat(widest - width(term) + 2)}`
  return wrap(text, columns, { first, rest: ' '.repeat(widest + 4) })
}

const indent = (blanks: string) => ({ first: blanks, rest: blanks })

/** Paragraphs, each filled anew; lines that begin with a blank are kept. */
const paragraphs = (text: string, columns: number): string =>
  text
    .split('\n\n')
    .map((each) => (each.startsWith(' ') ? each : wrap(each, columns)))
    .join('\n\n')
