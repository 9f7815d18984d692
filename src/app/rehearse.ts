import type { Env, Shell } from '../ports.ts'
import type { Mode } from '../rehearsal/records.ts'
import { type Context, openContext } from './context.ts'
import type { RehearseOptions } from './options.ts'
import { type Ended, runRehearsal } from './run-rehearsal.ts'
import { type Selection, select } from './selection.ts'

/** Rehearses the questions that are named or picked, and then whatever the user asks for at the end of each rehearsal. */
export async function startRehearsal(
  mode: Mode,
  names: readonly string[],
  options: RehearseOptions,
  env: Env,
): Promise<void> {
  const context = await openContext(options, env)
  const selection = await select(mode, names, options, context)
  const shell = await openShell(context)
  try {
    const first =
      options.warmUp === true ? await warmedUp(selection, names, options, context, shell) : selection
    if (first !== null) await runRehearsals(first, options, context, shell)
  } finally {
    shell.close()
  }
}

/** The mock after its warm-up; null where the user would rather quit. */
async function warmedUp(
  selection: Selection,
  names: readonly string[],
  options: RehearseOptions,
  context: Context,
  shell: Shell,
): Promise<Selection | null> {
  if (selection.questions.length === 0) return selection
  const { afterWarmUp } = await import('./warm-up.ts')
  return afterWarmUp(selection, { ...options, named: names.length > 0 }, context, shell)
}

/** The one shell of this run: lines that arrive before anyone asks wait in it. */
export function openShell({ store, env, plain, style }: Context): Promise<Shell> {
  // a home that cannot be written is refused before the first question
  store.prepare()
  return env.shell({ plain, style })
}

/** Runs a rehearsal, and then those that the user asks for at the end of one. */
export async function runRehearsals(
  first: Selection,
  options: RehearseOptions,
  context: Context,
  shell: Shell,
): Promise<void> {
  const { env } = context
  if (first.questions.length === 0) {
    env.err(`There is nothing to rehearse in the bank ${first.options.bank}: it has no questions.\n`)
    return
  }
  let selection: Selection | null = first
  let current = context
  while (selection !== null) {
    const ended: Ended = await runRehearsal(selection, current, shell)
    current = ended.context
    if (isToBeAskedToRecord(selection, ended, shell)) {
      const { offerRecording } = await import('./consent.ts')
      await offerRecording(current, shell)
    }
    selection = await selectionAfter(ended, first, options)
  }
  await syncAtEnd(current, shell)
}

/** Merges with the user's other machines, where they want that after each rehearsal. */
export async function syncAtEnd(context: Context, shell: Shell): Promise<void> {
  if (!context.settings['sync.auto']) return
  const { syncAutomatically } = await import('./sync.ts')
  // it can be interrupted like any other command
  await shell.lend(() => syncAutomatically(context))
}

/** Whether the user has never said if answers may be recorded, and has just finished a drill on a terminal. */
const isToBeAskedToRecord = (
  { mode, options }: Selection,
  { next, context }: Ended,
  { live }: Shell,
): boolean =>
  live &&
  mode === 'drill' &&
  !options.typed &&
  next === 'done' &&
  context.progress.settings.record === undefined &&
  context.progress.attempts > 0

/** What the user asked for at the end: the weakest question again, or a mock; null where that was all. */
async function selectionAfter(
  { next, weakest, context }: Ended,
  first: Selection,
  options: RehearseOptions,
): Promise<Selection | null> {
  if (next === 'again' && weakest !== null)
    return { mode: 'drill', questions: [weakest], options: first.options }
  if (next !== 'mock') return null
  const {
    count: _count,
    minutes: _minutes,
    pick: _pick,
    topic: _topic,
    competency: _competency,
    ...flags
  } = options
  return select('mock', [], { ...flags, bank: first.options.bank }, context)
}
