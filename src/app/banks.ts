import type { Bank, Contents, Listed, Question } from '../bank/model.ts'
import type { FileRead } from '../import/files.ts'
import { type BankCopy, type BankSource, UserError } from '../ports.ts'
import { nearest } from '../text/nearest.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import type { Context } from './context.ts'
import type { CommonOptions } from './options.ts'
import { isInUse, isShipped, shippedBank, shippedSlugs } from './shipped.ts'

/** The bank named by `--bank`, else by config, else the default. */
export async function chosenBank(options: Pick<CommonOptions, 'bank'>, context: Context): Promise<Bank> {
  const slug = options.bank ?? context.settings.bank
  return (await bankNamed(slug, context)) ?? refuse(slug, context)
}

/** What is in that bank. */
export async function chosenContents(
  options: Pick<CommonOptions, 'bank'>,
  context: Context,
): Promise<Contents> {
  const slug = options.bank ?? context.settings.bank
  return (await contentsOf(slug, context)) ?? refuse(slug, context)
}

function refuse(slug: string, context: Context): never {
  const { env, progress } = context
  const slugs = slugsOf(context)
  const others = `Banks: ${slugs.join(', ')}; choose one with --bank, or with ${env.program} bank use SLUG.`
  if (Object.hasOwn(progress.banks, slug)) {
    throw new UserError(
      `There is no copy of the bank ${safeLine(slug)} on this machine; it was added from ${safeLine(progress.banks[slug] ?? '')}.`,
      `${env.program} bank add FILE --as ${safeLine(slug)} adds it again. ${others}`,
    )
  }
  const near = nearest(slug, slugs)
  throw new UserError(
    `There is no bank "${safeLine(slug)}".`,
    `${near === null ? '' : `Did you mean ${near}? `}${others}`,
  )
}

/** The slugs of all banks that are here, the shipped ones first. */
export function slugsOf(context: Context): string[] {
  const shipped = shippedSlugs(context)
  return [...shipped, ...context.store.bankSlugs().filter((slug) => !shipped.includes(slug))]
}

/** All banks of the user, the shipped ones that are in use first. */
export async function allBanks(context: Context): Promise<Bank[]> {
  const banks: Bank[] = []
  for (const slug of slugsOf(context)) {
    if (isShipped(slug, context) && !(await isInUse(slug, context))) continue
    const bank = await bankNamed(slug, context)
    if (bank !== null) banks.push(bank)
  }
  return banks
}

/** A bank by its slug, read again where its source changed; null where there is none. */
export async function bankNamed(slug: string, context: Context): Promise<Bank | null> {
  if (isShipped(slug, context)) return shippedBank(slug)
  const { store, progress } = context
  const wasHere = store.bankSlugs().includes(slug)
  const copy = store.bankCopy(slug)
  if (copy !== null) return (await isCurrent(copy, context)) ? copy.bank : renewed(copy, context)
  // one of which nothing is left is in quarantine by now; one of a newer greenroom stays where it is
  const isLost = wasHere && !store.bankSlugs().includes(slug)
  return isLost ? fromJournal(slug, progress.banks[slug], context) : null
}

/**
 * A bank from the source that the journal knows; null where that cannot be read. An address is not fetched: the journal may
 * have it from elsewhere.
 */
async function fromJournal(slug: string, source: string | undefined, context: Context): Promise<Bank | null> {
  if (source === undefined || source === '-' || /^https?:/i.test(source)) return null
  try {
    return await readAgain(slug, source, context)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return null
  }
}

/** What is in a bank, by its slug; as `bankNamed`, but without reading the questions that nobody asks. */
export async function contentsOf(slug: string, context: Context): Promise<Contents | null> {
  const listed = isShipped(slug, context) ? null : context.store.bankContents(slug)
  if (listed === null || !(await isCurrent(listed, context))) {
    const bank = await bankNamed(slug, context)
    const copy = isShipped(slug, context) ? null : context.store.bankContents(slug)
    return bank && contentsIn(bank, copy)
  }
  const readWhole = async (wanted: readonly Listed[]): Promise<Question[]> => {
    const bank = await bankNamed(slug, context)
    return bank === null ? [] : contentsIn(bank, null).read(wanted)
  }
  return {
    slug,
    copy: listed,
    questions: listed.questions,
    read: async (wanted) => listed.read(wanted) ?? readWhole(wanted),
  }
}

