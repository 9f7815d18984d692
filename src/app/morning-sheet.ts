import type { Shell } from '../ports.ts'
import { separator } from '../screens/layout.ts'
import { sheet } from '../screens/sheet.ts'
import { sheetOnScreen } from '../screens/sheet-on-screen.ts'
import { dateOf } from '../text/dates.ts'
import { chosenBank } from './banks.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'
import type { CommonOptions } from './options.ts'
import { type Plan, planOf } from './plan.ts'

/** The page for the morning: over the questions of the plan's nearest round, else of the chosen bank. */
export async function morningSheet(options: CommonOptions, context: Context): Promise<string> {
  const plan = options.bank === undefined ? await planOf(context) : null
  return sheetFor(plan, options, context)
}

/** The same for a plan that is at hand; null: for the chosen bank. */
export async function sheetFor(plan: Plan | null, options: CommonOptions, context: Context): Promise<string> {
  const { progress, today } = context
  const nearest = plan?.rounds[0]
  const banks = plan?.banks.filter(({ slug }) => nearest?.round.banks.includes(slug)) ?? [
    await chosenBank(options, context),
  ]
  const questions = [...(plan?.questions.values() ?? banks.flatMap((bank) => bank.questions))].filter(
    ({ id }) => nearest?.covers?.has(id) !== false,
  )
  const toAsk = banks.flatMap((bank) => bank.toAsk ?? [])
  const day = nearest?.interview ?? today
  return sheet({ questions, toAsk, progress, date: dateOf(day), day, today: dateOf(today) })
}

/** Shows it drawn, a screen at a time. */
export async function showSheet(text: string, shell: Shell, { env, style }: Context): Promise<void> {
  // in plain mode there are no screens, and nothing is cut
  const pages = sheetOnScreen(text, { ...env.size(), ...(!shell.live && { rows: Infinity }) }, style)
  for (const [index, page] of pages.entries()) {
    shell.print(`${page}\n`)
    const prompt = `Enter shows more${separator(style)}q quits`
    const isLast = index === pages.length - 1
    const goesOn =
      !isLast &&
      (await choose(shell, {
        prompt: { live: prompt, plain: prompt },
        keys: { enter: true, q: false },
        atEnd: false,
      }))
    if (!goesOn) return
  }
}
