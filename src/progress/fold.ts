import { dayOf } from './day.ts'
import type { LineOf, MergedLine, SettingValue } from './journal.ts'
import type { Progress, QuestionProgress, Unfinished } from './progress.ts'
import { nextSchedule } from './schedule.ts'
import { settingOf } from './settings.ts'
import { type QuestionTally, tally } from './tally.ts'

type Stamped<T extends MergedLine['type']> = LineOf<T> & { device: string }

/** What happened in one rehearsal, gathered from its own lines and those of its attempts. */
interface Sitting {
  start: Stamped<'rehearsal'> | null
  scored: boolean
  done: Set<string>
}

/** The lines that count: without the undos and what they took back. An undo that was itself taken back takes nothing back. */
export function standing(lines: readonly MergedLine[]): MergedLine[] {
  const undone = new Set<string>()
  for (const line of lines.toReversed()) {
    if (line.type === 'undo' && !undone.has(line.id)) undone.add(line.of)
  }
  return lines.filter((line) => line.type !== 'undo' && !undone.has(line.id))
}

/** What the attempts of a question lead to, besides its sums. */
type Standing = Omit<QuestionProgress, keyof QuestionTally>

/** The question after one more attempt; `before` is null at the first. */
function attempted(before: Standing | null, line: LineOf<'attempt'>, day: number): Standing {
  const asked = line.followUp?.text
  const followUps = (before?.followUps ?? []).filter((text) => text !== asked)
  const schedule = before?.schedule ?? null
  return {
    days: (before?.days ?? 0) + (before && day <= before.lastDay ? 0 : 1),
    lastDay: Math.max(day, before?.lastDay ?? day),
    lastAt: line.at,
    lastScore: line.score,
    lastTalkMs: line.talkMs,
    lastBudgetMs: line.budgetMs,
    change: line.change || (before?.change ?? null),
    followUps: asked === undefined ? followUps : [...followUps, asked],
    schedule: line.extra ? schedule : nextSchedule(schedule, line.score, day),
  }
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

function unfinishedIn(sittings: ReadonlyMap<string, Sitting>): Unfinished[] {
  return [...sittings.values()].flatMap(({ start, scored, done }) => {
    if (!start || !scored) return []
    const { id, at, device, pid, mode, questions, options } = start
    return [{ id, at, device, pid, mode, questions, options, done: [...done] }]
  })
}

/**
 * The progress that merged lines (see `merge.ts`) amount to. It is made anew from all of them each time, which is why
 * an undo restores exactly what was before. `journals` says how many bytes of each device's journal were read, and
 * `lost` how many lines of them only a newer greenroom understands.
 */
export function fold(lines: readonly MergedLine[], journals: Record<string, number>, lost = 0): Progress {
  const counted = standing(lines)
  const words = lastWords(counted)
  const dayStart = settingOf(words.settings, 'dayStart')
  const tallies = tally(
    counted.filter((line) => line.type === 'attempt'),
    dayStart,
  )
  const questions = new Map<string, Standing>()
  const sittings = new Map<string, Sitting>()
  let change: string | null = null
  let lastMock: ReadonlySet<string> = new Set()

  function sittingOf(id: string): Sitting {
    const sitting = sittings.get(id) ?? { start: null, scored: false, done: new Set() }
    sittings.set(id, sitting)
    return sitting
  }

  function addAttempt(line: LineOf<'attempt'>): void {
    const sitting = sittingOf(line.rehearsal)
    sitting.scored = true
    sitting.done.add(line.question)
    if (line.mode === 'mock') lastMock = sitting.done
    const day = dayOf(line.at, dayStart) ?? 0
    questions.set(line.question, attempted(questions.get(line.question) ?? null, line, day))
    change = line.change || change
  }

  for (const line of counted) {
    if (line.type === 'attempt') addAttempt(line)
    else if (line.type === 'skip') sittingOf(line.rehearsal).done.add(line.question)
    else if (line.type === 'rehearsal') {
      change = line.change || change
      if (line.state === 'start') sittingOf(line.id).start = line
    }
  }

  return {
    v: 2,
    journals,
    newer: lost + lines.filter(({ v }) => v > 1).length,
    attempts: tallies.total.attempts,
    ...tallies,
    questions: Object.fromEntries(
      Object.entries(tallies.questions).flatMap(([id, sums]) => {
        const standing = questions.get(id)
        return standing ? [[id, { ...sums, ...standing }]] : []
      }),
    ),
    ...words,
    change,
    lastMock: [...lastMock],
    unfinished: unfinishedIn(sittings),
  }
}
