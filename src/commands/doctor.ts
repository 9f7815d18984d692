import type { Command } from 'commander'
import { readAgain } from '../app/banks.ts'
import { openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { allShipped } from '../app/shipped.ts'
import { styleFor } from '../app/style.ts'
import type { Fixed } from '../doctor/action.ts'
import { type Subject, settingsIn } from '../doctor/check.ts'
import { banksToReadAgain } from '../doctor/checks/banks.ts'
import { commandsIn } from '../doctor/checks/programs.ts'
import { type Finding, isLeft } from '../doctor/finding.ts'
import { asJson, findingsOf } from '../doctor/findings.ts'
import { findingsAfter } from '../doctor/fix.ts'
import { sourceShown } from '../doctor/sentences.ts'
import { type Env, type Store, UsageError, UserError } from '../ports.ts'
import { settingOf } from '../progress/settings.ts'
import { report } from '../screens/doctor.ts'
import { json } from '../screens/json.ts'

export interface DoctorOptions extends CommonOptions {
  fix?: boolean
  mic?: boolean
}

export function define(command: Command, env: Env): void {
  command
    .option('--fix', 'fix what is safe to fix: into quarantine/, after a backup; nothing is deleted')
    .option('--mic', 'try the microphone instead: records 3 s, and plays them back if you want')
    .action(() => doctor(command.optsWithGlobals(), env))
}

/** Checks data, banks and machine; with `--fix` fixes what is safe to fix. */
export async function doctor(options: DoctorOptions, env: Env): Promise<void> {
  if (options.home === '')
    throw new UsageError('--home needs a folder.', 'Give the folder where your data is.')
  if (options.mic === true) {
    const { tryMicrophone } = await import('../app/try-microphone.ts')
    return tryMicrophone(options, env)
  }
  const store = await env.store(options.home)
  const subject = await subjectOf(store, options, env)
  const findings = findingsOf(subject)
  const isFixing = options.fix === true && findings.some(({ state }) => state === 'fixable')
  if (isFixing) await fixAndPrint(store, subject, options, env)
  else await print(findings, subject, options, env)
}

async function subjectOf(store: Store, options: DoctorOptions, env: Env): Promise<Subject> {
  const found = await store.examine()
  return {
    found,
    machine: await env.machine({ color: options.color !== false, commands: commandsIn(found) }),
    shipped: await allShipped(),
    program: env.program,
  }
}

async function fixAndPrint(store: Store, before: Subject, options: DoctorOptions, env: Env): Promise<void> {
  let fixed: Fixed[]
  try {
    fixed = await store.fix(before.found)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    await print(nothingFixed(findingsOf(before), error), before, options, env)
    return
  }
  const readAgain = await readBanksAgain(before, options, env)
  const after = await subjectOf(store, options, env)
  const findings = findingsAfter(findingsOf(after), [...fixed, ...readAgain], env.program)
  await print(findings, after, options, env)
}

/** Without a backup nothing is touched. */
const nothingFixed = (findings: readonly Finding[], { message, hint }: UserError): Finding[] =>
  findings.map((finding) =>
    finding.name === 'backups'
      ? { ...finding, state: 'problem', message: `Nothing was fixed. ${message}`, hint }
      : finding,
  )

/** Reads the banks that have no readable copy from their sources; a source that is refused stays a problem. */
async function readBanksAgain({ found }: Subject, options: DoctorOptions, env: Env): Promise<Fixed[]> {
  const fixed: Fixed[] = []
  for (const { slug, source } of banksToReadAgain(found)) {
    try {
      if ((await readAgain(slug, source, await openContext(options, env))) === null) continue
      fixed.push({ check: 'banks', sentence: `The bank ${slug} was read again from ${sourceShown(source)}.` })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
    }
  }
  return fixed
}

/** Prints the report; what is left to do gives exit code 1. */
async function print(
  findings: readonly Finding[],
  subject: Subject,
  options: DoctorOptions,
  env: Env,
): Promise<void> {
  const left = findings.filter(isLeft)
  if (options.json === true) {
    const all = { ok: left.length === 0, home: subject.found.home, checks: findings.map(asJson) }
    env.data(json(all))
  } else {
    const settings = settingsIn(subject)
    const style = await styleFor(
      options,
      { ascii: settingOf(settings, 'ascii'), plain: settingOf(settings, 'plain') },
      env,
    )
    env.data(report(findings, env.size().columns, style))
  }
  if (left.length === 0) return
  throw new UserError(
    left.length === 1 ? '1 thing needs your attention.' : `${left.length} things need your attention.`,
    left.some(({ state }) => state === 'fixable')
      ? `${env.program} doctor --fix fixes what is fixable; the report says what to do about a problem.`
      : 'The report says what to do about each problem.',
  )
}
