import { bankSlugOf } from '../bank/ids.ts'
import type { TodaysPicks } from '../ports.ts'
import { pick } from '../progress/picks.ts'
import { roundsAhead } from '../progress/rounds.ts'
import { contentsOf } from './banks.ts'
import type { Context } from './context.ts'
import type { Plan } from './plan.ts'
import { isShipped } from './shipped.ts'
import { inFull, isMadeFrom, wayOf } from './todays-picks.ts'

/** So many questions are kept of each day; who asks for more waits until they are worked out. */
const mostKept = 20

/** Which questions come first on a day, by their ids, the banks that they are from, and of how many they are. */
interface Ranking {
  slugs: Iterable<string>
  size: number
  idsOn(day: number): string[]
}

/** Keeps what a drill asks first today, and on the days after it if nothing more is rehearsed until then. */
export async function keepPicks(context: Context, known?: Plan): Promise<void> {
  const { store, progress } = context
  const by = wayOf(context)
  const ranking = by && (by === 'plan' ? await plannedRanking(context, known) : await dueRanking(context))
  if (!ranking) return
  const days = Object.fromEntries(
    daysToKeep(ranking, context).map((day) => [day, ranking.idsOn(day).slice(0, mostKept)] as const),
  )
  const ids = Object.values(days).flat()
  const picks: TodaysPicks = { journals: progress.journals, by, banks: [], days, questions: [] }
  for (const slug of ranking.slugs) {
    const copy = (await contentsOf(slug, context))?.copy ?? null
    // one that could not be kept is read from its source
    if (copy === null && !isShipped(slug, context)) return
    picks.banks.push({ slug, source: copy?.source ?? null, stamp: copy?.stamp ?? null })
    if (copy !== null) picks.questions.push(...(await inFull(ids, slug, context)))
  }
  store.keepTodaysPicks(picks)
}

/** From today on: a week, but of many questions, which take long, today and tomorrow; as far as progress holds. */
function daysToKeep({ size }: Ranking, { progress, today }: Context): number[] {
  const interview = roundsAhead(progress, today)[0]?.day ?? today
  const end = Math.min(
    today + (size > 1000 ? 2 : 7),
    progress.holds.until ?? Number.POSITIVE_INFINITY,
    interview > today ? interview : Number.POSITIVE_INFINITY,
  )
  return Array.from({ length: Math.max(1, end - today) }, (_, n) => today + n)
}

async function plannedRanking(context: Context, known: Plan | undefined): Promise<Ranking | null> {
  const { picksOf, planAgain, planOf } = await import('./plan.ts')
  const plan = known ?? (await planOf(context))
  if (plan === null || plan.missing.length > 0) return null
  return {
    slugs: new Set([...plan.banks.map(({ slug }) => slug), ...plan.added.map(({ id }) => bankSlugOf(id))]),
    size: plan.now.length,
    idsOn(day) {
      const then = { ...context, today: day }
      const planThen = day === context.today ? plan : planAgain(plan, then)
      return picksOf(planThen, then).map(({ question }) => question.id)
    },
  }
}

/** Null for a bank that comes with greenroom, which is not large. */
async function dueRanking(context: Context): Promise<Ranking | null> {
  const { settings, progress } = context
  const contents = await contentsOf(settings.bank, context)
  if (contents === null || contents.copy === null) return null
  const options = { by: 'due', count: mostKept, random: null } as const
  return {
    slugs: [contents.slug],
    size: contents.questions.length,
    idsOn: (day) =>
      pick(contents.questions, progress, { ...options, day }).map(({ question }) => question.id),
  }
}

/**
 * Keeps them after a rehearsal: as they were before it if nothing was scored in it, and nothing came to the journals but the
 * bytes that it appended itself.
 */
export async function keepPicksAfter(
  before: Context,
  after: Context,
  { isScored, bytes }: { isScored: boolean; bytes: number },
): Promise<void> {
  const { journals } = before.progress
  const device = after.store.device()
  const withOwn = { ...journals, [device]: (journals[device] ?? 0) + bytes }
  // an edit of config.json by hand is appended by this process too
  const isSame =
    !isScored &&
    isMadeFrom({ journals: withOwn }, after.progress.journals) &&
    JSON.stringify(before.settings) === JSON.stringify(after.settings)
  const kept = isSame ? after.store.todaysPicks() : null
  if (kept?.days[after.today + 1] !== undefined && isMadeFrom(kept, journals))
    after.store.keepTodaysPicks({ ...kept, journals: after.progress.journals })
  else await keepPicks(after)
}
