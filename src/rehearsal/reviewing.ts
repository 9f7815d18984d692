import { modelOf, otherModel, pointsOf } from './item.ts'
import type { Score } from './records.ts'
import {
  type Answered,
  type Effect,
  type Event,
  itemInHand,
  type Phase,
  print,
  type Rehearsal,
  type Review,
  type Step,
} from './rehearsal.ts'
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

/** Prints the answer and opens the checklist; what has nothing to review goes straight to its change. */
function review(rehearsal: Rehearsal, answered: Answered): Step {
  const item = rehearsal.items[answered.at]
  if (item === undefined) throw new RangeError(`No question ${answered.at} in this rehearsal`)
  const model = modelOf(item)
  const points = pointsOf(item).length
  const effects = model === null ? [] : [print({ kind: 'model', item, model })]
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
  return { rehearsal: { ...rehearsal, phase }, effects }
}

/** Rows of the checklist: the points, and the change from last time where one was noted. */
export const rowsOf = (rehearsal: Rehearsal): number => {
  const item = itemInHand(rehearsal)
  return pointsOf(item).length + (item.lastChange === null ? 0 : 1)
}

export function reviewing(rehearsal: Rehearsal, event: Event, phase: Review, now: number): Step {
  if (event.type === 'line') return reviewLine(rehearsal, phase, event.text, now)
  if (event.type === 'story') return withStory(rehearsal, phase, event.text)
  if (event.type !== 'key') return stay(rehearsal)
  const rows = rowsOf(rehearsal)
  const move = (cursor: number): Step => stay({ ...rehearsal, phase: { ...phase, cursor } })
  const given = scoreOf(event.key)
  if (given !== null) return stay({ ...rehearsal, phase: { ...phase, score: given } })
  switch (event.key) {
    case 'up':
      return move(Math.max(0, phase.cursor - 1))
    case 'down':
      return move(Math.min(rows - 1, phase.cursor + 1))
    case 'space':
      return rows === 0 ? stay(rehearsal) : stay({ ...rehearsal, phase: { ...phase, ticked: toggle(phase) } })
    case 'enter':
    case 'a':
      return settle(rehearsal, phase, phase.score, event.key === 'a', now)
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

/** A story written just now: shown from here on; the points ticked stay those of the answer that was shown. */
function withStory(rehearsal: Rehearsal, phase: Review, text: string): Step {
  const items = rehearsal.items.map((item, at) =>
    at === phase.answered.at ? { ...item, story: text } : item,
  )
  const next = { ...rehearsal, items }
  const item = itemInHand(next)
  return {
    rehearsal: { ...next, phase: { ...phase, showing: 'story', cursor: 0, ticked: [] } },
    effects: [print({ kind: 'model', item, model: { kind: 'story', text } })],
  }
}

/** The numbers of a line such as `1 3` or `1,3`; null where it holds anything else. */
function numbersOf(text: string, most: number): number[] | null {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const numbers = words.map((word) => (/^\d{1,4}$/.test(word) ? Number(word) : 0))
  return numbers.every((n) => n >= 1 && n <= most) ? [...new Set(numbers)].sort((a, b) => a - b) : null
}

function reviewLine(rehearsal: Rehearsal, phase: Review, text: string, now: number): Step {
  if (text.trim().toLowerCase() === 'q') return quit(rehearsal)
  if (phase.line === 'points') {
    const numbers = numbersOf(text, rowsOf(rehearsal))
    if (numbers === null) return invalid(rehearsal)
    const next: Review = { ...phase, ticked: numbers.map((n) => n - 1), line: 'final' }
    if (modelOf(itemInHand(rehearsal)) === null) return settle(rehearsal, next, phase.score, false, now)
    return stay({ ...rehearsal, phase: next })
  }
  const given = text.trim() === '' ? phase.score : scoreOf(text)
  return given === null ? invalid(rehearsal) : settle(rehearsal, phase, given, false, now)
}

/** Puts what the review says into the attempt. */
function settled(rehearsal: Rehearsal, phase: Review, score: Score): Answered {
  const item = itemInHand(rehearsal)
  const points = pointsOf(item)
  return {
    at: phase.answered.at,
    attempt: {
      ...phase.answered.attempt,
      score,
      points: modelOf(item)?.kind ?? 'answer',
      made: points.filter((_, row) => phase.ticked.includes(row)).map((point) => point.text),
      of: points.length,
      changeMade: item.lastChange === null ? null : phase.ticked.includes(points.length),
    },
  }
}

function settle(rehearsal: Rehearsal, phase: Review, score: Score, again: boolean, now: number): Step {
  const answered = settled(rehearsal, phase, score)
  if (rehearsal.debrief === null) {
    return stay({ ...rehearsal, phase: { name: 'change', answered, again } })
  }
  const step = record(rehearsal, answered)
  const next = nextReview({ ...step.rehearsal, debrief: rehearsal.debrief.slice(1) }, now)
  return {
    rehearsal: next.rehearsal,
    effects: [...step.effects, print({ kind: 'updated' }), ...next.effects],
  }
}

/** Keeps an attempt's final version, as a new version of its line. */
function record(rehearsal: Rehearsal, { at, attempt }: Answered): Step {
  const final = { ...attempt, final: true }
  let index = rehearsal.answered.length - 1
  while (index > 0 && rehearsal.answered[index]?.at !== at) index--
  return {
    rehearsal: {
      ...rehearsal,
      answered: rehearsal.answered.map((each, i) => (i === index ? { at, attempt: final } : each)),
    },
    effects: [{ type: 'record', as: `attempt ${index}`, entry: { type: 'attempt', ...final } }],
  }
}

/** The change for next time: one line, or nothing. */
export function changing(
  rehearsal: Rehearsal,
  event: Event,
  phase: Extract<Phase, { name: 'change' }>,
  now: number,
): Step {
  if (event.type !== 'line') return stay(rehearsal)
  const change = event.text.trim() || null
  if (phase.answered === null) return finish({ ...rehearsal, change })
  const { at, attempt } = phase.answered
  const step = record(rehearsal, { at, attempt: { ...attempt, change } })
  const after = phase.again ? askAgain(step.rehearsal, at, now) : nextQuestion(step.rehearsal, now)
  return {
    rehearsal: after.rehearsal,
    effects: [...step.effects, print({ kind: 'saved' }), ...after.effects],
  }
}

/** The same question once more, at once: it is put in after the one in hand. */
function askAgain(rehearsal: Rehearsal, at: number, now: number): Step {
  const item = rehearsal.items[at]
  if (item === undefined) return nextQuestion(rehearsal, now)
  const change = rehearsal.answered.findLast((each) => each.at === at)?.attempt.change ?? item.lastChange
  const items = rehearsal.items.toSpliced(at + 1, 0, { ...item, lastChange: change })
  return ask({ ...rehearsal, items }, at + 1, now)
}

/** The reviews of a mock, from the lowest committed score up, then one change for all. */
export function beginDebrief(rehearsal: Rehearsal): Step {
  const debrief = rehearsal.answered
    .map((each, index) => ({ index, committed: each.attempt.committed, final: each.attempt.final }))
    .filter((each) => !each.final)
    .sort((a, b) => a.committed - b.committed || a.index - b.index)
    .map((each) => each.index)
  if (rehearsal.answered.length === 0) return finish(rehearsal)
  const next = nextReview({ ...rehearsal, debrief }, 0)
  return { rehearsal: next.rehearsal, effects: [print({ kind: 'debrief' }), ...next.effects] }
}

function nextReview(rehearsal: Rehearsal, now: number): Step {
  const index = rehearsal.debrief?.[0]
  const answered = index === undefined ? undefined : rehearsal.answered[index]
  if (answered === undefined) {
    return stay({ ...rehearsal, debrief: [], phase: { name: 'change', answered: null, again: false } })
  }
  const step = review(rehearsal, answered)
  if (step.rehearsal.phase.name === 'review') {
    const item = rehearsal.items[answered.at]
    const heading: Effect[] = item === undefined ? [] : [print({ kind: 'review-of', item })]
    return { rehearsal: step.rehearsal, effects: [...heading, ...step.effects] }
  }
  const kept = record(rehearsal, answered)
  const next = nextReview({ ...kept.rehearsal, debrief: rehearsal.debrief?.slice(1) ?? [] }, now)
  return { rehearsal: next.rehearsal, effects: [...kept.effects, ...next.effects] }
}

const ending = (rehearsal: Rehearsal): Effect => ({
  type: 'record',
  as: 'rehearsal',
  entry: {
    type: 'rehearsal',
    state: 'end',
    mode: rehearsal.mode,
    questions: rehearsal.items.map((item) => item.question.id),
    options: rehearsal.options,
    pid: rehearsal.pid,
    change: rehearsal.change,
  },
})

function finish(rehearsal: Rehearsal): Step {
  if (rehearsal.answered.length === 0) {
    const over: Rehearsal = { ...rehearsal, phase: { name: 'over', next: 'done' } }
    return { rehearsal: over, effects: [ending(rehearsal), print({ kind: 'stopped' })] }
  }
  const next: Rehearsal = { ...rehearsal, phase: { name: 'results' } }
  return { rehearsal: next, effects: [ending(next), print({ kind: 'results' })] }
}

/** The end screen; only live mode stays on it. */
export function results(rehearsal: Rehearsal, event: Event): Step {
  const over = (next: 'done' | 'again' | 'mock'): Step =>
    stay({ ...rehearsal, phase: { name: 'over', next } })
  if (event.type === 'story') {
    const weakest = weakestOf(rehearsal)
    const items = rehearsal.items.map((item, at) =>
      at === weakest.at ? { ...item, story: event.text } : item,
    )
    return stay({ ...rehearsal, items })
  }
  switch (commandOf(event)) {
    case 'a':
      return over('again')
    case 'm':
      return over('mock')
    case 'e': {
      const item = rehearsal.items[weakestOf(rehearsal).at]
      return item === undefined ? stay(rehearsal) : { rehearsal, effects: [{ type: 'story', item }] }
    }
    case 'enter':
    case 'q':
      return over('done')
    default:
      return stay(rehearsal)
  }
}

/** The answer with the lowest score; of equals the one furthest from its budget. */
export function weakestOf(rehearsal: Rehearsal): Answered {
  const off = ({ attempt }: Answered): number => Math.abs(attempt.talkMs / attempt.budgetMs - 1)
  const [weakest] = [...rehearsal.answered].sort(
    (a, b) => a.attempt.score - b.attempt.score || off(b) - off(a),
  )
  if (weakest === undefined) throw new RangeError('Nothing was scored in this rehearsal')
  return weakest
}

/** `q`, or the end of input. What a review holds so far is kept; a debrief ends, all else can be resumed. */
export function quit(rehearsal: Rehearsal): Step {
  const { phase } = rehearsal
  const held =
    phase.name === 'review'
      ? settled(rehearsal, phase, phase.score)
      : phase.name === 'change'
        ? phase.answered
        : null
  const kept = held === null ? stay(rehearsal) : record(rehearsal, held)
  const ended = rehearsal.debrief === null ? [] : [ending(rehearsal)]
  return {
    rehearsal: { ...kept.rehearsal, phase: { name: 'over', next: 'quit' } },
    effects: [...kept.effects, ...ended, print({ kind: 'stopped' })],
  }
}
