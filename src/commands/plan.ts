import type { Command } from 'commander'
import { chosenBank } from '../app/banks.ts'
import { type Context, openContext, saved } from '../app/context.ts'
import { keepPicks } from '../app/keep-picks.ts'
import type { CommonOptions } from '../app/options.ts'
import { coverageOf, defaultMinutes, type Plan, type PlannedRound, planOf, planOver } from '../app/plan.ts'
import { viewOf } from '../app/plan-view.ts'
import { existing, overSince, plannedRound, roundNamed, theRound } from '../app/rounds.ts'
import { type Env, UsageError, UserError } from '../ports.ts'
import type { Entry } from '../progress/journal.ts'
import { dateCommand, openRounds, type Round, roundName, roundsAhead, setAside } from '../progress/rounds.ts'
import { farthestInterview } from '../progress/settings.ts'
import { json } from '../screens/json.ts'
import { dataIn } from '../screens/layout.ts'
import { plan as draw } from '../screens/plan.ts'
import { bankIsGone } from '../screens/words.ts'
import { dayMeant } from '../text/date-words.ts'
import { dateOf } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'
import { shellWord } from '../text/shell-word.ts'
import { dateInWords } from '../text/words.ts'
import { wholeMinutes } from './flags.ts'

export interface PlanOptions extends CommonOptions {
  date?: string
  minutes?: number
  round?: string
  topic?: string
  competency?: string
  clear?: boolean
}

export function define(command: Command, env: Env): void {
  command
    .option('--date <date>', 'the day of the interview: 2026-12-05, +10d, friday, 5 dec')
    .option('--minutes <n>', `minutes a day (${defaultMinutes})`, wholeMinutes('--minutes', 1440))
    .option('--round <name>', 'one of several rounds of interviews, such as phone or onsite')
    .option('--topic <text>', 'only questions of this section')
    .option('--competency <name>', 'only questions that look for this, such as conflict')
    .option('--clear', 'clear the plan, or with --round that round')
    .action(() => plan(command.optsWithGlobals(), env))
}

/** Makes, changes, clears or shows the way to an interview, or to several. */
export async function plan(options: PlanOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { date, minutes, bank, topic, competency } = options
  const isScoped = [bank, topic, competency].some((flag) => flag !== undefined)
  const wanted = options.round === undefined ? null : roundNamed(options.round, context)
  if (options.clear === true) {
    if (date === undefined && minutes === undefined && !isScoped) return clear(wanted, context)
    throw new UsageError(
      '--clear goes without other flags: it ends the plan.',
      'To change the plan, leave --clear out.',
    )
  }
  if (date !== undefined || minutes !== undefined || (wanted !== null && isScoped))
    return makeAndShow(wanted?.name ?? null, options, context)
  const flag = bank !== undefined ? '--bank' : topic !== undefined ? '--topic' : '--competency'
  if (isScoped) throw new UsageError(`${flag} needs --date.`, 'Give both, such as --date +10d.')
  const round = wanted === null ? null : existing(wanted, context)
  const found = await planOf(context)
  const only = round === null ? null : plannedRound(round, found, context)
  if (found === null) withoutPlan(options, context)
  else await show(found, options, context, only)
}

/** Ends the plan, or one of its rounds. */
async function clear(wanted: Pick<Round, 'name'> | null, context: Context): Promise<void> {
  const { store, progress, today, env } = context
  const rounds = openRounds(progress)
  const cleared = wanted === null ? rounds : [existing(wanted, context)]
  if (cleared.length === 0) {
    env.err('There is no plan to clear.\n')
    return
  }
  store.prepare()
  for (const round of cleared) store.append(setAside(round))
  await store.save()
  const isAll = cleared.length === rounds.length
  const when = ({ day }: Round): string => `on ${dateInWords(dateOf(day), dateOf(today))}`
  const what = isAll
    ? `Plan cleared (${cleared.map((round) => `${roundName(round)} ${when(round)}`).join(', ')})`
    : cleared.map((round) => `Round ${roundName(round)} cleared (${when(round)})`).join('')
  env.err(`${what}; what you rehearsed is kept.\n`)
  const commands = roundsAhead(progress, today)
    .filter((round) => round.day > today && (isAll || round.name === wanted?.name))
    .map((round) => `${env.program} ${commandFor(round, context)}`)
  if (commands.length === 1) env.err(`${commands[0]} sets it again.\n`)
  else if (commands.length > 1)
    env.err(`To set them again:\n${commands.map((each) => `  ${each}\n`).join('')}`)
}

