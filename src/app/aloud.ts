import { type Shell, UserError } from '../ports.ts'
import { plainText } from '../text/plain-text.ts'
import { refusal } from './append.ts'
import type { Context } from './context.ts'

/** The longest that is read, in characters: a minute and a half. */
const longest = 1500

/** Reads a question aloud until it has ended or a key is pressed, and returns how long that took, in ms; null where it failed. */
export async function readAloud(question: string, context: Context, shell: Shell): Promise<number | null> {
  const { env, settings } = context
  const before = env.monotonic()
  const sound = await env.sound()
  const playing = sound.speak(spoken(question), settings['aloud.command'])
  const over = new AbortController()
  const ended = playing.ended.finally(() => over.abort())
  try {
    if (shell.live || env.interactive) await shell.ask('Reading aloud: Enter cuts it short.', over.signal)
    else await ended
  } finally {
    playing.stop()
  }
  const failure = await ended
  if (failure === null) return env.monotonic() - before
  const refused = new UserError(
    `The question could not be read aloud: ${failure}.`,
    'Install speech-dispatcher or espeak-ng, or set aloud.command to a program that reads its standard input aloud.',
  )
  shell.print(refusal(refused, env))
  return null
}

/**
 * What is read of a question: words alone. Double brackets would be phonemes to espeak-ng, and commands to `say`; a dash in
 * front would be an option.
 */
const spoken = (question: string): string =>
  plainText(question)
    .replaceAll(/\[{2,}/g, '[')
    .replaceAll(/\]{2,}/g, ']')
    .replace(/^[-\s]+/, '')
    .slice(0, longest)
