import type { Command } from 'commander'
import { chosenContents } from '../app/banks.ts'
import { type Context, openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { nameOf, picksOf, planFor, todaysPicks, wholeMinutes } from '../app/plan.ts'
import type { Env } from '../ports.ts'
import { type Picked, pick } from '../progress/picks.ts'
import { json } from '../screens/json.ts'
import { picks as draw } from '../screens/picks.ts'
import { wholeNumber } from './flags.ts'

export interface NextOptions extends CommonOptions {
  count?: number
}

export function define(command: Command, env: Env): void {
  command
    .option('-n, --count <n>', 'how many questions', wholeNumber('--count', 1000))
    .addHelpText('after', '\n--json prints an array of {id, number, question, reason, minutes}.')
    .action(() => next(command.optsWithGlobals(), env))
}

/** What to rehearse now, and why: today's questions of the plan, else those that are due, new or weak. */
export async function next(options: NextOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const rows = (await picksFor(options, context)).map(({ question, reason }) => ({
    id: question.id,
    number: question.number,
    bank: nameOf(question, context).bank,
    question: question.question,
    reason,
    minutes: wholeMinutes(question, context),
  }))
  if (options.json === true) env.out(json(rows.map(({ bank: _bank, ...row }) => row)))
  else if (rows.length === 0)
    env.err(`Nothing more is asked today. ${env.program} plan shows what comes next.\n`)
  else env.out(draw(rows, env.size().columns, context.style))
}

async function picksFor(options: NextOptions, context: Context): Promise<Picked[]> {
  const { progress, settings, today } = context
  const plan = await planFor(options.bank, context)
  if (plan !== null && options.count === undefined) return todaysPicks(plan, context, options.bank)
  if (plan !== null) return picksOf(plan, context, options.bank).slice(0, options.count)
  const bank = await chosenContents(options, context)
  const count = options.count ?? settings.count
  const picks = pick(bank.questions, progress, { by: 'due', count, day: today, random: null })
  const questions = await bank.read(picks.map(({ question }) => question))
  return questions.map((question, index) => ({ question, reason: picks[index]?.reason ?? '' }))
}
