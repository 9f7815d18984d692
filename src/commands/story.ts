import type { Command } from 'commander'
import { chosenContents } from '../app/banks.ts'
import { openSession, questionNamed } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { editStory, keepStory } from '../app/story.ts'
import { type Env, UserError } from '../ports.ts'

export interface StoryOptions extends CommonOptions {
  text?: string
}

export function define(command: Command, env: Env, run = story): void {
  command
    .argument('<question...>', 'its id, its number or some of its words')
    .option('--text <text>', 'the story itself; - reads standard input; an empty one takes the story away')
    .action((words: string[]) => run(words.join(' '), command.optsWithGlobals(), env))
}

/** Writes the user's own answer, in the editor or from `--text`. */
export async function story(name: string, options: StoryOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const { progress, store } = session
  const question = await questionNamed(name, await chosenContents(session, options, env), session, env)
  const before = progress.stories[question.id] ?? null
  if (options.text === undefined) {
    if (!env.interactive) {
      throw new UserError(
        'There is no terminal for an editor.',
        `Give the story with --text, or pipe it: ${env.program} story ${question.number} --text -`,
      )
    }
    if ((await editStory(question, before, session, env)) === null) return
  } else {
    const text = options.text === '-' ? new TextDecoder().decode(await env.readInput()) : options.text
    if (keepStory(question, text, session) === '') {
      env.err(before === null ? 'There is no story.\n' : 'The story was taken away.\n')
      return
    }
  }
  await store.save()
  env.err(`Saved. ${env.program} show ${question.number} shows it.\n`)
}
