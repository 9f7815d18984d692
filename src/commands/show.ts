import type { Command } from 'commander'
import { chosenContents, contentsOf } from '../app/banks.ts'
import { openContext } from '../app/context.ts'
import { attemptsOf } from '../app/history.ts'
import type { CommonOptions } from '../app/options.ts'
import { questionNamed } from '../app/questions.ts'
import { bankSlugOf } from '../bank/ids.ts'
import type { Env } from '../ports.ts'
import { progressOf } from '../progress/progress.ts'
import { statusOf } from '../progress/status.ts'
import { json } from '../screens/json.ts'
import { show as draw } from '../screens/show.ts'

export function define(command: Command, env: Env): void {
  command
    .argument('<question...>', 'its id, its number or some of its words')
    .action((words: string[]) => show(words.join(' '), command.optsWithGlobals(), env))
}

/** One question, with everything that is known about it. */
export async function show(name: string, options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { progress, style, today } = context
  const chosen = await chosenContents(options, context)
  const question = await questionNamed(name, chosen, context)
  const bank = (await contentsOf(bankSlugOf(question.id), context)) ?? chosen
  const listing = statusOf(question, bank, progress, context)
  const story = progress.stories[question.id] ?? null
  const attempts = attemptsOf(context).filter((attempt) => attempt.question === question.id)
  if (options.json === true) {
    const { answer, keyPoints, followUps, budgetMs } = question
    const history = attempts.map(({ v: _v, type: _type, question: _question, ...attempt }) => attempt)
    env.out(json({ ...listing, answer, keyPoints, followUps, budgetMs, story, history }))
    return
  }
  const dueDay = progressOf(progress, question.id)?.schedule?.dueDay
  const dueIn = dueDay === undefined ? null : dueDay - today
  env.out(draw({ question, bank, story, attempts, dueIn, ready: listing.ready }, env.size().columns, style))
  const last = attempts.findLast(({ voice }) => voice !== undefined)
  if (context.plain || last === undefined) return
  const { offerToListen } = await import('../app/listen.ts')
  await offerToListen(last.id, context)
}
