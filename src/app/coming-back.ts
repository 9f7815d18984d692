import { dueDayOf } from '../progress/progress.ts'
import type { ComesBack } from '../progress/status.ts'
import type { Context } from './context.ts'

/** When each question is asked next, by its id: said alike wherever it is said. */
export async function comingBack(context: Context): Promise<(id: string) => ComesBack> {
  if (context.settings['plan.date'] === null) return dueDayOf(context.progress)
  const [{ planOf }, { whenBack }] = await Promise.all([import('./plan.ts'), import('./when-back.ts')])
  return whenBack(await planOf(context), context)
}
