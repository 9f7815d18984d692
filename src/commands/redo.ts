import type { Command } from 'commander'
import { openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { lastUndone, nameOfUndoable, titleOfStory } from '../app/undoable.ts'
import type { Env } from '../ports.ts'

export function define(command: Command, env: Env): void {
  command.action(() => redo(command.optsWithGlobals(), env))
}

/** Brings back what the last undo took: in the journal, an undo of that undo. */
export async function redo(options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { store } = context
  const found = lastUndone(context)
  if (found === undefined) {
    env.err('There is nothing to bring back.\n')
    return
  }
  const { line, ids } = found
  store.prepare()
  for (const of of ids) store.append({ type: 'undo', of })
  await store.save()
  if (line.type === 'story') {
    const what = line.text === null ? 'Your story is removed again' : 'Your newer story is back'
    env.err(`${what}: ${await titleOfStory(line, context)}\n`)
    return
  }
  env.err(`Brought back: ${await nameOfUndoable(line, context)}.\n`)
}
