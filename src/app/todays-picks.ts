import { bankSlugOf } from '../bank/ids.ts'
import type { Contents, Question } from '../bank/model.ts'
import type { TodaysPicks } from '../ports.ts'
import { roundsAhead } from '../progress/rounds.ts'
import { contentsOf } from './banks.ts'
import type { Context } from './context.ts'
import type { Plan } from './plan.ts'

/** So many questions are kept; who asks for more waits until they are worked out. */
const mostKept = 30

/**
 * The first `count` questions of the plan as they were kept; null where they were not, or anything that they were worked
 * out from is not as it was then. `chosen`: a bank that is open already.
 */
export async function keptPicks(
  count: number,
  chosen: Contents,
  context: Context,
): Promise<Question[] | null> {
  const { store, progress, today } = context
  const kept = store.todaysPicks()
  const ids = kept?.days[today]
  if (kept === null || ids === undefined || !isMadeFrom(kept, progress.journals)) return null
  let total = 0
  const found = new Map<string, Question>()
  for (const [slug, edition] of kept.banks) {
    const contents = slug === chosen.slug ? chosen : await contentsOf(slug, context)
    if (contents === null || contents.edition !== edition) return null
    total += contents.questions.length
    const wanted = new Set(ids.slice(0, count))
    const listed = contents.questions.filter(({ id }) => wanted.has(id))
    for (const question of await contents.read(listed)) found.set(question.id, question)
  }
  const least = Math.min(count, total)
  const questions = ids.slice(0, count).flatMap((id) => found.get(id) ?? [])
  return questions.length >= least ? questions : null
}

const isMadeFrom = (kept: TodaysPicks, journals: TodaysPicks['journals']): boolean =>
  JSON.stringify(Object.entries(kept.journals).sort()) === JSON.stringify(Object.entries(journals).sort())

/** Keeps what the plan asks first today, and tomorrow if nothing more is rehearsed until then. */
export async function keepPicks(context: Context, known?: Plan): Promise<void> {
  const { store, progress, today } = context
  if ((roundsAhead(progress, today).at(-1)?.day ?? today) <= today) return
  const { picksOf, planAgain, planOf } = await import('./plan.ts')
  const plan = known ?? (await planOf(context))
  if (plan === null || plan.missing.length > 0) return
  const banks: TodaysPicks['banks'] = []
  const slugs = [...plan.banks.map(({ slug }) => slug), ...plan.added.map(({ id }) => bankSlugOf(id))]
  for (const slug of new Set(slugs)) {
    const contents = await contentsOf(slug, context)
    if (contents !== null) banks.push([slug, contents.edition])
  }
  const idsOn = (day: number): string[] => {
    const then = { ...context, today: day }
    return picksOf(day === today ? plan : planAgain(plan, then), then)
      .slice(0, mostKept)
      .map(({ question }) => question.id)
  }
  const days = Object.fromEntries([today, today + 1].map((day) => [day, idsOn(day)]))
  store.keepTodaysPicks({ journals: progress.journals, banks, days })
}

/** Keeps them after a rehearsal, as they were before it if nothing was scored in it. */
export async function keepPicksAfter(before: Context, after: Context, hasScored: boolean): Promise<void> {
  const kept = hasScored ? null : after.store.todaysPicks()
  if (kept?.days[after.today + 1] !== undefined && isMadeFrom(kept, before.progress.journals))
    after.store.keepTodaysPicks({ ...kept, journals: after.progress.journals })
  else await keepPicks(after)
}
