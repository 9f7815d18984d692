import { type Shaped, sharesOf } from '../rehearsal/shape.ts'

/** The mean share of a part, from 0 to 1, in the last answers and in those before; null where there are none before. */
export interface PartTrend {
  part: string
  last: number
  before: number | null
  from: number
  to: number
}

/** So many answers are the last ones. */
const lastFew = 5

/** How the parts of shaped answers developed, the oldest answer first; shapes other than that of the last one are left out. */
export function shapeTrendOf(shaped: readonly Shaped[]): PartTrend[] {
  const first = shaped.at(-1)?.[0]?.[0]
  const answers = shaped.filter(([part]) => part?.[0] === first).map(sharesOf)
  const last = answers.slice(-lastFew)
  const before = answers.slice(0, -lastFew)
  return (last[0] ?? []).map(({ name, from, to }, at) => {
    const meanOf = (some: typeof answers): number | null =>
      some.length === 0
        ? null
        : round(some.reduce((sum, parts) => sum + (parts[at]?.taken ?? 0), 0) / some.length)
    return { part: name, last: meanOf(last) ?? 0, before: meanOf(before), from, to }
  })
}

const round = (share: number): number => Math.round(share * 100) / 100
