import type { PointCoverage } from '../answers/coverage.ts'
import { safe } from '../text/safe.ts'
import { scoreOf } from './command.ts'
import { givenUp, nameOfAnswer } from './draft.ts'
import { type Item, modelOf, pointsFrom, pointsOf } from './item.ts'
import type { Attempt, Reviewed, Score } from './records.ts'
import {
  type Answered,
  type Effect,
  type Event,
  itemInHand,
  type Passage,
  type Rehearsal,
  type Review,
  type Step,
  withStory,
} from './rehearsal.ts'
import { invalid, print, quit, stay, type Turn, to } from './step.ts'

/** What there is to compare an answer with. */
export function comparisonOf(item: Item): Passage {
  const model = modelOf(item)
  return model === null ? { kind: 'no-model', item } : { kind: 'model', item, model }
}

/** An answer of which nothing is known but its committed score. */
export const notReviewed = (item: Item): Reviewed => ({
  final: false,
  points: pointsFrom(item),
  made: [],
  of: pointsOf(item).length,
  changeMade: null,
  change: null,
})

/** Is there a score to give or a point to tick? */
export const isReviewable = (item: Item): boolean => modelOf(item) !== null || pointsOf(item).length > 0

/** What was written of an answer; null where it was spoken, or is blank. */
const writtenOf = ({ typed }: Pick<Attempt, 'typed'>): string | null =>
  typed === null || typed.trim() === '' ? null : typed

/** The words of an answer, as they were written or heard; null where nobody knows them. */
export const wordsOf = ({ answered, transcript }: Review): string | null =>
  writtenOf(answered.attempt) ?? transcript

/** Has the words of an answer, if anybody knows them, held against the points in these rows, by default against all. */
export function comparing(
  { attempt }: Answered,
  item: Item,
  rows = [...pointsOf(item).keys()],
  transcript: string | null = null,
): Effect[] {
  const written = writtenOf(attempt)
  const text = written ?? transcript
  return text === null ? [] : [{ type: 'compare', item, text, rows, isSpoken: written === null }]
}

/** The rows that are ticked before the user decides. */
const proposed = (coverage: PointCoverage[] | null): number[] =>
  (coverage ?? []).flatMap(({ state }, row) => (state === 'covered' ? [row] : []))

/** The checklist, with nothing ticked and the committed score chosen. */
export function startReview(answered: Answered, item: Item): Review {
  return {
    name: 'review',
    answered,
    cursor: 0,
    ticked: [],
    decided: [],
    transcript: null,
    coverage: null,
    score: answered.attempt.committed,
    turns: 0,
    line: firstLine(item),
  }
}

const firstLine = (item: Item): Review['line'] => (pointsOf(item).length > 0 ? 'points' : 'final')

/** Rows of the checklist: the points, and the change from last time where one was noted. */
export const rowsOf = (rehearsal: Rehearsal): number => {
  const item = itemInHand(rehearsal)
  return pointsOf(item).length + (item.lastChange === null ? 0 : 1)
}

export function review(rehearsal: Rehearsal, event: Event, phase: Review): Turn {
  switch (event.type) {
    case 'line':
      return reviewLine(rehearsal, phase, event.text)
    case 'story':
      return storyWritten(rehearsal, phase, event.text)
    case 'compared':
      return to(rehearsal, { ...phase, coverage: event.coverage, ticked: withCovered(phase.ticked, event) })
    case 'transcript':
      return transcribed(rehearsal, phase, event)
    case 'key':
      return reviewKey(rehearsal, phase, event.key)
    default:
      return stay(rehearsal)
  }
}

/** An answer that was heard is like one that was written, but for what the user has decided by then. */
function transcribed(
  rehearsal: Rehearsal,
  phase: Review,
  event: Extract<Event, { type: 'transcript' }>,
): Step {
  const heard = withTranscript(rehearsal, phase.answered, event)
  const item = itemInHand(rehearsal)
  const { text, coverage } = event
  const rows = [...coverage.keys()].filter((row) => !phase.decided.includes(row))
  const next: Review = {
    ...phase,
    answered: heard.answered,
    transcript: text,
    coverage: coverage.length > 0 ? coverage : null,
    ticked: withCovered(phase.ticked, { coverage, rows }),
  }
  return to(heard.rehearsal, next, [
    ...heard.effects,
    ...(phase.line === 'points' ? [print({ kind: 'points', item })] : []),
  ])
}

/** Adds what was heard to an answer that has its committed score, and saves that. */
export function withTranscript(
  rehearsal: Rehearsal,
  { at, attempt }: Answered,
  { text, counted }: Extract<Event, { type: 'transcript' }>,
): Step & { answered: Answered } {
  if (attempt.voice === undefined) return { ...stay(rehearsal), answered: { at, attempt } }
  const voice = { ...attempt.voice, ...counted }
  const answered = { at, attempt: { ...attempt, voice } }
  const saved = save(rehearsal, answered)
  const as = nameOfAnswer(rehearsal, answered)
  return {
    rehearsal: saved.rehearsal,
    effects: [
      ...saved.effects,
      { type: 'keep-transcript', question: attempt.question, text, as },
      print({ kind: 'transcript', text, voice }),
    ],
    answered,
  }
}

