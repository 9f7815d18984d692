import type { Command } from 'commander'
import { chosenContents } from '../app/banks.ts'
import { openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { questionNamed } from '../app/questions.ts'
import { editStory, keepStory } from '../app/story.ts'
import { type Env, UserError } from '../ports.ts'

export interface StoryOptions extends CommonOptions {
  text?: string
}

export function define(command: Command, env: Env): void {
  command
    .argument('<question...>', 'its id, its number or some of its words')
    .option('--text <text>', 'the story itself, or - for standard input; an empty one removes the story')
    .action((words: string[]) => story(words.join(' '), command.optsWithGlobals(), env))
}

/** Writes the user's own answer, in the editor or from `--text`. */
export async function story(name: string, options: StoryOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { progress, store } = context
  const question = await questionNamed(name, await chosenContents(options, context), context)
  const before = progress.stories[question.id] ?? null
  if (options.text === undefined) {
    if (!env.interactive) {
      throw new UserError(
        'There is no terminal for an editor.',
        `Give the story with --text, or pipe it: ${env.program} story ${question.number} --text -`,
      )
    }
    if ((await editStory(question, before, context, null)) === null) return
  } else {
    const text = options.text === '-' ? await textOfInput(env, question.number) : options.text
    if (text.trim() === '' && before === null) {
      env.err('There is no story.\n')
      return
    }
    if (keepStory(question, text, context) === '') {
      await store.save()
      env.err(`Story removed. ${env.program} undo brings it back.\n`)
      return
    }
  }
  await store.save()
  env.err(`Saved. ${env.program} show ${question.number} shows it.\n`)
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
