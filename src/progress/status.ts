import type { Bank, Question } from '../bank/model.ts'
import type { Score } from '../rehearsal/records.ts'
import { dayStartsAt } from '../text/dates.ts'
import { type Progress, progressOf } from './progress.ts'
import { isReady } from './ready.ts'
import { settingOf } from './settings.ts'

/** The day on which a question is asked next; `later`: only after the interview; null: it was never rehearsed. */
export type ComesBack = number | 'later' | null

/** Where the user stands with a question, as `list --json` prints it. Times are ISO 8601 with offset. */
export interface QuestionStatus {
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

/** When it is asked for, and the offset from UTC on any day, in minutes east. */
interface Moment {
  offsetOn(day: number): number
  /** The day to be ready for, see `readyDayOf`. */
  readyDay: number
}

export function statusOf(
  question: Question,
  bank: Pick<Bank, 'slug'>,
  progress: Progress,
  moment: Moment,
  back: ComesBack,
): QuestionStatus {
  const known = progressOf(progress, question.id)
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
    due: typeof back === 'number' ? dayStartsAt(back, dayStart, moment.offsetOn(back)) : null,
    ready: isReady(known, moment.readyDay),
  }
}