/** The contents of a bank that was read whole. */
function contentsIn({ slug, questions }: Bank, copy: Contents['copy']): Contents {
  const byId = new Map(questions.map((question) => [question.id, question]))
  return { slug, copy, questions, read: async (listed) => listed.flatMap(({ id }) => byId.get(id) ?? []) }
}

/** Whether a copy has what its source has, as far as anyone can know. */
export async function isCurrent(
  { source, stamp }: Pick<BankCopy, 'source' | 'stamp'>,
  { env }: Context,
): Promise<boolean> {
  const now = stamp === null ? null : await env.stamp(source)
  return now === null || now === stamp
}

/** A bank whose source changed, or whose copy was damaged. Where the source cannot be read now, the copy is used. */
async function renewed(copy: BankCopy, context: Context): Promise<Bank> {
  const { env } = context
  const { slug, questions } = copy.bank
  const useCopy = (reason: string): Bank => {
    env.tell([
      `${reason} Using the saved copy of the bank ${slug}, with ${count(questions.length, 'question')}.`,
    ])
    return copy.bank
  }
  try {
    const bank = await readAgain(slug, copy.source, context, copy)
    return bank ?? useCopy(`${copy.source} has no questions any more.`)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return useCopy(error.message)
  }
}

/** Reads a bank from its source and keeps it; null where that has no questions. Throws UserError where it cannot be read. */
export async function readAgain(
  slug: string,
  place: string,
  context: Context,
  copy: BankCopy | null = null,
): Promise<Bank | null> {
  const source = await context.env.source(place)
  const imported = await importBank(source, slug, context)
  if (imported.bank.questions.length === 0) return null
  if (copy !== null) {
    const { whatIsGone } = await import('./lost-questions.ts')
    const gone = whatIsGone(copy, imported.bank, source.source, context)
    if (gone !== null) context.env.tell([gone])
  }
  keepBank(source, imported, context)
  return imported.bank
}

/** A bank as it was read, its questions with the ids that they had before. */
export interface ImportedBank {
  bank: Bank
  /** Its files, for an account of what was read. */
  reads: FileRead[]
  reworded: { id: string; slug: string }[]
}

/** Reads a source as the bank of that slug; its questions keep the ids that they had. */
export async function importBank(source: BankSource, slug: string, context: Context): Promise<ImportedBank> {
  const { readEach, stem, together } = await import('../import/files.ts')
  const { keepIds } = await import('../bank/identity.ts')
  const options = { slug, title: stem(source.name) }
  const reads = readEach(source.files, options)
  const read = together(reads, options)
  const known = context.store.bankCopy(slug)?.bank.questions
  if (known !== undefined) return { ...keepIds(read, known), reads }
  const questions = renamed(read.questions, context.progress.reworded)
  return { bank: { ...read, questions }, reworded: [], reads }
}

/** Where there is no copy, the journal knows which ids reworded questions keep. */
function renamed(questions: readonly Question[], reworded: Record<string, string>): Question[] {
  const taken = new Set(questions.map(({ id }) => id))
  return questions.map((question) => {
    const id = Object.hasOwn(reworded, question.id) ? reworded[question.id] : undefined
    if (id === undefined || taken.has(id)) return question
    taken.add(id)
    return { ...question, id }
  })
}

/** Keeps a bank as it was read: first which ids its reworded questions keep, then the copy. */
export function keepBank(
  { source, stamp }: Pick<BankSource, 'source' | 'stamp'>,
  { bank, reworded }: ImportedBank,
  { store }: Context,
): void {
  for (const { id, slug } of reworded) store.append({ type: 'reworded', question: id, slug })
  store.keepBank({ source, stamp, bank })
}

/** The bank named with `--bank`, or all of them. */
export async function banksIn(options: Pick<CommonOptions, 'bank'>, context: Context): Promise<Bank[]> {
  return options.bank === undefined ? allBanks(context) : [await chosenBank(options, context)]
}
