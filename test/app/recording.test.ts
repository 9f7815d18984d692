import { describe, expect, test } from 'vitest'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { bytesOf } from '../../src/voice/wav.ts'
import { item, line, mock } from '../rehearsal/play.ts'
import { diskError } from '../store/home.ts'
import { speech } from '../voice/speech.ts'
import { type Studio, settled, studio } from './studio.ts'

const second = speech([['speech', 1000]])
const withPause = speech([
  ['pause', 500],
  ['speech', 2000],
  ['pause', 2500],
  ['speech', 2000],
])

/** What a take says of itself: the bytes of sound in its header, and those that are there. */
const lengths = (bytes: Buffer): number[] => [bytes.readUInt32LE(40), bytes.length - 44]

test('the microphone is open while the talk clock runs, and no longer', async () => {
  const { sound, goOn, mic } = await studio()
  const seen: [string, boolean][] = []
  for (const input of [
    '1s',
    'enter',
    '1s',
    'p',
    '1s',
    'p',
    '1s',
    'c',
    's',
    'x',
    'q',
    'x',
    'enter',
    '1s',
    'b',
    '1s',
    'enter',
    '3',
    'enter',
  ] as const) {
    await goOn(input)
    seen.push([input, sound.isOpen()])
  }
  expect(seen.map(([input, isOpen]) => `${input}${isOpen ? ' on' : ''}`).join(', ')).toBe(
    '1s, enter on, 1s on, p, 1s, p on, 1s on, c on, s, x on, q, x on, enter, 1s, b on, 1s on, enter, 3, enter',
  )
  expect(mic()).toBe(null)
})

test('an answer in several stretches is one take, and its header is true at every moment', async () => {
  const { goOn, speak, takes, bytesIn, mic } = await studio()
  await goOn('enter')
  expect(mic()).toBe('mic…')
  speak(second)
  expect(mic()).toMatch(/^● rec ▮+/)
  expect(lengths(bytesIn())).toEqual([32_000, 32_000])
  await goOn('p', 'p')
  expect(mic()).toBe('mic…')
  speak(second)
  await goOn('enter', 'b')
  speak(second.subarray(0, 333))
  expect(lengths(bytesIn())).toEqual([64_332, 64_333])
  await goOn('enter', '3')
  expect(takes()).toEqual([expect.stringMatching(/^\d{8}T\d{6}_bank\.first-_id-0\.wav$/)])
})

test('what was measured goes into the attempt', async () => {
  const { goOn, speak, voice } = await studio()
  await goOn('enter')
  speak(withPause)
  await goOn('enter')
  expect(voice()).toEqual({ firstMs: 500, longestPauseMs: 2500, pauses: 1, silence: 0.38 })
  // more of the same answer
  await goOn('b')
  speak(second)
  await goOn('enter')
  expect(voice()).toMatchObject({ pauses: 1, silence: 0.33 })
})

test('the reply to a follow-up is in the take, and not in what is measured', async () => {
  const { goOn, speak, voice, bytesIn } = await studio({
    rehearsal: mock([item('First?', { followUp: 'And then?' })]),
  })
  await goOn('enter')
  speak(second)
  await goOn('enter')
  speak(withPause)
  await goOn('enter')
  expect(voice()).toEqual({ firstMs: 0, longestPauseMs: 0, pauses: 0, silence: 0 })
  expect(lengths(bytesIn())).toEqual([256_000, 256_000])
})

test('a skipped answer leaves no take, one that was left with q does', async () => {
  const { goOn, speak, takes } = await studio()
  await goOn('enter')
  speak(second)
  await goOn('s', 's')
  expect(takes()).toEqual([])
  await goOn('enter')
  speak(second)
  await goOn('q', 'q')
  expect(takes()).toHaveLength(1)
})

test('every answer has a take of its own, also of the same question', async () => {
  const { goOn, speak, takes } = await studio()
  await goOn('enter')
  speak(second)
  await goOn('enter', '3', 'a', line(''), 'enter')
  speak(second)
  await goOn('enter', '3')
  expect(takes().map((name) => name.replace(/.*_/, ''))).toEqual(['id-0.wav', 'id-1.wav'])
})

test.each([
  [['record.keep', '0'], 0],
  [['record.days', '0'], 0],
  [['record.keep', '1'], 1],
])('with %j so many takes are kept', async (setting, count) => {
  const { goOn, speak, takes, voice } = await studio({ settings: [setting] })
  for (const _ of [1, 2]) {
    await goOn('enter')
    speak(withPause)
    await goOn('enter')
    expect(voice()).toMatchObject({ pauses: 1 })
    await goOn('3', 'a', line(''))
  }
  expect(count === 0 ? [] : takes()).toHaveLength(count)
})

test('a suspended process has its microphone closed, and opens it again', async () => {
  const { sound, goOn, speak, bytesIn } = await studio()
  await goOn('enter')
  speak(second)
  await sound.suspend()
  expect(sound.isOpen()).toBe(false)
  // somebody may look at the clock before the process stops
  await goOn('1s')
  expect(sound.isOpen()).toBe(false)
  sound.resume()
  await settled()
  expect(sound.isOpen()).toBe(true)
  speak(second)
  expect(lengths(bytesIn())).toEqual([64_000, 64_000])
})

test('whoever waits for their shell does not wait for a recorder that is stuck', async () => {
  const { sound, goOn, recorder } = await studio()
  await goOn('enter', 'p')
  expect(sound.patienceMs).toBe(1500)
  await recorder.close()
  expect(sound.patienceMs).toBe(100)
})

