import { expect, test } from 'vitest'
import { levelMeter } from '../../src/voice/levels.ts'
import { measure, speechIn } from '../../src/voice/measure.ts'
import { hasSpeech } from '../../src/voice/voice.ts'
import { type Part, speech } from './speech.ts'

const levelsOf = (bytes: Uint8Array): number[] => {
  const meter = levelMeter()
  meter.add(bytes)
  return meter.levels
}

/** Four pauses, two of them long, between five stretches of speech. */
const answer: Part[] = [
  ['pause', 1200],
  ['speech', 4000],
  ['pause', 700],
  ['speech', 3000],
  ['pause', 3000],
  ['speech', 5000],
  ['pause', 400],
  ['speech', 2000],
  ['pause', 2400],
  ['speech', 3000],
  ['pause', 600],
]
const pausesOf = (levels: readonly number[]): number => speechIn(levels).length - 1

test('the pauses of an answer, in noise', () => {
  const rows = [30, 25, 20, 15, 10, 5].map((noiseDb) => {
    const levels = levelsOf(speech(answer, noiseDb))
    const fixed = levels.filter((level) => level <= -45).length
    const { firstMs, longestPauseMs, pauses, silence } = measure(levels, 0)
    return `${noiseDb} dB: ${pausesOf(levels)} pauses (below -45 dBFS: ${fixed} frames), first ${firstMs}, longest ${longestPauseMs}, long ${pauses}, silence ${silence}`
  })
  expect(rows).toMatchInlineSnapshot(`
    [
      "30 dB: 4 pauses (below -45 dBFS: 415 frames), first 1200, longest 3000, long 2, silence 0.28",
      "25 dB: 4 pauses (below -45 dBFS: 415 frames), first 1200, longest 3000, long 2, silence 0.28",
      "20 dB: 4 pauses (below -45 dBFS: 0 frames), first 1200, longest 3000, long 2, silence 0.28",
      "15 dB: 4 pauses (below -45 dBFS: 0 frames), first 1200, longest 3000, long 2, silence 0.28",
      "10 dB: 4 pauses (below -45 dBFS: 0 frames), first 1200, longest 3000, long 2, silence 0.28",
      "5 dB: 4 pauses (below -45 dBFS: 0 frames), first 1200, longest 3000, long 2, silence 0.28",
    ]
  `)
})

test('a loud and a soft voice alike', () => {
  const loud = speech(answer)
  const soft = Uint8Array.from(loud)
  const view = new DataView(soft.buffer)
  for (let at = 0; at < soft.length; at += 2) view.setInt16(at, view.getInt16(at, true) / 20, true)
  expect(measure(levelsOf(soft), 0)).toEqual(measure(levelsOf(loud), 0))
})

test('what had passed before the recorder began counts as time to the first word', () => {
  expect(measure(levelsOf(speech(answer)), 150).firstMs).toBe(1350)
  expect(measure(levelsOf(speech(answer)), null).firstMs).toBe(null)
})

test.each([
  ['nothing at all', new Uint8Array(0)],
  ['digital zero', new Uint8Array(64_000)],
  ['the noise of a room', speech([['pause', 5000]], 30)],
  [
    'a click',
    speech([
      ['pause', 2000],
      ['speech', 60],
      ['pause', 2000],
    ]),
  ],
])('no speech in %s', (_what, bytes) => {
  const voice = measure(levelsOf(bytes), 0)
  expect(voice).toEqual({ firstMs: null, longestPauseMs: 0, pauses: 0, silence: 1 })
  expect(hasSpeech(voice)).toBe(false)
})

test('one that speaks without a pause has none', () => {
  expect(measure(levelsOf(speech([['speech', 9000]])), 0)).toEqual({
    firstMs: 0,
    longestPauseMs: 0,
    pauses: 0,
    silence: 0,
  })
})

test('bytes may be cut anywhere', () => {
  const bytes = speech(answer.slice(0, 3), 20)
  const meter = levelMeter()
  for (let at = 0; at < bytes.length; at += 333) meter.add(bytes.subarray(at, at + 333))
  expect(meter.levels).toEqual(levelsOf(bytes))
  expect(meter.isZero).toBe(false)
})
