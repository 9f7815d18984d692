import type { Command } from 'commander'
import { chosenContents } from '../app/banks.ts'
import type { Context } from '../app/context.ts'
import { candidatesIn } from '../app/filters.ts'
import { practicesOf } from '../app/history.ts'
import type { CommonOptions, PickedOptions } from '../app/options.ts'
import { type Exercise, goAt } from '../app/practise.ts'
import { startPractice } from '../app/start-practice.ts'
import type { Env } from '../ports.ts'
import { freezesIn } from '../progress/practice.ts'
import { seeded, shuffle } from '../progress/random.ts'
import { sprintCount, sprintMs } from '../rehearsal/practice/practice.ts'
import { count } from '../text/words.ts'
import { duration, pickFlags, wholeNumber } from './flags.ts'

export interface SprintOptions extends CommonOptions, PickedOptions {
  count?: number
  talk?: number
  strict?: boolean
  typed?: boolean
}

export function define(command: Command, env: Env): void {
  command.option('-n, --count <n>', 'how many questions (default: 10)', wholeNumber('--count', 1000))
  pickFlags(command)
    .option('--talk <time>', 'time for each question (default: 10s)', duration('--talk'))
    .option('--strict', 'go on to the next question when time is up')
    .option('--typed', 'write the first lines instead of saying them')
    .action(() => sprint(command.optsWithGlobals(), env))
}

/** First lines against the clock. */
export function sprint(options: SprintOptions, env: Env): Promise<void> {
  return startPractice((context) => exerciseFor(options, context), options, env)
}

/** The questions on which the user froze last time come first, then any others. */
async function exerciseFor(options: SprintOptions, context: Context): Promise<Exercise> {
  const { env } = context
  const bank = await chosenContents(options, context)
  const candidates = await candidatesIn(bank, options)
  const wanted = options.count ?? sprintCount
  if (candidates.length > 0 && candidates.length < wanted)
    env.err(
      `There ${candidates.length === 1 ? 'is' : 'are'} only ${count(candidates.length, 'question')} to ask; you get all of them.\n`,
    )
  const byId = new Map(candidates.map((each) => [each.id, each]))
  const frozen = freezesIn(practicesOf(context)).flatMap((id) => byId.get(id) ?? [])
  for (const { id } of frozen) byId.delete(id)
  const others = shuffle([...byId.values()], options.seed === undefined ? env.random : seeded(options.seed))
  const questions = await bank.read([...frozen, ...others].slice(0, wanted))
  return {
    mode: 'sprint',
    items: questions.map((question) => goAt(question, options.talk ?? sprintMs, context)),
    strict: options.strict ?? false,
    typed: options.typed ?? false,
    comingBack: Math.min(frozen.length, wanted),
  }
}
