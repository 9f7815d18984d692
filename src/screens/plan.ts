import { notRehearsed } from '../progress/reasons.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { count, dateInWords, listed } from '../text/words.ts'
import { truncate, wrap } from '../text/wrap.ts'
import { readiness } from './bar.ts'
import { columns, sentences } from './columns.ts'
import { ellipsis, separator, shownIn } from './layout.ts'
import { type PickRow, picks } from './picks.ts'
import type { Style } from './style.ts'
import { interviewLine, noneHere, todayLine } from './words.ts'

interface DayView {
  date: string
  minutes: number
  questions: (PickRow & { id: string })[]
}

/** How many questions there are, and how many are ready: now, and on the day if the plan is kept and each answer is solid. */
interface Standing {
  total: number
  rehearsed: number
  ready: number
  readyIfKept: number
}

/** One round of interviews; `name` null: the one that was given none. */
interface RoundView {
  name: string | null
  date: string
  daysLeft: number
  banks: string[]
  topic: string | null
  competency: string | null
  questions: Standing
}

/** A plan as `plan --json` prints it. */
export interface PlanView {
  /** Of the nearest round. */
  date: string
  daysLeft: number
  minutes: number
  banks: string[]
  missingBanks: string[]
  /** Over all rounds; a question that several ask for counts once, for the nearest. */
  questions: Standing
  /** The nearest first. */
  rounds: RoundView[]
  /** `spent`: the minutes already spent on questions of the plan. */
  today: DayView & { spent: number }
  days: DayView[]
  /** Rehearsed questions that are not ready: what each lacks, and the date on which it is asked next. */
  notReady: (Omit<DayView['questions'][number], 'reason'> & { lacks: string; next: string | null })[]
  leftOver: LeftOverView[]
  /** Ids of questions that the plan never reaches. */
  doesNotFit: string[]
  /** The fewest minutes a day with which the plan reaches all of them, null if a day is too short; how many are ready then. */
  minutesNeeded: number | null
  readyIfNeeded: number | null
  /** With how many questions more are ready, in these minutes, than with the minutes needed, where these leave most unready. */
  fewer: { questions: number; ready: number } | null
  notInPlan: { bank: string; questions: number }[]
}

/** An idea for minutes that are left; a mock has no question. */
export interface LeftOverView {
  kind: 'story' | 'mock' | 'question'
  id: string | null
  number: number | null
  question: string | null
  /** Whether a question was never rehearsed. */
  isNew?: boolean
  minutes: number
  /** The arguments for greenroom. */
  command: string
}

/** How many days are shown one by one. */
const maxDays = 14

const morningOnly = 'five minutes in the morning, not scored'
/** So many columns hold a round with a bar. */
const widthOfBars = 100
/** How many questions that are not ready are named. */
const maxNotReady = 5
/** How many of tomorrow's questions have a line each, and with how many columns for it; with fewer there are only numbers. */
const maxTomorrow = 5
const widthOfTitles = 40
/** The columns that the cells before them take. */
const widthOfDays = 36

/** The plan for an interview, as a screen. */
export function plan(view: PlanView, width: number, style: Style, program: string): string {
  const { today } = view
  const parts = [
    ...headOf(view, width, style),
    '',
    style.heading(style.accent(wrap(todayOf(view), width))),
    today.questions.length === 0 ? null : picks(today.questions, width, style).trimEnd(),
    ...view.leftOver.map((each) => wrap(leftOverLine(each, program), width, { first: '  + ', rest: '    ' })),
    '',
    (style.plain ? sentences : columns)(daysIn(view, width, style), width).trimEnd(),
    ...notes(view, program).map((note) => `\n${wrap(note, width)}`),
  ]
  return `${parts.filter((part) => part !== null).join('\n')}\n`
}

