import type { Command } from 'commander'
import { chosenContents } from '../app/banks.ts'
import { type Context, openContext } from '../app/context.ts'
import { addNeverSay, removeNeverSay } from '../app/never-say.ts'
import type { CommonOptions } from '../app/options.ts'
import { questionById, questionNamed } from '../app/questions.ts'
import { storiesOf } from '../app/stories.ts'
import { editStory, keepStory, questionsWith, storyLike } from '../app/story.ts'
import type { Contents, Question } from '../bank/model.ts'
import { type Env, UsageError, UserError } from '../ports.ts'
import { writtenFor } from '../progress/progress.ts'
import { storyOf } from '../rehearsal/story.ts'
import { json } from '../screens/json.ts'
import { dataIn } from '../screens/layout.ts'
import { stories as draw } from '../screens/stories.ts'
import { safe, safeLine } from '../text/safe.ts'
import { wrap } from '../text/wrap.ts'
import { wholeNumber } from './flags.ts'

export interface StoryOptions extends CommonOptions {
  text?: string
  like?: string
  /** True where it lists. */
  never?: string | true
  remove?: number
}

export function define(command: Command, env: Env): void {
  command
    .argument('[question...]', 'its id, its number or some of its words; none lists your stories')
    .option('--text <text>', 'the story itself, or - for standard input; an empty one removes the story')
    .option(
      '--like <question>',
      'the story of another question, or one by its name or letter, for this one too',
    )
    .option('--never [line]', 'keep a line never to say in an interview; without one, list them')
    .option('--remove <n>', 'with --never, remove the line of that number', wholeNumber('--remove', 9999))
    .action((words: string[]) => story(words.join(' '), command.optsWithGlobals(), env))
}

/** Writes the user's own answer, in the editor or from `--text`; without a question lists all of them. */
export async function story(name: string, options: StoryOptions, env: Env): Promise<void> {
  refuseTogether(name, options, env)
  const context = await openContext(options, env)
  if (options.never !== undefined) return neverSay(options, context)
  if (name === '') return overview(options, context)
  if (options.text?.trim() === '' && (await isOfGoneQuestion(name, context)))
    return remove(name.trim(), context)
  const bank = await chosenContents(options, context)
  const question = await questionNamed(name, bank, context)
  const { progress } = context
  const before = writtenFor(progress, question.id)
  if (options.like !== undefined) return takeOver(question, before, options.like, bank, context)
  if (options.text !== undefined) return write(question, before, options.text, context)
  if (!env.interactive) {
    throw new UserError(
      'There is no terminal for an editor.',
      `Give the story with --text, or pipe it: ${env.program} story ${question.number} --text -`,
    )
  }
  const text = await editStory(question, before, context, null)
  if (text !== null) await sayKept(question, text, context)
}

/** Whether it is the id of a question that has a story, and is in no bank any more. */
const isOfGoneQuestion = async (name: string, context: Context): Promise<boolean> =>
  Object.hasOwn(context.progress.stories, name.trim()) && (await questionById(name.trim(), context)) === null

async function remove(id: string, context: Context): Promise<void> {
  keepStory([id], '', context)
  await context.store.save()
  context.env.err(`Story removed. ${context.env.program} undo brings it back.\n`)
}

/** Throws UsageError where flags go against each other. */
function refuseTogether(
  name: string,
  { text, like, never, remove, json: asJson }: StoryOptions,
  env: Env,
): void {
  if (asJson === true && (name !== '' || typeof never === 'string' || remove !== undefined))
    throw new UsageError(
      'story prints JSON only of all stories, or of what you never want to say.',
      `Leave --json out, or see one question with: ${env.program} show 4 --json`,
    )
  if (remove !== undefined && never !== true)
    throw new UsageError('--remove needs --never and no line.', `${env.program} story --never --remove 1`)
  if (never !== undefined && (name !== '' || text !== undefined || like !== undefined)) {
    throw new UsageError(
      '--never goes without a question: it holds for all of them.',
      `Put the line in quotes: ${env.program} story --never "they were all idiots"`,
    )
  }
  if (text !== undefined && like !== undefined)
    throw new UsageError('--text and --like both give the story.', 'Give one of them.')
  if (name === '' && (text !== undefined || like !== undefined)) {
    throw new UsageError(
      'The question is missing.',
      `Name it: ${env.program} story 4 ${text === undefined ? '--like 2' : '--text -'}`,
    )
  }
}

