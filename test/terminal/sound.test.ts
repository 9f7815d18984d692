import { describe, expect } from 'vitest'
import type { RecorderEvents } from '../../src/ports.ts'
import { programPath } from '../../src/store/programs.ts'
import { soundOf } from '../../src/terminal/sound/sound.ts'
import type { RecorderFailure } from '../../src/voice/failure.ts'
import { fileWith } from '../files.ts'
import { posixTest as test } from '../program/process.ts'
import { type Fakes, fakes, until } from '../sound/fake.ts'

const soundWith = ({ env }: Fakes) => soundOf(env, (name) => programPath(name, env))

/** Records until the recorder ends, or until some sound has arrived. */
async function recorded(
  fake: Fakes,
  { command = null as string | null, first = null as string | null } = {},
) {
  const bytes: number[] = []
  const from: string[] = []
  let failures: readonly RecorderFailure[] = []
  const events: RecorderEvents = {
    sound(chunk, name) {
      bytes.push(...chunk)
      from.push(name)
      if (bytes.length > 3200) recording.stop()
    },
    failed(all) {
      failures = all
    },
  }
  const recording = soundWith(fake).record({ command, first }, events)
  await recording.ended
  return { bytes: Uint8Array.from(bytes), from: [...new Set(from)], failures }
}

const tone = Uint8Array.from({ length: 32_000 }, (_, at) => at % 251)

describe('the recorder is the first that sends sound', () => {
  const names = ['parecord', 'arecord', 'rec']

  test('where some fail, send words or nothing', async () => {
    const fake = fakes('parecord=fail,arecord=words,rec=sound', { names, sound: tone })
    const { bytes, from } = await recorded(fake)
    expect(from).toEqual(['rec'])
    expect(bytes.subarray(0, 3200)).toEqual(tone.subarray(0, 3200))
    expect(fake.log().filter((line) => line.startsWith('start'))).toEqual([
      'start parecord',
      'start arecord',
      'start rec',
    ])
    expect(fake.running()).toEqual([])
  })

  test('beginning with the one that worked last', async () => {
    const fake = fakes('sound', { names })
    expect((await recorded(fake, { first: 'rec' })).from).toEqual(['rec'])
    expect(fake.log().filter((line) => line.startsWith('start'))).toEqual(['start rec'])
  })

  test('or the one of the command, with its arguments, and no other', async () => {
    const fake = fakes('arecord=fail', { names })
    const { failures } = await recorded(fake, { command: `arecord "two words" '$HOME' ;touch` })
    expect(failures).toEqual([
      { name: 'arecord', how: 'ended', code: 1, said: 'audio open error: No such device\n' },
    ])
    expect(fake.log()).toContain('args ["two words","$HOME",";touch"] arecord')
    for (const name of ['no-such', '/no/such'])
      expect((await recorded(fake, { command: `${name} -q` })).failures).toEqual([
        { name, how: 'absent', code: null, said: '' },
      ])
  })

  test('and none where there is none', async () => {
    expect(await recorded(fakes('sound', { names: [] }))).toEqual({
      bytes: new Uint8Array(),
      from: [],
      failures: [],
    })
  })

  test('one that sends nothing is given up after some time', async () => {
    const fake = fakes('stubborn', { names: ['arecord'] })
    expect((await recorded(fake)).failures).toMatchObject([{ name: 'arecord', how: 'silent' }])
    expect(fake.running()).toEqual([])
  })
})

test('a header before the sound is left out', async () => {
  const { bytes } = await recorded(fakes('wav', { sound: tone }))
  expect(bytes.subarray(0, 1600)).toEqual(tone.subarray(0, 1600))
})

test('a recorder that ends in the middle', async () => {
  const { failures, from } = await recorded(fakes('unplugged', { sound: new Uint8Array(800) }))
  expect(from).toEqual(['arecord'])
  expect(failures).toMatchObject([{ how: 'ended', code: 1, said: 'read error: No such device\n' }])
})

test('one that ignores SIGINT is killed', async () => {
  const fake = fakes('stubborn-sound')
  await recorded(fake)
  expect(fake.log()).toEqual(['start arecord', 'SIGINT arecord'])
  expect(fake.running()).toEqual([])
})

test('or sooner, where nobody wants to wait', async () => {
  const fake = fakes('stubborn-sound')
  const recording = soundWith(fake).record(
    { command: null, first: null },
    {
      sound() {
        recording.stop(1_000_000)
        recording.stop(1)
        recording.stop(1_000_000)
      },
      failed() {},
    },
  )
  await recording.ended
  expect(fake.running()).toEqual([])
})

