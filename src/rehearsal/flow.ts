import { attemptName, givenUp, nameOfAnswer, unscored } from './draft.ts'
import { isOpen } from './records.ts'
import {
  type Answered,
  type Effect,
  indexInHand,
  itemAt,
  itemInHand,
  type Rehearsal,
  type Step,
} from './rehearsal.ts'
import {
  comparing,
  comparisonOf,
  finalOf,
  isReviewable,
  reviewedSoFar,
  save,
  saveWithoutChange,
  startReview,
} from './review.ts'
import { andThen, type Ending, print, printing, stay, to } from './step.ts'
import { goOnTalking } from './talk.ts'
import { ask } from './think.ts'

/** Begins at the question `at`, which is the first one unless a rehearsal is taken up; then a review may still be open. */
export function begin(rehearsal: Rehearsal, now: number): Step {
  const last = rehearsal.answered.at(-1)
  if (rehearsal.mode === 'mock' || last === undefined || !isOpen(last.attempt))
    return askFrom(rehearsal.at, rehearsal, now)
  return last.attempt.final
    ? printing(
        { kind: 'review-of', item: itemAt(rehearsal, last.at), attempt: last.attempt },
        toChange(rehearsal, last),
      )
    : reviewWithHeading(rehearsal, last)
}

/** What comes after a phase that has ended. */
export function follow(ending: Ending, rehearsal: Rehearsal, now: number): Step {
  switch (ending.name) {
    case 'skipped':
      return andThen(skipped(rehearsal), (next) => askFrom(indexAfter(next), next, now))
    case 'scored':
      return rehearsal.mode === 'drill'
        ? review(rehearsal, ending.answered)
        : askFrom(indexAfter(rehearsal), rehearsal, now)
    case 'reviewed':
      return rehearsal.debrief === null
        ? toChange(rehearsal, ending.answered, ending.again)
        : nextReview(rehearsal)
    case 'changed':
      if (ending.answered === null) return finish(rehearsal)
      return ending.again
        ? askAgain(rehearsal, ending.answered, now)
        : askFrom(indexAfter(rehearsal), rehearsal, now)
    case 'quit':
      return stop(rehearsal, now)
  }
}

/** Asks the question at `at`; after the last one a mock has its debrief, and a drill is over. */
function askFrom(at: number, rehearsal: Rehearsal, now: number): Step {
  if (at < rehearsal.items.length) return andThen(ask(rehearsal, at, now), (next) => goOnWriting(next, now))
  const isDebriefed = rehearsal.mode === 'mock' && rehearsal.answered.length > 0
  return isDebriefed
    ? printing({ kind: 'debrief' }, reviewFrom(reviewOrder(rehearsal), rehearsal))
    : finish(rehearsal)
}

/** With an answer that was half written when the rehearsal was left, goes on where that stopped. */
function goOnWriting(rehearsal: Rehearsal, now: number): Step {
  const { draft, answered } = rehearsal
  if (draft?.what !== 'answer' || draft.as !== attemptName(answered.length)) return stay(rehearsal)
  const text = draft.text ?? ''
  return to({ ...rehearsal, draft: null }, goOnTalking(draft, now), [print({ kind: 'written-so-far', text })])
}

/** Asks for the change, after one answer or, with null, after a whole mock; with what was typed of it before. */
function toChange(rehearsal: Rehearsal, answered: Answered | null, again = false): Step {
  const { draft } = rehearsal
  const as = answered === null ? 'rehearsal' : nameOfAnswer(rehearsal, answered)
  const typed = draft?.what === 'change' && draft.as === as ? (draft.text ?? '') : ''
  const next = typed === '' ? rehearsal : { ...rehearsal, draft: null }
  return to(next, { name: 'change', answered, again, typed })
}

/** Index of the question to ask next. After a review that was still open when the rehearsal was taken up, it is `at`. */
const indexAfter = (rehearsal: Rehearsal): number =>
  indexInHand(rehearsal) === rehearsal.at ? rehearsal.at + 1 : rehearsal.at

/** Asks the same question once more, with the change just noted, before those that are still to come. */
function askAgain(rehearsal: Rehearsal, { at, attempt }: Answered, now: number): Step {
  const item = itemAt(rehearsal, at)
  const again = { ...item, lastChange: attempt.change ?? item.lastChange, again: true }
  return ask({ ...rehearsal, items: rehearsal.items.toSpliced(at + 1, 0, again) }, at + 1, now)
}

function skipped(rehearsal: Rehearsal): Step {
  const entry = {
    type: 'skip',
    rehearsal: rehearsal.id,
    question: itemInHand(rehearsal).question.id,
  } as const
  return {
    rehearsal,
    effects: [
      ...givenUp(rehearsal),
      { type: 'record', as: `skip ${rehearsal.at}`, entry },
      print({ kind: 'skipped' }),
    ],
  }
}

