import type { Question } from '../bank/model.ts'
import type { TodaysPicks } from '../ports.ts'
import { roundsAhead } from '../progress/rounds.ts'
import { contentsOf, isCurrent } from './banks.ts'
import type { Context } from './context.ts'
import { isShipped } from './shipped.ts'

/** What picks the questions of a drill; null on the day of the interview, for which nothing is kept. */
export function wayOf({ progress, today }: Context): TodaysPicks['by'] | null {
  const [nearest] = roundsAhead(progress, today)
  if (nearest === undefined) return 'due'
  return nearest.day > today ? 'plan' : null
}

/**
 * The first `count` questions of a drill as they were kept; null where they were not, or anything that they were worked out
 * from is not as it was then.
 */
export async function keptPicks(count: number, context: Context): Promise<Question[] | null> {
  const { store, progress, settings, today } = context
  const kept = store.todaysPicks()
  const ids = kept?.days[today]?.slice(0, count) ?? []
  if (kept === null || ids.length < count || kept.by !== wayOf(context)) return null
  const isOfBank = kept.banks.some(({ slug }) => slug === settings.bank)
  if (!isMadeFrom(kept, progress.journals) || !(isOfBank || isShipped(settings.bank, context))) return null
  const found = new Map(kept.questions.map((question) => [question.id, question]))
  for (const { slug, source, stamp } of kept.banks) {
    if (source === null) for (const each of await inFull(ids, slug, context)) found.set(each.id, each)
    else if (!(await isCurrent({ source, stamp }, context))) return null
  }
  const questions = ids.flatMap((id) => found.get(id) ?? [])
  return questions.length === ids.length ? questions : null
}

/** Whether the journals are as they were then. */
export const isMadeFrom = (kept: Pick<TodaysPicks, 'journals'>, journals: TodaysPicks['journals']): boolean =>
  JSON.stringify(Object.entries(kept.journals).sort()) === JSON.stringify(Object.entries(journals).sort())

/** Those of the questions that are in that bank. */
export async function inFull(ids: readonly string[], slug: string, context: Context): Promise<Question[]> {
  const contents = await contentsOf(slug, context)
  return (await contents?.read(contents.questions.filter(({ id }) => ids.includes(id)))) ?? []
}
