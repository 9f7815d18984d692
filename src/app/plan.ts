import { bankSlugOf } from '../bank/ids.ts'
import type { Bank, Question } from '../bank/model.ts'
import type { PlanTerms } from '../progress/journal.ts'
import { leftOverUses } from '../progress/left-over-minutes.ts'
import { usualMinutes } from '../progress/minutes.ts'
import type { Picked } from '../progress/picks.ts'
import { minutePrice, minutesOf, type Planned, type PlanParameters, questionsOf } from '../progress/plan.ts'
import { progressOf } from '../progress/progress.ts'
import { reasonFor } from '../progress/reasons.ts'
import { recallOn } from '../progress/schedule.ts'
import { budgetMsOf, farthestInterview } from '../progress/settings.ts'
import { type LeftOverView, leftOverLine } from '../screens/plan.ts'
import { dateOf } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'
import { dayOfMonth } from '../text/words.ts'
import { bankNamed } from './banks.ts'
import type { Context } from './context.ts'

/** What a plan covers: the questions of its banks, with what is known of them today. */
export interface Coverage {
  banks: Bank[]
  /** Slugs of banks that the plan covers and that are not here. */
  missing: string[]
  questions: ReadonlyMap<string, Question>
  planned: Planned[]
  /** Minutes of today that its questions took already. */
  spent: number
}

/** A plan with what it covers, and today's questions. */
export interface Plan extends Coverage {
  terms: PlanParameters
  today: Planned[]
}

/** Minutes a day where nobody said how many. */
export const defaultMinutes = 20

/** The plan that the user has; null where there is none or its day has passed, and, said, where that is far or the banks gone. */
export async function planOf(context: Context): Promise<Plan | null> {
  const { settings, progress, today, env } = context
  const interview = settings['plan.date']
  if (interview === null || interview < today) return null
  if (interview - today > farthestInterview) {
    env.tell([
      `The interview of your plan, ${dateOf(interview)}, is more than a year away. ${env.program} plan --date sets another day.`,
    ])
    return null
  }
  const slugs = progress.plan?.banks ?? [settings.bank]
  const coverage = await coverageOf(slugs, context)
  if (coverage.banks.length === 0) {
    env.tell([
      `${planWithoutBank(slugs)} Add it again, or make another plan with ${env.program} plan --date.`,
    ])
    return null
  }
  return planOver(coverage, interview, context)
}

/** The plan over what it covers. */
export function planOver(
  coverage: Coverage,
  interview: number,
  { settings, progress, today }: Context,
): Plan {
  const minutes = settings['plan.minutes'] ?? defaultMinutes
  const kappa = progress.plan?.kappa ?? kappaFor(coverage, minutes, interview - today)
  const terms = { interview, minutes, kappa }
  const left = Math.max(0, minutes - coverage.spent)
  return { ...coverage, terms, today: questionsOf(coverage.planned, today, terms, left) }
}

/** Said of a plan whose banks are all gone. */
export const planWithoutBank = (slugs: readonly string[]): string =>
  `The bank of your plan is not here: ${slugs.map(safeLine).join(', ')}.`

/** What is fixed for good when a plan is made today over these banks. */
export const planTerms = (
  coverage: Coverage,
  minutes: number,
  interview: number,
  { today }: Context,
): PlanTerms => ({
  banks: coverage.banks.map(({ slug }) => slug),
  kappa: kappaFor(coverage, minutes, interview - today),
})

const kappaFor = ({ planned }: Coverage, minutes: number, days: number): number =>
  minutePrice(planned.length, (minutes * planned.length) / Math.max(1, minutesOf(planned)), days)

/** What a plan over these banks covers. */
export async function coverageOf(slugs: readonly string[], context: Context): Promise<Coverage> {
  const found = await Promise.all(slugs.map((slug) => bankNamed(slug, context)))
  const banks = found.filter((bank) => bank !== null)
  const questions = banks.flatMap((bank) => bank.questions)
  const planned = questions.map((question, place) => plannedOf(question, place, context))
  return {
    banks,
    missing: slugs.filter((_, index) => found[index] === null),
    questions: new Map(questions.map((question) => [question.id, question])),
    planned,
    spent: minutesOf(planned.filter(({ memory }) => memory !== null && memory.lastDay >= context.today)),
  }
}

