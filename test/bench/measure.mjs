/** The value below which that share of the others lies. */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

export const median = (values) => quantile(values, 0.5)

export const spread = (values) => ({
  median: rounded(median(values)),
  q1: rounded(quantile(values, 0.25)),
  q3: rounded(quantile(values, 0.75)),
})

export const rounded = (number) => Number(number.toPrecision(4))

/**
 * Measures every thing once in each round, so that a slow minute of the machine falls on all of them alike. A thing has
 * `rows` and a `measure` that gives one number for each. The first round warms the caches and is not counted.
 */
export async function inRounds(rounds, things) {
  const samples = new Map(things.flatMap(({ rows }) => rows.map((row) => [row, []])))
  for (let round = 0; round <= rounds; round++) {
    for (const { rows, measure } of things) {
      const values = await measure()
      if (round > 0) rows.forEach((row, index) => void samples.get(row).push(values[index]))
    }
    console.error(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`)
  }
  return [...samples].map(([row, values]) => judged(row, values, samples.get(row.base)))
}

/** A row with its numbers. A ratio is taken within each round: what slows one half of the run touches both alike. */
function judged({ base, budget, ...row }, values, baseValues) {
  const found = { ...row, ...spread(values) }
  if (baseValues) found.ratio = spread(values.map((value, round) => value / baseValues[round]))
  if (budget === undefined) return found
  return { ...found, budget, isMet: (found.ratio ?? found).median <= budget }
}
