import { type Shell, type Take, UserError } from '../ports.ts'
import { formatClock } from '../text/duration.ts'
import { dateAndTime } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { timeIn } from '../voice/take-name.ts'
import type { Context } from './context.ts'

/** Plays the take of an attempt, or with `older` the one before it of the same question. */
export async function listen(id: string, older: boolean, context: Context, shell: Shell): Promise<void> {
  const takes = await context.store.takes()
  const all = takes.all()
  const own = all.find((take) => take.id === id)
  const before = all.filter(({ question, stamp }) => question === own?.question && stamp < own.stamp).at(-1)
  const take = older ? before : own
  if (take !== undefined) {
    const failure = await playTake(take, context, shell)
    if (failure === null) return
    const { message, hint } = cannotPlay(failure)
    shell.print(`${wrap(`${message} ${hint}`, context.env.size().columns)}\n`)
    return
  }
  shell.print(
    older
      ? 'There is no older recording of this question to compare it with.\n'
      : 'There is no recording of this answer.\n',
  )
}

/** On a terminal, plays the take of an attempt, and the one before it, as often as the user wants. */
export async function offerToListen(id: string, context: Context): Promise<void> {
  const { env, plain, style } = context
  const takes = await context.store.takes()
  if (!takes.all().some((take) => take.id === id)) return
  const shell = await env.shell({ plain, style })
  try {
    for (;;) {
      const key = await shell.ask('\nl listen to your last answer, L to the one before it, enter done')
      if (key !== 'l' && key !== 'L') return
      await listen(id, key === 'L', context, shell)
    }
  } finally {
    shell.close()
  }
}

/** Plays a take to its end, or until somebody stops it; returns why where that is not possible, else null. */
export async function playTake(take: Take, { env, settings }: Context, shell: Shell): Promise<string | null> {
  const sound = await env.sound()
  const playing = sound.play(take.path, settings['play.command'])
  const over = new AbortController()
  const ended = playing.ended.finally(() => over.abort())
  const what = `Playing ${formatClock(take.ms)} of ${dateAndTime(timeIn(take.stamp))}`
  try {
    if (shell.live) await shell.ask(`${what}: any key stops it.`, over.signal)
    // lines of a script are for what is asked
    else if (env.interactive) await shell.ask(`${what}: Enter stops it. `, over.signal)
    else {
      shell.print(`${what}.\n`)
      await ended
    }
  } finally {
    playing.stop()
  }
  return ended
}

export const cannotPlay = (failure: string): UserError =>
  new UserError(
    `The take could not be played: ${failure}.`,
    'Install a player, such as pulseaudio-utils, alsa-utils or sox, or set play.command, with {audio} for the file.',
  )
