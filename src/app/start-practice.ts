import type { Env } from '../ports.ts'
import { type Context, openContext, saved } from './context.ts'
import type { CommonOptions } from './options.ts'
import { type Exercise, practise } from './practise.ts'
import { openShell, syncAtEnd } from './rehearse.ts'

/** Runs a ladder or a sprint, which `choose` makes of the user's data. */
export async function startPractice(
  choose: (context: Context) => Promise<Exercise>,
  options: CommonOptions,
  env: Env,
): Promise<void> {
  const context = await openContext(options, env)
  const exercise = await choose(context)
  if (exercise.items.length === 0) {
    env.err('There is nothing to practise: the bank has no questions.\n')
    return
  }
  const shell = await openShell(context)
  try {
    await practise(exercise, context, shell)
    await syncAtEnd(await saved(context), shell)
  } finally {
    shell.close()
  }
}
