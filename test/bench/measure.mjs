/**
 * The middle of some numbers, and their quartiles.
 * @typedef {{ median: number, q1: number, q3: number }} Spread
 */

/**
 * A line of a table before it is measured: what is measured, in which table and on what. `base` is what it is compared
 * with, `budget` the most it may take: of the ratio where there is one.
 * @typedef {object} Line
 * @property {string} [table]
 * @property {string} what
 * @property {string | number} on
 * @property {string} unit
 * @property {Line | undefined} [base]
 * @property {number | undefined} [budget]
 */

/**
 * A line with its numbers.
 * @typedef {Omit<Line, 'base'> & Spread & { ratio?: Spread, isMet?: boolean }} Row
 */

/**
 * What is measured at once: a number for each line.
 * @typedef {{ rows: Line[], measure(): number[] | Promise<number[]> }} Thing
 */

/**
 * The value below which that share of the others lies.
 * @param {number[]} values
 * @param {number} share
 */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [below = 0, above = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

/** @type {(values: number[]) => number} */
export const median = (values) => quantile(values, 0.5)

/** @type {(values: number[]) => Spread} */
export const spread = (values) => ({
  median: rounded(median(values)),
  q1: rounded(quantile(values, 0.25)),
  q3: rounded(quantile(values, 0.75)),
})

/** @type {(number: number) => number} */
export const rounded = (number) => Number(number.toPrecision(4))

/**
 * Measures every thing once in each round, so that a slow minute of the machine falls on all of them alike. A thing has
 * `rows` and a `measure` that gives one number for each. The first round warms the caches and is not counted.
 * @param {number} rounds
 * @param {Thing[]} things
 * @returns {Promise<Row[]>}
 */
export async function inRounds(rounds, things) {
  /** @type {Map<Line | undefined, number[]>} */
  const samples = new Map(things.flatMap(({ rows }) => rows).map((row) => [row, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const { rows, measure } of things) {
      const values = await measure()
      if (round > 0) rows.forEach((row, index) => void samples.get(row)?.push(values[index] ?? Number.NaN))
    }
    console.error(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`)
  }
  return [...samples].flatMap(([row, values]) => (row ? judged(row, values, samples.get(row.base)) : []))
}

/**
 * A row with its numbers. A ratio is taken within each round: what slows one half of the run touches both alike.
 * @param {Line} line
 * @param {number[]} values
 * @param {number[] | undefined} baseValues
 * @returns {Row}
 */
function judged({ base: _base, budget, ...line }, values, baseValues) {
  /** @type {Row} */
  const found = { ...line, ...spread(values) }
  if (baseValues)
    found.ratio = spread(values.map((value, round) => value / (baseValues[round] ?? Number.NaN)))
  if (budget === undefined) return found
  return { ...found, budget, isMet: (found.ratio ?? found).median <= budget }
}
