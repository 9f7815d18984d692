import { safe } from '../text/safe.ts'
import {
  type Answered,
  type Effect,
  type Event,
  type Next,
  print,
  type Rehearsal,
  type Step,
} from './rehearsal.ts'
import { isBegun, record, settled } from './settling.ts'
import { commandOf, stay } from './step.ts'

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

const over = (rehearsal: Rehearsal, next: Next): Rehearsal => ({
  ...rehearsal,
  phase: { name: 'over', next },
})

/** After the last question: the results, if anything was scored. */
export function finish(rehearsal: Rehearsal): Step {
  if (rehearsal.answered.length === 0) {
    return {
      rehearsal: over(rehearsal, 'done'),
      effects: [ending(rehearsal), print({ kind: 'stopped', open: false })],
    }
  }
  const next: Rehearsal = { ...rehearsal, phase: { name: 'results' } }
  return { rehearsal: next, effects: [ending(next), print({ kind: 'results' })] }
}

/** The end screen; only live mode stays on it. */
export function results(rehearsal: Rehearsal, event: Event): Step {
  if (event.type === 'story') return stay(withStory(rehearsal, weakestOf(rehearsal).at, safe(event.text)))
  switch (event.type === 'end' ? 'q' : commandOf(event)) {
    case 'a':
      return stay(over(rehearsal, 'again'))
    case 'm':
      return stay(over(rehearsal, 'mock'))
    case 'e': {
      const item = rehearsal.items[weakestOf(rehearsal).at]
      return item === undefined ? stay(rehearsal) : { rehearsal, effects: [{ type: 'story', item }] }
    }
    case 'enter':
    case 'q':
      return stay(over(rehearsal, 'done'))
    default:
      return stay(rehearsal)
  }
}

/** The question at `at` has this story from now on, wherever it is asked; a blank one takes it away. */
export function withStory(rehearsal: Rehearsal, at: number, text: string): Rehearsal {
  const id = rehearsal.items[at]?.question.id
  const story = text.trim() === '' ? null : text
  const items = rehearsal.items.map((item) => (item.question.id === id ? { ...item, story } : item))
  return { ...rehearsal, items }
}

/** The question with the lowest score, the last one where it was asked again; of equals the one furthest from its budget. */
export function weakestOf({ answered }: Rehearsal): Answered {
  const off = ({ attempt }: Answered): number => Math.abs(attempt.talkMs / attempt.budgetMs - 1)
  const [weakest] = answered
    .filter(({ attempt }, index) =>
      answered.slice(index + 1).every((later) => later.attempt.question !== attempt.question),
    )
    .sort((a, b) => a.attempt.score - b.attempt.score || off(b) - off(a))
  if (weakest === undefined) throw new RangeError('Nothing was scored in this rehearsal')
  return weakest
}

/** What was written of an answer that has no score yet, with `--typed`; null where there is none. */
export function unscored({ phase }: Rehearsal): string | null {
  const text =
    phase.name === 'talk'
      ? phase.typed.join('\n')
      : phase.name === 'follow-up' || phase.name === 'score'
        ? phase.take.typed
        : null
  return text === null || text.trim() === '' ? null : text
}

/**
 * `q`, or the end of input. A review that was begun is kept as far as it went; one that was not stays open, for
 * an untouched checklist says nothing. A debrief ends, and so does a drill with nothing left to ask.
 */
export function quit(rehearsal: Rehearsal): Step {
  const { answered, debrief } = rehearsal
  const held = heldBy(rehearsal)
  const kept = held === null || held.attempt.final ? stay(rehearsal) : record(rehearsal, held)
  const saved =
    held === null ? [] : [print(debrief === null ? { kind: 'saved', answered: held } : { kind: 'updated' })]
  const isLast = held !== null && rehearsal.at === rehearsal.items.length - 1
  const ended = debrief !== null || isLast
  const text = unscored(rehearsal)
  return {
    rehearsal: over(kept.rehearsal, 'quit'),
    effects: [
      ...kept.effects,
      ...saved,
      ...(ended ? [ending(rehearsal)] : []),
      ...(text === null ? [] : [print({ kind: 'unscored', text })]),
      print({ kind: 'stopped', open: !ended && answered.length > 0 }),
    ],
  }
}

function heldBy(rehearsal: Rehearsal): Answered | null {
  const { phase } = rehearsal
  if (phase.name === 'change') return phase.answered
  if (phase.name !== 'review' || !isBegun(rehearsal, phase)) return null
  return settled(rehearsal, phase, phase.score, phase.line === 'final')
}
