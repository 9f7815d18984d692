import { sampleRate } from './wav.ts'

/** The length of a frame in ms: short enough for syllables, long enough for a low voice. */
export const frameMs = 20
const frameSamples = (sampleRate * frameMs) / 1000

/** The level of silence, in dB below full scale: 16 bits know nothing lower. */
export const silenceDb = -96

/** The levels of a sound that comes in pieces. */
export interface LevelMeter {
  /** The level of each whole frame so far, in dBFS (0 is full scale). */
  levels: number[]
  /** Whether every sample so far was zero, as a system sends it that gives no access to its microphone. */
  isZero: boolean
  /** Takes the next bytes, wherever they were cut. */
  add(bytes: Uint8Array): void
}

export function levelMeter(): LevelMeter {
  let sum = 0
  let samples = 0
  let low: number | null = null
  const meter: LevelMeter = {
    levels: [],
    isZero: true,
    add(bytes) {
      for (const byte of bytes) {
        if (low === null) {
          low = byte
          continue
        }
        // little-endian, with a sign
        const sample = ((low | (byte << 8)) << 16) >> 16
        low = null
        if (sample !== 0) meter.isZero = false
        sum += sample * sample
        if (++samples < frameSamples) continue
        meter.levels.push(levelOf(sum))
        sum = 0
        samples = 0
      }
    },
  }
  return meter
}

/** The level of a frame by the sum of its squared samples. */
const levelOf = (sum: number): number =>
  sum === 0 ? silenceDb : Math.max(silenceDb, 10 * Math.log10(sum / frameSamples / 32_768 ** 2))
