import type { Command } from 'commander'
import { allBanks, chosenBank } from '../banks.ts'
import type { Env } from '../env.ts'
import { readyDay } from '../progress/listing.ts'
import { statistics } from '../progress/stats.ts'
import { stats as draw } from '../render/stats.ts'
import { type CommonOptions, openSession } from '../session.ts'

export function define(command: Command, env: Env, run = stats): void {
  command
    .addHelpText(
      'after',
      `
--json prints one object: attempts, questions {total, attempted, ready}, daysPractised {count, dates}, byDay [{date,
attempts, meanScore}], firstAt, lastAt, meanScore, calibration {mean, attempts} (committed minus final score), time
{short, onTime, wrapUp, over, meanRatio}, bySection [{bank, section, questions, attempted, ready, attempts, meanScore,
meanTalkMs}], byQuestion and weakest [{id, number, section, question, attempts, lastScore, meanScore, meanTalkMs,
budgetMs, calibration, ready}]. Times are ISO 8601, durations ms; what there is none of is null.`,
    )
    .action(() => run(command.optsWithGlobals(), env))
}

/** Where the user stands, over all banks or over one named with `--bank`. */
export async function stats(options: CommonOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const { progress, style, today } = session
  const banks =
    options.bank === undefined ? await allBanks(session, env) : [await chosenBank(session, options, env)]
  const only = options.bank === undefined ? null : (banks[0]?.slug ?? null)
  const result = statistics(progress, banks, progress, readyDay(progress, today), only)
  env.out(
    options.json === true ? `${JSON.stringify(result, null, 2)}\n` : draw(result, env.size().columns, style),
  )
}
