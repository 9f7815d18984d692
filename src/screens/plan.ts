import { plainText } from '../text/plain-text.ts'
import { count, dateInWords, inDays, listed } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import { type PickRow, picks } from './picks.ts'
import type { Style } from './style.ts'

interface DayView {
  date: string
  minutes: number
  questions: (PickRow & { id: string })[]
}

/** A plan as `plan --json` prints it. */
export interface PlanView {
  date: string
  daysLeft: number
  minutes: number
  banks: string[]
  missingBanks: string[]
  questions: { total: number; rehearsed: number; ready: number; readyIfKept: number }
  /** `spent`: minutes of it that went to questions of the plan. */
  today: DayView & { spent: number }
  days: DayView[]
  leftOver: LeftOverView[]
  /** Ids of questions that are not rehearsed once, and the minutes a day that would do; null where nothing does. */
  doesNotFit: string[]
  minutesNeeded: number | null
  notInPlan: { bank: string; questions: number }[]
}

/** What minutes that are left can go to; for a mock there is no question. */
export interface LeftOverView {
  kind: 'story' | 'mock' | 'question'
  id: string | null
  number: number | null
  question: string | null
  minutes: number
  /** What to say to greenroom for it, without its name. */
  command: string
}

/** How many days are shown one by one. */
const shownDays = 14

/** The way to an interview, as a screen. */
export function plan(view: PlanView, width: number, style: Style, program: string): string {
  const { questions, today } = view
  const onTheDay = `; ${questions.readyIfKept} on the day if you keep to this and your answers are solid`
  const ahead = `${questions.ready} of ${questions.total} ready${view.daysLeft === 0 ? '' : onTheDay}.`
  const parts = [
    style.bold(
      wrap(
        `Interview ${dateInWords(view.date)}, ${inDays(view.daysLeft)} · ${count(view.minutes, 'minute')} a day · ${view.banks.join(', ')}`,
        width,
      ),
    ),
    wrap(ahead, width),
    '',
    style.bold(wrap(todayLine(view), width)),
    today.questions.length === 0 ? null : picks(today.questions, width, style).trimEnd(),
    ...view.leftOver.map((each) => wrap(leftOverLine(each, program), width, { first: '  + ', rest: '    ' })),
    '',
    columns(daysIn(view), width).trimEnd(),
    ...notes(view, program).map((note) => `\n${wrap(note, width)}`),
  ]
  return `${parts.filter((part) => part !== null).join('\n')}\n`
}

function todayLine({ today, daysLeft, doesNotFit, minutes: aDay }: PlanView): string {
  if (daysLeft === 0) return 'The interview is today: five minutes in the morning, not scored.'
  const { minutes, questions } = today
  if (questions.length > 0) {
    return `Today: ${count(questions.length, 'question')}, about ${count(minutes, 'minute')}`
  }
  if (today.spent > 0) return 'Today: done'
  if (doesNotFit.length === 0) return 'Today: nothing is needed any more'
  return daysLeft === 1
    ? 'Today: nothing, for the last day is for what you know'
    : `Today: no question fits into ${count(aDay, 'minute')}`
}

/** What to do with minutes that are left, with the command for it. */
export function leftOverLine({ kind, question, minutes, command }: LeftOverView, program: string): string {
  const what = {
    story: `write your story to: ${plainText(question ?? '')}`,
    mock: 'a mock',
    question: `out of its time: ${plainText(question ?? '')}`,
  }
  return `${minutes} min: ${what[kind]} (${program} ${command})`
}

function daysIn({ days, date, daysLeft, doesNotFit }: PlanView): string[][] {
  const emptyDay = doesNotFit.length > 0 ? 'nothing fits' : 'free'
  const rows = days
    .slice(1, 1 + shownDays)
    .map(({ date: day, questions, minutes }, index) => [
      dateInWords(day),
      questions.length === 0 ? emptyDay : count(questions.length, 'question'),
      questions.length === 0 ? '' : `${minutes} min`,
      index + 2 === daysLeft ? 'the last evening: known questions and a mock' : '',
    ])
  const more = days.length - 1 - rows.length
  if (more > 0) rows.push([`and ${count(more, 'more day')}`, '', '', ''])
  return [...rows, [dateInWords(date), 'interview', '', 'five minutes in the morning, not scored']]
}

function notes(
  { banks: planned, doesNotFit, minutesNeeded, notInPlan, minutes }: PlanView,
  program: string,
): string[] {
  const told: string[] = []
  if (doesNotFit.length > 0) {
    const remedy =
      minutesNeeded === null
        ? 'More than a day has would be needed: leave some out.'
        : minutesNeeded > minutes
          ? `${count(minutesNeeded, 'minute')} a day would do.`
          : 'They are new, and the last day is for what you know.'
    told.push(`Does not fit: ${count(doesNotFit.length, 'question')}. ${remedy}`)
  }
  if (notInPlan.length > 0) {
    const banks = notInPlan.map(({ bank, questions }) => `${bank} (${count(questions, 'question')})`)
    const all = [...planned, notInPlan[0]?.bank].join(',')
    told.push(
      `Not in the plan: ${listed(banks)}. ${program} plan --date DATE --bank ${all} makes one with both.`,
    )
  }
  return told
}
