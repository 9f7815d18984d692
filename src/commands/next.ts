import type { Command } from 'commander'
import { chosenContents } from '../app/banks.ts'
import { openSession, type Session } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { bankToSay, minutesFor, picksOf, planOf } from '../app/plan.ts'
import type { Env } from '../ports.ts'
import { type Picked, pick } from '../progress/picks.ts'
import { picks as draw } from '../screens/picks.ts'
import { wholeNumber } from './flags.ts'

export interface NextOptions extends CommonOptions {
  count?: number
}

export function define(command: Command, env: Env, run = next): void {
  command
    .option('-n, --count <n>', 'how many questions', wholeNumber('--count', 1000))
    .addHelpText(
      'after',
      `
--json prints an array of {id, number, question, reason, minutes}.`,
    )
    .action(() => run(command.optsWithGlobals(), env))
}

/** What to rehearse now, and why: the questions of today's plan, else those that are due, new or weak. */
export async function next(options: NextOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const rows = (await picksFor(options, session, env)).map(({ question, reason }) => ({
    id: question.id,
    number: question.number,
    bank: bankToSay(question, session).bank,
    question: question.question,
    reason,
    minutes: Math.ceil(minutesFor(question, session)),
  }))
  if (options.json === true) {
    const json = rows.map(({ bank: _bank, ...row }) => row)
    env.out(`${JSON.stringify(json, null, 2)}\n`)
  } else if (rows.length === 0) env.err(`Nothing is planned for today. ${env.program} plan shows the way.\n`)
  else env.out(draw(rows, env.size().columns, session.style))
}

async function picksFor(options: NextOptions, session: Session, env: Env): Promise<Picked[]> {
  const plan = options.bank === undefined ? await planOf(session, env) : null
  if (plan !== null) {
    const count = options.count ?? plan.today.length
    return picksOf(plan, session).slice(0, count)
  }
  const bank = await chosenContents(session, options, env)
  const { progress, settings, today } = session
  const picks = pick(bank.questions, progress, {
    by: 'due',
    count: options.count ?? settings.count,
    day: today,
    random: null,
  })
  const questions = bank.read(picks.map(({ question }) => question))
  return questions.map((question, index) => ({ question, reason: picks[index]?.reason ?? '' }))
}
