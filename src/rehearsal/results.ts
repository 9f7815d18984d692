import { safe } from '../text/safe.ts'
import { commandOf } from './command.ts'
import { type Answered, type Event, type Next, type Rehearsal, type Step, withStory } from './rehearsal.ts'
import { print, stay, to } from './step.ts'

/** The end screen. Only live mode stays on it. */
export function results(rehearsal: Rehearsal, event: Event): Step {
  const over = (next: Next): Step => to(rehearsal, { name: 'over', next })
  if (event.type === 'story') {
    const written = withStory(rehearsal, weakestOf(rehearsal).at, safe(event.text))
    return { rehearsal: written, effects: [print({ kind: 'story-saved' })] }
  }
  switch (event.type === 'end' ? 'q' : commandOf(event)) {
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

/**
 * The answer with the lowest score; of equals the one with the smallest share of its points and then, if it was spoken, the one furthest from
 * its budget. Where a question was asked again, only its last answer counts. Throws a RangeError where nothing was scored.
 */
export function weakestOf({ answered }: Rehearsal): Answered {
  const off = ({ attempt }: Answered): number =>
    attempt.typed === null ? Math.abs(attempt.talkMs / attempt.budgetMs - 1) : 0
  const share = ({ attempt: { final, made, of } }: Answered): number =>
    final && of > 0 ? made.length / of : 1
  const [weakest] = answered
    .filter(({ attempt }, index) =>
      answered.slice(index + 1).every((later) => later.attempt.question !== attempt.question),
    )
    .sort((a, b) => a.attempt.score - b.attempt.score || share(a) - share(b) || off(b) - off(a))
  if (weakest === undefined) throw new RangeError('Nothing was scored in this rehearsal')
  return weakest
}
