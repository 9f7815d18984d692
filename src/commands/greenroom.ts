import { type Context, openContext, saved } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { openShell, runRehearsals } from '../app/rehearse.ts'
import { type Selection, select } from '../app/selection.ts'
import { defaultSlug } from '../app/shipped.ts'
import type { Env, Shell } from '../ports.ts'
import { openRounds } from '../progress/rounds.ts'
import { wrap } from '../text/wrap.ts'

/** The bare command: what was left unfinished, else the home screen, else the first question at once. */
export async function greenroom(options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const shell = await openShell(context)
  try {
    const selection = await whatToRehearse(options, context, shell)
    if (selection !== null) await runRehearsals(selection, options, context, shell)
  } finally {
    shell.close()
  }
}

/** Null where the user would rather quit, or nothing is to be rehearsed today. */
async function whatToRehearse(
  options: CommonOptions,
  context: Context,
  shell: Shell,
): Promise<Selection | null> {
  const { progress, today } = context
  const rounds = openRounds(progress)
  const over = rounds.find(({ day }) => day < today)
  if (over !== undefined) {
    const { askWhatCameUp } = await import('../app/after-interview.ts')
    if (!(await askWhatCameUp(over, context, shell))) return null
    return whatToRehearse(options, await saved(context), shell)
  }
  // where nothing is rehearsed there is no page yet
  if (progress.attempts > 0 && rounds.some(({ day }) => day === today)) {
    const { offerSheet } = await import('../app/home.ts')
    await offerSheet(options, context, shell)
    return null
  }
  if (progress.unfinished.length > 0) {
    const { offerUnfinished } = await import('../app/unfinished.ts')
    const { selection, context: after } = await offerUnfinished(context, shell)
    return selection === 'new' ? somethingNew(options, after, shell) : selection
  }
  return somethingNew(options, context, shell)
}

/** What to rehearse where nothing is gone on with; null where the user would rather quit. */
async function somethingNew(
  options: CommonOptions,
  context: Context,
  shell: Shell,
): Promise<Selection | null> {
  const { progress, env } = context
  const hasHistory = progress.attempts > 0
  if (!hasHistory) shell.print(wrap(welcome(context), env.size().columns))
  if (!hasHistory && openRounds(progress).length === 0) return select('drill', [], options, context)
  const { fromHomeScreen } = await import('../app/home.ts')
  return fromHomeScreen(options, context, shell)
}

/** Said once, to somebody without a history. */
const welcome = ({ settings, env }: Context): string => {
  const others =
    settings.bank === defaultSlug
      ? `These questions are from the bank ${defaultSlug}; ${env.program} bank use manager has sixty more.\n`
      : ''
  return `Welcome to greenroom. Say each answer out loud, score yourself, then see a model answer. ? is help, q stops.\n${others}`
}
