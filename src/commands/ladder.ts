import type { Command } from 'commander'
import { chosenContents } from '../app/banks.ts'
import type { Context } from '../app/context.ts'
import { candidatesIn } from '../app/filters.ts'
import type { CommonOptions, PickedOptions } from '../app/options.ts'
import { type Exercise, goAt } from '../app/practise.ts'
import { questionNamed } from '../app/questions.ts'
import { startPractice } from '../app/start-practice.ts'
import type { Question } from '../bank/model.ts'
import { type Env, UsageError } from '../ports.ts'
import { seeded, shuffle } from '../progress/random.ts'
import { ladderMs } from '../rehearsal/practice/practice.ts'
import { pickFlags } from './flags.ts'

export interface LadderOptions extends CommonOptions, PickedOptions {
  strict?: boolean
}

export function define(command: Command, env: Env): void {
  pickFlags(command.argument('[question...]', 'its id, its number or some of its words'))
    .option('--strict', 'end each answer when its time is up')
    .action((words: string[]) => ladder(words.join(' '), command.optsWithGlobals(), env))
}

/** The same answer in less and less time. */
export function ladder(name: string, options: LadderOptions, env: Env): Promise<void> {
  return startPractice((context) => exerciseFor(name, options, context), options, env)
}

async function exerciseFor(name: string, options: LadderOptions, context: Context): Promise<Exercise> {
  const question = await questionFor(name, options, context)
  const items = question === undefined ? [] : ladderMs.map((ms) => goAt(question, ms, context))
  return { mode: 'ladder', items, strict: options.strict ?? false }
}

/** The one that is named, else any of those that are asked for. */
async function questionFor(
  name: string,
  { seed, ...options }: LadderOptions,
  context: Context,
): Promise<Question | undefined> {
  const isPicked = [options.topic, options.competency, seed].some((flag) => flag !== undefined)
  if ((name.trim() !== '') === isPicked) {
    throw new UsageError(
      isPicked ? 'Name a question or have it picked, not both.' : 'A ladder needs a question.',
      isPicked
        ? 'Leave out the name, or --topic, --competency and --seed.'
        : `Name one, as in ${context.env.program} ladder 1, or have it picked with --topic, --competency or --seed.`,
    )
  }
  const bank = await chosenContents(options, context)
  if (!isPicked) return questionNamed(name, bank, context)
  const candidates = await candidatesIn(bank, options)
  const [picked] = shuffle(candidates, seed === undefined ? context.env.random : seeded(seed))
  return picked && (await bank.read([picked]))[0]
}
