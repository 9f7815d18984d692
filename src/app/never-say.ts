import { UsageError, UserError } from '../ports.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import type { Context } from './context.ts'

/** Keeps a line that is never to be said in an interview; one that is there already is kept once. */
export function addNeverSay(text: string, { store, progress }: Context): void {
  const line = safeLine(text).trim()
  if (line === '') throw new UsageError('--never needs a line.', 'Give it in quotes.')
  store.prepare()
  if (!progress.never.includes(line)) store.append({ type: 'never', text: line, state: 'added' })
}

/** Takes a line out by its number in the list; returns it. */
export function removeNeverSay(number: number, { store, progress, env }: Context): string {
  const line = progress.never[number - 1]
  if (line === undefined) {
    throw new UserError(
      `There is no line ${number} to remove: there ${progress.never.length === 1 ? 'is' : 'are'} ${count(progress.never.length, 'line')}.`,
      `${env.program} story --never lists them with their numbers.`,
    )
  }
  store.prepare()
  store.append({ type: 'never', text: line, state: 'removed' })
  return line
}
