import { bankSlugOf } from '../bank/ids.ts'
import type { Bank, Question } from '../bank/model.ts'
import type { PlanTerms } from '../progress/journal.ts'
import { leftOverUses } from '../progress/left-over-minutes.ts'
import { usualMinutes } from '../progress/minutes.ts'
import type { Picked } from '../progress/picks.ts'
import {
  leftOf,
  minutePrice,
  minutesOf,
  type Planned,
  type PlanParameters,
  type Standing,
} from '../progress/plan.ts'
import {
  changedSinceMorningOf,
  type Landed,
  landedOf,
  onMorningOf,
  type Progress,
  progressOf,
  type QuestionProgress,
  writtenFor,
} from '../progress/progress.ts'
import { isWeak } from '../progress/ready.ts'
import { reasonFor } from '../progress/reasons.ts'
import { recallOn } from '../progress/schedule.ts'
import { budgetMsOf, farthestInterview } from '../progress/settings.ts'
import { type LeftOverView, leftOverLine } from '../screens/plan.ts'
import { dateOf, instantOf } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'
import { dayOfMonth } from '../text/words.ts'
import { bankNamed } from './banks.ts'
import type { Context } from './context.ts'
import { questionById } from './questions.ts'

/** What a plan covers: the questions of its banks, with what is known of them now and was known this morning. */
export interface Coverage extends Standing {
  banks: Bank[]
  /** Slugs of banks that the plan covers and that are not here. */
  missing: string[]
  /** Questions of other banks, covered because they fell flat in an interview. */
  added: Question[]
  questions: ReadonlyMap<string, Question>
  /** Minutes of today that its questions took already. */
  spent: number
}

/** A plan with what it covers, and what is left of today's list. */
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

/** The plan for questions of this bank, or for all where none is named; null where it does not cover that bank. */
export async function planFor(bank: string | undefined, context: Context): Promise<Plan | null> {
  const slugs = context.progress.plan?.banks ?? [context.settings.bank]
  return bank === undefined || slugs.includes(bank) ? planOf(context) : null
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
  return { ...coverage, terms, today: leftOf(coverage, today, terms) }
}

/** A plan over the same banks, as it stands with what is known by now. */
export const planAgain = ({ banks, missing, added, terms }: Plan, context: Context): Plan =>
  planOver(coverageIn(banks, missing, added, context), terms.interview, context)

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

/** κ of a plan over this, for so many minutes a day. */
export const kappaFor = ({ now }: Coverage, minutes: number, days: number): number =>
  minutePrice(now.length, (minutes * now.length) / Math.max(1, minutesOf(now)), days)

/** What a plan over these banks covers. */
export async function coverageOf(slugs: readonly string[], context: Context): Promise<Coverage> {
  const found = await Promise.all(slugs.map((slug) => bankNamed(slug, context)))
  const missing = slugs.filter((_, index) => found[index] === null)
  return coverageIn(
    found.filter((bank) => bank !== null),
    missing,
    await fellFlat(slugs, context),
    context,
  )
}

/** The questions of other banks that fell flat in an interview. */
async function fellFlat(slugs: readonly string[], context: Context): Promise<Question[]> {
  const ids = Object.entries(context.progress.landed).flatMap(([id, { landed }]) =>
    landed === 1 && !slugs.includes(bankSlugOf(id)) ? [id] : [],
  )
  const found = await Promise.all(ids.map((id) => questionById(id, context)))
  return found.filter((question) => question !== null)
}

/** The same over banks that are at hand. */
function coverageIn(
  banks: Bank[],
  missing: string[],
  added: Question[],
  { progress, settings, today }: Pick<Context, 'progress' | 'settings' | 'today'>,
): Coverage {
  const questions = [...banks.flatMap((bank) => bank.questions), ...added]
  const now = questions.map((question, place) => plannedOf(question, place, { progress, settings }))
  const then = { progress: { ...onMorningOf(today, progress), landed: progress.landed }, settings }
  const changed = new Set(changedSinceMorningOf(today, progress))
  return {
    banks,
    missing,
    added,
    questions: new Map(questions.map((question) => [question.id, question])),
    now,
    morning: now.map((each, place) => {
      const question = changed.has(each.id) ? questions[place] : undefined
      return question === undefined ? each : plannedOf(question, place, then)
    }),
    spent: minutesOf(now.filter(({ memory }) => memory !== null && memory.lastDay >= today)),
  }
}

