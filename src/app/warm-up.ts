import type { Question } from '../bank/model.ts'
import type { Shell } from '../ports.ts'
import { seeded, shuffle } from '../progress/random.ts'
import { budgetMsOf } from '../progress/settings.ts'
import { chosenContents } from './banks.ts'
import type { Context } from './context.ts'
import type { RehearseOptions } from './options.ts'
import { goAt, practise } from './practise.ts'
import type { Selection } from './selection.ts'

/**
 * Asks one question that is not scored, and returns the mock to follow; null where the user would rather quit. The question
 * is none of the mock's; where there is no other, the mock gives up its last one, unless the user named them.
 */
export async function afterWarmUp(
  selection: Selection,
  { named, ...options }: RehearseOptions & { named: boolean },
  context: Context,
  shell: Shell,
): Promise<Selection | null> {
  const { env, settings } = context
  const { question, questions } = await chooseQuestion(selection, options, context)
  if (question === null || (named && questions.length < selection.questions.length)) {
    env.err('There is no other question to warm up with, so the mock starts at once.\n')
    return selection
  }
  const { strict, talkMs } = selection.options
  const items = [goAt(question, budgetMsOf(question, settings, talkMs), context)]
  const ended = await practise({ mode: 'warm-up', items, strict }, context, shell)
  return ended === 'quit' ? null : { ...selection, questions }
}

/** The question to warm up with, null where there is none; and those that are left for the mock. */
async function chooseQuestion(
  { questions }: Selection,
  options: RehearseOptions,
  context: Context,
): Promise<{ question: Question | null; questions: Question[] }> {
  const bank = await chosenContents(options, context)
  const taken = new Set(questions.map(({ id }) => id))
  const random = options.seed === undefined ? context.env.random : seeded(options.seed)
  const [other] = shuffle(
    bank.questions.filter(({ id }) => !taken.has(id)),
    random,
  )
  const [question = null] = other === undefined ? [] : await bank.read([other])
  if (question !== null || questions.length < 2) return { question, questions }
  return { question: questions.at(-1) ?? null, questions: questions.slice(0, -1) }
}
