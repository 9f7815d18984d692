import type { Command } from 'commander'
import { allBanks, chosenBank } from '../app/banks.ts'
import { openSession } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { type Env, UsageError } from '../ports.ts'
import type { LineOf, MergedLine } from '../progress/journal.ts'
import { readyDay } from '../progress/ready.ts'
import { statisticsOf } from '../progress/statistics.ts'
import { talliesOf } from '../progress/tallies.ts'
import { withoutUndone } from '../progress/without-undone.ts'
import { stats as draw } from '../screens/stats.ts'
import { dateOf, dayOf, dayOfDate } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'

export function define(command: Command, env: Env, run = stats): void {
  command
    .option('--since <date>', 'only attempts from this day on: 2026-11-01, or 14d for the last 14 days')
    .addHelpText(
      'after',
      `
--json prints one object: since (a date or null), attempts, questions {total, attempted, ready}, daysPractised {count, dates}, byDay [{date,
attempts, meanScore}], firstAt, lastAt, meanScore, calibration {mean, attempts} (committed minus final score), time
{short, onTime, wrapUp, over, meanRatio}, bySection [{bank, section, questions, attempted, ready, attempts, meanScore,
meanTalkMs}], byQuestion and weakest [{id, number, section, question, attempts, lastScore, meanScore, meanTalkMs,
budgetMs, calibration, ready}]. Times are ISO 8601, durations ms; what there is none of is null.`,
    )
    .action(() => run(command.optsWithGlobals(), env))
}

export interface StatsOptions extends CommonOptions {
  since?: string
}

/** Where the user stands, over all banks or over one named with `--bank`. */
export async function stats(options: StatsOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const { progress, settings, style, store, today } = session
  const banks =
    options.bank === undefined ? await allBanks(session, env) : [await chosenBank(session, options, env)]
  const only = options.bank === undefined ? null : (banks[0]?.slug ?? null)
  const since = options.since === undefined ? null : dayNamed(options.since, today)
  const tallies =
    since === null
      ? progress
      : talliesOf(attemptsSince(since, store.lines(), settings.dayStart), settings.dayStart)
  const result = statisticsOf({ tallies, progress, day: readyDay(progress, today) }, banks, only)
  env.out(
    options.json === true
      ? `${JSON.stringify({ since: since === null ? null : dateOf(since), ...result }, null, 2)}\n`
      : draw(result, today, env.size().columns, style),
  )
}

function attemptsSince(day: number, lines: readonly MergedLine[], dayStart: number): LineOf<'attempt'>[] {
  return withoutUndone(lines)
    .filter((line) => line.type === 'attempt')
    .filter(({ at }) => (dayOf(at, dayStart) ?? 0) >= day)
}

function dayNamed(text: string, today: number): number {
  const days = /^(\d{1,5})d$/i.exec(text.trim())?.[1]
  const day = days === undefined ? dayOfDate(text.trim()) : today - Number(days) + 1
  if (day !== null && day <= today) return day
  throw new UsageError(
    `--since cannot be "${safeLine(text)}".`,
    'Give a date that has been, such as 2026-11-01, or a number of days, such as 14d.',
  )
}
