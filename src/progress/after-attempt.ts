import type { Attempt, Score } from '../rehearsal/records.ts'
import { type Morning, type Progress, type QuestionProgress, recentScores } from './progress.ts'
import { dueAgain, nextSchedule } from './schedule.ts'
import { emptyQuestionTally, questionTallyOf } from './tallies.ts'

/**
 * Progress after one more attempt on this day, at this time, as far as it is about questions: what `fold` makes of the
 * journal, told before all of it is read again.
 */
export function afterAttempt(progress: Progress, attempt: Attempt, day: number, at: string): Progress {
  const { question: id } = attempt
  const known = progress.questions.get(id) ?? null
  const morning = withMorning(progress.morning, id, known, day)
  const then = morning.questions.find(([each]) => each === id)?.[1]?.schedule ?? null
  const after = questionAfter(known, then, attempt, day, at)
  return { ...progress, questions: new Map(progress.questions).set(id, after), morning }
}

function withMorning(morning: Morning, id: string, known: QuestionProgress | null, day: number): Morning {
  if (morning.day < day) return { day, questions: [[id, known]], stories: {} }
  if (morning.day > day || morning.questions.some(([each]) => each === id)) return morning
  return { ...morning, questions: [...morning.questions, [id, known]] }
}

/** The last talk time with its budget; an answer that was written has none. */
const lastTalk = (
  known: QuestionProgress | null,
  { typed, talkMs, budgetMs }: Attempt,
): Pick<QuestionProgress, 'lastTalkMs' | 'lastBudgetMs'> => {
  if (typed === null) return { lastTalkMs: talkMs, lastBudgetMs: budgetMs }
  return { lastTalkMs: known?.lastTalkMs ?? 0, lastBudgetMs: known?.lastBudgetMs ?? budgetMs }
}

const recentAfter = (known: QuestionProgress | null, score: Score): string =>
  `${known?.recent ?? ''}${score}`.slice(-recentScores)

function questionAfter(
  known: QuestionProgress | null,
  then: QuestionProgress['schedule'],
  attempt: Attempt,
  day: number,
  at: string,
): QuestionProgress {
  const { score, extra, followUp } = attempt
  const { attempts, scores, finals, overrated, spoken, talkMs, thinkMs } = questionTallyOf(
    [attempt],
    known ?? emptyQuestionTally(),
  )
  const schedule = known?.schedule ?? null
  const isSameDay = schedule !== null && day <= schedule.lastDay
  const moved = extra || isSameDay ? schedule : nextSchedule(schedule, score, day)
  const dueDay = known?.dueDay ?? null
  const again = schedule === null || dueDay === null ? null : dueAgain(dueDay, then, score, schedule.lastDay)
  const isLater = known === null || day > known.lastDay
  const asked = followUp?.text
  const before = known?.followUps ?? []
  return {
    ...{ attempts, scores, finals, overrated, spoken, talkMs, thinkMs },
    days: (known?.days ?? 0) + (isLater ? 1 : 0),
    lastDay: isLater ? day : known.lastDay,
    lastAt: at,
    lastScore: score,
    recent: recentAfter(known, score),
    ...lastTalk(known, attempt),
    change: attempt.change || (known?.change ?? null),
    followUps: asked === undefined ? before : [...before.filter((text) => text !== asked), asked],
    schedule: moved,
    dueDay: extra ? dueDay : isSameDay ? again : (moved?.dueDay ?? null),
  }
}
