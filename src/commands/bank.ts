import type { Command } from 'commander'
import { bankOf, keep, readSource, shippedSlug, slugsOf } from '../app/banks.ts'
import { openSession, type Session } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { divide } from '../bank/context.ts'
import { type BankSource, type Env, type Shell, UserError } from '../ports.ts'
import { type BankListing, bankFacts, bankList, bankPreview, bankWarnings } from '../screens/banks.ts'
import { dateOf } from '../text/dates.ts'
import { nearest } from '../text/nearest.ts'
import { safeLine } from '../text/safe.ts'
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
    .option('--yes', 'without asking')
    .option('--refresh', 'read an address again')
  adding.action((place: string) => add(place, adding.optsWithGlobals(), env))
  command
    .command('list')
    .description('your banks')
    .action(() => list(options(), env))
  command
    .command('use')
    .description('use a bank from now on')
    .argument('<slug>')
    .action((slug: string) => use(slug, options(), env))
  command
    .command('remove')
    .description('remove a bank; its history is kept')
    .argument('<slug>')
    .action((slug: string) => remove(slug, options(), env))
  command
    .command('check')
    .description('read a bank and say what is in it and what is wrong with it')
    .argument('<source>', source)
    .action((place: string) => check(place, options(), env))
}

/** Reads a source, shows what was found, and keeps it. */
export async function add(place: string, options: AddOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const before = addedFrom(place, session)
  if (before !== undefined && options.refresh !== true && /^https?:/i.test(place)) {
    env.err(`It is added already, as ${before}. With --refresh it is fetched again.\n`)
    return
  }
  const source = await env.source(place)
  const slug =
    options.as === undefined
      ? await freeSlug(source, session)
      : await wantedSlug(options.as, source, session, env)
  const { bank, reworded } = await readSource(source, slug, session)
  env.out(`${bank.title} (${slug}): ${bankFacts(bank)}\n${bankWarnings(bank, place)}`)
  refuseErrors(place, bank.warnings)
  if (place === '-' && options.yes !== true) {
    throw new UserError(
      'Nothing was added: standard input had the questions, so nobody can be asked.',
      'With --yes they are added.',
    )
  }
  session.store.prepare()
  const shell = await env.shell({ plain: session.plain, style: session.style })
  try {
    if (options.yes !== true) {
      env.out(`\n${bankPreview(bank, env.size().columns, session.style)}\n`)
      if (!(await agrees('Add it?', shell))) {
        env.err('Nothing was added.\n')
        return
      }
    }
    session.store.append({ type: 'bank', slug, source: source.source, state: 'added' })
    keep(source, bank, reworded, session)
    const isUsed = session.settings.bank === slug
    if (!isUsed && options.yes !== true && (await agrees('Use it from now on?', shell))) {
      session.store.append({ type: 'set', key: 'bank', value: slug })
    } else if (!isUsed) {
      env.err(`Added. ${env.program} bank use ${slug} uses it from now on.\n`)
    }
  } finally {
    shell.close()
  }
  await session.store.save()
}

/** Asks until the answer is yes (Enter) or no; the end of input is no. */
async function agrees(question: string, shell: Shell): Promise<boolean> {
  for (;;) {
    const reply = await shell.ask(
      shell.live ? `${question} Enter yes · n no` : `${question} (Enter for yes, n for no): `,
    )
    switch (reply?.trim().toLowerCase()) {
      case '':
      case 'enter':
      case 'y':
      case 'yes':
        return true
      case 'n':
      case 'no':
      case 'q':
      case undefined:
        return false
      default:
        if (!shell.live) shell.print('Press Enter for yes, or type n for no.\n')
    }
  }
}

/** The slug under which a source was added; standard input is another one each time. */
const addedFrom = (source: string, { store }: Session): string | undefined =>
  source === '-' ? undefined : store.bankSlugs().find((slug) => store.bankCopy(slug)?.source === source)

