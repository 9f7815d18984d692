import type { Command } from 'commander'
import { openContext } from '../app/context.ts'
import { lastToUndo } from '../app/history.ts'
import type { CommonOptions } from '../app/options.ts'
import { nameOfUndoable, titleOfStory } from '../app/undoable.ts'
import type { Env } from '../ports.ts'

export function define(command: Command, env: Env): void {
  command.action(() => undo(command.optsWithGlobals(), env))
}

/** Takes back the last attempt, ladder or sprint, or the last change of a story, as if it had never happened. */
export async function undo(options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { store } = context
  const found = lastToUndo(context)
  if (found === undefined) {
    env.err('There is nothing to take back.\n')
    return
  }
  const { line, ids } = found
  store.prepare()
  for (const of of ids) store.append({ type: 'undo', of })
  await store.save()
  if (line.type === 'story') {
    const which = line.text === null ? 'Your story' : 'Your story from before'
    env.err(`${which} is back: ${await titleOfStory(line, context)}\n${env.program} redo takes that back.\n`)
    return
  }
  env.err(`Taken back: ${await nameOfUndoable(line, context)}.\n${env.program} redo brings it back.\n`)
}
