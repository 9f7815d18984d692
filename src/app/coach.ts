import type { KeyPoint, Question } from '../bank/model.ts'
import type { Consulted } from '../ports.ts'
import { withoutEscapes } from '../text/escapes.ts'
import { plainText } from '../text/plain-text.ts'
import { safe, safeLine } from '../text/safe.ts'
import type { Context } from './context.ts'

/** How long a coach may take, in ms. */
const patienceMs = 60_000

export const waitingForCoach = 'Asking your coach, for at most 60 s; Ctrl-C stops it.'

/** What a coach is told, on its standard input. */
const briefFor = (question: Question, points: readonly KeyPoint[], answer: string): string =>
  `${[
    `Interview question:\n${question.question}`,
    ...(points.length === 0
      ? []
      : [`Key points of a good answer:\n${points.map(({ text }) => `- ${plainText(text)}`).join('\n')}`]),
    `My answer:\n${answer}`,
  ].join('\n\n')}\n`

/**
 * What the user's own program says about an answer, with a sentence where it did not end well, or in `problem` why it says
 * nothing. It is never scored.
 */
export async function askCoach(
  question: Question,
  points: readonly KeyPoint[],
  answer: string,
  { env, settings }: Context,
): Promise<
  { advice: string; ending: string | null } | { problem: string; hint: string; isInterrupted?: true }
> {
  const command = settings['coach.command']
  if (command === null)
    return {
      problem: 'You have no coach.',
      hint: `Name a program with ${env.program} config set coach.command "COMMAND". It gets question, key points and your answer.`,
    }
  const hint = `See what it is with ${env.program} config get coach.command, and try it by itself.`
  const consulted = await env.consult(command, briefFor(question, points, answer), patienceMs)
  const { reason } = consulted
  const advice = safe(withoutEscapes(consulted.advice)).trim()
  if (advice !== '') return { advice, ending: endingOf(consulted) }
  if (reason === 'time') return { problem: 'Your coach said nothing within 60 s, and was stopped.', hint }
  if (reason === 'interrupted') return { problem: 'Your coach was stopped.', hint: '', isInterrupted: true }
  if (consulted.status === 0) return { problem: 'Your coach said nothing.', hint }
  return { problem: `Your coach ${failure(consulted)}.`, hint }
}

/** What became of a coach that said something: a sentence where it may have had more to say, else null. */
export function endingOf(consulted: Consulted): string | null {
  switch (consulted.reason) {
    case 'time':
      return 'It was stopped after 60 s.'
    case 'interrupted':
      return 'It was stopped.'
    case 'long':
      return 'It said more than is shown.'
    case null:
      return consulted.status === 0 ? null : `It ${failure(consulted)}.`
  }
}

/** `failed with exit code 3: no model`. */
function failure({ complaint, status }: Consulted): string {
  const [why = ''] = withoutEscapes(complaint).trim().split('\n')
  const because = why === '' ? '' : `: ${safeLine(why)}`
  return `failed${status === null ? '' : ` with exit code ${status}`}${because.replace(/\.$/, '')}`
}

/** Keeps what a coach said, if the user wants that. `of`: the id of the attempt; null for an answer from elsewhere. */
export function keepAdvice(
  question: Pick<Question, 'id'>,
  of: string | null,
  text: string,
  { store, settings }: Context,
): void {
  if (settings['coach.keep']) store.append({ type: 'coach', question: question.id, of, text })
}
