import type { Command } from 'commander'
import { chosenBank } from '../app/banks.ts'
import { type Context, openContext, saved } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import {
  coverageOf,
  defaultMinutes,
  type Plan,
  planOf,
  planOver,
  planTerms,
  planWithoutBank,
} from '../app/plan.ts'
import { viewOf } from '../app/plan-view.ts'
import { keepPicks } from '../app/todays-picks.ts'
import { type Env, UsageError, UserError } from '../ports.ts'
import { farthestInterview } from '../progress/settings.ts'
import { json } from '../screens/json.ts'
import { plan as draw } from '../screens/plan.ts'
import { dateOf, dayOfDate } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'
import { dateInWords } from '../text/words.ts'
import { wholeNumber } from './flags.ts'

export interface PlanOptions extends CommonOptions {
  date?: string
  minutes?: number
  clear?: boolean
}

export function define(command: Command, env: Env): void {
  command
    .option('--date <date>', 'the day of the interview: 2026-12-05, or +10d')
    .option('--minutes <n>', `minutes a day (${defaultMinutes})`, wholeNumber('--minutes', 1440))
    .option('--clear', 'clear the plan')
    .addHelpText(
      'after',
      `
A plan covers the bank in use, or the ones given with --bank SLUG,SLUG.
--json prints one object: date, daysLeft, minutes, banks, missingBanks, questions {total, rehearsed, ready, readyIfKept},
today and days [{date, minutes, questions [{id, number, bank (null: the one in use),
question, reason, minutes}]}], in today also spent (minutes done already), notReady [{id, number, bank, question, minutes,
lacks, next (the date on which it is asked)}], leftOver [{kind: story, mock or question, id, number, question, minutes, command}], doesNotFit [ids], minutesNeeded, readyIfNeeded, fewer {questions, ready}, notInPlan [{bank, questions}].`,
    )
    .action(() => plan(command.optsWithGlobals(), env))
}

/** Makes, changes, clears or shows the way to an interview. */
export async function plan(options: PlanOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { date, minutes, bank } = options
  if (options.clear === true) {
    if (date === undefined && minutes === undefined && bank === undefined) return clear(context)
    throw new UsageError(
      '--clear goes without other flags: it ends the plan.',
      'To change the plan, leave --clear out.',
    )
  }
  if (date !== undefined || minutes !== undefined) return makeAndShow(options, context)
  if (bank !== undefined) throw new UsageError('--bank needs --date.', 'Give both, such as --date +10d.')
  const found = await planOf(context)
  if (found === null) withoutPlan(options, context)
  else await show(found, options, context)
}

async function clear({ store, settings, env }: Context): Promise<void> {
  if (settings['plan.date'] === null) {
    env.err('There is no plan to clear.\n')
    return
  }
  store.prepare()
  store.append({ type: 'set', key: 'plan.date', value: null })
  await store.save()
  env.err('Plan cleared; what you rehearsed is kept.\n')
}

async function makeAndShow(options: PlanOptions, context: Context): Promise<void> {
  const { store, settings, progress, today } = context
  const interview = options.date === undefined ? settings['plan.date'] : dayNamed(options.date, context)
  if (interview === null || interview <= today || interview - today > farthestInterview) {
    throw new UsageError(
      'A plan needs the day of the interview.',
      'Give it with --date, such as --date +10d.',
    )
  }
  const minutes = options.minutes ?? settings['plan.minutes'] ?? defaultMinutes
  const isNew = options.date !== undefined || options.bank !== undefined || progress.plan === null
  const slugs = isNew ? await slugsFor(options, context) : (progress.plan?.banks ?? [])
  const coverage = await coverageOf(slugs, context)
  store.prepare()
  store.append({ type: 'plan', ...planTerms(coverage, minutes, interview, context) })
  store.append({ type: 'set', key: 'plan.minutes', value: minutes })
  store.append({ type: 'set', key: 'plan.date', value: dateOf(interview) })
  const after = await saved(context)
  if (coverage.banks.length === 0) withoutPlan(options, after)
  else await show(planOver(coverage, interview, after), options, after)
}

function dayNamed(text: string, { today, env }: Context): number {
  const wanted = text.trim()
  const days = /^\+(\d{1,6})d$/i.exec(wanted)?.[1]
  const day = days === undefined ? dayOfDate(wanted) : today + Number(days)
  const name = `"${safeLine(text)}"`
  if (day === null) {
    throw new UsageError(
      `${name} is not a date.`,
      'Give one such as 2026-12-05, or the days from now, such as +10d.',
    )
  }
  if (day < today) throw new UsageError(`${name} is in the past.`, 'Give the day of the next interview.')
  if (day === today) {
    throw new UsageError(
      'The interview is today: there are no days left to plan.',
      `${env.program} export sheet prints the page for the morning.`,
    )
  }
  if (day - today > farthestInterview) {
    throw new UsageError(
      `${name} is more than a year away.`,
      'Make a plan when it is nearer; until then rehearse what is due.',
    )
  }
  return day
}

async function slugsFor(options: PlanOptions, context: Context): Promise<string[]> {
  const named = (options.bank ?? '')
    .split(',')
    .map((slug) => slug.trim())
    .filter((slug) => slug !== '')
  if (options.bank !== undefined && named.length === 0) {
    throw new UsageError('--bank needs a bank.', 'Give its slug, or several as one,two.')
  }
  const slugs: string[] = []
  for (const slug of named.length > 0 ? named : [undefined]) {
    const bank = await chosenBank(slug === undefined ? {} : { bank: slug }, context)
    if (bank.questions.length > 0) slugs.push(bank.slug)
  }
  if (slugs.length > 0) return [...new Set(slugs)]
  throw new UserError(
    'There are no questions to plan.',
    `Use a bank that has some; ${context.env.program} bank list shows them.`,
  )
}

async function show(found: Plan, options: PlanOptions, context: Context): Promise<void> {
  const { env, style, progress } = context
  const missing = found.missing.map(safeLine).join(', ')
  if (missing !== '')
    env.err(`Left out, as it is not here: ${missing}. Add it with ${env.program} bank add.\n`)
  if (progress.holds.until !== null)
    env.err(
      `Some answers are dated in the future, so they do not count yet: ${env.program} doctor names them.\n`,
    )
  const view = await viewOf(found, context)
  env.out(options.json === true ? json(view) : draw(view, env.size().columns, style, env.program))
  await keepPicks(context, found)
}

/** Says why there is no plan to show. */
function withoutPlan(options: PlanOptions, { settings, progress, today, env }: Context): void {
  const date = settings['plan.date']
  const isFar = date !== null && date - today > farthestInterview
  if (date !== null && date >= today && !isFar) {
    throw new UserError(planWithoutBank(progress.plan?.banks ?? []), 'Add it again, or make another plan.')
  }
  if (options.json === true) env.out('null\n')
  else if (date === null)
    env.err(`There is no plan yet. ${env.program} plan --date +10d --minutes 20 makes one.\n`)
  else if (!isFar)
    env.err(
      `The interview was on ${dateInWords(dateOf(date), dateOf(today))}. ${env.program} plan --date sets the next one.\n`,
    )
}