const withCovered = (
  ticked: readonly number[],
  { coverage, rows }: { coverage: PointCoverage[]; rows: number[] },
): number[] => {
  const covered = proposed(coverage).filter((row) => rows.includes(row))
  return [...new Set([...ticked, ...covered])].sort((a, b) => a - b)
}

function reviewKey(rehearsal: Rehearsal, phase: Review, key: string): Turn {
  const rows = rowsOf(rehearsal)
  const item = itemInHand(rehearsal)
  const given = scoreOf(key)
  if (given !== null) {
    // without an answer to compare with, the committed score stands
    return modelOf(item) === null ? stay(rehearsal) : to(rehearsal, { ...phase, score: given })
  }
  switch (key) {
    case 'up':
    case 'k':
      return to(rehearsal, { ...phase, cursor: Math.max(0, phase.cursor - 1) })
    case 'down':
    case 'j':
      return to(rehearsal, { ...phase, cursor: Math.max(0, Math.min(rows - 1, phase.cursor + 1)) })
    case 'space':
      return rows === 0 ? stay(rehearsal) : to(rehearsal, toggled(phase))
    case 'enter':
      return settle(rehearsal, phase, phase.score, { asked: true })
    case 'a':
      // in a debrief nothing is asked again
      return rehearsal.debrief === null
        ? settle(rehearsal, phase, phase.score, { asked: true, again: true })
        : stay(rehearsal)
    case 'm':
      return modelOf(item) === null ? stay(rehearsal) : to(rehearsal, { ...phase, turns: phase.turns + 1 })
    case 'e':
      return { rehearsal, effects: [{ type: 'story', item }] }
    case 'o':
      return askCoach(rehearsal, phase) ?? stay(rehearsal)
    case 'l':
    case 'L':
      return listen(rehearsal, phase, key === 'L')
    case 'q':
      return quit(rehearsal)
    default:
      return stay(rehearsal)
  }
}

/** Asks the user's coach about the answer; null where nobody knows its words. */
function askCoach(rehearsal: Rehearsal, phase: Review): Step | null {
  const text = wordsOf(phase)
  if (text === null) return null
  const as = nameOfAnswer(rehearsal, phase.answered)
  return { rehearsal, effects: [{ type: 'coach', item: itemInHand(rehearsal), text, as }] }
}

/** Whether there may be a recording of an answer in review. */
export const isRecorded = ({ keepsTakes }: Rehearsal, { answered }: Review): boolean =>
  keepsTakes === true && answered.attempt.voice !== undefined

function listen(rehearsal: Rehearsal, phase: Review, older: boolean): Step {
  if (!isRecorded(rehearsal, phase)) return stay(rehearsal)
  const index = rehearsal.answered.findLastIndex((each) => each.at === phase.answered.at)
  return { rehearsal, effects: [{ type: 'listen', index, older }] }
}

/** A review with the row of the cursor ticked, or no longer. */
function toggled(phase: Review): Review {
  const { ticked, cursor, decided } = phase
  const others = ticked.filter((row) => row !== cursor)
  return {
    ...phase,
    ticked: ticked.includes(cursor) ? others : [...others, cursor].sort((a, b) => a - b),
    decided: [...decided, cursor],
  }
}

/** A new story brings its own points; what was ticked before stays, with the points that the story lacks at the end. */
function storyWritten(rehearsal: Rehearsal, phase: Review, text: string): Step {
  const { at } = phase.answered
  const before = pointsOf(itemInHand(rehearsal))
  const made = before.filter((_, row) => phase.ticked.includes(row))
  const written = withStory(rehearsal, at, safe(text))
  const { tickedBefore: _, ...bare } = itemInHand(written)
  const own = pointsOf(bare)
  const tickedBefore = made.filter(({ text }) => !own.some((point) => point.text === text))
  const item = tickedBefore.length === 0 ? bare : { ...bare, tickedBefore }
  const next = { ...written, items: written.items.with(at, item) }
  const points = pointsOf(item)
  const ticked = points.flatMap(({ text }, row) => (made.some((point) => point.text === text) ? [row] : []))
  if (phase.ticked.includes(before.length)) ticked.push(points.length)
  const known = before.map((point) => point.text)
  const fresh = points.flatMap((point, row) => (known.includes(point.text) ? [] : [row]))
  const decided = points.flatMap(({ text }, row) =>
    phase.decided.some((before) => known[before] === text) ? [row] : [],
  )
  const model = modelOf(item)
  return to(next, { ...phase, turns: 0, line: firstLine(item), cursor: 0, ticked, decided, coverage: null }, [
    ...comparing(phase.answered, item, fresh, phase.transcript),
    ...(model === null ? [] : [print({ kind: 'model', item, model })]),
  ])
}

