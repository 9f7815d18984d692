import { wordsAMinute } from '../answers/measures.ts'
import type { Question } from '../bank/model.ts'
import { budgetMsOf } from '../progress/settings.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { safe } from '../text/safe.ts'
import type { Context } from './context.ts'

/**
 * Opens the user's editor on the story of a question and keeps what was written. Null where nothing was written or
 * nothing changed: a story that comes back empty stays as it was.
 */
export async function editStory(
  question: Question,
  before: string | null,
  context: Context,
): Promise<string | null> {
  const { env, store, settings } = context
  store.prepare()
  const budgetMs = budgetMsOf(question, settings)
  const edited = await env.edit(`${template(question, budgetMs)}\n\n${before ?? ''}\n`)
  const text = withoutTemplate(edited)
  if (text === '') {
    env.err(
      before === null
        ? 'Nothing was written, so there is no story yet.\n'
        : 'Nothing was written, so your story stays as it was.\n',
    )
    return null
  }
  if (text === before) return null
  try {
    return keepStory(question, text, context)
  } catch (error) {
    // the editor's file is gone, so the terminal is the last place that has it
    env.err(`Here is what you wrote, so that you can copy it:\n\n${text}\n\n`)
    throw error
  }
}

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
