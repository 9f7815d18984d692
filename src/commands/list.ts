import type { Command } from 'commander'
import { chosenBank } from '../app/banks.ts'
import { openSession } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { filterQuestions } from '../bank/find.ts'
import type { Env } from '../ports.ts'
import { progressOf } from '../progress/progress.ts'
import { statusOf } from '../progress/status.ts'
import { list as draw } from '../screens/list.ts'
import { safeLine } from '../text/safe.ts'

export function define(command: Command, env: Env, run = list): void {
  command
    .argument('[text...]', 'only questions with these words')
    .action((words: string[]) => run(words.join(' '), command.optsWithGlobals(), env))
}

/** The questions of the chosen bank. */
export async function list(text: string, options: CommonOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const { progress, today, style } = session
  const bank = await chosenBank(session, options, env)
  const rows = filterQuestions(text, bank.questions).map((question) => {
    const dueDay = progressOf(progress, question.id)?.schedule?.dueDay
    return {
      listing: statusOf(question, bank, progress, session),
      dueIn: dueDay === undefined ? null : dueDay - today,
    }
  })
  if (options.json === true) {
    env.out(
      `${JSON.stringify(
        rows.map(({ listing }) => listing),
        null,
        2,
      )}\n`,
    )
  } else if (rows.length === 0) {
    env.err(`No question of the bank ${bank.slug} has "${safeLine(text)}" in it.\n`)
  } else {
    env.out(draw(rows, env.size().columns, style))
  }
}
