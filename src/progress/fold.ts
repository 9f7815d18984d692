import { bankSlugOf } from '../bank/ids.ts'
import { isOpen } from '../rehearsal/records.ts'
import { dayOf } from '../text/dates.ts'
import { declinedIn, openDrafts, withTypedChanges } from './drafts.ts'
import type { LineOf, MergedLine, PlanTerms, SettingValue } from './journal.ts'
import { misdatedIn } from './misdated.ts'
import type { Latest } from './order.ts'
import {
  type Morning,
  type Progress,
  type QuestionProgress,
  recentScores,
  type Schedule,
  type Unfinished,
} from './progress.ts'
import { dueAgain, nextSchedule } from './schedule.ts'
import { settingOf } from './settings.ts'
import { attemptsByQuestion, questionTallyOf, totalsOf } from './tallies.ts'
import { withoutUndone } from './without-undone.ts'

type Attempt = LineOf<'attempt'>
type Stamped<T extends MergedLine['type']> = LineOf<T> & { device: string }

/** One rehearsal, gathered from its own lines and those of its attempts and skips. */
interface Sitting {
  start: Stamped<'rehearsal'> | null
  scored: boolean
  done: Set<string>
  /** Ids of the attempts whose review, or whose change, is still to be asked for. */
  open: Set<string>
}

/** What a fold knows of days: when they start, in minutes after midnight, and the attempts whose clock was wrong. */
interface Calendar {
  dayStart: number
  misdated: ReadonlySet<Attempt>
}

/** A question after its attempts, the oldest first. One without attempts has no progress. */
function questionAfter(
  attempts: readonly [Attempt, ...Attempt[]],
  { dayStart, misdated }: Calendar,
): QuestionProgress {
  const [first] = attempts
  const last = attempts.at(-1) ?? first
  let days = 0
  let lastDay = 0
  let change: string | null = null
  let schedule: Schedule | null = null
  let before: Schedule | null = null
  let dueDay: number | null = null
  let followUps: string[] = []
  for (const line of attempts) {
    const day = dayOf(line.at, dayStart) ?? 0
    const isReview = !misdated.has(line)
    if (isReview && (days === 0 || day > lastDay)) {
      days++
      lastDay = day
    }
    if (isReview && !line.extra) {
      if (schedule !== null && dueDay !== null && day <= schedule.lastDay) {
        dueDay = dueAgain(dueDay, before, line.score, schedule.lastDay)
      } else {
        before = schedule
        schedule = nextSchedule(schedule, line.score, day)
        dueDay = schedule.dueDay
      }
    }
    change = line.change || change
    const asked = line.followUp?.text
    if (asked !== undefined) followUps = [...followUps.filter((text) => text !== asked), asked]
  }
  const talked = attempts.findLast(({ typed }) => typed === null)
  // Spelled out, because spreading one object into another is slow where there are many questions.
  const { scores, finals, overrated, spoken, talkMs, thinkMs } = questionTallyOf(attempts)
  return {
    attempts: attempts.length,
    scores,
    finals,
    overrated,
    spoken,
    talkMs,
    thinkMs,
    days,
    lastDay,
    lastAt: last.at,
    lastScore: last.score,
    recent: attempts
      .slice(-recentScores)
      .map(({ score }) => score)
      .join(''),
    lastTalkMs: talked?.talkMs ?? 0,
    lastBudgetMs: (talked ?? first).budgetMs,
    change,
    followUps,
    schedule,
    dueDay,
  }
}

function questionsAfter(attempts: readonly Attempt[], calendar: Calendar): Map<string, QuestionProgress> {
  const questions = new Map<string, QuestionProgress>()
  for (const [id, own] of attemptsByQuestion(attempts)) questions.set(id, questionAfter(own, calendar))
  return questions
}

/** The attempts whose clock was wrong. Only a new era, or a day that is still to come, says that there are some. */
function misdatedAmong(
  attempts: readonly Attempt[],
  dayStart: number,
  today: number,
  isSuspect: boolean,
): Set<Attempt> {
  if (!isSuspect) return new Set()
  const days = attempts.map(({ at }) => dayOf(at, dayStart) ?? 0)
  return new Set([...misdatedIn(days, today)].flatMap((place) => attempts[place] ?? []))
}

