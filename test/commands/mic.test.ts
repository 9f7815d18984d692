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
  ['a recorder that floods', 'flood', spoken, 1, /recorded from: arecord sent far more than sound\./],
  ['one that breaks off', 'unplugged', spoken, 1, /recorded from: arecord: read error: No such device\./],
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

test('over ssh it says whose microphone it is, whatever was found', async () => {
  for (const [acts, names] of [
    ['sound', ['arecord']],
    ['zero', ['arecord']],
    ['fail', ['arecord']],
    ['sound', []],
  ] as const) {
    const { env } = fakes(acts, { sound: spoken, names: [...names] })
    const over = { ...env, FAKE_SPEED: '10', SSH_CONNECTION: '1 2 3 4' }
    const { out, err } = await greenroom(['doctor', '--mic'], { home: newFolder(), env: over })
    expect(out + err).toContain('You are here over ssh: it would be the microphone of the remote machine')
  }
})

test('and with one of the user that is not there', async () => {
  const { env } = fakes('sound')
  const home = newFolder()
  await greenroom(['config', 'set', 'record.command', 'no-such --raw'], { home, env })
  expect(await greenroom(['doctor', '--mic'], { home, env })).toMatchObject({
    code: 1,
    err: expect.stringMatching(
      /^Nothing can be recorded: there is no program no-such, which record\.command names\.\ngreenroom config unset record\.command takes/,
    ),
  })
  expect((await greenroom(['config', 'set', 'record', 'on'], { home, env })).err).toContain(
    'There is no program no-such, which record.command names, so nothing can be recorded yet.',
  )
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