/** The interviews ahead, and how many questions are ready for each. */
function headOf(
  { rounds, minutes, questions, banks, daysLeft }: PlanView,
  width: number,
  style: Style,
): string[] {
  const aDay = `${count(minutes, 'minute')} a day`
  const [only, second] = rounds
  const kept = 'if you keep to this and your answers are solid'
  if (only !== undefined && second === undefined) {
    const now = readiness(questions.ready, questions.total, width, style)
    const onTheDay = `; ${questions.readyIfKept} on the day ${kept}`
    const what = [interviewLine(only), aDay, scopeOf({ ...only, banks })]
    return [
      style.heading(wrap(what.join(separator(style)), width)),
      wrap(`${now}${daysLeft === 0 ? '' : onTheDay}.`, width),
    ]
  }
  const rows = rounds.map((round) => {
    const { ready, total, readyIfKept } = round.questions
    // where a bar leaves no room for the others, there are only the words
    const now = readiness(ready, total, width, width < widthOfBars ? { ...style, plain: true } : style)
    const then = round.daysLeft === 0 ? '' : `; ${readyIfKept} on the day`
    const cells = [total === 0 ? noneHere : `${now}${then}`, scopeOf(round)]
    return [interviewLine(round), ...(style.plain ? cells.reverse() : cells)]
  })
  const what = [count(rounds.length, 'round'), `${aDay}, most of it for the nearest`]
  return [
    style.heading(wrap(what.join(separator(style)), width)),
    (style.plain ? sentences : columns)(rows, width).trimEnd(),
    wrap(`On the day means: ${kept}.`, width),
  ]
}

/** What a round asks for: `leadership, manager, on coaching, for conflict`. */
const scopeOf = ({ banks, topic, competency }: Pick<RoundView, 'banks' | 'topic' | 'competency'>): string =>
  [
    ...banks,
    ...(topic === null ? [] : [`topic ${safeLine(topic)}`]),
    ...(competency === null ? [] : [`competency ${safeLine(competency)}`]),
  ].join(', ')

function todayOf({ today, daysLeft, doesNotFit, minutes: aDay }: PlanView): string {
  if (daysLeft === 0) return `The interview is today: ${morningOnly}.`
  const { minutes, questions } = today
  const done = today.spent > 0 ? `; ${Math.ceil(today.spent)} of ${count(aDay, 'minute')} done` : ''
  if (questions.length > 0) return `${todayLine(questions.length, minutes)}${done}`
  if (today.spent > 0) return 'Today: done'
  return doesNotFit.length === 0
    ? 'Today: nothing more is needed'
    : `Today: no question fits into ${count(aDay, 'minute')}`
}

/** An idea for minutes that are left, with the command for it. */
export function leftOverLine(
  { kind, question, isNew, minutes, command }: LeftOverView,
  program: string,
): string {
  const what = {
    story: `write your story to: ${plainText(question ?? '')}`,
    mock: 'a mock',
    question: `${isNew === true ? 'new' : 'ahead of schedule'}: ${plainText(question ?? '')}`,
  }
  return `with ${count(minutes, 'more minute')}, ${what[kind]} (${program} ${command})`
}

function daysIn({ days, rounds, today, doesNotFit }: PlanView, width: number, style: Style): string[][] {
  const emptyDay = doesNotFit.length > 0 ? 'nothing fits' : 'free'
  const interviews = new Map<string, string[]>()
  for (const { date, name } of rounds) interviews.set(date, [...(interviews.get(date) ?? []), name ?? ''])
  const interview = (day: string): string[] => {
    const names = (interviews.get(day) ?? []).filter((name) => name !== '')
    return [
      dateInWords(day, today.date),
      `interview${names.length === 0 ? '' : ` (${listed(names)})`}`,
      '',
      morningOnly,
    ]
  }
  const isEve = (index: number): boolean => rounds.some(({ daysLeft }) => daysLeft === index + 2)
  const rows = days.slice(1, 1 + maxDays).flatMap(({ date: day, questions, minutes }, index) => {
    if (interviews.has(day)) return [interview(day)]
    const cells = [
      dateInWords(day, today.date),
      questions.length === 0 ? emptyDay : count(questions.length, 'question'),
      questions.length === 0 ? '' : `${minutes} min`,
    ]
    const notes = [
      ...(isEve(index) ? [lastEvening(questions)] : []),
      ...(index === 0 ? titlesOf(questions, width, style) : []),
    ]
    if (style.plain) return [[...cells, ...notes]]
    return [[...cells, notes[0] ?? ''], ...notes.slice(1).map((note) => ['', '', '', note])]
  })
  const more = days.length - 1 - Math.min(days.length - 1, maxDays)
  if (more > 0) rows.push([`and ${count(more, 'more day')}`, '', '', ''])
  const shown = new Set(days.slice(1, 1 + maxDays).map(({ date }) => date))
  const others = [...interviews.keys()].filter((day) => !shown.has(day))
  const isToday = (day: string): boolean => day === today.date
  return [
    ...others.filter(isToday).map(interview),
    ...rows,
    ...others.filter((day) => !isToday(day)).map(interview),
  ]
}

