import type { Contents, Listed, Question } from '../bank/model.ts'
import { type Env, UsageError, UserError } from '../ports.ts'
import { budgetMinutes } from '../progress/minutes.ts'
import { pick } from '../progress/picks.ts'
import type { Unfinished } from '../progress/progress.ts'
import { seeded } from '../progress/random.ts'
import { budgetMsOf } from '../progress/settings.ts'
import type { Mode, RehearsalOptions } from '../rehearsal/records.ts'
import type { Answered } from '../rehearsal/rehearsal.ts'
import { nearest } from '../text/nearest.ts'
import { safeLine } from '../text/safe.ts'
import { unicode } from '../text/unicode.ts'
import { count } from '../text/words.ts'
import { chosenContents } from './banks.ts'
import { questionById, questionNamed, type Session } from './context.ts'
import type { RehearseOptions } from './options.ts'

/** What to rehearse. `resumed`: what was answered before it was interrupted, with the ids of its lines. */
export interface Programme {
  mode: Mode
  questions: Question[]
  options: RehearsalOptions
  resumed?: { id: string; answered: { answered: Answered; id: string }[]; at: number }
}

/** The questions that are named, or else picked, and how they are asked. */
export async function programmeOf(
  mode: Mode,
  names: readonly string[],
  given: RehearseOptions,
  session: Session,
  env: Env,
): Promise<Programme> {
  const bank = await chosenContents(session, given, env)
  const options = optionsOf(bank, given, session)
  if (names.length > 0) {
    if ([given.count, given.minutes, given.pick, given.topic].some((flag) => flag !== undefined)) {
      throw new UsageError(
        'Questions are named and also to be picked.',
        'Name questions, or give --count, --minutes, --pick or --topic.',
      )
    }
    const questions: Question[] = []
    for (const name of names) questions.push(await questionNamed(name, bank, session, env))
    const once = [...new Map(questions.map((question) => [question.id, question])).values()]
    // of words, two may well mean the same one
    if (new Set(names).size < names.length) env.err('What you named twice is asked once.\n')
    return { mode, questions: once, options }
  }
  return { mode, options, questions: await picked(mode, options, given, bank, session, env) }
}

/** A drill of these questions, in this order. */
export async function drillOf(
  questions: Question[],
  given: RehearseOptions,
  session: Session,
  env: Env,
): Promise<Programme> {
  const bank = await chosenContents(session, given, env)
  return { mode: 'drill', questions, options: optionsOf(bank, given, session) }
}

function optionsOf(bank: Contents, given: RehearseOptions, { settings }: Session): RehearsalOptions {
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

function inTopic<Q extends Listed>(candidates: readonly Q[], topic: string, where: string): Q[] {
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

/** The candidates in the order in which they are to be asked, at most so many. */
async function ranking(
  count: number,
  mode: Mode,
  given: RehearseOptions,
  bank: Contents,
  session: Session,
  env: Env,
): Promise<Question[]> {
  const planned = mode === 'mock' && given.pick === undefined ? null : await plannedFor(given, session, env)
  const inside = <Q extends Listed>(questions: readonly Q[]): Q[] =>
    given.topic === undefined
      ? [...questions]
      : inTopic(questions, given.topic, planned === null ? `the bank ${bank.slug}` : 'the plan')
  if (planned !== null) {
    const isAsked = ({ id }: Question): boolean => given.bank === undefined || id.startsWith(`${bank.slug}/`)
    return inside(planned.filter(isAsked)).slice(0, count)
  }
  const by =
    given.pick === undefined || given.pick === 'plan' ? (mode === 'mock' ? 'random' : 'due') : given.pick
  const { progress, today } = session
  const random = given.seed !== undefined ? seeded(given.seed) : by === 'random' ? env.random : null
  const avoid = mode === 'mock' ? progress.lastMock : []
  const picks = pick(inside(bank.questions), progress, { by, count, day: today, random, avoid })
  return bank.read(picks.map(({ question }) => question))
}

/** What the plan asks, where questions are picked by it: because that is wanted, or because there is one. */
async function plannedFor({ pick }: RehearseOptions, session: Session, env: Env): Promise<Question[] | null> {
  if (pick !== undefined && pick !== 'plan') return null
  if (session.settings['plan.date'] !== null) {
    const { picksOf, planOf } = await import('./plan.ts')
    const plan = await planOf(session, env)
    if (plan !== null) return picksOf(plan, session).map(({ question }) => question)
  }
  if (pick === undefined) return null
  throw new UserError('There is no plan.', `Make one, such as with ${env.program} plan --date +10d.`)
}

async function picked(
  mode: Mode,
  options: RehearsalOptions,
  given: RehearseOptions,
  bank: Contents,
  session: Session,
  env: Env,
): Promise<Question[]> {
  const wanted = given.count ?? (mode === 'mock' ? 5 : session.settings.count)
  if (given.minutes !== undefined && given.count !== undefined) {
    throw new UsageError('--count and --minutes both say how many questions.', 'Give one of them.')
  }
  const most = given.minutes === undefined ? wanted : Number.POSITIVE_INFINITY
  const ranked = await ranking(most, mode, given, bank, session, env)
  if (given.minutes !== undefined) return fitting(ranked, given.minutes, mode, options, session)
  if (given.count !== undefined && wanted > ranked.length) {
    env.err(`There are only ${count(ranked.length, 'question')} to ask; you get all of them.\n`)
  }
  return ranked
}

/** As many as fit into so many minutes, at least one. */
function fitting(
  questions: readonly Question[],
  minutes: number,
  mode: Mode,
  options: RehearsalOptions,
  { settings }: Session,
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

/** An unfinished rehearsal, to be taken up where it stopped; null where its questions are no longer there. */
export async function programmeToResume(
  { id, mode, questions: ids, options, done }: Unfinished,
  session: Session,
  env: Env,
): Promise<Programme | null> {
  const questions: Question[] = []
  for (const each of ids) {
    const question = await questionById(each, session, env)
    if (question === null) return null
    questions.push(question)
  }
  const next = ids.findIndex((each) => !done.includes(each))
  const at = next < 0 ? ids.length : next
  const { withoutUndone } = await import('../progress/without-undone.ts')
  const answered = withoutUndone(session.store.lines()).flatMap((line) => {
    if (line.type !== 'attempt' || line.rehearsal !== id) return []
    const { v: _v, type: _type, id: lineId, at: _at, device: _device, ...attempt } = line
    const index = ids.indexOf(line.question)
    return index < 0 ? [] : [{ answered: { at: index, attempt }, id: lineId }]
  })
  return { mode, questions, options, resumed: { id, answered, at } }
}
