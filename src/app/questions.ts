import { findQuestion, numberIn } from '../bank/find.ts'
import { bankSlugOf } from '../bank/ids.ts'
import type { Contents, Question } from '../bank/model.ts'
import { UserError } from '../ports.ts'
import { shownIn } from '../screens/layout.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { contentsOf } from './banks.ts'
import type { Context } from './context.ts'

/**
 * The question that a name stands for: its id in any bank, or its number, its id without the bank, or some of its words in
 * the chosen one. Where that is none or several, the error lists what is near.
 */
export async function questionNamed(name: string, bank: Contents, context: Context): Promise<Question> {
  const wanted = name.trim()
  const number = numberIn(wanted)
  const own = bank.questions.find(
    ({ id, number: own }) => id === wanted || own === number || id === `${bank.slug}/${wanted}`,
  )
  const question = own === undefined ? await questionById(wanted, context) : (await bank.read([own]))[0]
  if (question) return question
  const found = findQuestion(wanted, await bank.read(bank.questions))
  if ('question' in found) return found.question
  const title = (each: Question): string =>
    shownIn(context.style, `${each.number}. ${plainText(each.question)}`)
  if ('several' in found) {
    throw new UserError(
      `"${safeLine(name)}" is in ${found.several.length} questions:\n${found.several.map(title).join('\n')}`,
      'Name one by its number, or give more of its words.',
    )
  }
  if (Object.hasOwn(context.progress.stories, wanted)) {
    throw new UserError(
      `The question ${safeLine(wanted)} is gone from its bank; your story for it is kept.`,
      `${context.env.program} story NUMBER --like ${safeLine(wanted)} gives it to another question; ${context.env.program} export notes has it too.`,
    )
  }
  const near = found.nearest === null ? '' : `Did you mean ${title(found.nearest)} `
  throw new UserError(
    `There is no question "${safeLine(name)}" in the bank ${bank.slug}, which has ${bank.questions.length}.`,
    `${near}${context.env.program} list shows them all.`,
  )
}

/** A question by its id, in whatever bank; null where it is not there. */
export async function questionById(id: string, context: Context): Promise<Question | null> {
  const slug = bankSlugOf(id)
  if (slug === '') return null
  const bank = await contentsOf(slug, context)
  const listed = bank?.questions.find((each) => each.id === id)
  const [question = null] = (listed && (await bank?.read([listed]))) ?? []
  return question
}

/** A question by its number, where that means this one, else by its id. */
export const nameIn = ({ id, number }: Question, { bank }: Context['settings']): string | number =>
  id.startsWith(`${bank}/`) ? number : id
