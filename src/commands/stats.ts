import type { Command } from 'commander'
import { banksIn } from '../app/banks.ts'
import { type Context, openContext } from '../app/context.ts'
import { attemptsOf, practicesOf } from '../app/history.ts'
import type { CommonOptions } from '../app/options.ts'
import { sinceDay } from '../app/since.ts'
import type { Env } from '../ports.ts'
import type { LineOf } from '../progress/journal.ts'
import { practiceStatisticsOf, practicesIn } from '../progress/practice.ts'
import { progressOf } from '../progress/progress.ts'
import { readyDayOf } from '../progress/ready.ts'
import { type PartTrend, shapeTrendOf } from '../progress/shape-trend.ts'
import { statisticsOf } from '../progress/statistics.ts'
import { type Tallies, talliesOf } from '../progress/tallies.ts'
import { json } from '../screens/json.ts'
import { dataIn } from '../screens/layout.ts'
import { stats as draw, noneSince } from '../screens/stats.ts'
import { dateOf, dayOf } from '../text/dates.ts'

export function define(command: Command, env: Env): void {
  command
    .option('--since <date>', 'only attempts from this day on: 2026-11-01, or 14d for the last 14 days')
    .action(() => stats(command.optsWithGlobals(), env))
}

export interface StatsOptions extends CommonOptions {
  since?: string
}

/** Where the user stands, over all banks or over one named with `--bank`. */
export async function stats(options: StatsOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { progress, settings, style, today } = context
  const banks = await banksIn(options, context)
  const only = options.bank === undefined ? null : (banks[0]?.slug ?? null)
  const since = options.since === undefined ? null : sinceDay(options.since, today)
  const tallies = since === null ? progress : talliesOf(attemptsSince(since, context), settings.dayStart)
  const statisticsFrom = (from: Tallies) =>
    statisticsOf({ tallies: from, progress, dayFor: readyDayOf(progress, today) }, banks, only)
  const result = {
    ...statisticsFrom(tallies),
    shape: shapeTrendSince(since, context),
    practice: practiceStatisticsOf(practicesSince(since, only, context)),
  }
  if (options.json === true) {
    env.data(json({ since: since === null ? null : dateOf(since), ...result }))
    return
  }
  const older = since === null || result.attempts > 0 ? 0 : statisticsFrom(progress).attempts
  const recent = (id: string): string => progressOf(progress, id)?.recent ?? ''
  const { columns } = env.size()
  env.out(
    since !== null && older > 0
      ? noneSince(result, { date: dateOf(since), older }, columns, style)
      : draw(dataIn(style, { ...result, recent, inUse: settings.bank }), today, columns, style),
  )
}

const shapeTrendSince = (since: number | null, context: Context): PartTrend[] =>
  shapeTrendOf(
    (since === null ? attemptsOf(context) : attemptsSince(since, context)).flatMap(({ shape }) =>
      shape === undefined ? [] : [shape],
    ),
  )

const practicesSince = (
  since: number | null,
  bank: string | null,
  context: Context,
): LineOf<'practice'>[] => {
  const own = bank === null ? practicesOf(context) : practicesIn(practicesOf(context), bank)
  return since === null ? own : own.filter(({ at }) => (dayOf(at, context.settings.dayStart) ?? 0) >= since)
}

const attemptsSince = (day: number, context: Context): LineOf<'attempt'>[] =>
  attemptsOf(context).filter(({ at }) => (dayOf(at, context.settings.dayStart) ?? 0) >= day)
