import { dueDayOf } from '../progress/progress.ts'
import { roundsAhead } from '../progress/rounds.ts'
import type { ComesBack } from '../progress/status.ts'
import type { Context } from './context.ts'

/** When each question is asked next, by its id: said alike wherever it is said. */
export async function comingBack(context: Context): Promise<(id: string) => ComesBack> {
  if (roundsAhead(context.progress, context.today).length === 0) return dueDayOf(context.progress)
  const [{ planOf }, { whenBack }] = await Promise.all([import('./plan.ts'), import('./when-back.ts')])
  return whenBack(await planOf(context), context)
}