test('starts and stops at any moment leave no recorder', async () => {
  const fake = fakes('arecord=fail,rec=sound', { names: ['arecord', 'rec'] })
  const sound = soundWith(fake)
  for (let count = 0; count < 12; count++) {
    let sounds = 0
    const recording = sound.record(
      { command: null, first: count % 3 === 0 ? 'arecord' : 'rec' },
      { sound: () => sounds++, failed() {} },
    )
    if (count % 2 === 0) await until(() => sounds > 0)
    recording.stop()
    await recording.ended
    expect(fake.running()).toEqual([])
  }
})

describe('a take is played', () => {
  const take = fileWith(tone, "it's a $HOME `take`.wav")

  test('by the first player that can, to its end', async () => {
    const fake = fakes('paplay=fail,aplay=player', { names: ['paplay', 'aplay'] })
    expect(await soundWith(fake).play(take, null).ended).toBe(null)
    expect(fake.log().filter((line) => line.startsWith('args'))).toEqual([
      `args ${JSON.stringify([take])} paplay`,
      `args ${JSON.stringify(['-q', take])} aplay`,
    ])
  })

  test('until it is stopped, at once', async () => {
    const fake = fakes('stubborn', { names: ['aplay'] })
    const playing = soundWith(fake).play(take, 'aplay --file={audio}')
    await until(() => fake.log().length > 0)
    playing.stop()
    expect(await playing.ended).toBe(null)
    expect(fake.running()).toEqual([])
    expect(fake.log()).toContain(`args ${JSON.stringify([`--file=${take}`])} aplay`)
  })

  test('or it is said why not', async () => {
    expect(await soundWith(fakes('fail', { names: ['aplay'] })).play(take, null).ended).toBe(
      'aplay: audio open error: No such device',
    )
    expect(await soundWith(fakes('fail', { names: [] })).play(take, null).ended).toBe('no player was found')
    const { play, speak } = soundWith(fakes('sound'))
    expect(await play(take, 'no-such {audio}').ended).toBe('there is no program no-such')
    expect(await speak('Why?', 'no-such').ended).toBe('there is no program no-such')
  })
})

describe('a take is transcribed', () => {
  const take = fileWith(tone, "it's a $HOME `take`.wav")
  const script = (text: string): string => `sh ${fileWith(text, 'program.sh')} "$(x)" {audio}`
  const transcribing = (text: string, ms = 60_000) =>
    soundOf(process.env, (name) => programPath(name, process.env)).transcribe(take, script(text), ms)

  test('by a program without a shell', async () => {
    const { ended } = transcribing('printf "%s|" "$@"; echo "noise" >&2')
    expect(await ended).toEqual({ name: 'sh', printed: `$(x)|${take}|` })
  })

  test('or it is said why not', async () => {
    expect(await transcribing('echo some; echo "no model" >&2; exit 3').ended).toEqual({
      name: 'sh',
      how: 'failed',
      code: 3,
      said: 'no model\n',
    })
    // what the system does not start at all
    const name = 'sh'
    const { transcribe: start } = soundOf(process.env, () => '/bin/sh')
    expect(await start(take, `${name} a\0b {audio}`, 60_000).ended).toMatchObject({
      name,
      how: 'failed',
      code: null,
      said: expect.stringContaining('null bytes'),
    })
    const { transcribe } = soundOf({}, () => null)
    for (const name of ['no-such', '/no/such'])
      expect(await transcribe(take, `${name} {audio}`, 60_000).ended).toEqual({ name, how: 'absent' })
  })

  test('within its time and length, and all that was started is ended', async () => {
    // each comes back once nobody is left who could still print something
    const stubborn = "trap '' TERM HUP INT; (sleep 6000; sleep 6000) & "
    expect(await transcribing(`${stubborn}sleep 6000`, 50).ended).toEqual({ name: 'sh', how: 'late' })
    expect(await transcribing(`${stubborn}yes listen`).ended).toEqual({ name: 'sh', how: 'long' })
    expect(await transcribing('head -c 70000 /dev/zero | tr "\\0" "x"').ended).toEqual({
      name: 'sh',
      how: 'long',
    })
    expect(await transcribing(`${stubborn}echo done`).ended).toEqual({ name: 'sh', printed: 'done\n' })
    const stopped = transcribing(`${stubborn}sleep 6000`)
    stopped.stop()
    expect(await stopped.ended).toBe(null)
  })
})
