import { bankSlugOf } from '../bank/ids.ts'
import type { Bank, Question } from '../bank/model.ts'
import { leftOverUses } from '../progress/left-over-minutes.ts'
import { usualMinutes } from '../progress/minutes.ts'
import type { Picked } from '../progress/picks.ts'
import {
  leftOf,
  minutePrice,
  minutesOf,
  type Planned,
  type PlanParameters,
  roundOn,
  type Standing,
  sharesOn,
  type Target,
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
import { asksFor, dateCommand, openRounds, type Round, roundName, roundsAhead } from '../progress/rounds.ts'
import { recallOn } from '../progress/schedule.ts'
import { budgetMsOf, farthestInterview } from '../progress/settings.ts'
import { type LeftOverView, leftOverLine } from '../screens/plan.ts'
import { bankIsGone } from '../screens/words.ts'
import { dateOf, instantOf } from '../text/dates.ts'
import { dayOfMonth } from '../text/words.ts'
import { bankNamed } from './banks.ts'
import type { Context } from './context.ts'
import { questionById } from './questions.ts'

/** What a plan covers: the questions that its rounds ask for, with what is known of them now and was known this morning. */
export interface Coverage extends Standing {
  banks: Bank[]
  /** Slugs of banks that the plan covers and that are not here. */
  missing: string[]
  /** Questions that no round asks for, covered because they fell flat in an interview. */
  added: Question[]
  questions: ReadonlyMap<string, Question>
  /** Minutes of today that its questions took already. */
  spent: number
}

/** A round with what the planner needs to know of it. */
export interface PlannedRound extends Target {
  round: Round
}

/** A plan with what it covers, and what is left of today's list. */
export interface Plan extends Coverage, PlanParameters {
  /** The nearest first; there is at least one. */
  rounds: readonly [PlannedRound, ...PlannedRound[]]
  today: Planned[]
}

/** Minutes a day where nobody said how many. */
export const defaultMinutes = 20

/** The plan that the user has; null where there is none or its days have passed, and, said, where one is far or the banks gone. */
export async function planOf(context: Context): Promise<Plan | null> {
  const { progress, today, env } = context
  const [nearest, ...others] = roundsAhead(progress, today)
  const far = openRounds(progress).find(({ day }) => day - today > farthestInterview)
  if (far !== undefined) {
    const whose = far.name === null ? 'of your plan' : `of the round ${far.name}`
    env.tell([
      `The interview ${whose}, ${dateOf(far.day)}, is more than a year away. ${env.program} ${dateCommand(far)} sets another day.`,
    ])
  }
  if (nearest === undefined) return null
  const rounds = [nearest, ...others] as const
  const coverage = await coverageOf(rounds, context)
  if (coverage.banks.length === 0) {
    env.tell([
      `${bankIsGone(coverage.missing, 'your plan')} Add it again, or make another plan with ${env.program} plan --date.`,
    ])
    return null
  }
  return planOver(coverage, rounds, context)
}

/** The plan for questions of this bank, or for all where none is named; null where it does not cover that bank. */
export async function planFor(bank: string | undefined, context: Context): Promise<Plan | null> {
  const rounds = roundsAhead(context.progress, context.today)
  return bank === undefined || rounds.some(({ banks }) => banks.includes(bank)) ? planOf(context) : null
}

type Rounds = readonly [Round, ...Round[]]

/** The plan for these rounds, the nearest first, over what they cover. */
export function planOver(
  coverage: Coverage,
  rounds: Rounds,
  { settings, today }: Context,
  minutes = settings['plan.minutes'] ?? defaultMinutes,
): Plan {
  const { added, questions } = coverage
  const coming = rounds.filter(({ day }) => day > today)
  const asks = (round: Round): boolean => [...questions.values()].some((question) => asksFor(round, question))
  // what fell flat goes to a round whose bank is here
  const heir = coming.find(asks) ?? coming[0] ?? rounds[0]
  const coveredBy = (round: Round): Set<string> => {
    const own = [...questions.values()].filter((question) => asksFor(round, question))
    return new Set([...own, ...(round === heir ? added : [])].map(({ id }) => id))
  }
  const targets = rounds.map(
    (round): PlannedRound => ({
      round,
      interview: round.day,
      kappa: round.kappa ?? 0,
      covers: rounds.length === 1 ? null : coveredBy(round),
    }),
  )
  const [first, ...others] = withKappas(targets, coverage, minutes, today)
  if (first === undefined) throw new Error('a plan has a round')
  const parameters = { minutes, rounds: [first, ...others] as const }
  return { ...coverage, ...parameters, today: leftOf(coverage, today, parameters) }
}

/** The rounds with κ for so many minutes a day; `anew` gives a new one to those that have one too. */
export const withKappas = (
  rounds: readonly PlannedRound[],
  coverage: Coverage,
  minutes: number,
  today: number,
  anew = false,
): PlannedRound[] =>
  rounds.map((each) =>
    anew || each.round.kappa === null
      ? { ...each, kappa: kappaFor(each, rounds, coverage, minutes, today) }
      : each,
  )

/** κ of a round, for its share of so many minutes a day. */
function kappaFor(
  { interview, covers }: Target,
  rounds: readonly Target[],
  { now }: Coverage,
  minutes: number,
  today: number,
): number {
  const own = now.filter(({ id }) => covers === null || covers.has(id))
  const place = rounds.findIndex((round) => round.interview === interview && round.covers === covers)
  let days = 0
  for (let day = today; day < interview; day++) days += sharesOn(day, rounds)[place] ?? 0
  return minutePrice(own.length, (minutes * own.length) / Math.max(1, minutesOf(own)), days)
}

/** A plan over the same banks, as it stands with what is known by now. */
export function planAgain({ banks, missing, added, rounds }: Plan, context: Context): Plan {
  const [first, ...others] = rounds.map(({ round }) => round).filter(({ day }) => day >= context.today)
  const ahead: Rounds = first === undefined ? [rounds[0].round] : [first, ...others]
  return planOver(coverageIn(banks, missing, added, ahead, context), ahead, context)
}

/** What a plan for these rounds covers. */
export async function coverageOf(rounds: readonly Round[], context: Context): Promise<Coverage> {
  const slugs = [...new Set(rounds.flatMap(({ banks }) => banks))]
  const found = await Promise.all(slugs.map((slug) => bankNamed(slug, context)))
  const missing = slugs.filter((_, index) => found[index] === null)
  const banks = found.filter((bank) => bank !== null)
  return coverageIn(banks, missing, await fellFlat(rounds, context), rounds, context)
}

/** The questions that no round asks for and that fell flat in an interview. */
async function fellFlat(rounds: readonly Round[], context: Context): Promise<Question[]> {
  const ids = Object.entries(context.progress.landed).flatMap(([id, { landed }]) =>
    landed === 1 ? [id] : [],
  )
  const found = await Promise.all(ids.map((id) => questionById(id, context)))
  return found.filter(
    (question): question is Question =>
      question !== null && !rounds.some((round) => asksFor(round, question)),
  )
}

/** The same over banks that are at hand. */
function coverageIn(
  banks: Bank[],
  missing: string[],
  added: Question[],
  rounds: readonly Round[],
  { progress, settings, today }: Pick<Context, 'progress' | 'settings' | 'today'>,
): Coverage {
  const listed = banks.flatMap((bank) => bank.questions)
  const isAsked = (question: Question): boolean => rounds.some((round) => asksFor(round, question))
  const questions = [...(rounds.every(isWhole) ? listed : listed.filter(isAsked)), ...added]
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

/** Whether a round asks for all of its banks, so that nobody has to look at each question. */
const isWhole = ({ topic, competency }: Round): boolean => topic === null && competency === null

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
  const turn = ({ memory }: Planned): number => (memory === null ? 0 : memory.lastDay < context.today ? 1 : 2)
  const recall = ({ id, memory }: Planned): number =>
    memory === null ? 0 : recallOn(memory, roundOf(id, plan, context.today).interview)
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

/** Why a question of the plan is asked, as it stands when it is: `then`. */
export function reasonOf(
  each: Planned,
  plan: Plan,
  { progress, today }: Pick<Context, 'progress' | 'today'>,
  then = today,
): string {
  const { interview } = roundOf(each.id, plan, then)
  return reasonFor(each, progressOf(progress, each.id), interview, dayInWords(interview))
}

/** The round that a question counts for on a day: the nearest that asks for it and is ahead, else the nearest of all. */
export const roundOf = (id: string, { rounds }: Pick<Plan, 'rounds'>, day: number): PlannedRound =>
  rounds[roundOn(rounds, day, id)] ?? rounds[0]

/** The name of that round as a row has it: only where there are others to tell it from. */
export const roundIn = (
  id: string,
  plan: Pick<Plan, 'rounds'> | null,
  { today }: Pick<Context, 'today'>,
): { round?: string } =>
  plan === null || plan.rounds.length < 2 ? {} : { round: roundName(roundOf(id, plan, today).round) }

/** The day of the interview, as `the 5th`. */
export const dayInWords = (interview: number): string => `the ${dayOfMonth(dateOf(interview))}`

/** What the minutes that today's questions leave can go to, one line each with the command for it. */
export const leftOverLines = (plan: Plan, context: Context): string[] =>
  leftOverOf(plan, context).map((each) => leftOverLine(each, context.env.program))

/** The same as data. */
export function leftOverOf(plan: Plan, context: Context): LeftOverView[] {
  const { now, minutes: aDay, rounds, spent, questions, today: chosen } = plan
  const { progress, today } = context
  const storyless = now.flatMap(({ id }) => (Object.hasOwn(progress.stories, id) ? [] : [id]))
  const found = leftOverUses(now, chosen, today, rounds, {
    minutes: aDay - spent - minutesOf(chosen),
    storyless: new Set(storyless),
    lastMockDay: progress.lastMockDay,
  })
  return found.map((each) => {
    const minutes = Math.ceil(each.minutes)
    const question = each.kind === 'mock' ? undefined : questions.get(each.id)
    const { id = null, number = null } = question ?? {}
    const command = commandFor(each.kind, question, minutes, plan, context)
    const isNew = each.kind === 'question' && progressOf(progress, each.id) === null
    return {
      kind: each.kind,
      id,
      number,
      question: question?.question ?? null,
      ...(isNew && { isNew }),
      minutes,
      command,
    }
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
