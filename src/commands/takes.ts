import type { Command } from 'commander'
import { choose } from '../app/choose.ts'
import { type Context, openContext } from '../app/context.ts'
import { cannotPlay, playTake } from '../app/listen.ts'
import type { CommonOptions } from '../app/options.ts'
import { type ListedTake, takesOf } from '../app/takes.ts'
import { type Env, UsageError } from '../ports.ts'
import { json } from '../screens/json.ts'
import { dataIn } from '../screens/layout.ts'
import { takes as draw } from '../screens/takes.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'

export interface TakesOptions extends CommonOptions {
  /** True without numbers. */
  delete?: true | string[]
  all?: boolean
}

export function define(command: Command, env: Env): void {
  command
    .usage('[options] [play <n>]')
    .argument('[play...]', 'play and the number of a take, as the list shows it')
    .option('--delete [n...]', 'remove these takes, or all of them once you agreed')
    .option('--all', 'with --delete: remove all, without asking')
    .action((words: string[]) => takes(words, command.optsWithGlobals(), env))
}

/** Lists the takes, plays one, or removes some. */
export async function takes(words: readonly string[], options: TakesOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { settings } = context
  const store = await context.store.takes()
  store.tidy({ keep: settings['record.keep'], days: settings['record.days'] })
  const all = await takesOf(context)
  if (options.delete !== undefined) {
    const named = [...(options.delete === true ? [] : options.delete), ...words]
    const gone =
      named.length === 0 ? await allOf(all, options, context) : named.map((word) => takeNumber(word, all))
    store.remove([...new Set(gone.map(({ file }) => file))])
    env.err(gone.length === 0 ? 'Nothing was removed.\n' : `${count(gone.length, 'take')} removed.\n`)
    return
  }
  if (options.all) throw new UsageError('--all goes with --delete.', `See ${env.program} takes --help.`)
  const [verb, ...rest] = words
  if (verb === undefined) return list(all, options, context)
  if (verb !== 'play' || rest.length !== 1)
    throw new UsageError(
      `takes cannot "${safeLine(words.join(' '))}".`,
      `Give the number of a take: ${env.program} takes play 1.`,
    )
  await play(takeNumber(rest[0] ?? '', all), context)
}

function list(all: readonly ListedTake[], options: TakesOptions, { env, style }: Context): void {
  if (options.json === true) {
    const rows = all.map(({ number, at, questionId, id, ms, size, path }) => ({
      number,
      at,
      question: questionId,
      id,
      ms: Math.round(ms),
      bytes: size,
      path,
    }))
    env.data(json(rows))
  } else if (all.length === 0)
    env.err(`There are no takes. ${env.program} config set record true records your answers.\n`)
  else env.out(draw(dataIn(style, all), env.size().columns, style))
}

/** All takes, if the user agrees. */
async function allOf(all: ListedTake[], options: TakesOptions, context: Context): Promise<ListedTake[]> {
  if (options.all === true || all.length === 0) return all
  const { env, plain, style } = context
  const shell = await env.shell({ plain, style })
  const which = all.length === 1 ? 'the take' : `all ${all.length} takes`
  const prompt = `Remove ${which}? y removes them, Enter keeps them`
  try {
    const agreed = await choose(shell, {
      prompt: { live: prompt, plain: `${prompt}: ` },
      keys: { y: true, n: false, q: false, enter: false },
      atEnd: false,
    })
    return agreed ? all : []
  } finally {
    shell.close()
  }
}

function takeNumber(word: string, all: readonly ListedTake[]): ListedTake {
  const take = /^\d{1,9}$/.test(word) ? all[Number(word) - 1] : undefined
  if (take !== undefined) return take
  throw new UsageError(
    `There is no take "${safeLine(word)}".`,
    all.length === 0 ? 'There are no takes at all.' : `Give a number from 1 to ${all.length}.`,
  )
}

async function play(take: ListedTake, context: Context): Promise<void> {
  const { env, plain, style } = context
  const shell = await env.shell({ plain, style })
  try {
    const failure = await playTake(take, context, shell)
    if (failure !== null) throw cannotPlay(failure)
  } finally {
    shell.close()
  }
}
