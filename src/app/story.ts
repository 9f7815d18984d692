import { wordsAMinute } from '../answers/length.ts'
import type { Contents, Question } from '../bank/model.ts'
import { type Shell, UserError } from '../ports.ts'
import { writtenFor } from '../progress/progress.ts'
import { budgetMsOf } from '../progress/settings.ts'
import { shapeOf } from '../rehearsal/shape.ts'
import { partHeadings, storyOf, withoutEmptyParts } from '../rehearsal/story.ts'
import { letter } from '../screens/stories.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { safe, safeLine } from '../text/safe.ts'
import type { Context } from './context.ts'
import { howToSave, saying, type Writing, type Written, writeInEditor } from './editor-page.ts'
import { nameIn, questionNamed } from './questions.ts'

/**
 * Opens the user's editor on the story of a question and keeps what was written, for all questions that have the same story.
 * Null where nothing was written or nothing changed: a story that comes back empty stays as it was. `shell`: the one that has
 * the terminal, if any has.
 */
export async function editStory(
  question: Question,
  before: string | null,
  context: Context,
  shell: Shell | null,
): Promise<string | null> {
  const { env, settings, store } = context
  // what this very rehearsal wrote counts too
  const { stories } = await store.progress()
  const sharing = [...new Set([question.id, ...(before === null ? [] : questionsWith(before, stories))])]
  const about = template(question, budgetMsOf(question, settings), sharing.length)
  const comment = commented([...about, await howToSave(context)])
  const writing: Writing = {
    about: question.id,
    file: 'story.md',
    // the editor opens at the top, where people begin to type
    given: `\n${comment}\n\n${before ?? partHeadings(shapeOf(question, settings.shape))}\n`,
    isNew: (text) => hasMore(text, comment, before),
    again: `${env.program} story ${nameIn(question, settings)} offers it again.`,
    reopen: `${env.program} story ${nameIn(question, settings)} opens it again.`,
  }
  const written = await writeInEditor(writing, context, shell)
  if (written === null) return null
  const text = withoutTemplate(written.text)
  if (text === '' && hasMore(written.text, comment, before)) {
    const what = 'Nothing was written outside the comment, so nothing was changed.'
    throw written.keep(new UserError(what, writing.again))
  }
  const isChanged = text !== '' && text !== before
  const story = isChanged ? kept(question, text, sharing, context, written) : null
  if (text === '') {
    const as = before === null ? 'there is no story yet' : 'your story stays as it was'
    saying(context, shell)(`Nothing was written, so ${as}.\n`)
  }
  written.done()
  return story
}

/** Keeps what was written; where that is only the name of a story, the question takes that one. */
function kept(
  question: Question,
  text: string,
  sharing: readonly string[],
  context: Context,
  written: Written,
): string {
  try {
    const name = nameAlone(text)
    return name === null
      ? keepStory(sharing, text, context)
      : keepStory([question.id], storyNamed(name, context), context)
  } catch (error) {
    throw error instanceof UserError ? written.keep(error) : error
  }
}

/** The name where a text is `# Name` and nothing more. */
const nameAlone = (text: string): string | null =>
  /^# +\S.*$/.test(text) && !text.includes('\n') ? storyOf(text).name : null

/** Each story once, in the order of their list. */
const storiesIn = ({ stories }: Context['progress']): string[] => [...new Set(Object.values(stories))]

/** The stories of that name, in whatever case. */
const storiesNamed = (name: string, progress: Context['progress']): string[] =>
  storiesIn(progress).filter((story) => storyOf(story).name.toLowerCase() === name.trim().toLowerCase())

function storyNamed(name: string, { progress, env }: Context): string {
  const [story, another] = storiesNamed(name, progress)
  if (story !== undefined && another === undefined) return story
  throw new UserError(
    story === undefined
      ? `There is no story called "${safeLine(name)}".`
      : `There are several stories called "${safeLine(name)}".`,
    story === undefined
      ? `Write it below its name; ${env.program} story lists those that there are.`
      : `Name one by its question, with --like; ${env.program} story lists them.`,
  )
}

/** The ids of all questions with just this story. */
export const questionsWith = (story: string, stories: Context['progress']['stories']): string[] =>
  Object.entries(stories).flatMap(([id, text]) => (text === story ? [id] : []))

/** The story that `--like` means: by the name of a question, whose bank may be gone, by its letter, or by its own name. */
export async function storyLike(name: string, bank: Contents, context: Context): Promise<string> {
  const { progress, env } = context
  const wanted = name.trim()
  const own = writtenFor(progress, wanted)
  if (own !== null) return own
  if (storiesNamed(wanted, progress).length > 0) return storyNamed(wanted, context)
  const lettered = storiesIn(progress).find((_, at) => letter(at) === wanted.toUpperCase())
  if (lettered !== undefined) return lettered
  const { id, number } = await questionNamed(wanted, bank, context)
  const story = writtenFor(progress, id)
  if (story !== null) return story
  throw new UserError(
    `Question ${number} has no story yet.`,
    `${env.program} story ${number} writes one; ${env.program} story lists those that there are.`,
  )
}

/** Whether a text has words that are neither saved nor greenroom's own; some people write inside of the comment. */
function hasMore(text: string, comment: string, before: string | null): boolean {
  const story = withoutTemplate(text)
  if (story !== '') return story !== before
  const bare = (each: string): string => withoutEmptyParts(safe(each)).trim()
  return bare(text) !== '' && bare(text) !== bare(comment)
}

/** Puts a story into the journal, for each of these questions; an empty one takes it away. */
export function keepStory(ids: readonly string[], text: string, { store }: Context): string {
  const story = safe(text).trim()
  store.prepare()
  for (const question of ids) store.append({ type: 'story', question, text: story === '' ? null : story })
  return story
}

/** The question, its budget and its key points, a line each. */
function template({ question, keyPoints }: Question, budgetMs: number, sharing: number): string[] {
  const words = Math.round(((budgetMs / 60_000) * wordsAMinute) / 10) * 10
  return [
    plainText(question),
    '',
    `Aim for ${formatClock(budgetMs)}, about ${words} words.`,
    ...(keyPoints.length === 0 ? [] : ['Key points:', ...keyPoints.map(({ label }) => `- ${label}`)]),
    '',
    ...(sharing > 1
      ? [`It is the story of ${sharing} questions: a change is made for all of them.`, '']
      : []),
    `Write your story above or below. ${itself}`,
  ]
}

/** What the template says of itself, by which it is found. */
const itself = 'This comment is not part of it.'

const commented = (lines: readonly (string | null)[]): string =>
  `<!--\n${lines
    .filter((line) => line !== null)
    .join('\n')
    .replaceAll('--', '- -')}\n-->`

const withoutTemplate = (text: string): string => withoutEmptyParts(safe(withoutComment(text))).trim()

/** What stands above and below the template, else below the comment that a text begins with. */
function withoutComment(text: string): string {
  const at = text.indexOf(itself)
  const start = at < 0 ? -1 : text.lastIndexOf('<!--', at)
  const end = start < 0 ? -1 : text.indexOf('-->', start)
  if (end < at || end < 0) return text.replace(/^\s*<!--[\s\S]*?-->/, '')
  return `${text.slice(0, start).trimEnd()}\n\n${text.slice(end + 3).trimStart()}`
}
