import { type Env, UserError } from '../ports.ts'
import { json } from '../screens/json.ts'
import { micReport, micState } from '../screens/mic-check.ts'
import { choose } from './choose.ts'
import { type Context, openContext } from './context.ts'
import { cannotPlay, playTake } from './listen.ts'
import { type Heard, hear } from './mic-check.ts'
import type { CommonOptions } from './options.ts'
import { placeOf } from './place.ts'

/** Tries the microphone, and says what is wrong with it; throws UserError where something is. */
export async function tryMicrophone(options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { settings, store, plain } = context
  const sound = await env.sound()
  const command = settings['record.command']
  if (sound.recorders(command).length > 0) env.err('Say something: 3 seconds are recorded.\n')
  const heard = await hear(sound, await store.takes(), command, env.monotonic)
  const { message, hint } = micReport(heard.result, placeOf(env, sound))
  const state = micState(heard.result)
  if (options.json === true) {
    const { recorder, db } = heard.result
    const level = recorder === null ? null : Math.round(db * 10) / 10
    env.data(json({ ok: hint === null, state, recorder, level, message, hint }))
  } else if (hint === null) env.data(`${message}\n`)
  if (!plain && options.json !== true && heard.pieces.length > 0) await offerToPlay(heard, context)
  if (hint !== null) throw new UserError(message, hint)
}

/** Plays what was recorded, if the user wants; nothing of it stays. */
async function offerToPlay({ pieces }: Heard, context: Context): Promise<void> {
  const { env, store, style } = context
  const shell = await env.shell({ plain: false, style })
  try {
    const prompt = 'p plays it back, Enter is enough'
    const wants = await choose(shell, {
      prompt: { live: prompt, plain: prompt },
      keys: { p: true, y: true, enter: false, n: false, q: false },
      atEnd: false,
    })
    if (!wants) return
    store.prepare()
    const takes = await store.takes()
    const id = store.newId()
    const file = takes.begin('doctor/mic', id)
    try {
      for (const piece of pieces) file.add(piece)
      const take = takes.all().find((each) => each.id === id)
      const failure = take === undefined ? null : await playTake(take, context, shell)
      if (failure !== null) throw cannotPlay(failure)
    } finally {
      file.remove()
    }
  } finally {
    shell.close()
  }
}
