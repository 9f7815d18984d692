import type { Bank, Question } from '../bank/model.ts'
import type { Score } from '../rehearsal/records.ts'
import { dayStartsAt } from '../text/dates.ts'
import { type Progress, progressOf } from './progress.ts'
import { isReady } from './ready.ts'
import { settingOf } from './settings.ts'

/** A question as `list --json` prints it. Times are ISO 8601 with offset. */
export interface Listing {
  id: string
  number: number
  bank: string
  section: string | null
  question: string
  hasAnswer: boolean
  hasStory: boolean
  attempts: number
  lastScore: Score | null
  lastAt: string | null
  due: string | null
  ready: boolean
}

/** The moment from which a listing looks. `offsetMinutes` is east of UTC. */
export interface Moment {
  today: number
  offsetMinutes: number
}

/** The day to be ready for: that of the interview, or today while there is none. */
export const readyDay = (progress: Progress, today: number): number =>
  Math.max(today, settingOf(progress.settings, 'plan.date') ?? today)

/** A question with where the user stands on it. */
export function listingOf(
  question: Question,
  bank: Pick<Bank, 'slug'>,
  progress: Progress,
  moment: Moment,
): Listing {
  const known = progressOf(progress, question.id)
  const dueDay = known?.schedule?.dueDay
  const dayStart = settingOf(progress.settings, 'dayStart')
  return {
    id: question.id,
    number: question.number,
    bank: bank.slug,
    section: question.section,
    question: question.question,
    hasAnswer: question.answer !== null,
    hasStory: Object.hasOwn(progress.stories, question.id),
    attempts: known?.attempts ?? 0,
    lastScore: known?.lastScore ?? null,
    lastAt: known?.lastAt ?? null,
    due: dueDay === undefined ? null : dayStartsAt(dueDay, dayStart, moment.offsetMinutes),
    ready: isReady(known, readyDay(progress, moment.today)),
  }
}
