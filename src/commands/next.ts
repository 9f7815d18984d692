import type { Command } from 'commander'
import { chosenContents } from '../app/banks.ts'
import { type Context, openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { nameOf, type Plan, picksOf, planFor, roundIn, todaysPicks, wholeMinutes } from '../app/plan.ts'
import type { Env } from '../ports.ts'
import { type Picked, pick } from '../progress/picks.ts'
import { dueDayOf } from '../progress/progress.ts'
import { json } from '../screens/json.ts'
import { dataIn } from '../screens/layout.ts'
import { picks as draw } from '../screens/picks.ts'
import { wholeNumber } from './flags.ts'

export interface NextOptions extends CommonOptions {
  count?: number
  exitCode?: boolean
}

export function define(command: Command, env: Env): void {
  command
    .option('-n, --count <n>', 'how many questions', wholeNumber('--count', 1000))
    .option('--exit-code', 'end with 1 where something is to be rehearsed today, else with 0')
    .action(() => next(command.optsWithGlobals(), env))
}

/** What to rehearse now, and why: today's questions of the plan, else those that are due, new or weak. */
export async function next(options: NextOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { plan, picks, isAsked } = await picksFor(options, context)
  const rows = picks.map(({ question, reason }) => ({
    id: question.id,
    number: question.number,
    bank: nameOf(question, context).bank,
    question: question.question,
    reason,
    minutes: wholeMinutes(question, context),
    ...roundIn(question.id, plan, context),
  }))
  if (options.json === true) env.data(json(rows.map(({ bank: _bank, ...row }) => row)))
  else if (rows.length === 0)
    env.err(`Nothing more is asked today. ${env.program} plan shows what comes next.\n`)
  else env.out(draw(dataIn(context.style, rows), env.size().columns, context.style))
  if (options.exitCode === true) env.exitWith(isAsked ? 1 : 0)
}

/** `isAsked`: something is to be rehearsed today, as the plan says or, without one, because it is due. */
async function picksFor(
  options: NextOptions,
  context: Context,
): Promise<{ plan: Plan | null; picks: Picked[]; isAsked: boolean }> {
  const { progress, settings, today } = context
  const plan = await planFor(options.bank, context)
  if (plan !== null) {
    const todays = todaysPicks(plan, context, options.bank)
    const picks =
      options.count === undefined ? todays : picksOf(plan, context, options.bank).slice(0, options.count)
    return { plan, picks, isAsked: todays.length > 0 }
  }
  const bank = await chosenContents(options, context)
  const count = options.count ?? settings.count
  const picks = pick(bank.questions, progress, { by: 'due', count, day: today, random: null })
  const questions = await bank.read(picks.map(({ question }) => question))
  const dueDay = dueDayOf(progress)
  return {
    plan,
    picks: questions.map((question, index) => ({ question, reason: picks[index]?.reason ?? '' })),
    isAsked: bank.questions.some(({ id }) => (dueDay(id) ?? Infinity) <= today),
  }
}
