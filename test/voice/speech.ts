import { sampleRate } from '../../src/voice/wav.ts'
import { chance } from '../chance.ts'

/** A part of an answer: so many ms of speech or of a pause. */
export type Part = ['speech' | 'pause', ms: number]

/**
 * Something like speech: a buzzing tone in syllables of a quarter of a second, with noise so many dB below it. Samples of 16
 * bits, as bytes.
 */
export function speech(parts: readonly Part[], noiseDb = 60, seed = 1): Uint8Array {
  const random = chance(seed)
  const samples = parts.flatMap(([kind, ms]) =>
    Array.from({ length: (ms * sampleRate) / 1000 }, (_, at) =>
      kind === 'pause' ? 0 : voiceAt(at / sampleRate),
    ),
  )
  const voiced = samples.filter((sample) => sample !== 0)
  const power = voiced.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, voiced.length)
  // of an even spread from -1 to 1 the power is a third
  const noise = Math.sqrt(3 * (power || 0.01) * 10 ** (-noiseDb / 10))
  const view = new DataView(new ArrayBuffer(samples.length * 2))
  samples.forEach((sample, at) => {
    const value = Math.round((sample + noise * (2 * random() - 1)) * 10_000)
    view.setInt16(at * 2, Math.max(-32_768, Math.min(32_767, value)), true)
  })
  return new Uint8Array(view.buffer)
}

/** A voice of 120 Hz and its overtones, louder and softer four times a second. */
function voiceAt(seconds: number): number {
  const syllable = 0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * seconds + 1)
  const tones = [1, 2, 3, 4, 5].map((n) => Math.sin(2 * Math.PI * 120 * n * seconds) / n)
  return 0.4 * syllable * tones.reduce((sum, tone) => sum + tone, 0)
}
