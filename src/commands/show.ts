import type { Command } from 'commander'
import { chosenContents, contentsOf } from '../app/banks.ts'
import { openSession, questionNamed } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import type { Env } from '../ports.ts'
import type { LineOf } from '../progress/journal.ts'
import { progressOf } from '../progress/progress.ts'
import { statusOf } from '../progress/status.ts'
import { withoutUndone } from '../progress/without-undone.ts'
import { show as draw } from '../screens/show.ts'

export function define(command: Command, env: Env, run = show): void {
  command
    .argument('<question...>', 'its id, its number or some of its words')
    .action((words: string[]) => run(words.join(' '), command.optsWithGlobals(), env))
}

/** One question with everything that is known of it. */
export async function show(name: string, options: CommonOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const { store, progress, style, today } = session
  const chosen = await chosenContents(session, options, env)
  const question = await questionNamed(name, chosen, session, env)
  const bank = (await contentsOf(question.id.slice(0, question.id.indexOf('/')), session, env)) ?? chosen
  const listing = statusOf(question, bank, progress, session)
  const story = progress.stories[question.id] ?? null
  const attempts = withoutUndone(store.lines()).filter(
    (line) => line.type === 'attempt' && line.question === question.id,
  ) as LineOf<'attempt'>[]
  if (options.json === true) {
    const { answer, keyPoints, followUps, budgetMs } = question
    const history = attempts.map(({ v: _v, type: _type, question: _question, ...attempt }) => attempt)
    const json = { ...listing, answer, keyPoints, followUps, budgetMs, story, history }
    env.out(`${JSON.stringify(json, null, 2)}\n`)
    return
  }
  const dueDay = progressOf(progress, question.id)?.schedule?.dueDay
  const dueIn = dueDay === undefined ? null : dueDay - today
  env.out(draw({ question, bank, story, attempts, dueIn, ready: listing.ready }, env.size().columns, style))
}
