import { safe, safeLine } from '../text/safe.ts'
import { finish, quit, withStory } from './ending.ts'
import { modelOf, otherModel, pointsOf } from './item.ts'
import type { Score } from './records.ts'
import {
  type Answered,
  type Event,
  itemInHand,
  type Phase,
  print,
  type Rehearsal,
  type Review,
  type Step,
} from './rehearsal.ts'
import { record, settled } from './settling.ts'
import { ask, commandOf, invalid, scoreOf, stay } from './step.ts'

/** After a skip (no `answered`) or a committed score: the review in a drill, else the next question. */
export function afterAttempt(rehearsal: Rehearsal, now: number, answered?: Answered): Step {
  if (answered !== undefined && rehearsal.mode === 'drill') return review(rehearsal, answered)
  return nextQuestion(rehearsal, now)
}

function nextQuestion(rehearsal: Rehearsal, now: number): Step {
  if (rehearsal.at + 1 < rehearsal.items.length) return ask(rehearsal, rehearsal.at + 1, now)
  return rehearsal.mode === 'mock' ? beginDebrief(rehearsal) : finish(rehearsal)
}

/** Takes a rehearsal up at its question in hand, or before it, at the review that was still open. */
export function takeUp(rehearsal: Rehearsal, now: number): Step {
  const last = rehearsal.answered.at(-1)
  const before = { ...rehearsal, at: rehearsal.at - 1 }
  if (rehearsal.mode === 'mock' || last === undefined || last.attempt.final) return nextQuestion(before, now)
  return withHeading(review(before, last), last)
}

/** Prints the answer and opens the checklist; what has nothing to review goes straight to its change. */
function review(rehearsal: Rehearsal, answered: Answered): Step {
  const item = itemAt(rehearsal, answered.at)
  const model = modelOf(item)
  const points = pointsOf(item).length
  const phase: Phase =
    model === null && points === 0
      ? { name: 'change', answered, again: false }
      : {
          name: 'review',
          answered,
          cursor: 0,
          ticked: [],
          score: answered.attempt.committed,
          showing: model?.kind ?? 'answer',
          line: points > 0 ? 'points' : 'final',
        }
  return {
    rehearsal: { ...rehearsal, phase },
    effects: [print(model === null ? { kind: 'no-model', item } : { kind: 'model', item, model })],
  }
}

function itemAt(rehearsal: Rehearsal, at: number) {
  const item = rehearsal.items[at]
  if (item === undefined) throw new RangeError(`No question ${at} in this rehearsal`)
  return item
}

/** Says first which question it is, where that was not the one just asked. */
function withHeading({ rehearsal, effects }: Step, { at, attempt }: Answered): Step {
  const item = itemAt(rehearsal, at)
  return { rehearsal, effects: [print({ kind: 'review-of', item, attempt }), ...effects] }
}

/** Rows of the checklist: the points, and the change from last time where one was noted. */
export const rowsOf = (rehearsal: Rehearsal): number => {
  const item = itemInHand(rehearsal)
  return pointsOf(item).length + (item.lastChange === null ? 0 : 1)
}

export function reviewing(rehearsal: Rehearsal, event: Event, phase: Review): Step {
  if (event.type === 'line') return reviewLine(rehearsal, phase, event.text)
  if (event.type === 'story') return storyWritten(rehearsal, phase, event.text)
  if (event.type !== 'key') return stay(rehearsal)
  const rows = rowsOf(rehearsal)
  const to = (part: Partial<Review>): Step => stay({ ...rehearsal, phase: { ...phase, ...part } })
  const given = scoreOf(event.key)
  // without an answer to compare with, the committed score stands
  if (given !== null) return modelOf(itemInHand(rehearsal)) === null ? stay(rehearsal) : to({ score: given })
  switch (event.key) {
    case 'up':
      return to({ cursor: Math.max(0, phase.cursor - 1) })
    case 'down':
      return to({ cursor: Math.max(0, Math.min(rows - 1, phase.cursor + 1)) })
    case 'space':
      return rows === 0 ? stay(rehearsal) : to({ ticked: toggle(phase) })
    case 'enter':
      return settle(rehearsal, phase, phase.score, { asked: true })
    case 'a':
      // a debrief goes on to the next question
      return rehearsal.debrief === null
        ? settle(rehearsal, phase, phase.score, { asked: true, again: true })
        : stay(rehearsal)
    case 'm':
      return showOther(rehearsal, phase)
    case 'e':
      return { rehearsal, effects: [{ type: 'story', item: itemInHand(rehearsal) }] }
    case 'q':
      return quit(rehearsal)
    default:
      return stay(rehearsal)
  }
}

const toggle = ({ ticked, cursor }: Review): number[] =>
  ticked.includes(cursor) ? ticked.filter((row) => row !== cursor) : [...ticked, cursor].sort((a, b) => a - b)

function showOther(rehearsal: Rehearsal, phase: Review): Step {
  const item = itemInHand(rehearsal)
  const model = phase.showing === 'story' ? otherModel(item) : modelOf(item)
  if (model === null || model.kind === phase.showing) return stay(rehearsal)
  return {
    rehearsal: { ...rehearsal, phase: { ...phase, showing: model.kind } },
    effects: [print({ kind: 'model', item, model })],
  }
}

