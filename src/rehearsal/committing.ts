import { modelOf, pointsOf } from './item.ts'
import type { Attempt, Score } from './records.ts'
import { itemInHand, print, type Rehearsal, type Step, type Take } from './rehearsal.ts'
import { afterAttempt } from './reviewing.ts'

/** Goes on without an answer. */
export function skip(rehearsal: Rehearsal, now: number): Step {
  const question = itemInHand(rehearsal).question.id
  const step = afterAttempt(rehearsal, now)
  return {
    rehearsal: step.rehearsal,
    effects: [
      {
        type: 'record',
        as: `skip ${rehearsal.at}`,
        entry: { type: 'skip', rehearsal: rehearsal.id, question },
      },
      print({ kind: 'skipped' }),
      ...step.effects,
    ],
  }
}

/** Keeps an answer with its committed score. */
export function commit(rehearsal: Rehearsal, take: Take, committed: Score, now: number): Step {
  const item = itemInHand(rehearsal)
  const attempt: Attempt = {
    rehearsal: rehearsal.id,
    mode: rehearsal.mode,
    question: item.question.id,
    thinkMs: take.thinkMs,
    talkMs: take.talkMs,
    budgetMs: item.budgetMs,
    committed,
    score: committed,
    final: false,
    points: modelOf(item)?.kind ?? 'answer',
    made: [],
    of: pointsOf(item).length,
    changeMade: null,
    change: null,
    typed: take.typed,
    followUp:
      item.followUp !== null && take.followUpMs !== null
        ? { text: item.followUp, talkMs: take.followUpMs }
        : null,
    extra: rehearsal.options.extra,
  }
  const answered = [...rehearsal.answered, { at: rehearsal.at, attempt }]
  const step = afterAttempt({ ...rehearsal, answered }, now, { at: rehearsal.at, attempt })
  const saved = rehearsal.mode === 'mock' ? [print({ kind: 'saved', answered: null })] : []
  return {
    rehearsal: step.rehearsal,
    effects: [
      { type: 'record', as: `attempt ${answered.length - 1}`, entry: { type: 'attempt', ...attempt } },
      print({ kind: 'take', attempt }),
      ...saved,
      ...step.effects,
    ],
  }
}
