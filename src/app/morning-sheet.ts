import type { Env } from '../ports.ts'
import { sheet } from '../screens/sheet.ts'
import { dateOf } from '../text/dates.ts'
import { chosenBank } from './banks.ts'
import type { Session } from './context.ts'
import type { CommonOptions } from './options.ts'
import { planOf } from './plan.ts'

/** The page for the morning: over the questions of the plan, else of the chosen bank. */
export async function sheetOf(session: Session, options: CommonOptions, env: Env): Promise<string> {
  const { progress, today } = session
  const plan = options.bank === undefined ? await planOf(session, env) : null
  const questions =
    plan === null ? (await chosenBank(session, options, env)).questions : [...plan.questions.values()]
  const day = plan?.terms.interview ?? today
  return sheet({ questions, progress, date: dateOf(day), day })
}
