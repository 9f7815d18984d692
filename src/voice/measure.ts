import { frameMs } from './levels.ts'
import type { Voice } from './voice.ts'

const longPauseMs = 2000

/** Shorter gaps are between syllables, shorter bursts are clicks. In ms. */
const shortestGapMs = 200
const shortestBurstMs = 80

/** No voice is quieter than this, in dBFS. */
const floorDb = -60

/** A stretch of frames: speech, or the gap between two. */
interface Stretch {
  from: number
  to: number
}

/** Measures the levels of an answer, one for each frame of 20 ms. `leadMs`: what had passed when the first one began. */
export function measure(levels: readonly number[], leadMs: number | null): Voice {
  const speech = speechIn(levels)
  const first = speech[0]
  const last = speech.at(-1)
  if (first === undefined || last === undefined)
    return { firstMs: null, longestPauseMs: 0, pauses: 0, silence: 1 }
  const gaps = speech.slice(1).map(({ from }, index) => (from - (speech[index]?.to ?? from)) * frameMs)
  const silentMs = gaps.reduce((sum, ms) => sum + ms, 0)
  return {
    firstMs: leadMs === null ? null : Math.round(leadMs + first.from * frameMs),
    longestPauseMs: Math.max(0, ...gaps),
    pauses: gaps.filter((ms) => ms > longPauseMs).length,
    silence: Math.round((silentMs / ((last.to - first.from) * frameMs)) * 100) / 100,
  }
}

/** The stretches of speech in some levels, in frames. */
export function speechIn(levels: readonly number[]): Stretch[] {
  const threshold = thresholdOf(levels)
  const stretches: Stretch[] = []
  levels.forEach((level, at) => {
    if (level <= threshold) return
    const last = stretches.at(-1)
    if (last !== undefined && (at - last.to) * frameMs < shortestGapMs) last.to = at + 1
    else stretches.push({ from: at, to: at + 1 })
  })
  return stretches.filter(({ from, to }) => (to - from) * frameMs >= shortestBurstMs)
}

/**
 * Above this level a frame is speech, in dBFS: the 10th percentile, which is the noise of the room, and on top of it 6 dB or
 * a quarter of the way to the 95th, which is the voice. A fixed one finds no pauses in noise.
 */
function thresholdOf(levels: readonly number[]): number {
  const sorted = Float64Array.from(levels).sort()
  const noise = percentile(sorted, 0.1)
  return Math.max(floorDb, noise + Math.max(6, (percentile(sorted, 0.95) - noise) / 4))
}

/** How loud a voice is, in dBFS: the 95th percentile of some levels. */
export const loudness = (levels: readonly number[]): number =>
  percentile(Float64Array.from(levels).sort(), 0.95)

const percentile = (sorted: Float64Array, share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? floorDb
