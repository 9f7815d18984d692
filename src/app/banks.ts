import type { Bank, Contents, Question } from '../bank/model.ts'
import { type BankCopy, type BankSource, type Env, UserError } from '../ports.ts'
import { nearest } from '../text/nearest.ts'
import { safeLine } from '../text/safe.ts'
import type { Session } from './context.ts'

export const shippedSlug = 'leadership'

/** Flags of commands that use a bank. */
export interface BankOptions {
  bank?: string
}

/** The bank named by `--bank`, else by config, else the shipped one. */
export async function chosenBank(session: Session, options: BankOptions, env: Env): Promise<Bank> {
  const slug = options.bank ?? session.settings.bank
  return (await bankOf(slug, session, env)) ?? refuse(slug, session, env)
}

/** What is in that bank. */
export async function chosenContents(session: Session, options: BankOptions, env: Env): Promise<Contents> {
  const slug = options.bank ?? session.settings.bank
  return (await contentsOf(slug, session, env)) ?? refuse(slug, session, env)
}

function refuse(slug: string, session: Session, env: Env): never {
  const slugs = slugsOf(session)
  const near = nearest(slug, slugs)
  const here = Object.hasOwn(session.progress.banks, slug)
    ? ` It was added on another machine: join it here with ${env.program} bank add FILE --as ${slug}.`
    : ''
  throw new UserError(
    `There is no bank "${safeLine(slug)}".`,
    `${near === null || near === slug ? '' : `Did you mean ${near}? `}Banks: ${slugs.join(', ')}; choose one with --bank, or with ${env.program} bank use SLUG.${here}`,
  )
}

/** The slugs of all banks that are here, the shipped one first. */
export const slugsOf = ({ store }: Session): string[] => [
  shippedSlug,
  ...store.bankSlugs().filter((slug) => slug !== shippedSlug),
]

/** All banks, the shipped one first. */
export async function allBanks(session: Session, env: Env): Promise<Bank[]> {
  const banks: Bank[] = []
  for (const slug of slugsOf(session)) {
    const bank = await bankOf(slug, session, env)
    if (bank !== null) banks.push(bank)
  }
  return banks
}

/** The bank that is shipped. */
export async function shippedBank(): Promise<Bank> {
  const shipped = await import('../../data/leadership.md')
  return shipped.default
}

/** What is in a bank, by its slug; as `bankOf`, but for questions that nobody asks. */
export async function contentsOf(slug: string, session: Session, env: Env): Promise<Contents | null> {
  const kept = slug === shippedSlug ? null : session.store.bankContents(slug)
  if (kept !== null && (await isCurrent(kept, env))) return kept
  const bank = await bankOf(slug, session, env)
  return bank && contentsIn(bank)
}

/** A bank that was read whole, in the way of one of which only the contents were. */
function contentsIn({ slug, questions }: Bank): Contents {
  const byId = new Map(questions.map((question) => [question.id, question]))
  return { slug, questions, read: (listed) => listed.flatMap(({ id }) => byId.get(id) ?? []) }
}

/** Whether a copy has what its source has, as far as can be told. */
async function isCurrent({ source, stamp }: Pick<BankCopy, 'source' | 'stamp'>, env: Env): Promise<boolean> {
  const now = stamp === null ? null : await env.stamp(source)
  return now === null || now === stamp
}

/** A bank by its slug, read again where its source changed; null where there is none. */
export async function bankOf(slug: string, session: Session, env: Env): Promise<Bank | null> {
  if (slug === shippedSlug) return shippedBank()
  const copy = session.store.bankCopy(slug)
  if (copy === null) return null
  return (await isCurrent(copy, env)) ? copy.bank : renewed(copy, session, env)
}

/** A bank whose source changed. Where that cannot be read now, or has no questions any more, the copy serves. */
async function renewed(copy: BankCopy, session: Session, env: Env): Promise<Bank> {
  const { slug } = copy.bank
  try {
    const source = await env.source(copy.source)
    const { bank, reworded } = await readSource(source, slug, session)
    if (bank.questions.length === 0) {
      env.tell([`${copy.source} has no questions any more, so the copy of the bank ${slug} serves.`])
      return copy.bank
    }
    keep(source, bank, reworded, session)
    return bank
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    env.tell([`${error.message} The copy of the bank ${slug} serves.`])
    return copy.bank
  }
}

/** A bank as it was read, with the ids that its questions had before. */
export interface ReadAgain {
  bank: Bank
  reworded: { id: string; slug: string }[]
}

/** Reads a source as the bank of that slug; its questions keep the ids that they had. */
export async function readSource(source: BankSource, slug: string, session: Session): Promise<ReadAgain> {
  const { readFiles, stem } = await import('../import/files.ts')
  const { keepIds } = await import('../bank/identity.ts')
  const read = readFiles(source.files, { slug, title: stem(source.name) })
  const known = session.store.bankCopy(slug)?.bank.questions
  if (known !== undefined) return keepIds(read, known)
  return { bank: { ...read, questions: renamed(read.questions, session.progress.reworded) }, reworded: [] }
}

/** On a machine that has no copy, the journal tells which ids reworded questions keep. */
function renamed(questions: readonly Question[], reworded: Record<string, string>): Question[] {
  const taken = new Set(questions.map(({ id }) => id))
  return questions.map((question) => {
    const id = Object.hasOwn(reworded, question.id) ? reworded[question.id] : undefined
    if (id === undefined || taken.has(id)) return question
    taken.add(id)
    return { ...question, id }
  })
}

/** Keeps a bank as it was read: first what its questions are called, then the copy. */
export function keep(
  { source, stamp }: Pick<BankSource, 'source' | 'stamp'>,
  bank: Bank,
  reworded: readonly { id: string; slug: string }[],
  { store }: Session,
): void {
  for (const { id, slug } of reworded) store.append({ type: 'reworded', question: id, slug })
  store.keepBank({ source, stamp, bank })
}
