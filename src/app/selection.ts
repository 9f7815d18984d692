import type { Contents, Listed, Question } from '../bank/model.ts'
import { UsageError, UserError } from '../ports.ts'
import { budgetMinutes } from '../progress/minutes.ts'
import { pick } from '../progress/picks.ts'
import type { Unfinished } from '../progress/progress.ts'
import { seeded } from '../progress/random.ts'
import { budgetMsOf } from '../progress/settings.ts'
import { withoutUndone } from '../progress/without-undone.ts'
import type { Mode, RehearsalOptions } from '../rehearsal/records.ts'
import type { Answered } from '../rehearsal/rehearsal.ts'
import { nearest } from '../text/nearest.ts'
import { safeLine } from '../text/safe.ts'
import { unicode } from '../text/unicode.ts'
import { count } from '../text/words.ts'
import { chosenContents } from './banks.ts'
import type { Context } from './context.ts'
import type { RehearseOptions } from './options.ts'
import { questionById, questionNamed } from './questions.ts'

/** What to rehearse, and how. */
export interface Selection {
  mode: Mode
  questions: Question[]
  options: RehearsalOptions
  /** Of an interrupted rehearsal: what was answered, with the ids of its lines, and the question to go on with. */
  resumed?: { id: string; answered: { answered: Answered; id: string }[]; at: number }
}

/** The questions that are named, else those that are picked. */
export async function select(
  mode: Mode,
  names: readonly string[],
  given: RehearseOptions,
  context: Context,
): Promise<Selection> {
  const bank = await chosenContents(given, context)
  const options = optionsOf(bank, given, context)
  const questions =
    names.length > 0
      ? await questionsNamed(names, given, bank, context)
      : await questionsPicked(mode, options, given, bank, context)
  return { mode, questions, options }
}

/** A drill of these questions, in this order. */
export async function selectThese(
  questions: Question[],
  given: RehearseOptions,
  context: Context,
): Promise<Selection> {
  const bank = await chosenContents(given, context)
  return { mode: 'drill', questions, options: optionsOf(bank, given, context) }
}

function optionsOf(bank: Contents, given: RehearseOptions, { settings }: Context): RehearsalOptions {
  return {
    bank: bank.slug,
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
  if ([given.count, given.minutes, given.pick, given.topic].some((flag) => flag !== undefined)) {
    throw new UsageError(
      'Name questions or have them picked, not both.',
      'Leave out the names, or --count, --minutes, --pick and --topic.',
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
  const planned = await plannedQuestions(most, mode, given, bank, context)
  if (planned !== null) return inTopic(planned, given.topic, 'the plan').slice(0, most)
  const { progress, today, env } = context
  const fallback = mode === 'mock' ? 'random' : 'due'
  const by = given.pick === undefined || given.pick === 'plan' ? fallback : given.pick
  const random = given.seed !== undefined ? seeded(given.seed) : by === 'random' ? env.random : null
  const avoid = mode === 'mock' ? progress.lastMock : []
  const candidates = inTopic(bank.questions, given.topic, `the bank ${bank.slug}`)
  const picks = pick(candidates, progress, { by, count: most, day: today, random, avoid })
  return bank.read(picks.map(({ question }) => question))
}

/** The plan's questions in its order, where it picks: for a drill by default, for a mock when asked to. */
async function plannedQuestions(
  most: number,
  mode: Mode,
  { pick: by, bank, topic }: RehearseOptions,
  chosen: Contents,
  context: Context,
): Promise<Question[] | null> {
  const isWanted = by === 'plan' || (by === undefined && mode !== 'mock')
  if (!isWanted) return null
  const { settings, today } = context
  if (settings['plan.date'] !== null && settings['plan.date'] >= today) {
    if (bank === undefined && topic === undefined) {
      const { keptPicks } = await import('./todays-picks.ts')
      const kept = await keptPicks(most, chosen, context)
      if (kept !== null) return kept
    }
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

/** The questions whose section has these words in it, or all where there are no words. */
function inTopic<Q extends Listed>(candidates: readonly Q[], topic: string | undefined, where: string): Q[] {
  if (topic === undefined) return [...candidates]
  const wanted = topic.trim().toLowerCase()
  const questions = candidates.filter(({ section }) => section?.toLowerCase().includes(wanted))
  if (questions.length > 0) return questions
  const sections = [...new Set(candidates.flatMap(({ section }) => section ?? []))]
  const near = nearest(
    wanted,
    sections.flatMap((section) => [section, ...section.split(unicode('[^\\p{L}\\p{N}]+'))]),
  )
  throw new UserError(
    `There is no topic "${safeLine(topic)}" in ${where}.`,
    `${near === null ? '' : `Did you mean ${near}? `}Topics: ${sections.join(', ') || 'none'}.`,
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

/** An unfinished rehearsal, to go on where it stopped; null where one of its questions is gone. */
export async function selectUnfinished(
  { id, mode, questions: ids, options, done }: Unfinished,
  context: Context,
): Promise<Selection | null> {
  const questions: Question[] = []
  for (const each of ids) {
    const question = await questionById(each, context)
    if (question === null) return null
    questions.push(question)
  }
  const next = ids.findIndex((each) => !done.includes(each))
  const answered = withoutUndone(context.store.lines()).flatMap((line) => {
    if (line.type !== 'attempt' || line.rehearsal !== id) return []
    const { v: _v, type: _type, id: lineId, at: _at, device: _device, ...attempt } = line
    const at = ids.indexOf(line.question)
    return at < 0 ? [] : [{ answered: { at, attempt }, id: lineId }]
  })
  return { mode, questions, options, resumed: { id, answered, at: next < 0 ? ids.length : next } }
}
