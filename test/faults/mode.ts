/** Whether everything is tried (`npm run test:faults`), or a part that takes seconds. */
export const isFull = process.env.MODE === 'faults'

/** So many in the suite, so many in full. */
export const times = (few: number, all: number): number => (isFull ? all : few)

/** Of a run that goes by chance; another one is tried with `SEED=…`. */
export const seed = Number(process.env.SEED ?? 20261125)

/** Numbers from 0 up to 1, the same ones for a seed (mulberry32). */
export function chance(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}
