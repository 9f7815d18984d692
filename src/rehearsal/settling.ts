import { modelOf, pointsOf } from './item.ts'
import type { Score } from './records.ts'
import { type Answered, itemInHand, type Rehearsal, type Review, type Step } from './rehearsal.ts'

/** Did the user say anything in this review, be it one tick? */
export function isBegun(rehearsal: Rehearsal, phase: Review): boolean {
  return (
    phase.ticked.length > 0 ||
    phase.score !== phase.answered.attempt.committed ||
    (phase.line === 'final' && pointsOf(itemInHand(rehearsal)).length > 0)
  )
}

/** Puts what the review says into the attempt. `asked`: the user saw the last change as an item to tick. */
export function settled(rehearsal: Rehearsal, phase: Review, score: Score, asked: boolean): Answered {
  const item = itemInHand(rehearsal)
  const points = pointsOf(item)
  const changeMade = phase.ticked.includes(points.length)
  return {
    at: phase.answered.at,
    attempt: {
      ...phase.answered.attempt,
      score,
      points: modelOf(item)?.kind ?? 'answer',
      made: points.filter((_, row) => phase.ticked.includes(row)).map((point) => point.text),
      of: points.length,
      changeMade: item.lastChange === null || !(asked || changeMade) ? null : changeMade,
    },
  }
}

/** Keeps an attempt's final version, as a new version of its line. */
export function record(rehearsal: Rehearsal, { at, attempt }: Answered): Step {
  const final = { ...attempt, final: true }
  const index = rehearsal.answered.findLastIndex((each) => each.at === at)
  return {
    rehearsal: { ...rehearsal, answered: rehearsal.answered.with(index, { at, attempt: final }) },
    effects: [{ type: 'record', as: `attempt ${index}`, entry: { type: 'attempt', ...final } }],
  }
}
