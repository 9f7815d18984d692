/** What chance the tests take. They try the same cases each time, and `npm run fuzz` others, by the environment. */

const { SEED, RUNS, FUZZ_PATH } = process.env

/** Of everything that goes by chance. */
export const seed = Number(SEED ?? 20261125)

/** How often a property is tried: `count` times in the suite, a multiple of that in `npm run fuzz`. */
export const runs = (count: number): number => Math.ceil(count * Number(RUNS ?? 1))

/** The one case of one property that is tried again, as its failure names it. */
export const path = FUZZ_PATH

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
