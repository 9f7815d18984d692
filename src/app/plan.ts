import type { Bank, Question } from '../bank/model.ts'
import type { Env } from '../ports.ts'
import type { PlanTerms } from '../progress/journal.ts'
import { leftOverUses } from '../progress/left-over-minutes.ts'
import { usualMinutes } from '../progress/minutes.ts'
import type { Picked } from '../progress/picks.ts'
import { minutePrice, minutesOf, type Planned, type PlanParameters, questionsOf } from '../progress/plan.ts'
import { progressOf } from '../progress/progress.ts'
import { reasonFor } from '../progress/reasons.ts'
import { recallOn } from '../progress/schedule.ts'
import { budgetMsOf } from '../progress/settings.ts'
import { type LeftOverView, leftOverLine } from '../screens/plan.ts'
import { dateOf } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'
import { dayOfMonth } from '../text/words.ts'
import { bankOf } from './banks.ts'
import type { Session } from './context.ts'

/** A plan with all that it needs of the banks and of the user's progress. */
export interface Plan {
  terms: PlanParameters
  banks: Bank[]
  /** Slugs of banks that the plan covers and that are not here. */
  missing: string[]
  questions: ReadonlyMap<string, Question>
  planned: Planned[]
  /** Minutes of today that went to its questions already. */
  spent: number
  /** The questions of today, worked out once: the home screen, its programme and what is left of the day need them. */
  today: Planned[]
}

/** What a plan covers, before it is known until when and for how long. */
type Covered = Omit<Plan, 'terms' | 'today'>

/** Minutes a day where nobody said how many. */
export const defaultMinutes = 20

/** The plan that the user has; null where there is none, its day has passed, or its banks are gone, which is said. */
export async function planOf(session: Session, env: Env): Promise<Plan | null> {
  const { settings, progress, today } = session
  const interview = settings['plan.date']
  if (interview === null || interview < today) return null
  const minutes = settings['plan.minutes'] ?? defaultMinutes
  const slugs = progress.plan?.banks ?? [settings.bank]
  const covered = await coveredBy(slugs, session, env)
  if (covered.banks.length === 0) {
    env.tell([
      `${planWithoutBank(slugs)} Add it again, or make another plan with ${env.program} plan --date.`,
    ])
    return null
  }
  const kappa = progress.plan?.kappa ?? kappaFor(covered.planned, minutes, interview - today)
  const terms = { interview, minutes, kappa }
  const left = Math.max(0, minutes - covered.spent)
  return { terms, ...covered, today: questionsOf(covered.planned, today, terms, left) }
}

/** Said of a plan of which no bank is here any more. */
export const planWithoutBank = (slugs: readonly string[]): string =>
  `The bank of your plan is not here: ${slugs.map(safeLine).join(', ')}.`

/** The bank of a question, where that is not the one in use; and how it is named on the command line. */
export const bankToSay = (
  { id, number }: Question,
  { settings }: Session,
): { bank: string | null; name: string } => {
  const bank = id.slice(0, id.indexOf('/'))
  return bank === settings.bank ? { bank: null, name: String(number) } : { bank, name: id }
}

/** What is fixed when a plan is made today, for these banks. */
export async function planMade(
  banks: string[],
  minutes: number,
  interview: number,
  session: Session,
  env: Env,
): Promise<PlanTerms> {
  const { planned } = await coveredBy(banks, session, env)
  return { banks, kappa: kappaFor(planned, minutes, interview - session.today) }
}

const kappaFor = (planned: readonly Planned[], minutes: number, days: number): number =>
  minutePrice(planned.length, (minutes * planned.length) / Math.max(1, minutesOf(planned)), days)

async function coveredBy(slugs: readonly string[], session: Session, env: Env): Promise<Covered> {
  const found = await Promise.all(slugs.map((slug) => bankOf(slug, session, env)))
  const banks = found.filter((bank) => bank !== null)
  const questions = banks.flatMap((bank) => bank.questions)
  const planned = questions.map((question, place) => plannedOf(question, place, session))
  return {
    banks,
    missing: slugs.filter((_, index) => found[index] === null),
    questions: new Map(questions.map((question) => [question.id, question])),
    planned,
    spent: minutesOf(planned.filter(({ memory }) => memory !== null && memory.lastDay >= session.today)),
  }
}

function plannedOf(question: Question, place: number, session: Session): Planned {
  const { id } = question
  const known = progressOf(session.progress, id)
  return { id, place, memory: known?.schedule ?? null, minutes: minutesFor(question, session) }
}

/** Whole minutes that a question usually takes, so that what is shown of each adds up to what is shown of all. */
export function minutesFor(question: Question, { progress, settings }: Session): number {
  const { id } = question
  const story = Object.hasOwn(progress.stories, id) ? (progress.stories[id] ?? null) : null
  const times = { thinkMs: settings.think, budgetMs: budgetMsOf(question, settings) }
  return Math.ceil(usualMinutes(question, progressOf(progress, id), story, times))
}

/** What to do with the minutes that they leave. */
export function leftOverOf(plan: Plan, session: Session): LeftOverView[] {
  const { planned, terms, spent, questions, today: chosen } = plan
  const { progress, today } = session
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
    const command = commandFor(each.kind, question, minutes, plan, session)
    return { kind: each.kind, id, number, question: question?.question ?? null, minutes, command }
  })
}

function commandFor(
  kind: LeftOverView['kind'],
  question: Question | undefined,
  minutes: number,
  { banks }: Plan,
  session: Session,
): string {
  if (question !== undefined)
    return `${kind === 'story' ? 'story' : 'drill'} ${bankToSay(question, session).name}`
  const slugs = banks.map(({ slug }) => slug)
  const isUsed = slugs.includes(session.settings.bank)
  return `mock --minutes ${minutes}${isUsed ? '' : ` --bank ${slugs[0]}`}`
}

/** The same, a line each with the command for it. */
export const leftOverLines = (plan: Plan, session: Session, env: Env): string[] =>
  leftOverOf(plan, session).map((each) => leftOverLine(each, env.program))

/** All questions of a plan: those of today, then the known ones of which most will be forgotten, then the new ones. */
export function picksOf(plan: Plan, session: Session): Picked[] {
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
    return question === undefined ? [] : [{ question, reason: reasonOf(id, plan, session) }]
  })
}

/** Why a question of the plan is asked. */
export const reasonOf = (id: string, { terms }: Plan, { progress }: Pick<Session, 'progress'>): string =>
  reasonFor(progressOf(progress, id), terms.interview, `the ${dayOfMonth(dateOf(terms.interview))}`)
