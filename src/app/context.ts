import { findQuestion, numberIn } from '../bank/find.ts'
import type { Contents, Question } from '../bank/model.ts'
import { type Env, type Store, UsageError, UserError } from '../ports.ts'
import type { Progress } from '../progress/progress.ts'
import { type Settings, settingsOf } from '../progress/settings.ts'
import type { Style } from '../screens/style.ts'
import { dayOf, localTime } from '../text/dates.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { contentsOf } from './banks.ts'
import type { CommonOptions } from './options.ts'

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
  if (options.home === '')
    throw new UsageError('--home names no folder.', 'Give the folder where your data is.')
  const store = await env.store(options.home)
  const progress = await store.progress()
  const settings = settingsOf(progress.settings)
  env.tell(store.notices)
  const plainWanted = options.plain === true || (isOn(env.variables.GREENROOM_PLAIN) ?? settings.plain)
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

/** What a variable says; null where it says nothing. */
const isOn = (value: string | undefined): boolean | null =>
  value === undefined || value === '' ? null : !/^(0|false|no|off)$/i.test(value)

/** The question of that name: an id in any bank, or a number or words in the chosen one. */
export async function questionNamed(
  name: string,
  bank: Contents,
  session: Session,
  env: Env,
): Promise<Question> {
  const wanted = name.trim()
  const number = numberIn(wanted)
  const own = bank.questions.find((each) => each.id === wanted || each.number === number)
  const question = own === undefined ? await questionById(wanted, session, env) : bank.read([own])[0]
  if (question) return question
  const found = findQuestion(wanted, bank.read(bank.questions))
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

/** A question by its id, in whatever bank; null where it is not there. */
export async function questionById(id: string, session: Session, env: Env): Promise<Question | null> {
  const slug = id.slice(0, Math.max(0, id.indexOf('/')))
  if (slug === '') return null
  const bank = await contentsOf(slug, session, env)
  const listed = bank?.questions.find((each) => each.id === id)
  return (listed && bank?.read([listed])[0]) ?? null
}
