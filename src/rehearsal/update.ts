import { budgetOf, cueTimes } from './budget.ts'
import { change } from './change.ts'
import { elapsed, untilNextSecond } from './clock.ts'
import { commandOf } from './command.ts'
import { follow } from './flow.ts'
import type { Event, Rehearsal, Step } from './rehearsal.ts'
import { results } from './results.ts'
import { review } from './review.ts'
import { score } from './score.ts'
import { andThen, print, quit, stay, type Turn } from './step.ts'
import { talk } from './talk.ts'
import { think } from './think.ts'

/** The one way a rehearsal changes. Pure: what is to be done in the world comes back as effects. */
export function update(rehearsal: Rehearsal, event: Event): Step {
  const { ending, ...step } = turnOf(rehearsal, event)
  return ending === undefined ? step : andThen(step, (next) => follow(ending, next, event.now))
}

function turnOf(rehearsal: Rehearsal, event: Event): Turn {
  const { phase } = rehearsal
  if (phase.name === 'over') return stay(rehearsal)
  if (event.type === 'end' && phase.name !== 'results') return quit(rehearsal)
  if (asksForHelp(rehearsal, event)) return { rehearsal, effects: [print({ kind: 'help' })] }
  switch (phase.name) {
    case 'think':
      return think(rehearsal, event, phase)
    case 'talk':
    case 'follow-up':
      return talk(rehearsal, event, phase)
    case 'score':
      return score(rehearsal, event, phase)
    case 'review':
      return review(rehearsal, event, phase)
    case 'change':
      return change(rehearsal, event, phase)
    case 'results':
      return results(rehearsal, event)
  }
}

const asksForHelp = (rehearsal: Rehearsal, event: Event): boolean =>
  commandOf(event) === '?' && !(event.type === 'line' && reads(rehearsal) === 'text')

/** What a phase reads: a key, one line, or the lines of an answer, in which nothing is a command. */
export function reads({ phase, options }: Rehearsal): 'key' | 'line' | 'text' {
  if (phase.name === 'change') return 'line'
  return phase.name === 'talk' && options.typed ? 'text' : 'key'
}

/** In how many ms the clock has something new to show or to do; null while no clock runs. */
export function nextTick(rehearsal: Rehearsal, now: number): number | null {
  const { phase } = rehearsal
  if (phase.name !== 'think' && phase.name !== 'talk' && phase.name !== 'follow-up') return null
  return phase.clock.pausedAt === null ? untilNextSecond(phase.clock, now) : null
}

/** In how many ms a cue or the end of a strict answer is due, for a shell that does not repaint a clock; null if never. */
export function nextCue(rehearsal: Rehearsal, now: number): number | null {
  const { phase } = rehearsal
  if (phase.name !== 'talk' && phase.name !== 'follow-up') return null
  const ms = elapsed(phase.clock, now)
  const budgetMs = budgetOf(rehearsal, phase)
  const cues = rehearsal.cue === 'none' || phase.name === 'follow-up' ? [] : cueTimes(budgetMs)
  const times = rehearsal.options.strict ? [...cues, budgetMs] : cues
  const due = times.find((at) => at > ms)
  return due === undefined ? null : due - ms
}
