import type { Contents, Question } from '../bank/model.ts'
import { UsageError, UserError } from '../ports.ts'
import { budgetMinutes } from '../progress/minutes.ts'
import { pick } from '../progress/picks.ts'
import { seeded } from '../progress/random.ts'
import { openRounds } from '../progress/rounds.ts'
import { budgetMsOf } from '../progress/settings.ts'
import type { Drafted, Mode, RehearsalOptions } from '../rehearsal/records.ts'
import type { Answered } from '../rehearsal/rehearsal.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import { chosenContents } from './banks.ts'
import type { Context } from './context.ts'
import type { RehearseOptions } from './options.ts'
import { questionNamed } from './questions.ts'
import { keptPicks } from './todays-picks.ts'

/** What to rehearse, and how. */
export interface Selection {
  mode: Mode
  questions: Question[]
  options: RehearsalOptions
  /** Questions are read aloud, as the command line says. */
  aloud?: boolean
  /** Of an interrupted rehearsal: what was answered, with the ids of its lines, and the question to go on with. */
  resumed?: Resumed
}

export interface Resumed {
  id: string
  answered: { answered: Answered; id: string }[]
  at: number
  /** The index of a question that was being asked again. */
  again: number | null
  draft: ResumedDraft | null
}

/** What was typed and not given, with the ids of its line and of the line that it will be part of. */
export interface ResumedDraft {
  drafted: Drafted
  id: string
  of: string
  /** Whether the journal still has it as a part of another line. */
  isMoved: boolean
}

/** The questions that are named, else those that are picked. */
export async function select(
  mode: Mode,
  names: readonly string[],
  given: RehearseOptions,
  context: Context,
): Promise<Selection> {
  const { settings } = context
  const aloud = given.aloud && { aloud: true }
  const isUsual = mode === 'drill' && names.length === 0 && !saysWhich(given)
  const kept = isUsual ? await keptPicks(given.count ?? settings.count, context) : null
  if (kept !== null)
    return { mode, questions: kept, options: optionsOf(settings.bank, given, context), ...aloud }
  const bank = await chosenContents(given, context)
  const options = optionsOf(bank.slug, given, context)
  const questions =
    names.length > 0
      ? await questionsNamed(names, given, bank, context)
      : await questionsPicked(mode, options, given, bank, context)
  return { mode, questions, options, ...aloud }
}

/** Whether the command line says more of which questions are asked than how many. */
const saysWhich = ({ pick, seed, bank, topic, competency, minutes }: RehearseOptions): boolean =>
  [pick, seed, bank, topic, competency, minutes].some((flag) => flag !== undefined)

/** A drill of these questions, in this order. */
export async function selectThese(
  questions: Question[],
  given: RehearseOptions,
  context: Context,
): Promise<Selection> {
  const bank = await chosenContents(given, context)
  return { mode: 'drill', questions, options: optionsOf(bank.slug, given, context) }
}

function optionsOf(bank: string, given: RehearseOptions, { settings }: Context): RehearsalOptions {
  return {
    bank,
    thinkMs: given.think ?? settings.think,
    talkMs: given.talk ?? null,
    typed: given.typed ?? false,
    extra: given.extra ?? false,
    strict: given.strict ?? false,
    followUps: given.followUps !== false && settings.followUps,
  }
}

async function questionsNamed(
  names: readonly string[],
  given: RehearseOptions,
  bank: Contents,
  context: Context,
): Promise<Question[]> {
  if (
    [given.count, given.minutes, given.pick, given.topic, given.competency].some((flag) => flag !== undefined)
  ) {
    throw new UsageError(
      'Name questions or have them picked, not both.',
      'Leave out the names, or --count, --minutes, --pick, --topic and --competency.',
    )
  }
  const questions: Question[] = []
  for (const name of names) questions.push(await questionNamed(name, bank, context))
  // the same name twice may be a slip; two sets of words that mean one question are none
  if (new Set(names).size < names.length) context.env.err('Duplicates are asked once.\n')
  return [...new Map(questions.map((question) => [question.id, question])).values()]
}

async function questionsPicked(
  mode: Mode,
  options: RehearsalOptions,
  given: RehearseOptions,
  bank: Contents,
  context: Context,
): Promise<Question[]> {
  const wanted = given.count ?? (mode === 'mock' ? 5 : context.settings.count)
  if (given.minutes !== undefined && given.count !== undefined) {
    throw new UsageError('--count and --minutes both say how many questions.', 'Give one of them.')
  }
  const most = given.minutes === undefined ? wanted : Number.POSITIVE_INFINITY
  const ranked = await ranking(most, mode, given, bank, context)
  if (given.minutes !== undefined) return fitting(ranked, given.minutes, mode, options, context)
  if (given.count !== undefined && wanted > ranked.length) {
    context.env.err(`There are only ${count(ranked.length, 'question')} to ask; you get all of them.\n`)
  }
  return ranked
}

/** At most so many candidates, in the order in which they are to be asked. */
async function ranking(
  most: number,
  mode: Mode,
  given: RehearseOptions,
  bank: Contents,
  context: Context,
): Promise<Question[]> {
  const planned = await plannedQuestions(mode, given, context)
  const filters = isFiltered(given) ? await import('./filters.ts') : null
  const asked = planned === null ? [] : (filters?.plannedFor(planned, given) ?? planned)
  // a plan may be for a part of the bank, and what is asked for in another
  if (asked.length > 0) return asked.slice(0, most)
  const { progress, today, env } = context
  const fallback = mode === 'mock' ? 'random' : 'due'
  const by = given.pick === undefined || given.pick === 'plan' ? fallback : given.pick
  const random = given.seed !== undefined ? seeded(given.seed) : by === 'random' ? env.random : null
  const avoid = mode === 'mock' ? progress.lastMock : []
  const candidates = (await filters?.candidatesIn(bank, given)) ?? bank.questions
  const picks = pick(candidates, progress, { by, count: most, day: today, random, avoid })
  return bank.read(picks.map(({ question }) => question))
}

const isFiltered = ({ topic, competency }: RehearseOptions): boolean =>
  topic !== undefined || competency !== undefined

/** The plan's questions in its order, where it picks: for a drill by default, for a mock when asked to. */
async function plannedQuestions(
  mode: Mode,
  given: RehearseOptions,
  context: Context,
): Promise<Question[] | null> {
  const { pick: by, bank } = given
  const isWanted = by === 'plan' || (by === undefined && mode !== 'mock')
  if (!isWanted) return null
  const { progress, today } = context
  if (openRounds(progress).some(({ day }) => day >= today)) {
    const { picksOf, planFor } = await import('./plan.ts')
    const plan = await planFor(bank, context)
    if (plan !== null) return picksOf(plan, context, bank).map(({ question }) => question)
  }
  if (by === undefined) return null
  throw new UserError(
    bank === undefined ? 'There is no plan.' : `There is no plan for the bank ${safeLine(bank)}.`,
    `Make one, for example with ${context.env.program} plan --date +10d.`,
  )
}

/** As many as fit into so many minutes, but at least one. */
function fitting(
  questions: readonly Question[],
  minutes: number,
  mode: Mode,
  options: RehearsalOptions,
  { settings }: Context,
): Question[] {
  let left = minutes
  return questions.filter((question, index) => {
    const followUps = mode === 'mock' && options.followUps ? question.followUps : []
    const budgetMs = budgetMsOf(question, settings, options.talkMs)
    const takes = budgetMinutes({ followUps }, budgetMs, options.thinkMs)
    if (index > 0 && takes > left) return false
    left -= takes
    return true
  })
}