function reviewLine(rehearsal: Rehearsal, phase: Review, text: string): Turn {
  const command = text.trim().toLowerCase()
  if (command === 'q') return quit(rehearsal)
  if (command === 'o') return askCoach(rehearsal, phase) ?? invalid(rehearsal)
  if (command === 'l' && isRecorded(rehearsal, phase)) return listen(rehearsal, phase, text.trim() === 'L')
  const item = itemInHand(rehearsal)
  const asked = pointsOf(item).length > 0
  if (phase.line === 'points') {
    const numbers = madeIn(text, phase, rowsOf(rehearsal))
    if (numbers === null) return invalid(rehearsal)
    const decided = [...Array(rowsOf(rehearsal)).keys()]
    const next: Review = { ...phase, ticked: numbers.map((n) => n - 1), decided, line: 'final' }
    return modelOf(item) === null ? settle(rehearsal, next, phase.score, { asked }) : to(rehearsal, next)
  }
  const given = text.trim() === '' ? phase.score : scoreOf(text)
  return given === null ? invalid(rehearsal) : settle(rehearsal, phase, given, { asked })
}

/** The line for none of the points, where Enter would take those that are ticked. */
const none = '-'

/** The numbers of the points made; null where a line is none of that. */
function madeIn(text: string, { ticked, coverage }: Review, most: number): number[] | null {
  const line = text.trim()
  if (line === '') return ticked.map((row) => row + 1)
  return line === none && coverage !== null ? [] : numbersOf(line, most)
}

/** The numbers of a line such as `1 3` or `1,3`; null where it holds anything else, or one above `most`. */
function numbersOf(text: string, most: number): number[] | null {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const numbers = words.map((word) => (/^\d{1,4}$/.test(word) ? Number(word) : 0))
  return numbers.every((n) => n >= 1 && n <= most) ? [...new Set(numbers)].sort((a, b) => a - b) : null
}

/** Ends a review. It is saved before the change is asked for, so that nothing hangs on a line that may never come. */
function settle(
  rehearsal: Rehearsal,
  phase: Review,
  score: Score,
  { asked, again = false }: { asked: boolean; again?: boolean },
): Turn {
  const reviewed = finalOf(settled(rehearsal, phase, score, asked))
  const answered = rehearsal.debrief === null ? withChangePending(reviewed) : reviewed
  return { ...save(rehearsal, answered), ending: { name: 'reviewed', answered, again } }
}

/** What the review puts into the attempt. `asked`: the last change stood there as an item to tick. */
function settled(rehearsal: Rehearsal, phase: Review, score: Score, asked: boolean): Answered {
  const item = itemInHand(rehearsal)
  const points = pointsOf(item)
  const changeMade = phase.ticked.includes(points.length)
  return {
    at: phase.answered.at,
    attempt: {
      ...phase.answered.attempt,
      score,
      points: pointsFrom(item),
      made: points.filter((_, row) => phase.ticked.includes(row)).map((point) => point.text),
      of: points.length,
      changeMade: item.lastChange === null || !(asked || changeMade) ? null : changeMade,
    },
  }
}

/** The answer as far as it was reviewed; null where nothing was ticked, scored or read yet. */
export function reviewedSoFar(rehearsal: Rehearsal, phase: Review): Answered | null {
  const untouched = proposed(phase.coverage)
  const isBegun =
    phase.ticked.join() !== untouched.join() ||
    phase.decided.some((row) => phase.ticked.includes(row)) ||
    phase.score !== phase.answered.attempt.committed ||
    (phase.line === 'final' && pointsOf(itemInHand(rehearsal)).length > 0)
  return isBegun ? settled(rehearsal, phase, phase.score, phase.line === 'final') : null
}

/** An answer of which all is known. */
export const finalOf = ({ at, attempt: { pending: _, ...attempt } }: Answered): Answered => ({
  at,
  attempt: { ...attempt, final: true },
})

const withChangePending = ({ at, attempt }: Answered): Answered => ({
  at,
  attempt: { ...attempt, pending: 'change' },
})

/** Saves an attempt as a new version of its line. */
export function save(rehearsal: Rehearsal, answered: Answered): Step {
  const as = nameOfAnswer(rehearsal, answered)
  return {
    rehearsal: hold(rehearsal, answered),
    effects: [{ type: 'record', as, entry: { type: 'attempt', ...answered.attempt } }],
  }
}

/** Says of an answer that was saved that it gets no change: in a line of its own, a short one, as most answers get none. */
export const saveWithoutChange = (rehearsal: Rehearsal, answered: Answered): Step => ({
  rehearsal: hold(rehearsal, finalOf(answered)),
  effects: givenUp(rehearsal),
})

function hold(rehearsal: Rehearsal, answered: Answered): Rehearsal {
  const index = rehearsal.answered.findLastIndex((each) => each.at === answered.at)
  return { ...rehearsal, answered: rehearsal.answered.with(index, answered) }
}