describe('what goes wrong is said once, after the answer', () => {
  const answer = async ({ goOn, recorder }: Studio): Promise<string | null> => {
    await goOn('enter', '3')
    return recorder.trouble()
  }
  const failure = {
    name: 'arecord',
    how: 'ended',
    code: 1,
    said: 'arecord: main:831: audio open error: No such device\n',
  } as const

  test('a recorder that fails', async () => {
    const room = await studio()
    await room.goOn('enter')
    room.sound.events().failed([failure], false)
    expect(room.mic()).toBe(null)
    await room.goOn('2s')
    expect(room.sound.opened).toBe(1)
    expect(await answer(room)).toMatchInlineSnapshot(
      `"Your answer was not recorded: arecord: audio open error: No such device. greenroom doctor --mic finds out why."`,
    )
    // it is tried again with the next answer, and not spoken of again
    await room.goOn('enter', line(''), 'enter')
    expect(room.sound.opened).toBe(2)
    room.sound.events().failed([failure], false)
    expect(await answer(room)).toBe(null)
  })

  test('no recorder at all, over ssh', async () => {
    const room = await studio({ env: { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' } })
    await room.goOn('enter')
    room.sound.events().failed([{ ...failure, how: 'silent' }], false)
    expect(await answer(room)).toContain('arecord sent nothing. You are here over ssh')
  })

  test('a recorder that sends nothing until the answer is over', async () => {
    const room = await studio()
    await room.goOn('enter', '2s')
    expect(await answer(room)).toContain('no recorder sent any sound')
    expect(room.voice()).toBe(undefined)
  })

  test('digital zero, of which nothing is kept', async () => {
    const room = await studio()
    await room.goOn('enter')
    room.speak(new Uint8Array(64_000))
    await room.goOn('enter')
    expect(room.voice()).toBe(undefined)
    await room.goOn('3')
    expect(room.recorder.trouble()).toMatchInlineSnapshot(
      `"Your answer was recorded as silence. Is the microphone muted, or another one chosen in the settings of the system?"`,
    )
    expect(room.takes()).toEqual([])
  })

  test('a microphone that is unplugged in the middle', async () => {
    const room = await studio()
    await room.goOn('enter')
    room.speak(withPause)
    room.sound.events().failed([failure], true)
    await room.goOn('enter')
    expect(room.voice()).toMatchObject({ pauses: 1 })
    await room.goOn('3')
    expect(room.recorder.trouble()).toMatchInlineSnapshot(
      `"Only a part of your answer was recorded: arecord: audio open error: No such device. Is the microphone still plugged in?"`,
    )
    expect(lengths(room.bytesIn())).toEqual([224_000, 224_000])
  })

  test('a microphone that falls silent in the middle', async () => {
    const room = await studio()
    await room.goOn('enter')
    room.speak(second)
    await room.goOn('3s')
    expect(room.mic()).toContain('rec')
    await room.goOn('2s')
    expect(room.mic()).toBe('mic…')
    expect(await answer(room)).toMatchInlineSnapshot(
      `"Only a part of your answer was recorded: arecord sent nothing more. Is the microphone still plugged in?"`,
    )
    expect(lengths(room.bytesIn())).toEqual([32_000, 32_000])
  })

  test('and not of one that goes on, nor of a pause', async () => {
    const room = await studio()
    await room.goOn('enter')
    room.speak(second)
    await room.goOn('5s')
    room.speak(second)
    await room.goOn('p', '60s', 'p')
    room.speak(second)
    expect(await answer(room)).toBe(null)
  })

  test('a disk that is full in the middle: what was written plays', async () => {
    // the name of the recorder is written first
    let left = 50_000 + 'arecord\n'.length
    const files: Files = {
      ...diskFiles,
      write(file, bytes, position) {
        if (position === 0) return diskFiles.write(file, bytes, position)
        if (left === 0) throw diskError('ENOSPC')
        const fits = bytes.subarray(0, left)
        left -= fits.length
        return diskFiles.write(file, fits, position)
      },
    }
    const room = await studio({ files })
    await room.goOn('enter')
    for (const _ of [1, 2, 3]) room.speak(second)
    await room.goOn('enter')
    expect(room.voice()).toMatchObject({ firstMs: 0 })
    await room.goOn('3')
    expect(room.recorder.trouble()).toMatchInlineSnapshot(
      `"The recording cannot be written: the disk is full. What was written before plays. Free some space, or choose another folder with --home."`,
    )
    // some of it is given back, so that the score has room
    expect(lengths(room.bytesIn())).toEqual([25_000, 25_000])
  })

  test('a recorder that floods', async () => {
    const room = await studio()
    await room.goOn('enter')
    const much = new Uint8Array(bytesOf(60_000)).fill(1)
    const { sound } = room.sound.events()
    for (let minutes = 0; minutes < 16; minutes++) sound(much, 'arecord')
    expect(room.sound.isOpen()).toBe(false)
    await room.goOn('2s', 'enter')
    expect(room.voice()).toBe(undefined)
    await room.goOn('3')
    expect(room.recorder.trouble()).toMatchInlineSnapshot(
      `"Your answer was not recorded: the recorder sent far more than sound. Set record.command to one that sends raw sound (16 kHz, mono, s16le)."`,
    )
    expect(room.takes()).toEqual([])
  })

  test('an answer of more than 15 minutes', async () => {
    const room = await studio()
    await room.goOn('enter')
    const minute = speech([['speech', 2000]])
    for (let sent = 0; sent < bytesOf(15 * 60_000); sent += minute.length) room.speak(minute)
    expect(room.sound.isOpen()).toBe(false)
    await room.goOn('1s')
    expect(room.sound.isOpen()).toBe(false)
    await room.goOn('enter', '3')
    expect(room.recorder.trouble()).toBe(
      'The first 15 minutes of your answer were recorded: a take is never longer.',
    )
    expect(lengths(room.bytesIn())).toEqual([28_800_000, 28_800_000])
  })
})