/** The command that makes a round as it is. */
function commandFor(round: Round, { settings }: Context): string {
  const { day, banks, topic, competency } = round
  const flags = [
    ...(banks.join() === settings.bank ? [] : [`--bank ${banks.join()}`]),
    ...(topic === null ? [] : [`--topic ${shellWord(safeLine(topic))}`]),
    ...(competency === null ? [] : [`--competency ${shellWord(safeLine(competency))}`]),
  ]
  return [`${dateCommand(round)} ${dateOf(day)}`, ...flags].join(' ')
}

async function makeAndShow(name: string | null, options: PlanOptions, context: Context): Promise<void> {
  const { store, settings, progress, today } = context
  const rounds = openRounds(progress)
  const before = rounds.find((round) => round.name === name) ?? null
  const coming = roundsAhead(progress, today).filter(({ day }) => day > today)
  const changed = isOnlyMinutes(options) ? roundOfMinutes(coming) : before
  const interview = options.date === undefined ? (changed?.day ?? null) : dayNamed(options.date, context)
  if (interview === null || interview <= today || interview - today > farthestInterview)
    throw withoutDay(name, coming)
  const aDay = settings['plan.minutes'] ?? defaultMinutes
  const minutes = options.minutes ?? aDay
  const round = await scoped(
    { name: changed?.name ?? name, day: interview, kappa: null },
    changed,
    options,
    context,
  )
  const others = rounds.filter((each) => each.name !== round.name && each.day > today)
  // other minutes a day have another price, in every round
  const anew = minutes === aDay ? others : others.map((each) => ({ ...each, kappa: null }))
  const all = [...anew, round].sort((a, b) => a.day - b.day) as [Round, ...Round[]]
  const coverage = await coverageOf(all, context)
  const priced = planOver(coverage, all, context, minutes).rounds.filter((each) => each.round.kappa === null)
  store.prepare()
  store.append({ type: 'set', key: 'plan.minutes', value: minutes })
  for (const each of priced)
    for (const entry of entriesFor({ ...each.round, kappa: each.kappa })) store.append(entry)
  const after = await saved(context)
  sayMoved(changed, round, context)
  const found = coverage.banks.length === 0 ? null : await planOf(after)
  if (found === null) withoutPlan(options, after)
  else await show(found, options, after)
}

function withoutDay(name: string | null, coming: readonly Round[]): UsageError {
  const flag = 'Give it with --date, such as --date +10d'
  if (name !== null) return new UsageError(`The round ${name} needs its day.`, `${flag}.`)
  const others = coming.length === 0 ? '' : `, or name one with --round: ${coming.map(roundName).join(', ')}`
  return new UsageError('A plan needs the day of the interview.', `${flag}${others}.`)
}

/** More or fewer minutes are for all rounds, also where none is without a name. */
const roundOfMinutes = (coming: readonly Round[]): Round | null =>
  coming.find(({ name }) => name === null) ?? coming[0] ?? null

const isOnlyMinutes = ({ date, round, bank, topic, competency }: PlanOptions): boolean =>
  [date, round, bank, topic, competency].every((flag) => flag === undefined)

