import type { Command } from 'commander'
import { chosenBank } from '../app/banks.ts'
import { comingBack } from '../app/coming-back.ts'
import { openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { filterQuestions } from '../bank/find.ts'
import type { Env } from '../ports.ts'
import { progressOf } from '../progress/progress.ts'
import { readyDayOf } from '../progress/ready.ts'
import { statusOf } from '../progress/status.ts'
import { json } from '../screens/json.ts'
import { dataIn } from '../screens/layout.ts'
import { list as draw } from '../screens/list.ts'
import { safeLine } from '../text/safe.ts'

export function define(command: Command, env: Env): void {
  command
    .argument('[text...]', 'only questions with these words')
    .action((words: string[]) => list(words.join(' '), command.optsWithGlobals(), env))
}

/** The questions of the chosen bank. */
export async function list(text: string, options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { progress, today, style } = context
  const bank = await chosenBank(options, context)
  const backOf = await comingBack(context)
  const readyOn = readyDayOf(progress, today)
  const rows = filterQuestions(text, bank.questions).map((question) => {
    const back = backOf(question.id)
    return {
      listing: statusOf(question, bank, progress, { ...context, readyDay: readyOn(question) }, back),
      dueIn: typeof back === 'number' ? back - today : back,
      recent: progressOf(progress, question.id)?.recent ?? '',
    }
  })
  if (options.json === true) {
    env.data(json(rows.map(({ listing }) => listing)))
  } else if (rows.length === 0) {
    env.err(`No question in the bank ${bank.slug} contains "${safeLine(text)}".\n`)
  } else {
    env.out(draw(dataIn(style, rows), env.size().columns, style))
  }
}
