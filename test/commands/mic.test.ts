import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { newFolder } from '../files.ts'
import { posixTest as test } from '../program/process.ts'
import { fakes } from '../sound/fake.ts'
import { speech } from '../voice/speech.ts'
import { greenroom, json } from '../world.ts'

const quiet = (bytes: Uint8Array): Uint8Array => {
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length; at += 2) view.setInt16(at, view.getInt16(at, true) / 200, true)
  return bytes
}

const spoken = speech([
  ['speech', 700],
  ['pause', 300],
])

test.each([
  [
    'a recorder that records',
    'sound',
    spoken,
    0,
    /^The microphone is fine: arecord records, and your voice is at -\d+ dBFS\.\n$/,
  ],
  [
    'a voice that is far away',
    'sound',
    quiet(spoken.slice()),
    1,
    /too quiet: arecord records, but the loudest is at -\d+ dBFS/,
  ],
  ['no permission', 'zero', spoken, 1, /nothing but digital zero/],
  [
    'no device',
    'fail',
    spoken,
    1,
    /no microphone that can be recorded from: arecord: audio open error: No such device\./,
  ],
  ['a recorder that prints', 'words', spoken, 1, /arecord sent words, not sound/],
])('doctor --mic with %s', async (_what, acts, sound, code, sentence) => {
  const home = newFolder()
  // faster than time
  const fake = fakes(acts, { sound })
  const { env } = { env: { ...fake.env, FAKE_SPEED: '10' } }
  const ended = await greenroom(['doctor', '--mic'], { home, env })
  expect([
    ended.code,
    ended.out || ended.err.replace('Say something: 3 seconds are recorded.\n', ''),
  ]).toEqual([code, expect.stringMatching(sentence)])
  expect(fake.running()).toEqual([])
  expect(existsSync(join(home, 'takes'))).toBe(false)
})

test('and with no recorder', async () => {
  const { env } = fakes('sound', { names: [] })
  const home = newFolder()
  const ended = await greenroom(['doctor', '--mic'], { home, env })
  expect(ended).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('There is no recorder on this machine.'),
  })
  const { env: working } = fakes('sound', { sound: spoken })
  expect(await json(['doctor', '--mic'], { home, env: { ...working, FAKE_SPEED: '10' } })).toEqual({
    ok: true,
    state: 'fine',
    recorder: 'arecord',
    level: expect.any(Number),
    message: expect.stringContaining('The microphone is fine'),
    hint: null,
  })
})
