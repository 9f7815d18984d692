import { default_w, FSRSAlgorithm } from 'ts-fsrs'
import { firstShares, laterShares } from './simulation.mjs'

/** @import { Grade } from 'ts-fsrs' */
/** @import { Setting } from './simulation.mjs' */
/** @typedef {{ stability: number, difficulty: number }} Memory */

/**
 * Numbers by day and point, which are computed, and so always there.
 * @typedef {any} Table
 */

/**
 * No policy can come to more than this mean recall in the planner's world.
 *
 * The limit of every day is relaxed: one question pays λ of the day for each answer and is rehearsed as is best for it
 * alone, which comes to V(λ) on average; all of them then come to at most n × V(λ) + perDay × Σ λ, whatever λ ≥ 0 is.
 * λ is moved down the slope of that, which is how many answers a day more are taken than there are. So a λ that is not
 * quite the best makes the bound a little too high, never too low.
 *
 * V is found backwards over days; a memory is a point of a grid over the logarithm of its stability and its difficulty,
 * and V is interpolated between the points, so that the bound is as exact as the grid is fine. `npm run bench -- plan`
 * computes it on a finer grid as well and says how far it moves.
 * @param {Setting} setting
 * @param {{ stabilities?: number, difficulties?: number }} grid
 * @param {number} steps
 */
export function bound(
  { questions, days, perDay },
  { stabilities = 60, difficulties = 10 } = {},
  steps = 500,
) {
  const model = modelOf(days, stabilities, difficulties)
  const share = perDay / questions
  /** @type {any} */
  const prices = new Float64Array(days).fill(0.05)
  /** @type {any} */
  const slopes = new Float64Array(days)
  /** @type {any} */
  const scales = new Float64Array(days)
  let best = Number.POSITIVE_INFINITY
  for (let step = 0; step < steps; step++) {
    const size = 0.03 * 0.003 ** (step / steps)
    const { value, answers } = model.solve(prices, size)
    best = Math.min(best, value + share * total(prices))
    for (let day = 0; day < days; day++) {
      const slope = share - (answers[day] ?? 0)
      slopes[day] = 0.9 * slopes[day] + 0.1 * slope
      scales[day] = 0.99 * scales[day] + 0.01 * slope * slope
      const swing = Math.sqrt(scales[day] / (1 - 0.99 ** (step + 1))) + 1e-6
      prices[day] = Math.max(0, prices[day] - (size * slopes[day]) / swing)
    }
  }
  return best
}

/**
 * The value of one question if answers cost so much, and how many answers it is given on each day. All begin alike, and
 * the best first day would be that of all of them; `blur` spreads them over the days that are nearly as good, so that the
 * slope does not jump. It has no part in the value.
 * @param {number} days
 * @param {number} stabilities
 * @param {number} difficulties
 */
