import type { Bank } from '../bank/model.ts'
import { progressOf } from '../progress/progress.ts'
import { openRounds } from '../progress/rounds.ts'
import type { Context } from './context.ts'

/** The bank that is used until the user chooses another one. */
export const defaultSlug = 'leadership'

const banks: Record<string, () => Promise<{ default: Bank }>> = {
  [defaultSlug]: () => import('../../data/leadership.md'),
  manager: () => import('../../data/manager.md'),
}

/** A bank that comes with greenroom, by its slug. */
export async function shippedBank(slug: string): Promise<Bank> {
  const load = banks[slug]
  if (load === undefined) throw new Error(`no bank ${slug} is shipped`)
  return (await load()).default
}

/** All banks that come with greenroom, the default first. */
export const allShipped = (): Promise<Bank[]> => Promise.all(Object.keys(banks).map(shippedBank))

/** Whether this is a bank that comes with greenroom. One that the user added under its slug before takes its place. */
export const isShipped = (slug: string, { store, progress }: Context): boolean =>
  slug === defaultSlug ||
  (Object.hasOwn(banks, slug) && !Object.hasOwn(progress.banks, slug) && !store.bankSlugs().includes(slug))

/** The slugs of the banks that come with greenroom, the default first. */
export const shippedSlugs = (context: Context): string[] =>
  Object.keys(banks).filter((slug) => isShipped(slug, context))

/** Whether the user has to do with a shipped bank: the default always counts, others when they are chosen or rehearsed. */
export async function isInUse(slug: string, { progress, settings }: Context): Promise<boolean> {
  if (slug === defaultSlug || slug === settings.bank || progress.plan?.banks.includes(slug)) return true
  if (openRounds(progress).some(({ banks }) => banks.includes(slug))) return true
  const { questions } = await shippedBank(slug)
  return questions.some(({ id }) => progressOf(progress, id) !== null || Object.hasOwn(progress.stories, id))
}