/** Says which day an interview had before; nothing of one that is over. */
function sayMoved(before: Round | null, { day }: Round, { today, env }: Context): void {
  if (before === null || before.day < today || before.day === day) return
  const [was, is] = [before.day, day].map((each) => dateInWords(dateOf(each), dateOf(today)))
  env.err(`${theRound(before)} was on ${was}; it is now on ${is}.\n`)
}

/** The lines that make or change a round. */
function entriesFor({ name, day, banks, topic, competency, kappa }: Round): Entry[] {
  const date = dateOf(day)
  if (name !== null) return [{ type: 'round', name, date, banks, topic, competency, kappa: kappa ?? 0 }]
  const only = { ...(topic !== null && { topic }), ...(competency !== null && { competency }) }
  return [
    { type: 'plan', banks, kappa: kappa ?? 0, ...only },
    { type: 'set', key: 'plan.date', value: date },
  ]
}

/** A round with what it asks for: as the flags say; one with a name, or that gets no new day, keeps what they leave out. */
async function scoped(
  round: Pick<Round, 'name' | 'day' | 'kappa'>,
  before: Round | null,
  options: PlanOptions,
  context: Context,
): Promise<Round> {
  const keeps = before !== null && (round.name !== null || options.date === undefined)
  const isSameBanks =
    options.bank === undefined && keeps && (round.name !== null || context.progress.plan !== null)
  const banks = isSameBanks ? before.banks : await slugsFor(options, context)
  const kept = keeps && options.bank === undefined ? before : null
  const topic = options.topic ?? kept?.topic ?? null
  const competency = options.competency ?? kept?.competency ?? null
  if (options.bank !== undefined || options.topic !== undefined || options.competency !== undefined) {
    const asked = await Promise.all(banks.map((slug) => chosenBank({ bank: slug }, context)))
    const { askedFor } = await import('../app/filters.ts')
    const where = banks.length === 1 ? `the bank ${banks[0]}` : 'these banks'
    askedFor(
      asked.flatMap(({ questions }) => questions),
      { topic: topic ?? undefined, competency: competency ?? undefined },
      where,
    )
  }
  return { ...round, banks, topic, competency }
}

function dayNamed(text: string, { today, env }: Context): number {
  const day = dayMeant(text, today)
  const name = `"${safeLine(text)}"`
  if (day === null) {
    throw new UsageError(`${name} is not a date.`, 'Give one such as 2026-12-05, +10d, friday or 5 dec.')
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

async function show(
  found: Plan,
  options: PlanOptions,
  context: Context,
  only: PlannedRound | null = null,
): Promise<void> {
  const { env, style, progress } = context
  const missing = found.missing.map(safeLine).join(', ')
  if (missing !== '')
    env.err(`Left out, because it is not on this machine: ${missing}. ${env.program} bank add adds it.\n`)
  if (progress.holds.until !== null)
    env.err(
      `Some answers are dated in the future, so they do not count yet: ${env.program} doctor names them.\n`,
    )
  const view = await viewOf(found, context, only)
  if (options.json === true) env.data(json(view))
  else env.out(draw(dataIn(style, view), env.size().columns, style, env.program))
  await keepPicks(context, found)
}

/** Says why there is no plan to show. */
function withoutPlan(options: PlanOptions, context: Context): void {
  const { progress, today, env } = context
  const rounds = openRounds(progress)
  const isFar = rounds.some(({ day }) => day - today > farthestInterview)
  const [near] = roundsAhead(progress, today)
  if (near !== undefined) {
    throw new UserError(bankIsGone(near.banks, 'your plan'), 'Add it again, or make another plan.')
  }
  const last = rounds.findLast(({ day }) => day < today)
  if (options.json === true) env.data('null\n')
  else if (rounds.length === 0)
    env.err(`There is no plan yet. ${env.program} plan --date +10d --minutes 20 makes one.\n`)
  else if (!isFar && last !== undefined) env.err(`${overSince(last, context).join(' ')}\n`)
}
