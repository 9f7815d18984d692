import { type Card, createEmptyCard, default_w, type FSRS, forgetting_curve, fsrs, State } from 'ts-fsrs'
import type { Score } from '../rehearsal/records.ts'
import type { Schedule } from './progress.ts'

const dayMs = 86_400_000
let scheduler: FSRS | undefined

/** ts-fsrs counts days in UTC: a local day goes in as the UTC midnight of its date, and comes out the same way. */
function midnight(day: number): Date {
  return new Date(day * dayMs)
}

function cardOf(schedule: Schedule): Card {
  const { stability, difficulty, reps, lapses, lastDay, dueDay } = schedule
  return {
    stability,
    difficulty,
    reps,
    lapses,
    state: State.Review,
    last_review: midnight(lastDay),
    due: midnight(dueDay),
    scheduled_days: dueDay - lastDay,
    elapsed_days: 0,
    learning_steps: 0,
  }
}

/**
 * The schedule after an attempt with this score on this day; null before the first. Only the first attempt of a day
 * moves it, and a day before the last one (a flight westwards) is taken for the same day.
 * FSRS-6 with its default weights, long-term scheduler, no fuzz, for a recall of 0.9 on the day it is due.
 */
export function nextSchedule(schedule: Schedule | null, score: Score, day: number): Schedule {
  if (schedule && day <= schedule.lastDay) return schedule
  scheduler ??= fsrs({ enable_short_term: false, enable_fuzz: false, request_retention: 0.9 })
  const before = schedule ? cardOf(schedule) : createEmptyCard(midnight(day))
  const { stability, difficulty, reps, lapses, due } = scheduler.next(before, midnight(day), score).card
  return { stability, difficulty, reps, lapses, lastDay: day, dueDay: Math.round(due.getTime() / dayMs) }
}

/**
 * The expected recall on a day, 0 to 1: FSRS' forgetting curve `(1 + factor × days / stability) ^ decay`, which is 0.9
 * when as many days have passed as the stability says.
 */
export function recallOn(schedule: Schedule, day: number): number {
  return forgetting_curve(default_w, Math.max(0, day - schedule.lastDay), schedule.stability)
}
