import type { Command } from 'commander'
import { allBanks } from '../app/banks.ts'
import { openContext } from '../app/context.ts'
import { lastToUndo } from '../app/history.ts'
import type { CommonOptions } from '../app/options.ts'
import type { Env } from '../ports.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { shownIn } from '../screens/layout.ts'
import { plainText } from '../text/plain-text.ts'
import { dateAndTime } from '../text/words.ts'

export function define(command: Command, env: Env): void {
  command.action(() => undo(command.optsWithGlobals(), env))
}

/** Takes back the last attempt, ladder or sprint, or the last change of a story, as if it had never happened. */
export async function undo(options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { store } = context
  const found = lastToUndo(context)
  if (found === undefined) {
    env.err('There is nothing to take back.\n')
    return
  }
  const { line: last, ids } = found
  store.prepare()
  for (const of of ids) store.append({ type: 'undo', of })
  await store.save()
  if (last.type === 'practice' && last.mode === 'sprint') {
    env.err(`Taken back: the sprint of ${dateAndTime(last.at)}.\n`)
    return
  }
  const banks = await allBanks(context)
  const question = banks.flatMap((bank) => bank.questions).find(({ id }) => id === last.question)
  const title = question === undefined ? last.question : shownIn(context.style, plainText(question.question))
  if (last.type === 'practice') {
    env.err(`Taken back: the ladder on ${title} (${dateAndTime(last.at)}).\n`)
    return
  }
  env.err(
    last.type === 'story'
      ? `${last.text === null ? 'Your story' : 'Your story from before'} is back: ${title}\n`
      : `Taken back: ${title} (${dateAndTime(last.at)}, ${last.score} ${scoreNames[last.score]}).\n`,
  )
}