/** The slug that this source was added under, else a free one from its title or name. */
async function freeSlug(source: BankSource, session: Session): Promise<string> {
  const { progress } = session
  const before = addedFrom(source.source, session)
  if (before !== undefined) return before
  const { bank } = await readSource(source, shippedSlug, {
    ...session,
    progress: { ...progress, reworded: {} },
  })
  const wanted = slugOf(bank.title) || 'bank'
  const taken = new Set([...slugsOf(session), ...Object.keys(progress.banks)])
  let slug = wanted
  for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`
  return slug
}

/** The slug of `--as`: a new one, or that of a bank whose source moved or is on another machine. */
async function wantedSlug(as: string, source: BankSource, { store }: Session, env: Env): Promise<string> {
  const slug = slugOf(as)
  const elsewhere = 'Choose another one with --as.'
  if (slug === '') throw new UserError(`"${safeLine(as)}" cannot be the name of a bank.`, elsewhere)
  if (slug === shippedSlug) throw new UserError(`The bank ${slug} is the shipped one.`, elsewhere)
  const copy = store.bankCopy(slug)
  if (copy === null && store.bankSlugs().includes(slug)) {
    throw new UserError(`A newer greenroom keeps the bank ${slug} here.`, `Upgrade this one. ${elsewhere}`)
  }
  const isOther = copy !== null && copy.source !== source.source && copy.source !== '-'
  if (isOther && (copy.stamp === null || (await env.stamp(copy.source)) !== null)) {
    throw new UserError(
      `There is a bank ${slug} already, from ${safeLine(copy.source)}.`,
      `Choose another name with --as, or remove that one first with ${env.program} bank remove ${slug}.`,
    )
  }
  return slug
}

async function list(options: CommonOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const rows: BankListing[] = []
  for (const slug of slugsOf(session)) rows.push(await listingOf(slug, session, env))
  for (const [slug, source] of Object.entries(session.progress.banks)) {
    if (rows.some((row) => row.slug === slug)) continue
    const chosen = session.settings.bank === slug
    rows.push({ slug, title: null, questions: 0, answered: 0, source, chosen, state: 'elsewhere' })
  }
  env.out(options.json === true ? `${JSON.stringify(rows, null, 2)}\n` : bankList(rows, env.size().columns))
}

async function listingOf(slug: string, session: Session, env: Env): Promise<BankListing> {
  const bank = await bankOf(slug, session, env)
  const copy = slug === shippedSlug ? null : session.store.bankCopy(slug)
  const isHere = copy?.stamp == null || (await env.stamp(copy.source)) !== null
  return {
    slug,
    title: bank?.title ?? null,
    questions: bank?.questions.length ?? 0,
    answered: bank?.questions.filter(({ answer }) => answer !== null).length ?? 0,
    source: copy?.source ?? null,
    chosen: session.settings.bank === slug,
    state: copy === null ? 'shipped' : isHere ? 'source' : 'copy',
  }
}

async function use(slug: string, options: CommonOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  known(slug, slugsOf(session), env)
  session.store.prepare()
  session.store.append({ type: 'set', key: 'bank', value: slug })
  await session.store.save()
  env.err(`${slug} is used from now on.\n`)
  const { plan } = session.progress
  const date = session.settings['plan.date']
  if (plan === null || date === null || date < session.today || plan.banks.includes(slug)) return
  const both = [...plan.banks, slug].join(',')
  env.err(
    `Your plan goes on with ${listed(plan.banks)}; ${env.program} plan --date ${dateOf(date)} --bank ${both} makes one with ${slug} too.\n`,
  )
}

async function remove(slug: string, options: CommonOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const { store, progress, settings } = session
  const copy = store.bankCopy(known(slug, [...slugsOf(session), ...Object.keys(progress.banks)], env))
  if (slug === shippedSlug) {
    throw new UserError(
      'The shipped bank cannot be removed.',
      `Use another one with ${env.program} bank use SLUG.`,
    )
  }
  store.prepare()
  const source = copy?.source ?? progress.banks[slug] ?? ''
  store.append({ type: 'bank', slug, source, state: 'removed' })
  if (settings.bank === slug) store.append({ type: 'set', key: 'bank', value: null })
  store.dropBank(slug)
  await store.save()
  env.err(
    `${slug} is removed. Its history is kept; add it again with ${env.program} bank add ${safeLine(source)} --as ${slug}.\n`,
  )
}

function known(slug: string, slugs: readonly string[], env: Env): string {
  if (slugs.includes(slug)) return slug
  const near = nearest(slug, slugs)
  throw new UserError(
    `There is no bank "${safeLine(slug)}".`,
    `${near === null ? '' : `Did you mean ${near}? `}All banks: ${env.program} bank list.`,
  )
}

/** Says what a bank holds and what is wrong with it; exit code 1 where there are errors. */
export async function check(place: string, options: CommonOptions, env: Env): Promise<void> {
  const { readFiles, stem } = await import('../import/files.ts')
  const source = await env.source(place)
  const title = stem(source.name)
  const bank = readFiles(source.files, { slug: slugOf(title) || 'bank', title })
  if (options.json === true) {
    const questions = bank.questions.map(({ shape: _shape, ...question }) => {
      const { question: asked, context } = divide(question.question)
      return { ...question, question: asked, ...(context !== null && { context }) }
    })
    env.out(`${JSON.stringify({ source: place, ...bank, questions }, null, 2)}\n`)
  } else {
    env.out(`${bank.title}: ${bankFacts(bank)}\n${bankWarnings(bank, place)}`)
  }
  refuseErrors(place, bank.warnings)
}

function refuseErrors(place: string, warnings: readonly { severity: string }[]): void {
  if (!warnings.some(({ severity }) => severity === 'error')) return
  throw new UserError(
    `${safeLine(place)} is no bank that can be used.`,
    'Mend what is said above, and check it again with bank check.',
  )
}