function modelOf(days, stabilities, difficulties) {
  const fsrs = new FSRSAlgorithm({ w: [...default_w], enable_short_term: false, enable_fuzz: false })
  const grid = gridOf(stabilities, difficulties)
  const size = stabilities * difficulties
  // A memory after each grade, `elapsed` days after the last answer: four points of the grid with their weights each.
  /** @type {Table} */
  const points = Array.from({ length: days }, () => new Int32Array(size * 16))
  /** @type {Table} */
  const weights = Array.from({ length: days }, () => new Float64Array(size * 16))
  /** @type {Table} */
  const recalls = Array.from({ length: days + 1 }, () => new Float64Array(size))
  for (let at = 0; at < size; at++) {
    const memory = grid.memory(at)
    for (let elapsed = 1; elapsed <= days; elapsed++) {
      const recall = fsrs.forgetting_curve(elapsed, memory.stability)
      recalls[elapsed][at] = recall
      if (elapsed === days) continue
      const shares = [1 - recall, ...laterShares.map((share) => share * recall)]
      shares.forEach((share, i) => {
        const after = fsrs.next_state(memory, elapsed, /** @type {Grade} */ (i + 1), recall)
        grid.corners(after).forEach(([point, weight], corner) => {
          points[elapsed][at * 16 + i * 4 + corner] = point
          weights[elapsed][at * 16 + i * 4 + corner] = share * weight
        })
      })
    }
  }
  /** @type {[point: number, weight: number][]} */
  const begins = firstShares.flatMap((share, i) =>
    grid
      .corners(fsrs.next_state(null, 0, /** @type {Grade} */ (i + 1)))
      .map(([point, weight]) => /** @type {[number, number]} */ ([point, share * weight])),
  )
  /** @type {Table} */
  const values = Array.from({ length: days }, () => new Float64Array(size))
  /** @type {Table} */
  const nexts = Array.from({ length: days }, () => new Int32Array(size))

  /**
   * The value of a question that was answered on a day, at each point, and the day of its next answer.
   * @param {Float64Array} prices
   */
  function backwards(prices) {
    for (let day = days - 1; day >= 0; day--) {
      const value = values[day]
      const next = nexts[day]
      value.set(recalls[days - day])
      next.fill(-1)
      for (let later = day + 1; later < days; later++) {
        const to = points[later - day]
        const by = weights[later - day]
        const from = values[later]
        for (let at = 0; at < size; at++) {
          let sum = -(prices[later] ?? 0)
          for (let i = at * 16; i < at * 16 + 16; i++) sum += by[i] * from[to[i]]
          if (sum > value[at]) {
            value[at] = sum
            next[at] = later
          }
        }
      }
    }
  }

  /**
   * The value of a new question by the day on which it is answered first.
   * @type {(prices: Float64Array) => number[]}
   */
  const firstValues = (prices) =>
    Array.from({ length: days }, (_, day) =>
      begins.reduce((sum, [point, weight]) => sum + weight * values[day][point], -(prices[day] ?? 0)),
    )

  /**
   * How many answers there are on each day if so many questions are new on each.
   * @param {number[]} firsts
   */
  function forwards(firsts) {
    /** @type {any} */
    const answers = new Float64Array(days)
    /** @type {Table} */
    const masses = Array.from({ length: days }, () => new Float64Array(size))
    for (let day = 0; day < days; day++) {
      for (const [point, weight] of begins) masses[day][point] += weight * (firsts[day] ?? 0)
      for (let at = 0; at < size; at++) {
        if (masses[day][at] === 0) continue
        answers[day] += masses[day][at]
        carry(masses, day, at)
      }
    }
    return answers
  }

  /**
   * Takes what is at a point on a day to where it is after its next answer, if there is one.
   * @param {Table} masses
   * @param {number} day
   * @param {number} at
   */
  function carry(masses, day, at) {
    const later = nexts[day][at]
    if (later < 0) return
    const to = points[later - day]
    const by = weights[later - day]
    for (let i = at * 16; i < at * 16 + 16; i++) masses[later][to[i]] += masses[day][at] * by[i]
  }

  return {
    /**
     * @param {Float64Array} prices
     * @param {number} blur
     */
    solve(prices, blur) {
      backwards(prices)
      const all = [...firstValues(prices), 0]
      const value = Math.max(...all)
      const parts = all.map((each) => Math.exp((each - value) / blur))
      const whole = parts.reduce((sum, part) => sum + part, 0)
      return { value, answers: forwards(parts.slice(0, -1).map((part) => part / whole)) }
    },
  }
}

/** @type {(prices: Float64Array) => number} */
const total = (prices) => prices.reduce((sum, price) => sum + price, 0)

/**
 * Stabilities from 0.05 to 500 days, evenly by their logarithm; difficulties from 1 to 10, evenly.
 * @param {number} stabilities
 * @param {number} difficulties
 */
function gridOf(stabilities, difficulties) {
  const [low, high] = [Math.log(0.05), Math.log(500)]
  /** @type {(value: number, count: number) => [below: number, above: number]} */
  const place = (value, count) => {
    const at = Math.min(count - 1, Math.max(0, value * (count - 1)))
    const below = Math.min(count - 2, Math.floor(at))
    return [below, at - below]
  }
  return {
    /** @type {(at: number) => Memory} */
    memory: (at) => ({
      stability: Math.exp(low + ((high - low) * Math.floor(at / difficulties)) / (stabilities - 1)),
      difficulty: 1 + (9 * (at % difficulties)) / (difficulties - 1),
    }),
    /**
     * @param {Memory} memory
     * @returns {[point: number, weight: number][]}
     */
    corners({ stability, difficulty }) {
      const [s, right] = place((Math.log(stability) - low) / (high - low), stabilities)
      const [d, upper] = place((difficulty - 1) / 9, difficulties)
      const at = s * difficulties + d
      return [
        [at, (1 - right) * (1 - upper)],
        [at + 1, (1 - right) * upper],
        [at + difficulties, right * (1 - upper)],
        [at + difficulties + 1, right * upper],
      ]
    },
  }
}
