import type { Question } from '../bank/model.ts'
import type { Env } from '../ports.ts'
import { budgetMsOf } from '../progress/settings.ts'
import { wordsAMinute } from '../screens/words.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { safe } from '../text/safe.ts'
import type { Session } from './context.ts'

/**
 * Opens the user's editor on the story of a question and keeps what was written. Null where nothing was written or
 * nothing changed; an emptied story stays as it was.
 */
export async function editStory(
  question: Question,
  before: string | null,
  session: Session,
  env: Env,
): Promise<string | null> {
  session.store.prepare()
  const budgetMs = budgetMsOf(question, session.settings)
  const saved = await env.edit(`${template(question, budgetMs)}\n\n${before ?? ''}\n`)
  const text = withoutTemplate(saved)
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
    return keepStory(question, text, session)
  } catch (error) {
    // the editor's file is gone, so the terminal is the last place that has it
    env.err(`Here is what you wrote, so that you can copy it:\n\n${text}\n\n`)
    throw error
  }
}

/** Keeps a story; an empty one takes it away. */
export function keepStory(question: Question, text: string, { store }: Session): string {
  const kept = safe(text).trim()
  store.prepare()
  store.append({ type: 'story', question: question.id, text: kept === '' ? null : kept })
  return kept
}

/** Question, budget and key points, in a comment of markdown. */
function template({ question, keyPoints }: Question, budgetMs: number): string {
  const words = Math.round(((budgetMs / 60_000) * wordsAMinute) / 10) * 10
  const lines = [
    plainText(question),
    '',
    `Aim at ${formatClock(budgetMs)}, about ${words} words.`,
    ...(keyPoints.length === 0 ? [] : ['Key points:', ...keyPoints.map(({ label }) => `- ${label}`)]),
    '',
    'Write your story below. This comment is not part of it.',
  ]
  return `<!--\n${lines.join('\n').replaceAll('--', '- -')}\n-->`
}

const withoutTemplate = (text: string): string => safe(text.replace(/^\s*<!--[\s\S]*?-->/, '')).trim()
