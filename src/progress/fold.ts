import { dayOf } from './day.ts'
import type { LineOf, MergedLine, SettingValue } from './journal.ts'
import type { Progress, QuestionProgress, Unfinished } from './progress.ts'
import { nextSchedule } from './schedule.ts'
import { settingOf } from './settings.ts'

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

/** The question after one more attempt; `before` is null at the first. */
function attempted(before: QuestionProgress | null, line: LineOf<'attempt'>, day: number): QuestionProgress {
  const asked = line.followUp?.text
  const followUps = (before?.followUps ?? []).filter((text) => text !== asked)
  const schedule = before?.schedule ?? null
  return {
    attempts: (before?.attempts ?? 0) + 1,
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

/** The part of an id that names its bank, with the slash. */
const bankSlugOf = (id: string): string => id.slice(0, id.indexOf('/') + 1)

function settingsIn(lines: readonly MergedLine[]): Record<string, SettingValue> {
  const settings = new Map<string, SettingValue>()
  for (const line of lines) {
    if (line.type !== 'set') continue
    if (line.value === null) settings.delete(line.key)
    else settings.set(line.key, line.value)
  }
  return Object.fromEntries(settings)
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
 * an undo restores exactly what was before. `journals` says how many bytes of each device's journal were read.
 */
export function fold(lines: readonly MergedLine[], journals: Record<string, number>): Progress {
  const counted = standing(lines)
  const settings = settingsIn(counted)
  const dayStart = settingOf(settings, 'dayStart')
  const questions = new Map<string, QuestionProgress>()
  const stories = new Map<string, string>()
  const sittings = new Map<string, Sitting>()
  const banks = new Map<string, string>()
  const reworded = new Map<string, string>()
  let attempts = 0
  let change: string | null = null
  let lastMock: ReadonlySet<string> = new Set()

  function sittingOf(id: string): Sitting {
    const sitting = sittings.get(id) ?? { start: null, scored: false, done: new Set() }
    sittings.set(id, sitting)
    return sitting
  }

  function addAttempt(line: LineOf<'attempt'>): void {
    const day = dayOf(line.at, dayStart)
    if (day === null) return
    const sitting = sittingOf(line.rehearsal)
    sitting.scored = true
    sitting.done.add(line.question)
    if (line.mode === 'mock') lastMock = sitting.done
    questions.set(line.question, attempted(questions.get(line.question) ?? null, line, day))
    change = line.change || change
    attempts++
  }

  for (const line of counted) {
    if (line.type === 'attempt') addAttempt(line)
    else if (line.type === 'skip') sittingOf(line.rehearsal).done.add(line.question)
    else if (line.type === 'rehearsal') {
      change = line.change || change
      if (line.state === 'start') sittingOf(line.id).start = line
    } else if (line.type === 'story') {
      if (line.text === null) stories.delete(line.question)
      else stories.set(line.question, line.text)
    } else if (line.type === 'bank') {
      if (line.state === 'removed') banks.delete(line.slug)
      else banks.set(line.slug, line.source)
    } else if (line.type === 'reworded') {
      reworded.set(bankSlugOf(line.question) + line.slug, line.question)
    }
  }

  return {
    v: 1,
    journals,
    attempts,
    questions: Object.fromEntries(questions),
    stories: Object.fromEntries(stories),
    settings,
    banks: Object.fromEntries(banks),
    reworded: Object.fromEntries(reworded),
    change,
    lastMock: [...lastMock],
    unfinished: unfinishedIn(sittings),
  }
}
