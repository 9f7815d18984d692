import type { Command } from 'commander'
import { allBanks } from '../app/banks.ts'
import { openSession } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import type { Env } from '../ports.ts'
import { withoutUndone } from '../progress/without-undone.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { plainText } from '../text/plain-text.ts'
import { dateAndTime } from '../text/words.ts'

export function define(command: Command, env: Env, run = undo): void {
  command.action(() => run(command.optsWithGlobals(), env))
}

/** Takes back the last attempt, as if it had not been. */
export async function undo(options: CommonOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const { store } = session
  const last = withoutUndone(store.lines()).findLast((line) => line.type === 'attempt')
  if (last?.type !== 'attempt') {
    env.err('There is no attempt to take back.\n')
    return
  }
  store.prepare()
  store.append({ type: 'undo', of: last.id })
  await store.save()
  const banks = await allBanks(session, env)
  const question = banks.flatMap((bank) => bank.questions).find(({ id }) => id === last.question)
  const title = question === undefined ? last.question : plainText(question.question)
  env.err(`Taken back: ${title} (${dateAndTime(last.at)}, ${last.score} ${scoreNames[last.score]}).\n`)
}