/** What was known before the latest day, of what changed on it. */
function morningOf(
  counted: readonly MergedLine[],
  questions: ReadonlyMap<string, QuestionProgress>,
  { dayStart, misdated, today }: Calendar & { today: number },
): Morning {
  const written = counted.filter((line) => line.type === 'story')
  const writtenOn = new Map(written.map((line) => [line, dayOf(line.at, dayStart) ?? 0]))
  const days = [...[...questions.values()].map(({ lastDay }) => lastDay), ...writtenOn.values()]
  const day = maximum(days.filter((each) => each <= today))
  const changed = new Set([...questions].flatMap(([id, { lastDay }]) => (lastDay === day ? [id] : [])))
  const earlier = counted.filter(
    (line) => line.type === 'attempt' && changed.has(line.question) && (dayOf(line.at, dayStart) ?? 0) < day,
  )
  const then = questionsAfter(earlier as Attempt[], { dayStart, misdated })
  const isToday = (line: Stamped<'story'>): boolean => writtenOn.get(line) === day
  const stories = new Map<string, string | null>(
    written.filter(isToday).map(({ question }) => [question, null]),
  )
  for (const line of written) {
    if (!isToday(line) && stories.has(line.question)) stories.set(line.question, line.text)
  }
  return {
    day,
    questions: [...changed].map((id) => [id, then.get(id) ?? null]),
    stories: Object.fromEntries(stories),
  }
}

const maximum = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.MIN_SAFE_INTEGER)

/** The last value of each key; a key whose last value is null is left out. */
function lastValues<T>(
  lines: readonly MergedLine[],
  entryOf: (line: MergedLine) => readonly [key: string, value: T | null] | null,
): Record<string, T> {
  const values = new Map<string, T>()
  for (const line of lines) {
    const [key, value] = entryOf(line) ?? []
    if (key === undefined || value === undefined) continue
    if (value === null) values.delete(key)
    else values.set(key, value)
  }
  return Object.fromEntries(values)
}

/** What the last line about each thing says. */
function currentState(
  lines: readonly MergedLine[],
): Pick<Progress, 'stories' | 'landed' | 'never' | 'settings' | 'banks' | 'reworded' | 'rounds'> {
  return {
    stories: lastValues(lines, (line) => (line.type === 'story' ? [line.question, line.text] : null)),
    landed: lastValues(lines, (line) => {
      if (line.type !== 'landed') return null
      const { question, landed, interview, at } = line
      return [question, { landed, interview, at }]
    }),
    never: Object.values(
      lastValues(lines, (line) =>
        // a prefix keeps a line such as `7` in its place: keys that are numbers would come first
        line.type === 'never' ? [` ${line.text}`, line.state === 'added' ? line.text : null] : null,
      ),
    ),
    settings: lastValues<Exclude<SettingValue, null>>(lines, (line) =>
      line.type === 'set' ? [line.key, line.value] : null,
    ),
    banks: lastValues(lines, (line) =>
      line.type === 'bank' ? [line.slug, line.state === 'added' ? line.source : null] : null,
    ),
    rounds: lastValues(lines, (line) => {
      if (line.type !== 'round') return null
      const { name, date, banks, topic, competency, kappa } = line
      return [name, date === null ? null : { date, banks, topic, competency, kappa }]
    }),
    reworded: lastValues(lines, (line) =>
      line.type === 'reworded' ? [`${bankSlugOf(line.question)}/${line.slug}`, line.question] : null,
    ),
  }
}

/** These rehearsals; those without any line are left out. */
function sittingsIn(lines: readonly MergedLine[], rehearsals: ReadonlySet<string>): Map<string, Sitting> {
  const sittings = new Map<string, Sitting>()
  function sittingOf(id: string): Sitting | undefined {
    if (rehearsals.has(id) && !sittings.has(id))
      sittings.set(id, { start: null, scored: false, done: new Set(), open: new Set() })
    return sittings.get(id)
  }
  for (const line of lines) {
    if (line.type === 'skip') sittingOf(line.rehearsal)?.done.add(line.question)
    else if (line.type === 'attempt') {
      const sitting = sittingOf(line.rehearsal)
      if (!sitting) continue
      sitting.scored = true
      sitting.done.add(line.question)
      if (isOpen(line)) sitting.open.add(line.id)
    } else if (line.type === 'rehearsal' && line.state === 'start') {
      const sitting = sittingOf(line.id)
      if (sitting) sitting.start = line
    }
  }
  return sittings
}