/** A story written just now brings its own points; what was ticked stays so where it says the same. */
function storyWritten(rehearsal: Rehearsal, phase: Review, text: string): Step {
  const before = pointsOf(itemInHand(rehearsal))
  const next = withStory(rehearsal, phase.answered.at, safe(text))
  const item = itemInHand(next)
  const points = pointsOf(item)
  const made = before.filter((_, row) => phase.ticked.includes(row)).map((point) => point.text)
  const ticked = points.flatMap((point, row) => (made.includes(point.text) ? [row] : []))
  if (phase.ticked.includes(before.length)) ticked.push(points.length)
  const model = modelOf(item)
  const line = points.length > 0 ? 'points' : 'final'
  const showing = model?.kind ?? 'answer'
  return {
    rehearsal: { ...next, phase: { ...phase, showing, line, cursor: 0, ticked } },
    effects: model === null ? [] : [print({ kind: 'model', item, model })],
  }
}

/** The numbers of a line such as `1 3` or `1,3`; null where it holds anything else. */
function numbersOf(text: string, most: number): number[] | null {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const numbers = words.map((word) => (/^\d{1,4}$/.test(word) ? Number(word) : 0))
  return numbers.every((n) => n >= 1 && n <= most) ? [...new Set(numbers)].sort((a, b) => a - b) : null
}

function reviewLine(rehearsal: Rehearsal, phase: Review, text: string): Step {
  if (text.trim().toLowerCase() === 'q') return quit(rehearsal)
  const item = itemInHand(rehearsal)
  const asked = pointsOf(item).length > 0
  if (phase.line === 'points') {
    const numbers = numbersOf(text, rowsOf(rehearsal))
    if (numbers === null) return invalid(rehearsal)
    const next: Review = { ...phase, ticked: numbers.map((n) => n - 1), line: 'final' }
    if (modelOf(item) === null) return settle(rehearsal, next, phase.score, { asked })
    return stay({ ...rehearsal, phase: next })
  }
  const given = text.trim() === '' ? phase.score : scoreOf(text)
  return given === null ? invalid(rehearsal) : settle(rehearsal, phase, given, { asked })
}

/** Ends a review: its change comes next, or in a debrief the next review. */
function settle(
  rehearsal: Rehearsal,
  phase: Review,
  score: Score,
  { asked, again = false }: { asked: boolean; again?: boolean },
): Step {
  const answered = settled(rehearsal, phase, score, asked)
  if (rehearsal.debrief !== null) return reviewed(rehearsal, answered)
  // kept before the change is asked for: nothing that was given hangs on a line that may never come
  const kept = record(rehearsal, answered)
  const attempt = { ...answered.attempt, final: true }
  const change: Phase = { name: 'change', answered: { ...answered, attempt }, again }
  return { rehearsal: { ...kept.rehearsal, phase: change }, effects: kept.effects }
}

/** The change for next time: one line, or nothing. */
export function changing(
  rehearsal: Rehearsal,
  event: Event,
  phase: Extract<Phase, { name: 'change' }>,
): Step {
  if (event.type !== 'line') return stay(rehearsal)
  if (commandOf(event) === 'q') return quit(rehearsal)
  const change = safeLine(event.text) || null
  if (phase.answered === null) return finish({ ...rehearsal, change })
  const { at, attempt } = phase.answered
  const isKept = attempt.final && change === null
  const step = isKept ? stay(rehearsal) : record(rehearsal, { at, attempt: { ...attempt, change } })
  const after = phase.again
    ? askAgain(step.rehearsal, at, change, event.now)
    : nextQuestion(step.rehearsal, event.now)
  return {
    rehearsal: after.rehearsal,
    effects: [...step.effects, print({ kind: 'saved', answered: phase.answered }), ...after.effects],
  }
}

/** The same question once more, at once: it is put in after the one in hand. */
function askAgain(rehearsal: Rehearsal, at: number, change: string | null, now: number): Step {
  const item = itemAt(rehearsal, at)
  const again = { ...item, lastChange: change ?? item.lastChange, again: true }
  return ask({ ...rehearsal, items: rehearsal.items.toSpliced(at + 1, 0, again) }, at + 1, now)
}

/** The reviews of a mock, from the lowest committed score up, then one change for all. */
function beginDebrief(rehearsal: Rehearsal): Step {
  if (rehearsal.answered.length === 0) return finish(rehearsal)
  const debrief = rehearsal.answered
    .map(({ attempt }, index) => ({ index, committed: attempt.committed, final: attempt.final }))
    .filter((each) => !each.final)
    .sort((a, b) => a.committed - b.committed || a.index - b.index)
    .map((each) => each.index)
  const next = nextReview({ ...rehearsal, debrief })
  return { rehearsal: next.rehearsal, effects: [print({ kind: 'debrief' }), ...next.effects] }
}

function nextReview(rehearsal: Rehearsal): Step {
  const index = rehearsal.debrief?.[0]
  const answered = index === undefined ? undefined : rehearsal.answered[index]
  if (answered === undefined) {
    return stay({ ...rehearsal, debrief: [], phase: { name: 'change', answered: null, again: false } })
  }
  const step = withHeading(review(rehearsal, answered), answered)
  if (step.rehearsal.phase.name === 'review') return step
  const next = reviewed(step.rehearsal, answered)
  return { rehearsal: next.rehearsal, effects: [...step.effects, ...next.effects] }
}

/** Keeps a review of the debrief and goes on to the next. */
function reviewed(rehearsal: Rehearsal, answered: Answered): Step {
  const kept = record(rehearsal, answered)
  const next = nextReview({ ...kept.rehearsal, debrief: rehearsal.debrief?.slice(1) ?? [] })
  return {
    rehearsal: next.rehearsal,
    effects: [...kept.effects, print({ kind: 'updated' }), ...next.effects],
  }
}
