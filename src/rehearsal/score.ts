import { commandOf, scoreOf } from './command.ts'
import { attemptName } from './draft.ts'
import type { Attempt, Measured, Score } from './records.ts'
import { type Event, itemInHand, type Phase, type Rehearsal } from './rehearsal.ts'
import { notReviewed } from './review.ts'
import { invalid, print, quit, stay, type Turn, to } from './step.ts'
import { goBack, leaveOutOf } from './talk.ts'

/** The committed score, given before the answer is shown. */
export function score(rehearsal: Rehearsal, event: Event, phase: Extract<Phase, { name: 'score' }>): Turn {
  if (event.type === 'away') return to(rehearsal, { ...phase, back: leaveOutOf(phase.back, event.ms) })
  if (event.type === 'voice')
    return to(rehearsal, { ...phase, measured: { ...phase.measured, voice: event.voice } })
  const command = commandOf(event)
  if (command === null) return stay(rehearsal)
  if (command === 'b' && event.type === 'key') return goBack(rehearsal, phase.back, event.now)
  if (command === 'q') return quit(rehearsal)
  const given = scoreOf(command)
  if (given !== null) return commit(rehearsal, phase.measured, given)
  // a digit was meant as a score
  return event.type === 'line' || /^\d$/.test(command) ? invalid(rehearsal) : stay(rehearsal)
}

/** Saves an answer with its committed score. */
export function commit(rehearsal: Rehearsal, measured: Measured, committed: Score): Turn {
  const { at, mode, answered } = rehearsal
  const item = itemInHand(rehearsal)
  // in the order of every journal so far: one with lines in two orders is read a third more slowly
  const { thinkMs, talkMs, voice, ...others } = measured
  const attempt: Attempt = {
    rehearsal: rehearsal.id,
    mode,
    question: item.question.id,
    thinkMs,
    talkMs,
    budgetMs: item.budgetMs,
    committed,
    score: committed,
    ...notReviewed(item),
    ...others,
    extra: rehearsal.options.extra,
    ...(voice && { voice }),
  }
  return {
    rehearsal: { ...rehearsal, answered: [...answered, { at, attempt }] },
    effects: [
      { type: 'record', as: attemptName(answered.length), entry: { type: 'attempt', ...attempt } },
      print({ kind: 'scored', attempt }),
      ...(mode === 'mock' ? [print({ kind: 'saved', answered: null })] : []),
    ],
    ending: { name: 'scored', answered: { at, attempt } },
  }
}