function plannedOf(question: Question, place: number, context: Context): Planned {
  const { id } = question
  const memory = progressOf(context.progress, id)?.schedule ?? null
  return { id, place, memory, minutes: wholeMinutes(question, context) }
}

/** The minutes that a question usually takes, in whole ones, so that what is shown of each adds up to the total. */
export function wholeMinutes(question: Question, { progress, settings }: Context): number {
  const { id } = question
  const story = Object.hasOwn(progress.stories, id) ? (progress.stories[id] ?? null) : null
  const times = { thinkMs: settings.think, budgetMs: budgetMsOf(question, settings) }
  return Math.ceil(usualMinutes(question, progressOf(progress, id), story, times))
}

/** The bank of a question where that is not the one in use, and what the question is called on the command line. */
export function nameOf(
  { id, number }: Question,
  { settings }: Context,
): { bank: string | null; name: string } {
  const bank = bankSlugOf(id)
  return bank === settings.bank ? { bank: null, name: String(number) } : { bank, name: id }
}

/** All questions of a plan: today's, then the known ones, those that will be forgotten most first, then the new ones. */
export function picksOf(plan: Plan, context: Context): Picked[] {
  const { today } = plan
  const chosen = new Set(today)
  const { interview } = plan.terms
  const recall = ({ memory }: Planned): number => (memory === null ? 2 : recallOn(memory, interview))
  const others = plan.planned
    .filter((each) => !chosen.has(each))
    .map((each) => ({ each, recall: recall(each) }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ each }) => each)
  return [...today, ...others].flatMap(({ id }) => {
    const question = plan.questions.get(id)
    return question === undefined ? [] : [{ question, reason: reasonOf(id, plan, context) }]
  })
}

/** Why a question of the plan is asked. */
export const reasonOf = (id: string, { terms }: Plan, { progress }: Pick<Context, 'progress'>): string =>
  reasonFor(progressOf(progress, id), terms.interview, `the ${dayOfMonth(dateOf(terms.interview))}`)

/** What the minutes that today's questions leave can go to, one line each with the command for it. */
export const leftOverLines = (plan: Plan, context: Context): string[] =>
  leftOverOf(plan, context).map((each) => leftOverLine(each, context.env.program))

/** The same as data. */
export function leftOverOf(plan: Plan, context: Context): LeftOverView[] {
  const { planned, terms, spent, questions, today: chosen } = plan
  const { progress, today } = context
  const storyless = planned.flatMap(({ id }) => (Object.hasOwn(progress.stories, id) ? [] : [id]))
  const found = leftOverUses(planned, chosen, today, terms, {
    minutes: terms.minutes - spent - minutesOf(chosen),
    storyless: new Set(storyless),
    lastMockDay: progress.lastMockDay,
  })
  return found.map((each) => {
    const minutes = Math.ceil(each.minutes)
    const question = each.kind === 'mock' ? undefined : questions.get(each.id)
    const { id = null, number = null } = question ?? {}
    const command = commandFor(each.kind, question, minutes, plan, context)
    return { kind: each.kind, id, number, question: question?.question ?? null, minutes, command }
  })
}

function commandFor(
  kind: LeftOverView['kind'],
  question: Question | undefined,
  minutes: number,
  { banks }: Plan,
  context: Context,
): string {
  if (question !== undefined)
    return `${kind === 'story' ? 'story' : 'drill'} ${nameOf(question, context).name}`
  const slugs = banks.map(({ slug }) => slug)
  const isUsed = slugs.includes(context.settings.bank)
  return `mock --minutes ${minutes}${isUsed ? '' : ` --bank ${slugs[0]}`}`
}
