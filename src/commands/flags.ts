import type { Command } from 'commander'
import type { PickBy } from '../app/options.ts'
import { UsageError } from '../ports.ts'
import { typedDuration } from '../text/duration.ts'
import { safeLine } from '../text/safe.ts'

/** Parses a whole number from 1 to `most`. */
export function wholeNumber(flag: string, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
    if (value >= 1 && value <= most) return value
    throw new UsageError(`${flag} cannot be "${safeLine(text)}".`, `Give a whole number from 1 to ${most}.`)
  }
}

/** Parses minutes: `20`, or a duration such as `20m`. */
export function wholeMinutes(flag: string, most: number): (text: string) => number {
  const parse = wholeNumber(flag, most)
  return (text) => parse(/^(\d+) ?m(?:ins?|inutes?)?$/i.exec(text.trim())?.[1] ?? text)
}

/** Parses a duration into ms. */
export function duration(flag: string): (text: string) => number {
  return (text) => {
    const ms = typedDuration(text)
    if (ms !== null) return ms
    throw new UsageError(
      `${flag} cannot be "${safeLine(text)}".`,
      'Give a duration from 1s to 60m, such as 90s, 2m, 1m30s or 2:30.',
    )
  }
}

/** Parses one of some words, in any case. */
export function oneOf<T extends string>(flag: string, words: readonly T[]): (text: string) => T {
  return (text) => {
    const word = words.find((each) => each === text.toLowerCase())
    if (word !== undefined) return word
    throw new UsageError(
      `${flag} cannot be "${safeLine(text)}".`,
      words.length === 1
        ? `There is only ${words[0]}.`
        : `Give ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`,
    )
  }
}

const ways: readonly PickBy[] = ['due', 'random', 'weak', 'new', 'plan']

function seed(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new UsageError(`--seed cannot be "${safeLine(text)}".`, 'Give a whole number of up to 15 digits.')
}

/** Declares the flags that say which questions are picked. */
export const pickFlags = (command: Command): Command =>
  command
    .option('--topic <text>', 'only questions of this section')
    .option('--competency <name>', 'only questions that look for this, such as conflict')
    .option('--seed <n>', 'same seed, same picks in the same order', seed)

/** Declares the arguments and flags that `drill` and `mock` share. */
export function rehearseFlags(command: Command): Command {
  command
    .argument('[question...]', 'these questions, in this order: by id, number or words')
    .option('-n, --count <n>', 'how many questions', wholeNumber('--count', 1000))
    .option(
      '--minutes <n>',
      'as many questions as fit into this many minutes',
      wholeMinutes('--minutes', 1440),
    )
    .option('--pick <by>', 'due, random, weak, new or plan', oneOf('--pick', ways))
  return pickFlags(command)
    .option('--think <time>', 'think time, such as 30s', duration('--think'))
    .option('--talk <time>', 'talk time to aim for, such as 90s or 2m', duration('--talk'))
    .option('--strict', 'end an answer at its budget')
    .option('--typed', 'write the answer instead of speaking it')
    .option('--extra', 'record it without moving the schedule')
    .option('--aloud', 'have the questions read aloud')
    .option('--no-follow-ups', 'leave out follow-up questions')
}
