import { type ImportedBank, importBank, keepBank, slugsOf } from '../../app/banks.ts'
import { choose } from '../../app/choose.ts'
import { type Context, openContext } from '../../app/context.ts'
import type { CommonOptions } from '../../app/options.ts'
import { defaultSlug, isShipped } from '../../app/shipped.ts'
import { idInBank } from '../../bank/ids.ts'
import { type BankCopy, type BankSource, type Env, type Shell, UserError } from '../../ports.ts'
import { separator } from '../../screens/layout.ts'
import type { Style } from '../../screens/style.ts'
import { isReserved } from '../../text/file-names.ts'
import { safeLine } from '../../text/safe.ts'
import { holdsSecret } from '../../text/secrets.ts'
import { slugOf } from '../../text/slug.ts'
import { count } from '../../text/words.ts'
import { found, refuseErrors } from './found.ts'

export interface AddOptions extends CommonOptions {
  as?: string
  yes?: boolean
  refresh?: boolean
}

/** Of a long list so many questions are shown before it is asked whether to add them; a short one is shown whole. */
const firstFew = 5
const shortList = 15

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
  const { accountOfFiles } = await import('../../import/account/account.ts')
  const said = found(
    `${bank.title} (${slug})`,
    place,
    { bank, reads, skipped: accountOfFiles(reads) },
    context,
  )
  const most = bank.questions.length <= shortList ? shortList : firstFew
  env.data(
    options.yes === true ? said.facts + said.problems : said.facts + said.questions(most) + said.problems,
  )
  refuseErrors(place, bank.warnings)
  if (place === '-' && options.yes !== true) {
    throw unasked('the questions came through standard input, so nobody can be asked')
  }
  context.store.prepare()
  await askAndKeep(source, imported, options, context)
}

const none = new Uint8Array()

/**
 * Adds a bank from its copy in the backups: with the ids that hold its history, and its own source, unless that has changed
 * since, and would take the place of what is added here.
 */
async function addBack(place: string, copy: BankCopy, options: AddOptions, context: Context): Promise<void> {
  const { env, store } = context
  // an address with a token in it, which greenroom 0.1.0 took, would go to all machines
  const now = copy.stamp === null ? null : await env.stamp(copy.source)
  const isChanged = now !== null && now !== copy.stamp
  const source: BankSource = {
    source: isChanged || holdsSecret(copy.source) ? '-' : copy.source,
    stamp: isChanged ? null : copy.stamp,
    name: copy.bank.title,
    files: [],
  }
  const slug = await wantedSlug(options.as ?? copy.bank.slug, source, context, copy.source)
  const questions = copy.bank.questions.map((question) => ({
    ...question,
    id: `${slug}/${idInBank(question.id, copy.bank.slug)}`,
  }))
  const imported: ImportedBank = { bank: { ...copy.bank, slug, questions }, reads: [], reworded: [] }
  const said = found(`${copy.bank.title} (${slug})`, place, { ...imported, skipped: [] }, context)
  env.data(said.facts)
  store.prepare()
  const note = isChanged
    ? `It does not follow ${safeLine(copy.source)} any more, which has changed since.`
    : null
  await askAndKeep(source, imported, { ...options, note }, context)
}

/** Keeps a bank where the user agrees, and says what was done below what was asked. */
async function askAndKeep(
  source: BankSource,
  imported: ImportedBank,
  options: AddOptions & { note?: string | null },
  context: Context,
): Promise<void> {
  const { env, plain, style } = context
  const shell = await env.shell({ plain, style })
  let said = ''
  try {
    said = await confirmAndKeep(source, imported, options, context, shell)
  } finally {
    shell.close()
  }
  env.err(said)
}

/** Returns what is to be said of it, with `note` below where it was added. */
async function confirmAndKeep(
  source: BankSource,
  imported: ImportedBank,
  { yes = false, note = null }: AddOptions & { note?: string | null },
  context: Context,
  shell: Shell,
): Promise<string> {
  const { env, store, settings, style } = context
  const { slug } = imported.bank
  if (!yes) {
    const { bankPreview } = await import('../../screens/bank-preview.ts')
    const { dataIn } = await import('../../screens/layout.ts')
    const [first] = imported.bank.questions
    const preview = first === undefined ? '' : bankPreview(dataIn(style, first), env.size().columns, style)
    env.out(`\n${preview}\n`)
    const reply = await agrees('Add it?', source.stamp === null ? copyHelp : addHelp, shell, style)
    if (reply === null) throw unasked('the input ended without an answer')
    if (!reply) return 'Nothing was added.\n'
  }
  const before = store.bankCopy(slug)
  const { whatIsGone } = await import('../../app/lost-questions.ts')
  const gone = before && whatIsGone(before, imported.bank, source.source, context)
  store.append({ type: 'bank', slug, source: source.source, state: 'added' })
  keepBank(source, imported, context)
  const isUsed =
    settings.bank === slug || (!yes && (await agrees('Use it from now on?', useHelp, shell, style)) === true)
  if (settings.bank !== slug && isUsed) store.append({ type: 'set', key: 'bank', value: slug })
  await store.save()
  const then = isUsed ? 'It is in use now.' : `${env.program} bank use ${slug} switches to it.`
  return `Added ${slug}, with ${count(imported.bank.questions.length, 'question')}. ${then}\n${[gone, note].map((each) => (each ? `${each}\n` : '')).join('')}`
}

/** A script must not take a bank for added that nobody agreed to: exit code 1. */
const unasked = (why: string): UserError =>
  new UserError(`Nothing was added: ${why}.`, 'Use --yes to add it without being asked.')

const addHelp = 'The source stays where it is, and is read again when it changes. n adds nothing.\n'
const copyHelp = 'A copy of it is kept here. n adds nothing.\n'
const useHelp = 'Yes: your questions come from this bank. No: they come from the one in use until now.\n'

/** Null where the input ends without an answer. */
const agrees = (question: string, help: string, shell: Shell, style: Style): Promise<boolean | null> =>
  choose<boolean | null>(shell, {
    prompt: {
      live: `${question} Enter yes${separator(style)}n no`,
      plain: `${question} (Enter for yes, n for no): `,
    },
    keys: { enter: true, y: true, yes: true, n: false, no: false, q: false },
    atEnd: null,
    help,
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
async function wantedSlug(
  as: string,
  source: BankSource,
  context: Context,
  from = source.source,
): Promise<string> {
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
  const isOther = copy !== null && copy.source !== from && copy.source !== '-'
  if (isOther && (copy.stamp === null || (await env.stamp(copy.source)) !== null)) {
    throw new UserError(
      `The bank ${slug} exists already, from ${safeLine(copy.source)}.`,
      `Choose another name with --as, or remove that bank first with ${env.program} bank remove ${slug}.`,
    )
  }
  return slug
}
