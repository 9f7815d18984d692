import { type Shell, UsageError } from '../ports.ts'
import { separator } from '../screens/layout.ts'
import { sheet } from '../screens/sheet.ts'
import { sheetOnScreen } from '../screens/sheet-on-screen.ts'
import { dateOf } from '../text/dates.ts'
import { chosenBank } from './banks.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'
import { mockChangesOf } from './history.ts'
import type { CommonOptions } from './options.ts'
import { type Plan, planOf } from './plan.ts'

export interface SheetOptions extends CommonOptions {
  round?: string
}

/** The page for the morning: over the questions of a round, else of the plan's nearest, else of the chosen bank. */
export async function morningSheet(options: SheetOptions, context: Context): Promise<string> {
  const { bank, round } = options
  if (round === undefined)
    return sheetFor(bank === undefined ? await planOf(context) : null, options, context)
  if (bank !== undefined)
    throw new UsageError('Give either --round or --bank.', 'A round has banks of its own.')
  const { existing, plannedRound, roundNamed } = await import('./rounds.ts')
  const wanted = existing(roundNamed(round, context), context)
  const plan = await planOf(context)
  return sheetFor(plan, options, context, plannedRound(wanted, plan, context))
}

/** The same for a plan that is at hand; null: for the chosen bank. */
export async function sheetFor(
  plan: Plan | null,
  options: CommonOptions,
  context: Context,
  round = plan?.rounds[0],
): Promise<string> {
  const { progress, today } = context
  const isOwn = (slug: string): boolean => round?.round.banks.includes(slug) === true
  const banks = plan?.banks.filter(({ slug }) => isOwn(slug)) ?? [await chosenBank(options, context)]
  const questions = [...(plan?.questions.values() ?? banks.flatMap((bank) => bank.questions))].filter(
    ({ id }) => round?.covers?.has(id) !== false,
  )
  const toAsk = banks.flatMap((bank) => bank.toAsk ?? [])
  const missing = plan?.missing.filter(isOwn) ?? []
  const day = round?.interview ?? today
  const forAll = mockChangesOf(context).at(-1)?.change ?? null
  return sheet({ questions, toAsk, missing, forAll, progress, date: dateOf(day), day, today: dateOf(today) })
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
