import { bankSlugOf } from '../bank/ids.ts'
import type { Bank, Question } from '../bank/model.ts'
import { groupBy } from '../progress/group-by.ts'
import { storyOf } from '../rehearsal/story.ts'
import type { StoriesView, StoryRow } from '../screens/stories.ts'
import { isWord, plainText } from '../text/plain-text.ts'
import { chosenBank } from './banks.ts'
import type { Context } from './context.ts'
import type { CommonOptions } from './options.ts'
import { questionById } from './questions.ts'

/** From so many questions on, one story is told too often. */
const tooMany = 4

/** What is written and what is missing in the chosen bank, and which story shows what its questions ask for. */
export async function storiesOf(options: CommonOptions, context: Context): Promise<StoriesView> {
  return storiesFor(await chosenBank(options, context), context.progress.stories, context)
}

/** The same of a bank that is at hand, with the stories that were written, by id of the question. */
export async function storiesFor(
  bank: Bank,
  written: Readonly<Record<string, string>>,
  context: Context,
): Promise<StoriesView> {
  const stories: StoryRow[] = []
  for (const [text, ids] of byText(written)) stories.push(await rowOf(text, ids, bank, context))
  const competencies = matrixOf(stories, bank)
  return {
    bank: bank.slug,
    questions: bank.questions.length,
    stories,
    missing: bank.questions
      .filter(({ id }) => !Object.hasOwn(written, id))
      .map(({ id, number, question }) => ({ id, number, question })),
    competencies,
    gaps: competencies.filter(({ stories }) => stories.length === 0).map(({ name }) => name),
    overused: stories
      .map(({ name, questions }) => ({ name, questions: questions.filter(({ isGone }) => !isGone).length }))
      .filter(({ questions }) => questions >= tooMany),
  }
}

/** The ids of the questions that each story serves. */
const byText = (stories: Readonly<Record<string, string>>): [text: string, ids: string[]][] =>
  [...groupBy(Object.entries(stories), ([, text]) => text)].map(([text, entries]) => [
    text,
    entries.map(([id]) => id),
  ])

async function rowOf(text: string, ids: readonly string[], bank: Bank, context: Context): Promise<StoryRow> {
  const { name, competencies, text: told } = storyOf(text)
  const found = await Promise.all(ids.map((id) => questionIn(id, bank, context)))
  const asked = found.flatMap((question) => question?.competencies ?? [])
  return {
    name,
    questions: ids.map((id, at) => ({
      id,
      number: found[at]?.number ?? null,
      bank: bankSlugOf(id),
      isGone: found[at] === null,
    })),
    // without a line of its own it shows what its questions ask for
    competencies: competencies.length > 0 ? competencies : [...new Set(asked)],
    words: plainText(told).split(/\s+/).filter(isWord).length,
  }
}

async function questionIn(id: string, bank: Bank, context: Context): Promise<Question | null> {
  return bank.questions.find((each) => each.id === id) ?? (await questionById(id, context))
}

/** The competencies that the bank asks for, the most asked for first, and those that only stories have. */
function matrixOf(stories: readonly StoryRow[], { questions }: Bank): StoriesView['competencies'] {
  const asked = groupBy(
    questions.flatMap(({ competencies = [] }) => competencies),
    (name) => name,
  )
  const told = stories.flatMap(({ competencies }) => competencies)
  return [...new Set([...asked.keys(), ...told])]
    .map((name) => ({
      name,
      questions: asked.get(name)?.length ?? 0,
      stories: stories.flatMap((story, at) => (story.competencies.includes(name) ? [at] : [])),
    }))
    .sort((a, b) => b.questions - a.questions)
}
