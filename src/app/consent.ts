import type { Shell } from '../ports.ts'
import { askToRecord } from '../screens/recording.ts'
import { wrap } from '../text/wrap.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'
import { placeOf } from './place.ts'

/** Asks once, after a first drill, whether answers are to be recorded, where there is a program that could. */
export async function offerRecording(context: Context, shell: Shell): Promise<void> {
  const { env, store, settings } = context
  const sound = await env.sound()
  // none is started: the microphone stays closed until the user agreed
  if (sound.recorders(settings['record.command']).length === 0) return
  const { folder } = await store.takes()
  const text = askToRecord(folder, placeOf(env, sound))
  // what was typed ahead, perhaps for the prompt of the system, is no answer to this: the keyboard forgets it
  await shell.lend(async () => {})
  const agreed = await choose<boolean | null>(shell, {
    prompt: {
      live: `${text}\n\ny yes, Enter no`,
      plain: `${wrap(text, env.size().columns)}\ny yes, Enter no: `,
    },
    keys: { y: true, n: false, enter: false, q: false },
    atEnd: null,
  })
  if (agreed === null) return
  store.append({ type: 'set', key: 'record', value: agreed })
  await store.save()
  shell.print(
    agreed ? 'Your next answers are recorded.\n' : 'No sound is recorded. Your scores are saved as ever.\n',
  )
}