/** Indexes of the answers to review in a debrief, from the lowest committed score up. */
const reviewOrder = ({ answered }: Rehearsal): number[] =>
  answered
    .map(({ attempt }, index) => ({ index, committed: attempt.committed, final: attempt.final }))
    .filter((each) => !each.final)
    .sort((a, b) => a.committed - b.committed || a.index - b.index)
    .map((each) => each.index)

/** The debrief with these reviews still to come: the first of them, or after the last one the change for all. */
function reviewFrom(debrief: number[], rehearsal: Rehearsal): Step {
  const next: Rehearsal = { ...rehearsal, debrief }
  const answered = debrief[0] === undefined ? undefined : rehearsal.answered[debrief[0]]
  return answered === undefined ? toChange(next, null) : reviewWithHeading(next, answered)
}

const nextReview = (rehearsal: Rehearsal): Step =>
  printing({ kind: 'updated' }, reviewFrom(rehearsal.debrief?.slice(1) ?? [], rehearsal))

/** A review that first says which question it is about, because that is not the one just asked. */
const reviewWithHeading = (rehearsal: Rehearsal, answered: Answered): Step =>
  printing(
    { kind: 'review-of', item: itemAt(rehearsal, answered.at), attempt: answered.attempt },
    review(rehearsal, answered),
  )

/** Shows the answer and opens its review; where there is nothing to review, goes on to what comes after it. */
function review(rehearsal: Rehearsal, answered: Answered): Step {
  const item = itemAt(rehearsal, answered.at)
  const next = isReviewable(item)
    ? to(rehearsal, startReview(answered, item))
    : unreviewed(rehearsal, answered)
  const compared = printing(comparisonOf(item), next)
  return { ...compared, effects: [...comparing(answered, item), ...compared.effects] }
}

const unreviewed = (rehearsal: Rehearsal, answered: Answered): Step =>
  rehearsal.debrief === null
    ? toChange(rehearsal, answered)
    : andThen(save(rehearsal, finalOf(answered)), nextReview)

/** After the last question: the results, if anything was scored. */
function finish(rehearsal: Rehearsal): Step {
  const isScored = rehearsal.answered.length > 0
  const { rehearsal: next } = to(rehearsal, isScored ? { name: 'results' } : { name: 'over', next: 'done' })
  return {
    rehearsal: next,
    effects: [recordEnd(next), print(isScored ? { kind: 'results' } : { kind: 'stopped', open: false })],
  }
}

/**
 * `q`, or the end of input. A review that was begun is saved as far as it went; one that was not stays open, for an
 * untouched checklist says nothing. A debrief is over then, and so is a drill with nothing left to ask.
 */
function stop(rehearsal: Rehearsal, now: number): Step {
  const { answered, debrief, items } = rehearsal
  const held = heldBy(rehearsal)
  const kept = held === null ? stay(rehearsal) : saveOf(held)(rehearsal, finalOf(held))
  const saved =
    held === null ? [] : [print(debrief === null ? { kind: 'saved', answered: held } : { kind: 'updated' })]
  const isOver =
    (debrief !== null && !isLeftTyped(rehearsal)) || (held !== null && indexAfter(rehearsal) === items.length)
  const draft = unscored(rehearsal, now)
  return {
    rehearsal: { ...kept.rehearsal, phase: { name: 'over', next: 'quit' } },
    effects: [
      ...kept.effects,
      ...saved,
      ...(isOver ? [...(held === null ? givenUp(rehearsal) : []), recordEnd(rehearsal)] : []),
      ...(draft === null
        ? []
        : [{ type: 'draft', draft } as const, print({ kind: 'unscored', text: draft.text ?? '' })]),
      print({ kind: 'stopped', open: !isOver && (answered.length > 0 || draft !== null) }),
    ],
  }
}

const saveOf = ({ attempt }: Answered) => (attempt.final ? saveWithoutChange : save)

/** Whether a change that was typed before it was left is left once more. */
const isLeftTyped = ({ phase }: Rehearsal): boolean => phase.name === 'change' && phase.typed !== ''

/** The answer that has more to save than its committed score. */
function heldBy(rehearsal: Rehearsal): Answered | null {
  const { phase } = rehearsal
  if (phase.name === 'change') return isLeftTyped(rehearsal) ? null : phase.answered
  return phase.name === 'review' ? reviewedSoFar(rehearsal, phase) : null
}

const recordEnd = ({ mode, items, options, pid, processMark, change }: Rehearsal): Effect => ({
  type: 'record',
  as: 'rehearsal',
  entry: {
    type: 'rehearsal',
    state: 'end',
    mode,
    questions: items.map((item) => item.question.id),
    options,
    pid,
    change,
    processMark,
  },
})
