import type { Command } from 'commander'
import { allBanks, banksIn, chosenBank, slugsOf } from '../app/banks.ts'
import { type Context, openContext } from '../app/context.ts'
import {
  adviceOf,
  attemptsOf,
  mockChangesOf,
  practicesOf,
  transcriptsOf,
  unscoredOf,
} from '../app/history.ts'
import { morningSheet, type SheetOptions, showSheet } from '../app/morning-sheet.ts'
import type { CommonOptions } from '../app/options.ts'
import { planOf } from '../app/plan.ts'
import { isShipped } from '../app/shipped.ts'
import type { Bank } from '../bank/model.ts'
import { type Env, UsageError, UserError } from '../ports.ts'
import type { MergedLine } from '../progress/journal.ts'
import { practicesAbout, questionsIn } from '../progress/practice.ts'
import { landedOf, progressOf } from '../progress/progress.ts'
import { json } from '../screens/json.ts'
import { shownIn } from '../screens/layout.ts'
import { dateOf } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'
import { withoutSecrets } from '../text/secrets.ts'
import { oneOf } from './flags.ts'

type Format = 'md' | 'json' | 'csv' | 'anki' | 'ics' | 'html'

export interface ExportOptions extends CommonOptions {
  output?: string
  force?: boolean
  format?: Format
}

export function define(command: Command, env: Env): void {
  const what = <T extends ExportOptions>(
    name: string,
    description: string,
    formats: readonly [Format, ...Format[]],
    run: (options: T, env: Env) => Promise<void>,
  ): Command => {
    const own: Command = command
      .command(name)
      .description(description)
      .argument('[file]', 'where to write it (default: standard output)')
      .option('--format <format>', formats.join(', '), oneOf('--format', formats))
      .option('-o, --output <file>', 'the same as naming the file')
      .option('--force', 'overwrite the file if it exists')
    return own.action((file?: string) => run(asNamed(file, own.optsWithGlobals(), formats), env))
  }
  what('notes', 'stories, attempts and changes, as one document', ['md', 'html'], exportNotes)
  what('bank', 'a bank, to edit or to share', ['md', 'json', 'csv', 'anki'], exportBank)
  what('progress', 'every attempt; with json, the whole journal', ['md', 'json', 'csv'], exportProgress)
  what('plan', "the plan's days, for your calendar", ['ics'], exportPlan).option(
    '--at <time>',
    'when to rehearse each day (default: 20:00)',
    clockTime,
  )
  what('sheet', 'one page for the morning of the interview', ['md', 'html'], exportSheet).option(
    '--round <name>',
    'of this round of interviews (default: the nearest)',
  )
}

/** The flags, with the file that is named beside them, and the format of its ending where no flag says one. */
function asNamed<T extends ExportOptions>(
  file: string | undefined,
  options: T,
  formats: readonly Format[],
): T {
  if (file !== undefined && options.output !== undefined)
    throw new UsageError(
      'The file is named twice.',
      `Name it once, with -o or without. A bank is named with --bank, as in --bank ${safeLine(file)}.`,
    )
  const output = file ?? options.output
  if (output === undefined) return options
  if (options.format !== undefined || options.json === true) return { ...options, output }
  return { ...options, output, format: formatByEnding(output, formats) }
}

/** Endings that promise something that it would not be. */
const promising = ['md', 'html', 'json', 'csv', 'ics', 'pdf', 'docx', 'xlsx']

/** Throws UsageError where nothing of that ending can be written. */
function formatByEnding(output: string, formats: readonly Format[]): Format | undefined {
  const ending = /\.(\w+)$/.exec(output)?.[1]?.toLowerCase().replace(/^htm$/, 'html') ?? ''
  const format = formats.find((each) => each === ending)
  if (format !== undefined || !promising.includes(ending)) return format
  const hint = formats.includes('html') ? ' A browser prints HTML, or saves it as PDF.' : ''
  throw new UsageError(
    `This cannot be written as .${ending}.`,
    `Name a file that ends in ${formats.map((each) => `.${each}`).join(' or ')}, or say which --format it is.${hint}`,
  )
}

/** The page for the morning, over the questions of the plan, else of the chosen bank. A terminal shows it drawn. */
export async function exportSheet(options: ExportOptions & SheetOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const text = await morningSheet(options, context)
  const { format, output } = options
  if (format === 'html') {
    const { textPage } = await import('../screens/report/text-page.ts')
    await deliver(textPage(text), options, env)
  } else if (format === undefined && output === undefined && env.interactive) {
    const shell = await env.shell({ plain: context.plain, style: context.style })
    try {
      await showSheet(text, shell, context)
    } finally {
      shell.close()
    }
  } else await deliver(isPrinted(output) ? shownIn(context.style, text) : text, options, env)
}

/** The chosen bank in our own format, as JSON or as a table. */
export async function exportBank(options: ExportOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { output = '', bank: named } = options
  if (named === undefined && slugsOf(context).includes(output))
    throw new UsageError(
      `${safeLine(output)} is a bank, and would be the name of the file here.`,
      `${env.program} export bank --bank ${safeLine(output)} writes it; a file of that name is ./${safeLine(output)}.`,
    )
  const bank = await chosenBank(options, context)
  await deliver(await bankText(bank, formatOf(options)), options, env)
}

