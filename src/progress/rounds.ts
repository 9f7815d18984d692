import { isOfTopic, looksFor } from '../bank/asked-for.ts'
import { bankSlugOf } from '../bank/ids.ts'
import type { Question } from '../bank/model.ts'
import { dayOfDate } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'
import { shellWord } from '../text/shell-word.ts'
import { slugOf } from '../text/slug.ts'
import type { Entry } from './journal.ts'
import type { Progress } from './progress.ts'
import { farthestInterview, settingOf } from './settings.ts'

/** What a round of interviews asks for: questions of these banks, of a topic and a competency where one is named. */
export interface Scope {
  banks: string[]
  topic: string | null
  competency: string | null
}

/** One round of interviews, which is on a day, see `dayOf`. */
export interface Round extends Scope {
  /** Null: the one that was given no name, whose date is a setting. */
  name: string | null
  day: number
  /** See `minutePrice`; null where nothing fixed it yet. */
  kappa: number | null
}

/** What the round without a name is called where it stands beside others. */
export const unnamedRound = 'interview'

export const roundName = ({ name }: Pick<Round, 'name'>): string => name ?? unnamedRound

/** The start of the command that sets the day of a round: `plan --round phone --date`. */
export const dateCommand = ({ name }: Pick<Round, 'name'>): string =>
  `plan${name === null ? '' : ` --round ${shellWord(name)}`} --date`

export const longestRoundName = 40

/** A name that somebody typed, on one line and harmless for a terminal. */
export const asRoundName = (text: string): string => safeLine(text).trim().replace(/\s+/g, ' ')

/** Whether a round can have that name, so that it can be typed after `--round` and drawn as it is. */
export const isRoundName = (name: string): boolean =>
  name.length <= longestRoundName &&
  !name.startsWith('-') &&
  slugOf(name) !== '' &&
  name === asRoundName(name) &&
  name.toLowerCase() !== unnamedRound

type Known = Pick<Progress, 'settings' | 'rounds' | 'plan'>

/** The rounds that are not set aside, over or not, the nearest first. */
export function openRounds({ settings, rounds, plan }: Known): Round[] {
  const date = settingOf(settings, 'plan.date')
  const open: Round[] = Object.entries(rounds).flatMap(([name, { date, ...scope }]) => {
    const day = dayOfDate(date)
    return day === null ? [] : [{ name, day, ...scope }]
  })
  if (date !== null) {
    const { banks = [settingOf(settings, 'bank')], topic = null, competency = null } = plan ?? {}
    open.unshift({ name: null, day: date, banks, topic, competency, kappa: plan?.kappa ?? null })
  }
  return open.sort((a, b) => a.day - b.day)
}

/** The rounds that the plan is for, the nearest first: of today or later, and not more than a year away. */
export const roundsAhead = (known: Known, today: number): Round[] =>
  openRounds(known).filter(({ day }) => day >= today && day - today <= farthestInterview)

/** Whether a round asks for a question. */
export const asksFor = (
  { banks, topic, competency }: Scope,
  question: Pick<Question, 'id' | 'section' | 'competencies'>,
): boolean =>
  banks.includes(bankSlugOf(question.id)) &&
  (topic === null || isOfTopic(question, topic)) &&
  (competency === null || looksFor(question, competency))

/** What the journal says of a round that is over, or is given up. */
export const setAside = ({ name, banks, topic, competency, kappa }: Round): Entry =>
  name === null
    ? { type: 'set', key: 'plan.date', value: null }
    : { type: 'round', name, date: null, banks, topic, competency, kappa: kappa ?? 0 }
