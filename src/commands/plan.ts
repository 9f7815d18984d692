import type { Command } from 'commander'
import { allBanks, chosenBank } from '../app/banks.ts'
import { openSession, type Session } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import {
  bankToSay,
  defaultMinutes,
  leftOverOf,
  type Plan,
  planMade,
  planOf,
  planWithoutBank,
  reasonOf,
} from '../app/plan.ts'
import { type Env, UsageError, UserError } from '../ports.ts'
import { minutesNeeded, minutesOf, outlook, type Planned } from '../progress/plan.ts'
import { progressOf } from '../progress/progress.ts'
import { isReady, isReadyAfter } from '../progress/ready.ts'
import { plan as draw, type PlanView } from '../screens/plan.ts'
import { dateOf, dayOfDate } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'
import { dateInWords } from '../text/words.ts'
import { wholeNumber } from './flags.ts'

export interface PlanOptions extends CommonOptions {
  date?: string
  minutes?: number
  clear?: boolean
}

export function define(command: Command, env: Env, run = plan): void {
  command
    .option('--date <date>', 'the day of the interview: 2026-12-05, or +10d')
    .option(
      '--minutes <n>',
      `minutes a day; ${defaultMinutes} where nothing is said`,
      wholeNumber('--minutes', 1440),
    )
    .option('--clear', 'forget the plan')
    .addHelpText(
      'after',
      `
A plan is for the bank that is used, or for those of --bank SLUG,SLUG.
--json prints one object: date, daysLeft, minutes, banks, missingBanks, questions {total, rehearsed, ready, readyIfKept,
readyIfStopped}, today and days [{date, minutes, questions [{id, number, bank (null: the one in use),
question, reason, minutes}]}], in today also spent (minutes done already), leftOver [{kind: story, mock or question, id, number, question, minutes, command}], doesNotFit [ids], minutesNeeded, notInPlan [{bank, questions}].`,
    )
    .action(() => run(command.optsWithGlobals(), env))
}

/** Makes, changes, forgets or shows the way to an interview. */
export async function plan(options: PlanOptions, env: Env): Promise<void> {
  if (options.clear === true) return clear(options, env)
  const { date, minutes, bank } = options
  const isChange = date !== undefined || minutes !== undefined
  const session = isChange ? await make(options, env) : await openSession(options, env)
  if (!isChange && bank !== undefined) {
    throw new UsageError(
      '--bank says for which banks a plan is made.',
      'Give --date as well, such as --date +10d.',
    )
  }
  await show(session, options, env)
}

async function clear(options: PlanOptions, env: Env): Promise<void> {
  const { store, settings } = await openSession(options, env)
  if (settings['plan.date'] === null) {
    env.err('There is no plan to forget.\n')
    return
  }
  store.prepare()
  store.append({ type: 'set', key: 'plan.date', value: null })
  await store.save()
  env.err('The plan is forgotten; what you rehearsed is not.\n')
}

async function make(options: PlanOptions, env: Env): Promise<Session> {
  const session = await openSession(options, env)
  const { store, settings, progress, today } = session
  const interview = options.date === undefined ? settings['plan.date'] : dayNamed(options.date, session, env)
  if (interview === null || interview <= today) {
    throw new UsageError(
      'A plan needs the day of the interview.',
      'Give it with --date, such as --date +10d.',
    )
  }
  const minutes = options.minutes ?? settings['plan.minutes'] ?? defaultMinutes
  const isNew = options.date !== undefined || options.bank !== undefined || progress.plan === null
  const made = isNew
    ? await planMade(await slugsFor(options, session, env), minutes, interview, session, env)
    : null
  store.prepare()
  if (made !== null) store.append({ type: 'plan', ...made })
  store.append({ type: 'set', key: 'plan.minutes', value: minutes })
  store.append({ type: 'set', key: 'plan.date', value: dateOf(interview) })
  await store.save()
  return openSession(options, env)
}

/** The most days ahead that a plan looks. */
const farthest = 366

function dayNamed(text: string, { today }: Session, env: Env): number {
  const wanted = text.trim()
  const days = /^\+(\d{1,6})d$/i.exec(wanted)?.[1]
  const day = days === undefined ? dayOfDate(wanted) : today + Number(days)
  const name = `"${safeLine(text)}"`
  if (day === null) {
    throw new UsageError(
      `${name} is no date.`,
      'Give one such as 2026-12-05, or the days from now, such as +10d.',
    )
  }
  if (day < today) throw new UsageError(`${name} is in the past.`, 'Give the day of the next interview.')
  if (day === today) {
    throw new UsageError(
      'The interview is today: there is no day left to plan.',
      `${env.program} export sheet prints the page for the morning.`,
    )
  }
  if (day - today > farthest) {
    throw new UsageError(
      `${name} is more than a year away.`,
      'Plan when it comes nearer; until then rehearse what is due.',
    )
  }
  return day
}