/** The rehearsals to go on with: those in which something was scored, or typed. */
function unfinishedIn(sittings: ReadonlyMap<string, Sitting>, lines: readonly MergedLine[]): Unfinished[] {
  if (sittings.size === 0) return []
  const drafts = openDrafts(lines, ({ rehearsal }) => Boolean(sittings.get(rehearsal)?.start))
  const declined = declinedIn(lines)
  const typed = new Set(drafts.map(({ rehearsal }) => rehearsal))
  return [...sittings.values()].flatMap(({ start, scored, done, open }) => {
    if (!start) return []
    const { id, at, device, pid, processMark, mode, questions, options } = start
    const pending = typed.has(id) || [...open].some((each) => !declined.has(each))
    if (!scored && !pending) return []
    const mark = processMark === undefined ? {} : { processMark }
    return [{ id, at, device, pid, ...mark, mode, questions, options, done: [...done], pending }]
  })
}

function planIn(lines: readonly MergedLine[]): PlanTerms | null {
  const line = lines.findLast((each) => each.type === 'plan')
  if (line?.type !== 'plan') return null
  const { banks, kappa, topic, competency } = line
  return {
    banks,
    kappa,
    ...(topic !== undefined && { topic }),
    ...(competency !== undefined && { competency }),
  }
}

/** The change noted last in each bank; one after a mock is about all banks of its questions. */
function lastChanges(lines: readonly MergedLine[]): Progress['changes'] {
  const changes = new Map<string, string>()
  for (const line of lines) {
    if ((line.type !== 'attempt' && line.type !== 'rehearsal') || !line.change) continue
    for (const id of line.type === 'attempt' ? [line.question] : line.questions) {
      changes.delete(bankSlugOf(id))
      changes.set(bankSlugOf(id), line.change)
    }
  }
  return [...changes]
}

/** When just these of the days with an attempt are still to come, and whether one is. Tomorrow may be a flight away. */
function heldOn(days: readonly number[], today: number): Pick<Progress, 'holds'> & { isAhead: boolean } {
  const from = days.reduce((last, day) => (day <= today + 1 ? Math.max(last, day - 1) : last), -Infinity)
  const until = days.reduce((first, day) => (day > today + 1 ? Math.min(first, day - 1) : first), Infinity)
  return { holds: { from: finite(from), until: finite(until) }, isAhead: until < Infinity }
}

const finite = (day: number): number | null => (Number.isFinite(day) ? day : null)

/** What a fold needs to know beside the lines. */
interface Reading {
  /** How many lines only a newer greenroom understands. */
  unread?: number
  latest?: Latest | null
  /** The time at which the lines are read, ISO with offset; without it none is in the future. */
  now?: string
}

/**
 * The progress that merged lines (see `merge.ts`) add up to. It is always made from all of them, so an undo restores
 * exactly what was there before. `journals`: how many bytes of each device's journal were read.
 */
export function fold(
  lines: readonly MergedLine[],
  journals: Record<string, number>,
  { unread = 0, latest = null, now }: Reading = {},
): Progress {
  const counted = withTypedChanges(withoutUndone(lines))
  const attempts = counted.filter((line) => line.type === 'attempt')
  const state = currentState(counted.filter((line) => line.type !== 'attempt'))
  const dayStart = settingOf(state.settings, 'dayStart')
  const today = (now === undefined ? null : dayOf(now, dayStart)) ?? Number.POSITIVE_INFINITY
  const totals = totalsOf(attempts, dayStart)
  const { holds, isAhead } = heldOn(Object.keys(totals.total.days).map(Number), today)
  const isSuspect = isAhead || (latest !== null && latest.order[0] > 0)
  const misdated = misdatedAmong(attempts, dayStart, today, isSuspect)
  const mock = attempts.findLast(({ mode }) => mode === 'mock')
  const lastMock = mock?.rehearsal ?? null
  const dated = attempts.findLast((line) => line.mode === 'mock' && !misdated.has(line))
  const open = counted.filter((line) => line.type === 'rehearsal' && line.state === 'start')
  const questions = questionsAfter(attempts, { dayStart, misdated })
  const wanted = [...open.map(({ id }) => id), lastMock].filter((id) => id !== null)
  const sittings = sittingsIn(counted, new Set(wanted))
  return {
    journals,
    newerLines: unread + lines.filter(({ v }) => v > 1).length,
    latest,
    holds,
    attempts: attempts.length,
    ...totals,
    questions,
    morning: morningOf(counted, questions, { dayStart, misdated, today }),
    ...state,
    changes: lastChanges(counted),
    lastMock: lastMock === null ? [] : [...(sittings.get(lastMock)?.done ?? [])],
    lastMockDay: dated === undefined ? null : dayOf(dated.at, dayStart),
    plan: planIn(counted),
    unfinished: unfinishedIn(sittings, counted),
  }
}
