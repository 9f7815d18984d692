import { safeLine } from '../text/safe.ts'
import { commandOf } from './command.ts'
import { givenUp } from './draft.ts'
import type { Event, Phase, Rehearsal } from './rehearsal.ts'
import { finalOf, save, saveWithoutChange, withTranscript } from './review.ts'
import { print, quit, stay, type Turn, to } from './step.ts'

/** The change for next time, of one answer or of a whole mock: one line, or nothing. */
export function change(rehearsal: Rehearsal, event: Event, phase: Extract<Phase, { name: 'change' }>): Turn {
  if (event.type === 'transcript' && phase.answered !== null) {
    const { answered, ...heard } = withTranscript(rehearsal, phase.answered, event)
    return to(heard.rehearsal, { ...phase, answered }, heard.effects)
  }
  if (event.type !== 'line') return stay(rehearsal)
  if (commandOf(event) === 'q') return quit(rehearsal)
  const { answered, again } = phase
  const noted = notedIn(event.text, phase.typed)
  if (answered === null) {
    return {
      rehearsal: { ...rehearsal, change: noted },
      effects: noted === null ? givenUp(rehearsal) : [],
      ending: { name: 'changed', answered, again },
    }
  }
  const changed = finalOf({ at: answered.at, attempt: { ...answered.attempt, change: noted } })
  const isSaved = answered.attempt.final && noted === null
  const step = isSaved ? saveWithoutChange(rehearsal, answered) : save(rehearsal, changed)
  return {
    rehearsal: step.rehearsal,
    effects: [...step.effects, print({ kind: 'saved', answered: changed })],
    ending: { name: 'changed', answered: changed, again },
  }
}

/** The line that ends a change that was typed before, where nothing of it is to be kept. */
const none = '-'

/** An empty line keeps what was typed before. */
function notedIn(text: string, typed: string): string | null {
  const line = safeLine(text)
  if (typed === '') return line || null
  return line === none ? null : line || safeLine(typed) || null
}