async function slugsFor(options: PlanOptions, session: Session, env: Env): Promise<string[]> {
  const named = (options.bank ?? '')
    .split(',')
    .map((slug) => slug.trim())
    .filter((slug) => slug !== '')
  if (options.bank !== undefined && named.length === 0) {
    throw new UsageError('--bank names no bank.', 'Give its slug, or several as one,two.')
  }
  const slugs: string[] = []
  for (const slug of named.length > 0 ? named : [undefined]) {
    const bank = await chosenBank(session, slug === undefined ? {} : { bank: slug }, env)
    if (bank.questions.length > 0) slugs.push(bank.slug)
  }
  if (slugs.length > 0) return [...new Set(slugs)]
  throw new UserError(
    'There is no question to plan.',
    `Use a bank that has some; ${env.program} bank list shows them.`,
  )
}

async function show(session: Session, options: PlanOptions, env: Env): Promise<void> {
  const { settings, today } = session
  const found = await planOf(session, env)
  if (found === null) {
    const date = settings['plan.date']
    if (date !== null && date >= today) {
      throw new UserError(
        planWithoutBank(session.progress.plan?.banks ?? []),
        'Add it again, or make another plan.',
      )
    }
    if (options.json === true) env.out('null\n')
    else if (date === null)
      env.err(`There is no plan yet. ${env.program} plan --date +10d --minutes 20 makes one.\n`)
    else
      env.err(
        `The interview was on ${dateInWords(dateOf(date))}. ${env.program} plan --date sets the next one.\n`,
      )
    return
  }
  const gone = found.missing.map(safeLine).join(', ')
  if (gone !== '') env.err(`Not here, and so left out: ${gone}. Add it again with ${env.program} bank add.\n`)
  if (found.planned.some(({ memory }) => memory !== null && memory.lastDay > today)) {
    env.err(
      'Some attempts are dated after today: if the clock was set wrong, the plan counts them as made today.\n',
    )
  }
  const view = await viewOf(found, session, env)
  env.out(
    options.json === true
      ? `${JSON.stringify(view, null, 2)}\n`
      : draw(view, env.size().columns, session.style, env.program),
  )
}

async function viewOf(plan: Plan, session: Session, env: Env): Promise<PlanView> {
  const { progress, today } = session
  const { planned, terms, spent, banks, missing, questions } = plan
  const { interview, minutes } = terms
  const ahead = outlook(planned, today, spent, terms)
  const known = (id: string) => progressOf(progress, id)
  const kept = new Map<string, number>()
  for (const { questions: chosen } of ahead.days)
    for (const { id } of chosen) kept.set(id, (kept.get(id) ?? 0) + 1)
  const isReadyIfKept = ({ id, memory }: Planned): boolean => {
    const days = kept.get(id) ?? 0
    return days === 0
      ? isReady(known(id), interview)
      : isReadyAfter(memory, (known(id)?.days ?? 0) + days, interview)
  }
  const row = ({ id, minutes: takes }: Planned) => {
    const question = questions.get(id)
    return {
      id,
      number: question?.number ?? 0,
      bank: question === undefined ? null : bankToSay(question, session).bank,
      question: question?.question ?? id,
      reason: reasonOf(id, plan, session),
      minutes: Math.ceil(takes),
    }
  }
  const { today: chosen } = plan
  const days = ahead.days.map((each) => ({
    date: dateOf(each.day),
    minutes: Math.ceil(minutesOf(each.questions)),
    questions: each.questions.map(row),
  }))
  const unfit = ahead.questions.filter(({ memory }) => memory === null).map(({ id }) => id)
  const others = (await allBanks(session, env)).filter(
    ({ slug }) => !banks.some((bank) => bank.slug === slug),
  )
  return {
    date: dateOf(interview),
    daysLeft: interview - today,
    minutes,
    banks: banks.map(({ slug }) => slug),
    missingBanks: missing,
    questions: {
      total: planned.length,
      rehearsed: planned.filter(({ memory }) => memory !== null).length,
      ready: planned.filter(({ id }) => isReady(known(id), interview)).length,
      readyIfKept: ahead.questions.filter(isReadyIfKept).length,
      readyIfStopped: planned.filter(({ id }) => isReady(known(id), interview)).length,
    },
    today: { date: dateOf(today), minutes: Math.ceil(minutesOf(chosen)), questions: chosen.map(row), spent },
    days,
    leftOver: leftOverOf(plan, session),
    doesNotFit: unfit,
    minutesNeeded: unfit.length === 0 ? null : minutesNeeded(planned, today, interview),
    notInPlan: others.map(({ slug, questions: own }) => ({ bank: slug, questions: own.length })),
  }
}
