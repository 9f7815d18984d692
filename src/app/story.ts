import { wordsAMinute } from '../answers/measures.ts'
import type { Question } from '../bank/model.ts'
import { type Shell, UserError } from '../ports.ts'
import { budgetMsOf } from '../progress/settings.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { safe } from '../text/safe.ts'
import type { Context } from './context.ts'
import { saying, type Writing, type Written, writeInEditor } from './editor-page.ts'

/**
 * Opens the user's editor on the story of a question and keeps what was written. Null where nothing was written or
 * nothing changed: a story that comes back empty stays as it was. `shell`: the one that has the terminal, if any has.
 */
export async function editStory(
  question: Question,
  before: string | null,
  context: Context,
  shell: Shell | null,
): Promise<string | null> {
  const { env, settings } = context
  const comment = template(question, budgetMsOf(question, settings))
  const writing: Writing = {
    about: question.id,
    file: 'story.md',
    given: `${comment}\n\n${before ?? ''}\n`,
    isNew: (text) => hasMore(text, comment, before),
    again: `${env.program} story ${nameIn(question, settings)} offers it again.`,
  }
  const written = await writeInEditor(writing, context, shell)
  if (written === null) return null
  const text = withoutTemplate(written.text)
  if (text === '' && hasMore(written.text, comment, before)) {
    const what = 'Nothing was written below the comment, so nothing was changed.'
    throw written.keep(new UserError(what, writing.again))
  }
  const story = text === '' || text === before ? null : kept(question, text, context, written)
  written.done()
  if (text !== '') return story
  saying(
    context,
    shell,
  )(
    before === null
      ? 'Nothing was written, so there is no story yet.\n'
      : 'Nothing was written, so your story stays as it was.\n',
  )
  return null
}

function kept(question: Question, text: string, context: Context, written: Written): string {
  try {
    return keepStory(question, text, context)
  } catch (error) {
    throw error instanceof UserError ? written.keep(error) : error
  }
}

/** Whether a text has words that are neither saved nor greenroom's own; some people write inside of the comment. */
function hasMore(text: string, comment: string, before: string | null): boolean {
  const story = withoutTemplate(text)
  if (story !== '') return story !== before
  const written = safe(text).trim()
  return written !== '' && written !== safe(comment).trim()
}

/** A question by its number, where that means this one, else by its id. */
const nameIn = ({ id, number }: Question, { bank }: Context['settings']): string | number =>
  id.startsWith(`${bank}/`) ? number : id

/** Puts a story into the journal; an empty one takes it away. */
export function keepStory(question: Question, text: string, { store }: Context): string {
  const story = safe(text).trim()
  store.prepare()
  store.append({ type: 'story', question: question.id, text: story === '' ? null : story })
  return story
}

/** The question, its budget and its key points, in a markdown comment. */
function template({ question, keyPoints }: Question, budgetMs: number): string {
  const words = Math.round(((budgetMs / 60_000) * wordsAMinute) / 10) * 10
  const lines = [
    plainText(question),
    '',
    `Aim for ${formatClock(budgetMs)}, about ${words} words.`,
    ...(keyPoints.length === 0 ? [] : ['Key points:', ...keyPoints.map(({ label }) => `- ${label}`)]),
    '',
    'Write your story below. This comment is not part of it.',
  ]
  return `<!--\n${lines.join('\n').replaceAll('--', '- -')}\n-->`
}

const withoutTemplate = (text: string): string => safe(text.replace(/^\s*<!--[\s\S]*?-->/, '')).trim()