/** Which questions a day has, each on a line; for ears, or where there is no room for that, only their numbers. */
function titlesOf(questions: DayView['questions'], width: number, style: Style): string[] {
  const numbers = questions.map(({ number, bank }) => `${bank === null ? '' : `${bank} `}${number}`)
  const room = width - widthOfDays
  if (style.plain || room < widthOfTitles)
    return numbers.length === 0
      ? []
      : [`${numbers.length === 1 ? 'number' : 'numbers'} ${numbers.join(', ')}`]
  const titles = questions.slice(0, maxTomorrow).map(({ question }, at) => {
    const title = shownIn(style, `${numbers[at]}. ${plainText(question)}`)
    return truncate(title, room, ellipsis(style))
  })
  const others = numbers.slice(titles.length)
  if (others.length === 0) return titles
  const named = `and ${others.join(', ')}`
  return [...titles, named.length > room ? `and ${count(others.length, 'other')}` : named]
}

/** Where there are days enough, the last evening has nothing new. */
const lastEvening = (questions: DayView['questions']): string =>
  questions.some(({ reason }) => reason === notRehearsed)
    ? 'the last evening'
    : 'the last evening: known questions and a mock'

/** The rehearsed questions that are not ready, with what each lacks. Those on the screen above are there with their reason. */
function notReadyLines({ notReady, today }: PlanView): string[] {
  const rows = notReady.filter(({ id }) => !today.questions.some((each) => each.id === id))
  if (rows.length === 0) return []
  const named = rows.slice(0, maxNotReady).map(({ number, bank, lacks, next }) => {
    const when = next === null ? '' : `, asked again ${dateInWords(next, today.date)}`
    return `${bank === null ? 'question' : bank} ${number} (${lacks}${when})`
  })
  const more = rows.length - named.length
  return [`Not ready yet: ${named.join('; ')}${more > 0 ? `; and ${count(more, 'other')}` : ''}.`]
}

function notes(view: PlanView, program: string): string[] {
  const {
    minutes,
    banks: planned,
    rounds,
    doesNotFit,
    minutesNeeded,
    readyIfNeeded,
    fewer,
    questions,
    notInPlan,
  } = view
  const lines = notReadyLines(view)
  if (doesNotFit.length > 0) {
    const remedy =
      minutesNeeded === null
        ? 'No day has enough minutes for all: leave some out.'
        : `${count(minutesNeeded, 'minute')} a day would do. With them each is asked at least once, and ${readyIfNeeded} of ${questions.total} are ready on the day.`
    const better =
      fewer === null
        ? ''
        : ` Fewer questions make more of them ready: ${fewer.ready} of ${fewer.questions} with ${count(minutes, 'minute')} a day; ${program} drill --topic asks those of one section.`
    lines.push(`Does not fit: ${count(doesNotFit.length, 'question')}. ${remedy}${better}`)
  }
  if (notInPlan.length > 0) {
    const banks = notInPlan.map(({ bank, questions }) => `${bank} (${count(questions, 'question')})`)
    const others = notInPlan.map(({ bank }) => bank)
    const all = [...planned, ...others]
    const which = all.length === 2 ? 'both' : 'all of them'
    const isAlone = rounds.length === 1 && rounds[0]?.name === null
    const remedy = isAlone
      ? `plan --date DATE --bank ${all.join(',')} makes one with ${which}.`
      : `plan --round NAME --date DATE --bank ${others.join(',')} makes a round of ${others.length === 1 ? 'it' : 'them'}.`
    lines.push(`Not in the plan: ${listed(banks)}. ${program} ${remedy}`)
  }
  return lines
}
