import { expect, test } from 'vitest'
import { hear } from '../../src/app/mic-check.ts'
import type { RecorderEvents, Sound, Takes } from '../../src/ports.ts'
import { speech } from '../voice/speech.ts'
import { settled } from './studio.ts'

test('a suspended process has its microphone closed, and tries it again once it goes on', async () => {
  const started: RecorderEvents[] = []
  let running = 0
  let suspending = { before: async () => {}, after: () => {} }
  const sound = {
    record(_by, events) {
      started.push(events)
      running++
      let over = (): void => {}
      const ended = new Promise<void>((done) => {
        over = done
      })
      return {
        ended,
        stop() {
          running--
          over()
        },
      }
    },
    onSuspend(before, after) {
      suspending = { before, after }
      return () => {}
    },
  } as Partial<Sound> as Sound
  let now = 0
  const heard = hear(sound, { recorder: () => null } as Partial<Takes> as Takes, null, () => now)
  started[0]?.sound(new Uint8Array(3200), 'arecord')
  await suspending.before()
  await settled()
  expect([running, started.length]).toEqual([0, 1])
  suspending.after()
  await settled()
  expect([running, started.length]).toEqual([1, 2])
  const voice = speech([['speech', 3000]])
  for (let at = 0; at < voice.length; at += 3200) {
    now += 100
    started[1]?.sound(voice.subarray(at, at + 3200), 'arecord')
  }
  expect(await heard).toMatchObject({ result: { recorder: 'arecord', failures: [], isZero: false } })
  expect((await heard).pieces).toHaveLength(30)
})
