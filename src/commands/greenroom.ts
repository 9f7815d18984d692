import { choose } from '../app/choose.ts'
import { type Context, openContext, saved } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { openShell, runRehearsals } from '../app/rehearse.ts'
import { abandoned } from '../app/run-rehearsal.ts'
import { type Selection, select } from '../app/selection.ts'
import { defaultSlug } from '../app/shipped.ts'
import type { Env, Shell } from '../ports.ts'
import { openRounds } from '../progress/rounds.ts'
import { dayOf } from '../text/dates.ts'
import { count } from '../text/words.ts'
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
  const { progress, today, env } = context
  const rounds = openRounds(progress)
  const over = rounds.find(({ day }) => day < today)
  const hasHistory = progress.attempts > 0
  if (over !== undefined && hasHistory) {
    const { askWhatCameUp } = await import('../app/after-interview.ts')
    if (!(await askWhatCameUp(over, context, shell))) return null
    return whatToRehearse(options, await saved(context), shell)
  }
  if (rounds.some(({ day }) => day === today) && hasHistory) {
    const { offerSheet } = await import('../app/home.ts')
    await offerSheet(options, context, shell)
    return null
  }
  const offered = await offerUnfinished(context, shell)
  if (offered !== 'new') return offered
  if (!hasHistory) shell.print(wrap(welcome(context), env.size().columns))
  if (!hasHistory && rounds.length === 0) return select('drill', [], options, context)
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

/** Offers the newest rehearsal of this device and day that was left unfinished; null where the user would rather quit. */
async function offerUnfinished(context: Context, shell: Shell): Promise<Selection | 'new' | null> {
  const { settings, today, env } = context
  const last = abandoned(context)
    .filter(({ at }) => dayOf(at, settings.dayStart) === today)
    .at(-1)
  if (last === undefined) return 'new'
  const { selectUnfinished } = await import('../app/unfinished.ts')
  const unfinished = await selectUnfinished(last, context)
  if (unfinished === null) return 'new'
  const { columns } = env.size()
  const text = `You left a ${last.mode} unfinished, after ${last.done.length} of ${count(last.questions.length, 'question')}.${unfinished.resumed?.draft ? ' What you typed is kept.' : ''}`
  const keys = 'Enter resumes it, n starts a new one, q quits, ? help'
  return choose<Selection | 'new' | null>(shell, {
    prompt: { live: wrap(`${text}\n${keys}`, columns), plain: wrap(`${text} ${keys}: `, columns) },
    keys: { enter: unfinished, n: 'new', q: null },
    atEnd: null,
    help: `${wrap(unfinishedHelp, columns)}\n`,
    reminder: 'Press Enter to resume, or type n to start a new one, q to quit.\n',
  })
}

const unfinishedHelp =
  'Enter resumes where you stopped. n starts a new one; everything that you scored is kept.'
