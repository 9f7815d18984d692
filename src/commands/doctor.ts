import type { Command } from 'commander'
import { importBank, keepBank, shippedBank } from '../app/banks.ts'
import { openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import type { Mended } from '../doctor/examination.ts'
import { type Finding, type Subject, settingsIn } from '../doctor/finding.ts'
import { findingsAfter, findingsOf, isLeft } from '../doctor/findings.ts'
import { type Env, type Store, UsageError, UserError } from '../ports.ts'
import { settingOf } from '../progress/settings.ts'
import { asJson, report } from '../screens/doctor.ts'
import { safeLine } from '../text/safe.ts'

export interface DoctorOptions extends CommonOptions {
  fix?: boolean
}

export function define(command: Command, env: Env, run = doctor): void {
  command
    .option('--fix', 'mend what is safe to mend: into quarantine/, after a backup; nothing is deleted')
    .addHelpText(
      'after',
      `
Each line begins with ok, note (nothing to do), mendable (--fix mends it), mended or problem (needs you). The exit code
is 1 where something is mendable or a problem, else 0.

--json prints one object: ok, home, checks [{name, state, message, hint, and what it counted}]. By name that is: node
{version}, home {exists, writable}, permissions {open, foreign, unwritable}, disk {freeBytes}, journal {journals [{file,
lines, newer, damaged, again, aside}], doubles, lost} (damaged, again, aside are numbers of lines), clock {jumps [{file,
line, backMs}], ahead, latest}, questions {attempts, ids}, progress {saved}, config {saved, refused, edited, strange},
banks {copies [{slug, source, here, errors, questions}], unreadable and missing [{slug, source, here}], newer}, backups
{count, newest, ageDays, ahead, aside}, device {saved, id, host}, leftovers {files}, terminal {input, output, columns, rows, colors,
unicode}, editor {command, from, found}, git {version}. What there is none of, or could not be looked at, is null.`,
    )
    .action(() => run(command.optsWithGlobals(), env))
}

/** Says what is the matter with data, banks and machine; with `--fix` mends what is safe to mend. */
export async function doctor(options: DoctorOptions, env: Env): Promise<void> {
  if (options.home === '')
    throw new UsageError('--home names no folder.', 'Give the folder where your data is.')
  const store = await env.store(options.home)
  const before = await subjectOf(store, options, env)
  const findings = findingsOf(before)
  const isToMend = options.fix === true && findings.some(({ state }) => state === 'mendable')
  if (isToMend) await mendAndTell(store, before, options, env)
  else await tell(findings, before, options, env)
}

async function subjectOf(store: Store, options: DoctorOptions, env: Env): Promise<Subject> {
  return {
    found: await store.examine(),
    machine: await env.machine({ color: options.color !== false }),
    shipped: await shippedBank(),
    program: env.program,
  }
}

async function mendAndTell(store: Store, before: Subject, options: DoctorOptions, env: Env): Promise<void> {
  let mended: Mended
  try {
    mended = await store.mend(before.found)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    await tell(unmended(findingsOf(before), error), before, options, env)
    return
  }
  const read = await readBanks(before, options, env)
  const after = await subjectOf(store, options, env)
  const banks = [...(mended.banks ?? []), ...read]
  await tell(findingsAfter(findingsOf(after), { ...mended, banks }, env.program), after, options, env)
}

/** Where not even a backup can be made, nothing is touched. */
const unmended = (findings: readonly Finding[], { message, hint }: UserError): Finding[] =>
  findings.map((finding) =>
    finding.name === 'backups'
      ? { name: 'backups', state: 'problem', message: `Nothing was mended. ${message}`, hint }
      : finding,
  )

/** Reads the banks again that have no copy here, where their sources are; in sentences. */
async function readBanks({ found }: Subject, options: DoctorOptions, env: Env): Promise<string[]> {
  if ('failure' in found.banks) return []
  const { unreadable, missing } = found.banks
  const sentences: string[] = []
  for (const { slug, source, here } of [...unreadable, ...missing]) {
    if (!here || source === null) continue
    const context = await openContext(options, env)
    try {
      const read = await env.source(source)
      const imported = await importBank(read, slug, context)
      if (imported.bank.questions.length === 0) continue
      keepBank(read, imported, context)
      sentences.push(`The bank ${slug} was read again from ${safeLine(source)}.`)
    } catch (error) {
      // it stays among what needs a person
      if (!(error instanceof UserError)) throw error
    }
  }
  return sentences
}

/** Prints the report; what is left to do gives exit code 1. */
async function tell(
  findings: readonly Finding[],
  subject: Subject,
  options: DoctorOptions,
  env: Env,
): Promise<void> {
  const left = findings.filter(isLeft)
  if (options.json === true) {
    const { home } = subject.found
    const all = { ok: left.length === 0, home, checks: asJson(findings, subject) }
    env.out(`${JSON.stringify(all, null, 2)}\n`)
  } else {
    const ascii = settingOf(settingsIn(subject), 'ascii')
    const style = await env.style({ color: options.color !== false, ascii })
    env.out(report(findings, env.size().columns, style))
  }
  if (left.length === 0) return
  throw new UserError(
    left.length === 1 ? '1 thing needs you.' : `${left.length} things need you.`,
    left.some(({ state }) => state === 'mendable')
      ? `${env.program} doctor --fix mends what is mendable; what to do about a problem stands beside it.`
      : 'What to do stands beside each problem.',
  )
}
