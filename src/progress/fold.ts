import { dayOf } from '../text/dates.ts'
import type { LineOf, MergedLine, PlanMade, SettingValue } from './journal.ts'
import type { Progress, QuestionProgress, Schedule, Unfinished } from './progress.ts'
import { nextSchedule } from './schedule.ts'
import { settingOf } from './settings.ts'
import { byQuestion, tallyOf, totalsOf } from './tally.ts'
import { withoutUndone } from './without-undone.ts'

type Attempt = LineOf<'attempt'>
type Stamped<T extends MergedLine['type']> = LineOf<T> & { device: string }

/** What happened in one rehearsal, gathered from its own lines and those of its attempts. */
interface Sitting {
  start: Stamped<'rehearsal'> | null
  scored: boolean
  done: Set<string>
}

/** A question after its attempts, the oldest first; of one without any there is no progress. */
function questionAfter(attempts: readonly [Attempt, ...Attempt[]], dayStart: number): QuestionProgress {
  const [first] = attempts
  const last = attempts.at(-1) ?? first
  let days = 0
  let lastDay = Number.NEGATIVE_INFINITY
  let change: string | null = null
  let schedule: Schedule | null = null
  let followUps: string[] = []
  for (const line of attempts) {
    const day = dayOf(line.at, dayStart) ?? 0
    if (day > lastDay) {
      days++
      lastDay = day
    }
    if (!line.extra) schedule = nextSchedule(schedule, line.score, day)
    change = line.change || change
    const asked = line.followUp?.text
    if (asked !== undefined) followUps = [...followUps.filter((text) => text !== asked), asked]
  }
  // Spelt out, because objects that are spread into others cost much where there are many questions.
  const { scores, finals, overrated, spoken, talkMs, thinkMs } = tallyOf(attempts)
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
    lastTalkMs: last.talkMs,
    lastBudgetMs: last.budgetMs,
    change,
    followUps,
    schedule,
  }
}

function questionsAfter(attempts: readonly Attempt[], dayStart: number): Map<string, QuestionProgress> {
  const questions = new Map<string, QuestionProgress>()
  for (const [id, own] of byQuestion(attempts)) questions.set(id, questionAfter(own, dayStart))
  return questions
}

/** What each key was set to last; what was set to null last is gone. */
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

/** The part of an id that names its bank, with the slash. */
const bankOf = (id: string): string => id.slice(0, id.indexOf('/') + 1)

/** What follows from the last line about each thing. */
function lastWords(
  lines: readonly MergedLine[],
): Pick<Progress, 'stories' | 'settings' | 'banks' | 'reworded'> {
  return {
    stories: lastValues(lines, (line) => (line.type === 'story' ? [line.question, line.text] : null)),
    settings: lastValues<Exclude<SettingValue, null>>(lines, (line) =>
      line.type === 'set' ? [line.key, line.value] : null,
    ),
    banks: lastValues(lines, (line) =>
      line.type === 'bank' ? [line.slug, line.state === 'added' ? line.source : null] : null,
    ),
    reworded: lastValues(lines, (line) =>
      line.type === 'reworded' ? [bankOf(line.question) + line.slug, line.question] : null,
    ),
  }
}

/** What happened in some rehearsals; those of which nothing is told are left out. */
function sittingsIn(lines: readonly MergedLine[], rehearsals: ReadonlySet<string>): Map<string, Sitting> {
  const sittings = new Map<string, Sitting>()
  function at(id: string): Sitting | undefined {
    if (rehearsals.has(id) && !sittings.has(id))
      sittings.set(id, { start: null, scored: false, done: new Set() })
    return sittings.get(id)
  }
  for (const line of lines) {
    if (line.type === 'skip') at(line.rehearsal)?.done.add(line.question)
    else if (line.type === 'attempt') {
      const sitting = at(line.rehearsal)
      if (!sitting) continue
      sitting.scored = true
      sitting.done.add(line.question)
    } else if (line.type === 'rehearsal' && line.state === 'start') {
      const sitting = at(line.id)
      if (sitting) sitting.start = line
    }
  }
  return sittings
}

function unfinishedIn(sittings: ReadonlyMap<string, Sitting>): Unfinished[] {
  return [...sittings.values()].flatMap(({ start, scored, done }) => {
    if (!start || !scored) return []
    const { id, at, device, pid, mode, questions, options } = start
    return [{ id, at, device, pid, mode, questions, options, done: [...done] }]
  })
}

function planIn(lines: readonly MergedLine[]): PlanMade | null {
  const line = lines.findLast((each) => each.type === 'plan')
  return line?.type === 'plan' ? { banks: line.banks, kappa: line.kappa } : null
}

/** The change noted last, of a drill or a mock. */
function lastChange(lines: readonly MergedLine[]): string | null {
  const line = lines.findLast((each) => (each.type === 'attempt' || each.type === 'rehearsal') && each.change)
  return line?.type === 'attempt' || line?.type === 'rehearsal' ? line.change : null
}

/**
 * The progress that merged lines (see `merge.ts`) amount to. It is made anew from all of them each time, which is why
 * an undo restores exactly what was before. `journals` says how many bytes of each device's journal were read, and
 * `unread` how many lines of them only a newer greenroom understands.
 */
export function fold(lines: readonly MergedLine[], journals: Record<string, number>, unread = 0): Progress {
  const counted = withoutUndone(lines)
  const attempts = counted.filter((line) => line.type === 'attempt')
  const words = lastWords(counted.filter((line) => line.type !== 'attempt'))
  const dayStart = settingOf(words.settings, 'dayStart')
  const mock = attempts.findLast(({ mode }) => mode === 'mock')
  const lastMock = mock?.rehearsal ?? null
  const open = counted.filter((line) => line.type === 'rehearsal' && line.state === 'start')
  const told = [...open.map(({ id }) => id), lastMock].filter((id) => id !== null)
  const sittings = sittingsIn(counted, new Set(told))
  return {
    journals,
    newerLines: unread + lines.filter(({ v }) => v > 1).length,
    attempts: attempts.length,
    ...totalsOf(attempts, dayStart),
    questions: questionsAfter(attempts, dayStart),
    ...words,
    change: lastChange(counted),
    lastMock: lastMock === null ? [] : [...(sittings.get(lastMock)?.done ?? [])],
    lastMockDay: mock === undefined ? null : dayOf(mock.at, dayStart),
    plan: planIn(counted),
    unfinished: unfinishedIn(sittings),
  }
}
