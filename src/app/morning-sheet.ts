import { sheet } from '../screens/sheet.ts'
import { dateOf } from '../text/dates.ts'
import { chosenBank } from './banks.ts'
import type { Context } from './context.ts'
import type { CommonOptions } from './options.ts'
import { type Plan, planOf } from './plan.ts'

/** The page for the morning: over the questions of the plan, else of the chosen bank. */
export async function morningSheet(options: CommonOptions, context: Context): Promise<string> {
  const plan = options.bank === undefined ? await planOf(context) : null
  return sheetFor(plan, options, context)
}

/** The same for a plan that is at hand; null: for the chosen bank. */
export async function sheetFor(plan: Plan | null, options: CommonOptions, context: Context): Promise<string> {
  const { progress, today } = context
  const banks = plan?.banks ?? [await chosenBank(options, context)]
  const questions = [...(plan?.questions.values() ?? banks.flatMap((bank) => bank.questions))]
  const toAsk = banks.flatMap((bank) => bank.toAsk ?? [])
  const day = plan?.terms.interview ?? today
  return sheet({ questions, toAsk, progress, date: dateOf(day), day, today: dateOf(today) })
}