type Known = { progress: Pick<Progress, 'questions' | 'stories'>; settings: Context['settings'] }
type KnownToPlan = Known & { progress: Pick<Progress, 'landed'> }

function plannedOf(question: Question, place: number, known: KnownToPlan): Planned {
  const { id } = question
  const own = progressOf(known.progress, id)
  return {
    id,
    place,
    memory: own?.schedule ?? null,
    minutes: wholeMinutes(question, known),
    days: own?.days ?? 0,
    isWeak: own !== null && isWeak(own),
    ...(leads(landedOf(known.progress, id), own) && { leads: true }),
  }
}

/** Whether a question fell flat in an interview and was not answered well since. */
function leads(landed: Landed | null, own: QuestionProgress | null): boolean {
  if (landed?.landed !== 1) return false
  const isAnswered = own !== null && (instantOf(own.lastAt) ?? 0) > (instantOf(landed.at) ?? 0)
  return !isAnswered || own.lastScore < 3
}

/** The minutes that a question usually takes, in whole ones, so that what is shown of each adds up to the total. */
export function wholeMinutes(question: Question, { progress, settings }: Known): number {
  const { id } = question
  const story = writtenFor(progress, id)
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

/**
 * All questions of a plan, or of one bank of it: what is left of today's list, then new ones, then the known ones, those
 * that will be forgotten most first, and last what was answered today.
 */
export function picksOf(plan: Plan, context: Context, bank?: string): Picked[] {
  const { today } = plan
  const chosen = new Set(today)
  const { interview } = plan.terms
  const turn = ({ memory }: Planned): number => (memory === null ? 0 : memory.lastDay < context.today ? 1 : 2)
  const recall = ({ memory }: Planned): number => (memory === null ? 0 : recallOn(memory, interview))
  const others = plan.now
    .filter((each) => !chosen.has(each))
    .map((each) => ({ each, turn: turn(each), recall: recall(each) }))
    .sort((a, b) => a.turn - b.turn || a.recall - b.recall)
    .map(({ each }) => each)
  return [...today, ...others].flatMap((each) => {
    const question = plan.questions.get(each.id)
    if (question === undefined || (bank !== undefined && bankSlugOf(each.id) !== bank)) return []
    return [{ question, reason: reasonOf(each, plan, context) }]
  })
}

/** Those of them that are left of today's list. */
export function todaysPicks(plan: Plan, context: Context, bank?: string): Picked[] {
  const ids = new Set(plan.today.map(({ id }) => id))
  return picksOf(plan, context, bank).filter(({ question }) => ids.has(question.id))
}

/** Why a question of the plan is asked, as it stands when it is. */
export const reasonOf = (each: Planned, { terms }: Plan, { progress }: Pick<Context, 'progress'>): string =>
  reasonFor(each, progressOf(progress, each.id), terms.interview, dayInWords(terms.interview))

/** The day of the interview, as `the 5th`. */
export const dayInWords = (interview: number): string => `the ${dayOfMonth(dateOf(interview))}`

/** What the minutes that today's questions leave can go to, one line each with the command for it. */
export const leftOverLines = (plan: Plan, context: Context): string[] =>
  leftOverOf(plan, context).map((each) => leftOverLine(each, context.env.program))

/** The same as data. */
export function leftOverOf(plan: Plan, context: Context): LeftOverView[] {
  const { now, terms, spent, questions, today: chosen } = plan
  const { progress, today } = context
  const storyless = now.flatMap(({ id }) => (Object.hasOwn(progress.stories, id) ? [] : [id]))
  const found = leftOverUses(now, chosen, today, terms, {
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
