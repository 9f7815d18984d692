import { type Env, type Store, UsageError } from '../ports.ts'
import type { Progress } from '../progress/progress.ts'
import { type Settings, settingsOf } from '../progress/settings.ts'
import type { Style } from '../screens/style.ts'
import { dayOf, localTime } from '../text/dates.ts'
import type { CommonOptions } from './options.ts'
import { styleFor } from './style.ts'

/** What a command works with: the outside world, the user's data as it stands, and the look of the output. */
export interface Context {
  env: Env
  store: Store
  progress: Progress
  settings: Settings
  style: Style
  /** One line read for each thing asked, and nothing repainted. */
  plain: boolean
  /** Today as a day, see `text/dates.ts`. */
  today: number
  /** The offset from UTC at the start of a day, in minutes east: it changes twice a year. */
  offsetOn(day: number): number
}

/** Reads the home, and tells the user once what had to be repaired. */
export async function openContext(options: CommonOptions, env: Env): Promise<Context> {
  if (options.home === '')
    throw new UsageError('--home needs a folder.', 'Give the folder where your data is.')
  const store = await env.store(options.home)
  const progress = await store.progress()
  env.tell(store.notices)
  const settings = settingsOf(progress.settings)
  const style = await styleFor(options, settings, env)
  return {
    env,
    store,
    progress,
    settings,
    style,
    plain: style.plain,
    ...momentOf(settings, env),
  }
}

/** The context after something was appended to the journal: with the progress saved from it, at the time it is now. */
export async function saved(context: Context): Promise<Context> {
  const progress = await context.store.save()
  const settings = settingsOf(progress.settings)
  return { ...context, progress, settings, ...momentOf(settings, context.env) }
}

function momentOf({ dayStart }: Settings, env: Env): Pick<Context, 'today' | 'offsetOn'> {
  const now = env.now()
  return {
    today: dayOf(localTime(now, -now.getTimezoneOffset()), dayStart) ?? 0,
    offsetOn: (day) => -new Date(1970, 0, 1 + day, 0, dayStart).getTimezoneOffset(),
  }
}
