import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { type Context, openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { lastUndone } from '../app/undoable.ts'
import { type Env, type Restored, UsageError } from '../ports.ts'
import { isSettingKey } from '../progress/settings.ts'
import { largestBackup } from '../text/limits.ts'
import { safeLine } from '../text/safe.ts'
import { shellWord } from '../text/shell-word.ts'
import { count, entries, listed } from '../text/words.ts'

export interface RestoreOptions extends CommonOptions {
  replace?: boolean
}

export function define(command: Command, env: Env): void {
  command
    .usage('[options] <file>')
    .argument('[file]', 'a file that backup wrote, or - for standard input')
    .option('--replace', 'set aside what is here instead of adding to it')
    .action((file = '') => restore(file, command.optsWithGlobals(), env))
}

const backupInput = {
  begins: 'greenroom-backup ',
  most: largestBackup,
  hint: 'Name a file that backup wrote.',
}

/** Adds what a backup has and the home has not. */
export async function restore(file: string, options: RestoreOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  if (file === '') throw await whichFile(context)
  const { store, settings } = context
  const restored = await store.restore(file === '-' ? await env.readInput(backupInput) : file, {
    replace: options.replace === true,
  })
  const now = await store.save()
  env.tell(store.notices)
  const isUndone = lastUndone(context) !== undefined
  env.err(`${sentence(restored) ?? nothingNew(isUndone)}\n`)
  const leftOut = Object.entries(restored.leftOut)
    .filter(([key, value]) => isSettingKey(key) && now.settings[key] !== value)
    .map(([key]) => key)
  if (leftOut.length > 0) env.err(`${notTakenOver(leftOut, env.program)}\n`)
  if (restored.previous !== null)
    env.err(`What was here before is in ${join(store.home, restored.previous)}.\n`)
  if (restored.previous !== null && settings['sync.remote'] !== null)
    env.err('The next sync brings back what its remote still has.\n')
}

/** Names the newest backup to somebody who named none. */
async function whichFile({ store, env }: Context): Promise<UsageError> {
  const [newest] = await store.backups()
  const hint =
    newest === undefined
      ? 'Name one that backup wrote.'
      : `Those here are in ${safeLine(dirname(newest))}. The newest: ${env.program} restore ${pathWord(safeLine(newest))}`
  return new UsageError('Restore needs a file.', hint)
}

/** A path as a word of a shell. */
const pathWord = (path: string): string => (/^[\w./\\:-]+$/.test(path) ? path : shellWord(path))

function sentence({ banks, isNew, ...restored }: Restored): string | null {
  const parts = [entries(restored), banks > 0 ? count(banks, 'bank') : null].filter((part) => part !== null)
  if (parts.length > 0) return `Restored: ${parts.join(', ')}.`
  return isNew ? 'Restored: what was left unfinished.' : null
}

const notTakenOver = (keys: readonly string[], program: string): string =>
  `Left out: ${listed(keys)}. What starts a program, opens the microphone or sends data counts only as you set it on this machine: ${program} config set ${keys[0]} VALUE.`

const nothingNew = (isUndone: boolean): string =>
  `Everything in it is here already.${isUndone ? ' What you undid stays undone; redo brings it back.' : ''}`
