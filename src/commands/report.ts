import { resolve } from 'node:path'
import type { Command } from 'commander'
import { openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { reportOf } from '../app/report.ts'
import { sinceDay } from '../app/since.ts'
import { type Env, UsageError, UserError } from '../ports.ts'
import { report as draw } from '../screens/report/report.ts'
import { dateOf } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'

export interface ReportOptions extends CommonOptions {
  since?: string
  force?: boolean
  open?: boolean
}

export function define(command: Command, env: Env): void {
  command
    .argument(
      '[file]',
      'the page to write, or - for standard output; by default greenroom-report-DATE.html in this folder',
    )
    .option('--since <date>', 'only answers from this day on: 2026-11-01, or 14d for the last 14 days')
    .option('--force', 'overwrite the file if it exists')
    .option('--open', 'open the page in your browser')
    .action((file: string | undefined) => report(file ?? null, command.optsWithGlobals(), env))
}

/** Writes where the user stands as one HTML page, and prints its path. */
export async function report(file: string | null, options: ReportOptions, env: Env): Promise<void> {
  if (file === '') throw new UsageError('Report needs a file name.', 'Give one, or leave it out.')
  const context = await openContext(options, env)
  const since = options.since === undefined ? null : sinceDay(options.since, context.today)
  if (file === '-') {
    if (options.open === true)
      throw new UsageError('--open needs a file.', 'Name one, or leave out the file as well.')
    env.data(draw(await reportOf(options, since, context)))
    return
  }
  const path = resolve(file ?? `greenroom-report-${dateOf(context.today)}.html`)
  const text = draw(await reportOf(options, since, context))
  await env.writeFile(path, text, { force: options.force === true, mode: 0o600 })
  // a program that reads the path gets nothing but that
  if (env.interactive && options.quiet !== true)
    env.err(`Written to ${safeLine(path)}.${options.open === true ? '' : ' --open opens it.'}\n`)
  else env.data(`${path}\n`)
  if (options.open !== true) return
  const problem = await env.openFile(path)
  if (problem !== null) throw new UserError(`${problem}.`, `Open it yourself: ${safeLine(path)}`)
}
