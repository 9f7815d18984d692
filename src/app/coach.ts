import type { KeyPoint, Question } from '../bank/model.ts'
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

/** What the user's own program says about an answer, or in `problem` why it says nothing. It is never scored. */
export async function askCoach(
  question: Question,
  points: readonly KeyPoint[],
  answer: string,
  { env, settings }: Context,
): Promise<{ advice: string } | { problem: string; hint: string; isInterrupted?: true }> {
  const command = settings['coach.command']
  if (command === null)
    return {
      problem: 'You have no coach.',
      hint: `Name a program with ${env.program} config set coach.command "COMMAND". It gets question, key points and your answer.`,
    }
  const hint = `See what it is with ${env.program} config get coach.command, and try it by itself.`
  const { advice, complaint, status, reason } = await env.consult(
    command,
    briefFor(question, points, answer),
    patienceMs,
  )
  const said = safe(withoutEscapes(advice)).trim()
  if (said !== '') return { advice: said }
  if (reason === 'time') return { problem: 'Your coach said nothing within 60 s, and was stopped.', hint }
  if (reason === 'interrupted') return { problem: 'Your coach was stopped.', hint: '', isInterrupted: true }
  const [why = ''] = withoutEscapes(complaint).trim().split('\n')
  if (status === 0) return { problem: 'Your coach said nothing.', hint }
  const because = why === '' ? '' : `: ${safeLine(why)}`
  return {
    problem: `Your coach failed${status === null ? '' : ` with exit code ${status}`}${because.replace(/\.$/, '')}.`,
    hint,
  }
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
