import type { Command } from 'commander'
import { bankNamed, type ImportedBank, importBank, keepBank, slugsOf } from '../app/banks.ts'
import { choose } from '../app/choose.ts'
import { type Context, openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { defaultSlug, isShipped } from '../app/shipped.ts'
import { divide } from '../bank/context.ts'
import { idInBank } from '../bank/ids.ts'
import type { Bank, Skipped } from '../bank/model.ts'
import type { FileRead } from '../import/files.ts'
import { type BankCopy, type BankSource, type Env, type Shell, UserError } from '../ports.ts'
import {
  type BankListing,
  bankFacts,
  bankList,
  bankQuestions,
  bankSkipped,
  bankWarnings,
  type Place,
  withoutRepeats,
} from '../screens/banks.ts'
import { json } from '../screens/json.ts'
import { dateOf } from '../text/dates.ts'
import { isReserved } from '../text/file-names.ts'
import { nearest } from '../text/nearest.ts'
import { safeLine } from '../text/safe.ts'
import { holdsSecret, withoutSecrets } from '../text/secrets.ts'
import { slugOf } from '../text/slug.ts'
import { listed } from '../text/words.ts'

export interface AddOptions extends CommonOptions {
  as?: string
  yes?: boolean
  refresh?: boolean
}

export function define(command: Command, env: Env): void {
  const options = (): CommonOptions => command.optsWithGlobals()
  const source = 'a file, a folder, an http(s) address, or - for standard input'
  const adding = command
    .command('add')
    .description('add a bank')
    .argument('<source>', source)
    .option('--as <slug>', 'its short name')
    .option('--yes', 'add it without asking')
    .option('--refresh', 'fetch an address again')
  adding.action((place: string) => add(place, adding.optsWithGlobals(), env))
  command
    .command('list')
    .description('your banks')
    .action(() => list(options(), env))
  command
    .command('use')
    .description('switch to a bank')
    .argument('<slug>')
    .action((slug: string) => use(slug, options(), env))
  command
    .command('remove')
    .description('remove a bank; its history is kept')
    .argument('<slug>')
    .option('--yes', 'for scripts: nothing is asked anyway')
    .action((slug: string) => remove(slug, options(), env))
  command
    .command('check')
    .description('read a source and show what is in it, with its warnings and errors')
    .argument('<source>', source)
    .action((place: string) => check(place, options(), env))
}

/** Reads a source, shows what was found, and keeps it. */
export async function add(place: string, options: AddOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const before = addedFrom(place, context)
  if (before !== undefined && options.refresh !== true && /^https?:/i.test(place)) {
    env.err(`Already added as ${before}. --refresh fetches it again.\n`)
    return
  }
  const source = await env.source(place)
  const removed = source.files.length === 1 ? context.store.copyIn(source.files[0]?.bytes ?? none) : null
  if (removed !== null) {
    await addBack(place, removed, options, context)
    return
  }
  const slug =
    options.as === undefined ? await freeSlug(source, context) : await wantedSlug(options.as, source, context)
  const imported = await importBank(source, slug, context)
  const { bank, reads } = imported
  const { accountOfFiles } = await import('../import/account/account.ts')
  const said = found(`${bank.title} (${slug})`, place, { bank, reads, skipped: accountOfFiles(reads) }, env)
  env.out(
    options.yes === true ? said.facts + said.problems : said.facts + said.questions(firstFew) + said.problems,
  )
  refuseErrors(place, bank.warnings)
  if (place === '-' && options.yes !== true) {
    throw unasked('the questions came through standard input, so nobody can be asked')
  }
  context.store.prepare()
  const shell = await env.shell({ plain: context.plain, style: context.style })
  try {
    await confirmAndKeep(source, imported, options, context, shell)
  } finally {
    shell.close()
  }
}

const none = new Uint8Array()

/** Adds a bank that was removed from its copy in the backups: with the ids that hold its history, and its own source. */
async function addBack(place: string, copy: BankCopy, options: AddOptions, context: Context): Promise<void> {
  const { env, store } = context
  // an address with a token in it, which greenroom 0.1.0 took, would go to all machines
  const from = holdsSecret(copy.source) ? '-' : copy.source
  const source: BankSource = { source: from, stamp: copy.stamp, name: copy.bank.title, files: [] }
  const slug = await wantedSlug(options.as ?? copy.bank.slug, source, context)
  const questions = copy.bank.questions.map((question) => ({
    ...question,
    id: `${slug}/${idInBank(question.id, copy.bank.slug)}`,
  }))
  const imported: ImportedBank = { bank: { ...copy.bank, slug, questions }, reads: [], reworded: [] }
  const said = found(`${copy.bank.title} (${slug})`, place, { ...imported, skipped: [] }, env)
  env.out(said.facts)
  store.prepare()
  const shell = await env.shell({ plain: context.plain, style: context.style })
  try {
    await confirmAndKeep(source, imported, options, context, shell)
  } finally {
    shell.close()
  }
}

async function confirmAndKeep(
  source: BankSource,
  imported: ImportedBank,
  { yes = false }: AddOptions,
  context: Context,
  shell: Shell,
): Promise<void> {
  const { env, store, settings, style } = context
  const { slug } = imported.bank
  if (!yes) {
    const { bankPreview } = await import('../screens/bank-preview.ts')
    env.out(`\n${bankPreview(imported.bank, env.size().columns, style)}\n`)
    const reply = await agrees('Add it?', shell)
    if (reply === null) throw unasked('the input ended without an answer')
    if (!reply) {
      env.err('Nothing was added.\n')
      return
    }
  }
  store.append({ type: 'bank', slug, source: source.source, state: 'added' })
  keepBank(source, imported, context)
  if (settings.bank !== slug) {
    if (!yes && (await agrees('Use it from now on?', shell)))
      store.append({ type: 'set', key: 'bank', value: slug })
    else env.err(`Added. ${env.program} bank use ${slug} switches to it.\n`)
  }
  await store.save()
}

/** A script must not take a bank for added that nobody agreed to: exit code 1. */
const unasked = (why: string): UserError =>
  new UserError(`Nothing was added: ${why}.`, 'Use --yes to add it without being asked.')

/** Null where the input ends without an answer. */
const agrees = (question: string, shell: Shell): Promise<boolean | null> =>
  choose<boolean | null>(shell, {
    prompt: { live: `${question} Enter yes · n no`, plain: `${question} (Enter for yes, n for no): ` },
    keys: { enter: true, y: true, yes: true, n: false, no: false, q: false },
    atEnd: null,
    reminder: 'Press Enter for yes, or type n for no.\n',
  })

/** The slug under which a source was added; standard input is a new source each time. */
const addedFrom = (source: string, { store }: Context): string | undefined =>
  source === '-' ? undefined : store.bankSlugs().find((slug) => store.bankCopy(slug)?.source === source)

/** The same where only the journal knows it, as the copy is gone or on another machine. */
const addedBefore = (source: string, { progress, store }: Context): string | undefined =>
  source === '-'
    ? undefined
    : Object.keys(progress.banks).find(
        (slug) => progress.banks[slug] === source && !store.bankSlugs().includes(slug),
      )

/** The slug under which this source was added, else a free one made from its title or name. */
async function freeSlug(source: BankSource, context: Context): Promise<string> {
  const { progress } = context
  const before = addedFrom(source.source, context) ?? addedBefore(source.source, context)
  if (before !== undefined) return before
  const { bank } = await importBank(source, defaultSlug, {
    ...context,
    progress: { ...progress, reworded: {} },
  })
  const wanted = slugOf(bank.title) || 'bank'
  const taken = new Set([...slugsOf(context), ...Object.keys(progress.banks)])
  let slug = wanted
  // copies are files, and Windows keeps a few names for devices
  for (let n = 2; taken.has(slug) || isReserved(slug); n++) slug = `${wanted}-${n}`
  return slug
}

/** The slug given with `--as`: a new one, or that of a bank whose source moved or is on another machine. */
async function wantedSlug(as: string, source: BankSource, context: Context): Promise<string> {
  const { store, env } = context
  const slug = slugOf(as)
  const elsewhere = 'Choose another one with --as.'
  if (slug === '') throw new UserError(`"${safeLine(as)}" cannot be the name of a bank.`, elsewhere)
  if (isReserved(slug))
    throw new UserError(`No file can be named ${slug} on Windows, so no bank can.`, elsewhere)
  if (isShipped(slug, context)) throw new UserError(`The bank ${slug} comes with greenroom.`, elsewhere)
  const copy = store.bankCopy(slug)
  if (copy === null && store.bankSlugs().includes(slug)) {
    throw new UserError(`A newer greenroom keeps the bank ${slug} here.`, `Upgrade this one. ${elsewhere}`)
  }
  const isOther = copy !== null && copy.source !== source.source && copy.source !== '-'
  if (isOther && (copy.stamp === null || (await env.stamp(copy.source)) !== null)) {
    throw new UserError(
      `The bank ${slug} exists already, from ${safeLine(copy.source)}.`,
      `Choose another name with --as, or remove that bank first with ${env.program} bank remove ${slug}.`,
    )
  }
  return slug
}

async function list(options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const rows: BankListing[] = []
  for (const slug of slugsOf(context)) rows.push(await statusOf(slug, context))
  for (const [slug, source] of Object.entries(context.progress.banks)) {
    if (rows.some((row) => row.slug === slug)) continue
    const chosen = context.settings.bank === slug
    const shown = withoutSecrets(source)
    rows.push({ slug, title: null, questions: 0, answered: 0, source: shown, chosen, state: 'elsewhere' })
  }
  env.out(options.json === true ? json(rows) : bankList(rows, env.size().columns))
}

async function statusOf(slug: string, context: Context): Promise<BankListing> {
  const bank = await bankNamed(slug, context)
  const ships = isShipped(slug, context)
  const copy = ships ? null : context.store.bankCopy(slug)
  const isLost = copy === null && !context.store.bankSlugs().includes(slug)
  const source = copy?.source ?? context.progress.banks[slug] ?? null
  const isHere = copy?.stamp == null || (await context.env.stamp(copy.source)) !== null
  return {
    slug,
    title: bank?.title ?? null,
    questions: bank?.questions.length ?? 0,
    answered: bank?.questions.filter(({ answer }) => answer !== null).length ?? 0,
    source: source && withoutSecrets(source),
    chosen: context.settings.bank === slug,
    state: ships ? 'shipped' : copy !== null ? (isHere ? 'source' : 'copy') : isLost ? 'elsewhere' : 'newer',
  }
}

async function use(slug: string, options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  existing(slug, slugsOf(context), env)
  context.store.prepare()
  context.store.append({ type: 'set', key: 'bank', value: slug })
  await context.store.save()
  env.err(`Now using ${slug}.\n`)
  const { plan } = context.progress
  const date = context.settings['plan.date']
  if (plan === null || date === null || date < context.today || plan.banks.includes(slug)) return
  const both = [...plan.banks, slug].join(',')
  env.err(
    `Your plan still covers ${listed(plan.banks)}; ${env.program} plan --date ${dateOf(date)} --bank ${both} makes one with ${slug} too.\n`,
  )
}

async function remove(slug: string, options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { store, progress, settings } = context
  const copy = store.bankCopy(existing(slug, [...slugsOf(context), ...Object.keys(progress.banks)], env))
  if (isShipped(slug, context)) {
    throw new UserError(
      `The bank ${slug} comes with greenroom and cannot be removed.`,
      `Use another one with ${env.program} bank use SLUG.`,
    )
  }
  store.prepare()
  const source = copy?.source ?? progress.banks[slug] ?? ''
  store.append({ type: 'bank', slug, source, state: 'removed' })
  if (settings.bank === slug) store.append({ type: 'set', key: 'bank', value: null })
  const kept = store.dropBank(slug)
  await store.save()
  const isGone =
    source === '-' || holdsSecret(source) || (!/^https?:/i.test(source) && !(await env.stamp(source)))
  const place = isGone && kept !== null ? kept : source
  env.err(
    `Removed ${slug}. Its history is kept; add it again with ${env.program} bank add ${quoted(safeLine(place))} --as ${slug}.\n`,
  )
}

/** A path as a shell takes it for one word. */
const quoted = (path: string): string => (/[\s'"$&|;<>()]/.test(path) ? `"${path}"` : path)

function existing(slug: string, slugs: readonly string[], env: Env): string {
  if (slugs.includes(slug)) return slug
  const near = nearest(slug, slugs)
  throw new UserError(
    `There is no bank "${safeLine(slug)}".`,
    `${near === null ? '' : `Did you mean ${near}? `}All banks: ${env.program} bank list.`,
  )
}

/** So many questions are shown of a bank that is checked, and of one that is added. */
const firstMany = 20
const firstFew = 5

/** Shows what a source holds, what of it was not taken, and what is wrong with it; exit code 1 where there are errors. */
export async function check(place: string, options: CommonOptions, env: Env): Promise<void> {
  const { readEach, stem, together } = await import('../import/files.ts')
  const { accountOfFiles } = await import('../import/account/account.ts')
  const source = await env.source(place)
  const title = stem(source.name)
  const named = { slug: slugOf(title) || 'bank', title }
  const reads = readEach(source.files, named)
  const bank = together(reads, named)
  const skipped = accountOfFiles(reads)
  if (options.json === true) {
    env.out(json(asJson(place, { bank, reads, skipped })))
  } else {
    const { facts, questions, problems } = found(bank.title, place, { bank, reads, skipped }, env)
    env.out(facts + questions(firstMany) + problems)
  }
  refuseErrors(place, bank.warnings)
}

/** What was found in a source. */
interface Found {
  bank: Bank
  reads: readonly FileRead[]
  skipped: readonly Skipped[]
}

/** A source as `bank check --json` prints it. `columns` is there for a table. */
function asJson(place: string, { bank, reads, skipped }: Found) {
  const files = reads.length === 1 ? [] : reads.flatMap(({ name, bank }) => bank.questions.map(() => name))
  const questions = bank.questions.map(({ shape: _shape, ...question }, index) => {
    const { question: asked, context } = divide(question.question)
    const file = files[index]
    return {
      ...question,
      ...(file !== undefined && { file }),
      question: asked,
      ...(context !== null && { context }),
    }
  })
  const columns = reads.length === 1 ? reads[0]?.columns : undefined
  return { source: place, ...bank, questions, skipped, ...(columns && { columns }) }
}

/** The screen of a source in its three parts, with a blank line between them. */
function found(name: string, place: string, { bank, reads, skipped }: Found, env: Env) {
  const width = env.size().columns
  const isFolder = reads.length > 1
  const places = reads.flatMap(({ name, bank }) =>
    bank.questions.map((question): Place => ({ file: isFolder ? name : null, question })),
  )
  const both = withoutRepeats(skipped, bank.warnings)
  const missing = bankSkipped(both.skipped, width)
  const warnings = bankWarnings(both.warnings, place, width)
  // where there are no questions the warnings say all there is to say
  if (bank.questions.length === 0) return { facts: '', questions: () => '', problems: warnings }
  return {
    facts: `${name}: ${bankFacts(bank)}\n`,
    questions: (most: number) => `\n${bankQuestions(places, most, width)}`,
    problems: [missing, warnings].map((each) => (each === '' ? '' : `\n${each}`)).join(''),
  }
}

function refuseErrors(place: string, warnings: readonly { severity: string }[]): void {
  if (!warnings.some(({ severity }) => severity === 'error')) return
  throw new UserError(
    `${safeLine(place)} has errors.`,
    'Fix the errors above, then check it again with bank check.',
  )
}
