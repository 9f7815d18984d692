import { computeDecayFactor, default_w, FSRSAlgorithm } from 'ts-fsrs'
import type { Score } from '../rehearsal/records.ts'
import { allScores } from '../rehearsal/scores.ts'
import type { Schedule } from './progress.ts'

/** What FSRS needs of a question: its stability in days, its difficulty from 1 to 10, and when it was last answered. */
export type Memory = Pick<Schedule, 'stability' | 'difficulty' | 'lastDay'>

let fsrs: FSRSAlgorithm | undefined

const { decay, factor } = computeDecayFactor(default_w)

/**
 * The schedule after an attempt with this score on this day; null before the first attempt. Only the first attempt of a
 * day moves it, and a day before the last one (after a flight west) counts as the same day.
 * FSRS-6 with its default weights, long-term scheduler, no fuzz, for a recall of 0.9 on the day it is due: what
 * `fsrs().next()` of ts-fsrs gives, without the cards, logs and dates that it makes for each of the four grades.
 */
export function nextSchedule(schedule: Schedule | null, score: Score, day: number): Schedule {
  if (schedule && day <= schedule.lastDay) return schedule
  const algorithm = fsrsAlgorithm()
  const elapsed = schedule ? day - schedule.lastDay : 0
  const recall = schedule ? algorithm.forgetting_curve(elapsed, schedule.stability) : 1
  const memories = allScores
    .slice(0, Math.max(2, score))
    .map((grade) => algorithm.next_state(schedule, elapsed, grade, recall))
  const days = memories.map(({ stability }) => algorithm.next_interval(stability, elapsed))
  const { stability, difficulty } = memories[score - 1] ?? { stability: 0, difficulty: 0 }
  return {
    stability,
    difficulty,
    reps: (schedule?.reps ?? 0) + 1,
    lapses: (schedule?.lapses ?? 0) + (schedule && score === 1 ? 1 : 0),
    lastDay: day,
    dueDay: day + daysUntilDue(days, score),
  }
}

/**
 * When a question is due after one more attempt on a day that its schedule had already, `before` being the schedule before
 * that day. The schedule stays, but a worse answer brings it back as soon as it would have if it had been the first.
 */
export const dueAgain = (dueDay: number, before: Schedule | null, score: Score, day: number): number =>
  Math.min(dueDay, nextSchedule(before, score, day).dueDay)

function fsrsAlgorithm(): FSRSAlgorithm {
  fsrs ??= new FSRSAlgorithm({ enable_short_term: false, enable_fuzz: false, request_retention: 0.9 })
  return fsrs
}

/** A better score brings a question back at least a day later than a worse one. */
function daysUntilDue([again = 1, ...better]: readonly number[], score: Score): number {
  const blanked = Math.min(again, better[0] ?? again)
  return better.slice(0, score - 1).reduce((worse, own) => Math.max(own, worse + 1), blanked)
}

/**
 * The memory of a question after an answer with this score on a later day, as in `nextSchedule`; null before the first
 * answer. `recall` on that day is worked out where it is not given.
 */
export function memoryAfter(memory: Memory | null, score: Score, day: number, recall?: number): Memory {
  const elapsed = memory ? day - memory.lastDay : 0
  const { stability, difficulty } = fsrsAlgorithm().next_state(memory, elapsed, score, recall)
  return { stability, difficulty, lastDay: day }
}

/**
 * The expected recall on a day, 0 to 1, by FSRS's forgetting curve `(1 + factor × days / stability) ^ decay`: 0.9 once
 * as many days have passed as the stability says.
 */
export function recallOn({ stability, lastDay }: Memory, day: number): number {
  return (1 + (factor * Math.max(0, day - lastDay)) / stability) ** decay
}
