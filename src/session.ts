import type { Bank, Question } from './bank/bank.ts'
import { findQuestion } from './bank/find.ts'
import { nearest } from './bank/nearest.ts'
import { plainText } from './bank/plain-text.ts'
import { safeLine } from './bank/safe.ts'
import type { Env, Store } from './env.ts'
import { UserError } from './errors.ts'
import { dayOf, localTime } from './progress/day.ts'
import type { Progress } from './progress/progress.ts'
import { type Settings, settingsOf } from './progress/settings.ts'
import type { Style } from './render/style.ts'

/** Flags that every command has. */
export interface CommonOptions {
  home?: string
  plain?: boolean
  color?: boolean
  quiet?: boolean
  json?: boolean
  bank?: string
}

/** What most commands begin with: the user's data as it stands, and the look of the output. */
export interface Session {
  store: Store
  progress: Progress
  settings: Settings
  style: Style
  plain: boolean
  /** Now, as a day and as local time with its offset. */
  today: number
  now: string
  offsetMinutes: number
}

/** Reads the home; says once what had to be mended. */
export async function openSession(options: CommonOptions, env: Env): Promise<Session> {
  const store = await env.store(options.home)
  const progress = await store.progress()
  const settings = settingsOf(progress.settings)
  env.tell(store.notices)
  const plainWanted = options.plain === true || isOn(env.variables.GREENROOM_PLAIN) || settings.plain
  const date = env.now()
  const offsetMinutes = -date.getTimezoneOffset()
  const now = localTime(date, offsetMinutes)
  return {
    store,
    progress,
    settings,
    style: await env.style({ color: options.color !== false, ascii: settings.ascii }),
    plain: plainWanted || env.variables.TERM === 'dumb' || !env.interactive,
    today: dayOf(now, settings.dayStart) ?? 0,
    now,
    offsetMinutes,
  }
}

const isOn = (value: string | undefined): boolean => value !== undefined && value !== '' && value !== '0'

/** The bank named by `--bank`, else by config, else the shipped one. */
export async function chosenBank(session: Session, options: CommonOptions, env: Env): Promise<Bank> {
  const slug = options.bank ?? session.settings.bank
  const bank = await bankOf(session.store, slug)
  if (bank !== null) return bank
  const slugs = slugsOf(session.store)
  const near = nearest(slug, slugs)
  throw new UserError(
    `There is no bank "${safeLine(slug)}".`,
    `${near === null ? '' : `Did you mean ${near}? `}Banks: ${slugs.join(', ')}; choose one with --bank, or with ${env.program} config set bank.`,
  )
}

const shippedSlug = 'leadership'

/** The slugs of all banks, the shipped one first. */
const slugsOf = (store: Store): string[] => [
  shippedSlug,
  ...store.bankSlugs().filter((slug) => slug !== shippedSlug),
]

/** All banks, the shipped one first. */
export async function allBanks(store: Store): Promise<Bank[]> {
  const banks = await Promise.all(slugsOf(store).map((slug) => bankOf(store, slug)))
  return banks.filter((bank) => bank !== null)
}

/** A bank by its slug; null where there is none. */
export async function bankOf(store: Store, slug: string): Promise<Bank | null> {
  if (slug !== shippedSlug) return store.bank(slug)
  const shipped = await import('../data/leadership.md')
  return shipped.default
}

/** The question of that name: an id in any bank, or a number or words in the chosen one. */
export async function questionNamed(name: string, bank: Bank, store: Store, env: Env): Promise<Question> {
  const wanted = name.trim()
  const own = bank.questions.find((each) => each.id === wanted)
  const question = own ?? (await questionById(wanted, store))
  if (question !== null) return question
  const found = findQuestion(wanted, bank.questions)
  if ('question' in found) return found.question
  const title = (each: Question): string => `${each.number}. ${plainText(each.question)}`
  if ('several' in found) {
    throw new UserError(
      `"${safeLine(name)}" is in ${found.several.length} questions:\n${found.several.map(title).join('\n')}`,
      'Name one by its number, or give more of its words.',
    )
  }
  const near = found.nearest === null ? '' : `Did you mean ${title(found.nearest)} `
  throw new UserError(
    `There is no question "${safeLine(name)}" in the bank ${bank.slug}, which has ${bank.questions.length}.`,
    `${near}${env.program} list shows all of them.`,
  )
}

async function questionById(id: string, store: Store): Promise<Question | null> {
  const slug = id.slice(0, Math.max(0, id.indexOf('/')))
  if (slug === '') return null
  const bank = await bankOf(store, slug)
  return bank?.questions.find((each) => each.id === id) ?? null
}
