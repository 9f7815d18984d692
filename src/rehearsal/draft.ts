import { elapsed } from './clock.ts'
import type { Drafted } from './records.ts'
import { type Answered, type Effect, indexInHand, type Rehearsal } from './rehearsal.ts'

/** What the records of an answer are called: by its place among the answers. */
export const attemptName = (index: number): string => `attempt ${index}`

/** The name of the record of an answer that was scored. */
export const nameOfAnswer = ({ answered }: Pick<Rehearsal, 'answered'>, { at }: Answered): string =>
  attemptName(answered.findLastIndex((each) => each.at === at))

/** What stands at a prompt and was not given yet, with the line that is being typed; null where nothing is typed. */
export function draftOf(rehearsal: Rehearsal, line: string, now: number): Drafted | null {
  const { phase, answered, options, items } = rehearsal
  if (phase.name === 'change') {
    const as = phase.answered === null ? 'rehearsal' : nameOfAnswer(rehearsal, phase.answered)
    const question = phase.answered === null ? null : (items[phase.answered.at]?.question.id ?? null)
    return { as, what: 'change', question, text: line || phase.typed, thinkMs: 0, talkMs: 0 }
  }
  if (!options.typed || !('measured' in phase)) return null
  const { thinkMs, talkMs } = phase.measured
  const isTalking = phase.name === 'talk'
  return {
    as: attemptName(answered.length),
    what: 'answer',
    question: items[indexInHand(rehearsal)]?.question.id ?? null,
    text: isTalking ? [...phase.typed, ...(line === '' ? [] : [line])].join('\n') : phase.measured.typed,
    thinkMs,
    talkMs: isTalking ? elapsed(phase.clock, now) : talkMs,
  }
}

/** Says of what could be typed at this prompt that it will not be given. */
export function givenUp(rehearsal: Rehearsal): Effect[] {
  const draft = draftOf(rehearsal, '', 0)
  return draft === null ? [] : [{ type: 'draft', draft: { ...draft, text: null } }]
}

/** What was written with `--typed` of an answer that has no score yet; null where nothing was. */
export function unscored(rehearsal: Rehearsal, now: number): Drafted | null {
  const draft = draftOf(rehearsal, '', now)
  return draft?.what === 'answer' && (draft.text ?? '').trim() !== '' ? draft : null
}