async function bankText(bank: Bank, format: Format): Promise<string> {
  if (format === 'json') return json({ source: bank.slug, ...bank })
  if (format === 'csv') {
    const { csv } = await import('../text/csv.ts')
    const { rowsOf } = await import('../bank/own-format/rows.ts')
    return csv(rowsOf(bank))
  }
  if (format === 'anki') {
    const { bankAsAnki } = await import('../screens/anki.ts')
    return bankAsAnki(bank)
  }
  const { writeBank } = await import('../bank/own-format/write.ts')
  return writeBank(bank)
}

const formatOf = ({ format, json }: ExportOptions): Format => format ?? (json === true ? 'json' : 'md')

/** When people rehearse, in minutes after midnight. */
const evening = 20 * 60

/** A time of day such as `20:00`, in minutes after midnight. */
function clockTime(text: string): number {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes)
  throw new UsageError(
    `--at cannot be "${safeLine(text)}".`,
    'Give a time from 0:00 to 23:59, such as 20:00.',
  )
}

/** The days of the plan as events for a calendar. */
export async function exportPlan(options: ExportOptions & { at?: number }, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const found = await planOf(context)
  if (found === null) {
    throw new UserError('There is no plan to export.', `${env.program} plan --date +10d makes one.`)
  }
  const { viewOf } = await import('../app/plan-view.ts')
  const { planAsIcs } = await import('../screens/ics.ts')
  const view = await viewOf(found, context)
  await deliver(planAsIcs(view, { startMinute: options.at ?? evening, now: env.now() }), options, env)
}

/** The user's notes as markdown. */
export async function exportNotes(options: ExportOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { notes } = await import('../screens/notes.ts')
  const { progress, today } = context
  const all = attemptsOf(context)
  const practices = practicesOf(context)
  const written = unscoredOf(context)
  const practised = [...practices.flatMap(questionsIn), ...written.map(({ question }) => question ?? '')]
  const banks = await banksOf(options, practised, context)
  const ids = new Set(banks.flatMap((bank) => bank.questions.map(({ id }) => id)))
  const attempts = options.bank === undefined ? all : all.filter(({ question }) => ids.has(question))
  const isWanted = ([id]: [string, unknown]): boolean => options.bank === undefined || ids.has(id)
  const stories = Object.entries(progress.stories).filter(isWanted)
  const landed = Object.entries(progress.landed).filter(isWanted)
  const text = notes({
    banks,
    brought: banks.map(({ slug }) => slug).filter((slug) => isBrought(slug, context)),
    attempts,
    transcripts: transcriptsOf(context),
    practices: options.bank === undefined ? practices : practicesAbout(practices, (id) => ids.has(id)),
    advice: adviceOf(context).filter(({ question }) => isWanted([question, null])),
    unscored: written.filter(({ question }) => options.bank === undefined || ids.has(question ?? '')),
    changes: options.bank === undefined ? mockChangesOf(context) : [],
    progress: { ...progress, stories: Object.fromEntries(stories), landed: Object.fromEntries(landed) },
    date: dateOf(today),
  })
  if (options.format !== 'html') return deliver(text, options, env)
  const { textPage } = await import('../screens/report/text-page.ts')
  await deliver(textPage(text), options, env)
}

/** Whether a bank is the user's own: neither shipped nor fetched. */
const isBrought = (slug: string, context: Context): boolean =>
  !isShipped(slug, context) && !/^https?:/i.test(context.store.bankCopy(slug)?.source ?? '')

/** Every attempt as a table, or the merged journals as they are. */
export async function exportProgress(options: ExportOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const format = formatOf(options)
  if (format === 'json') {
    await deliver(json(context.store.lines().map(shown)), options, env)
    return
  }
  const { attemptsAsCsv, attemptsAsMarkdown } = await import('../screens/attempts.ts')
  const banks = await banksIn(options, context)
  const attempts = attemptsOf(context).filter(
    ({ question }) => options.bank === undefined || question.startsWith(`${options.bank}/`),
  )
  const draw = format === 'csv' ? attemptsAsCsv : attemptsAsMarkdown
  await deliver(draw(attempts, banks), options, env)
}

/** A line without the token that the address of a bank may have in an old journal. */
const shown = (line: MergedLine): MergedLine =>
  line.type === 'bank' ? { ...line, source: withoutSecrets(line.source) } : line

/** The bank that is named; else the chosen one and all that have a history. */
async function banksOf(
  options: CommonOptions,
  practised: readonly string[],
  context: Context,
): Promise<Bank[]> {
  const chosen = await chosenBank(options, context)
  if (options.bank !== undefined) return [chosen]
  const { progress } = context
  const known = new Set(practised)
  const hasHistory = (bank: Bank): boolean =>
    bank.questions.some(
      ({ id }) =>
        progressOf(progress, id) !== null ||
        Object.hasOwn(progress.stories, id) ||
        known.has(id) ||
        landedOf(progress, id) !== null,
    )
  const others = (await allBanks(context)).filter((bank) => bank.slug !== chosen.slug)
  return [chosen, ...others.filter(hasHistory)]
}

const isPrinted = (output: string | undefined): output is undefined | '-' =>
  output === undefined || output === '-'

/** To standard output, or whole to a file. */
async function deliver(text: string, { output, force = false }: ExportOptions, env: Env): Promise<void> {
  if (isPrinted(output)) {
    env.data(text)
    return
  }
  await env.writeFile(output, text, { force, mode: 0o600 })
  env.err(`Written to ${safeLine(output)}.\n`)
}