/** What is written, what is missing, and what the stories show. */
async function overview(options: StoryOptions, context: Context): Promise<void> {
  const { env, style } = context
  const view = await storiesOf(options, context)
  if (options.json !== true) {
    env.out(draw(dataIn(style, view), env.size().columns, style, env.program))
    return
  }
  const named = (indexes: readonly number[]): string[] =>
    indexes.flatMap((index) => view.stories[index]?.name ?? [])
  const competencies = view.competencies.map((each) => ({ ...each, stories: named(each.stories) }))
  env.data(json({ ...view, competencies }))
}

const neverLines = (lines: readonly string[], columns: number): string =>
  lines
    .map((line, at) => `${wrap(safeLine(line), columns, { first: `${at + 1}. `, rest: '   ' })}\n`)
    .join('')

/** Keeps, lists or removes what is never to be said. */
async function neverSay({ never, remove, json: asJson }: StoryOptions, context: Context): Promise<void> {
  const { env, store, style, progress } = context
  if (typeof never === 'string') {
    addNeverSay(never, context)
    await store.save()
    env.err(`Kept. It stands on the page for the morning, and compare looks for it.\n`)
  } else if (remove !== undefined) {
    const line = removeNeverSay(remove, context)
    await store.save()
    env.err(`Removed: ${line}\n`)
  } else if (asJson === true) env.data(json(progress.never))
  else if (progress.never.length > 0) env.out(neverLines(dataIn(style, progress.never), env.size().columns))
  else
    env.err(
      `There is nothing yet that you never want to say. ${env.program} story --never "LINE" keeps a line.\n`,
    )
}

/** Gives a question a story that there is already. */
async function takeOver(
  question: Question,
  before: string | null,
  like: string,
  bank: Contents,
  context: Context,
): Promise<void> {
  const { env } = context
  const text = await storyLike(like, bank, context)
  if (before !== null && before !== text) {
    throw new UserError(
      `Question ${question.number} has a story of its own: ${storyOf(before).name}`,
      `To take the other one, remove it first: ${env.program} story ${question.number} --text ''`,
    )
  }
  keepStory([question.id], text, context)
  await sayKept(question, text, context)
}

/** Keeps the story that `--text` gives. Where it has the name of the one before, it is a new version of it, for all its questions. */
async function write(
  question: Question,
  before: string | null,
  given: string,
  context: Context,
): Promise<void> {
  const { env, progress } = context
  const text = given === '-' ? await textOfInput(env, question.number) : given
  if (text.trim() === '' && before === null) {
    env.err('There is no story.\n')
    return
  }
  const isVersion = before !== null && text.trim() !== '' && storyOf(before).name === storyOf(safe(text)).name
  const ids = isVersion ? questionsWith(before, progress.stories) : [question.id]
  if (text.trim() === '') return remove(question.id, context)
  await sayKept(question, keepStory(ids, text, context), context)
}

async function sayKept({ number }: Question, story: string, { store, env }: Context): Promise<void> {
  const { stories } = await store.save()
  const serves = questionsWith(story, stories).length
  env.err(
    `${serves > 1 ? `Saved, as the story of ${serves} questions.` : 'Saved.'} ${env.program} show ${number} shows it.\n`,
  )
}

/** Standard input, in whatever encoding it is. Throws UserError where it is empty, as after a command that failed. */
async function textOfInput(env: Env, number: number): Promise<string> {
  const { decode } = await import('../import/decode.ts')
  const { text, warnings } = decode(await env.readInput())
  env.tell(warnings.map(({ message }) => message))
  if (text.trim() !== '') return text
  throw new UserError(
    'Nothing came through standard input, so nothing was changed.',
    `To remove a story: ${env.program} story ${number} --text ''`,
  )
}
