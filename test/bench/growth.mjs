import { bigHome, usedHome, wholeDrill } from './homes.mjs'
import { inRounds, rounded } from './measure.mjs'
import { build, greenroom, run, runUntil, runWithPeak, withFolder } from './processes.mjs'
import { growthSection } from './report.mjs'
import { keep, machine } from './results.mjs'

/**
 * @import { BigHome } from './homes.mjs'
 * @import { Line, Row, Thing } from './measure.mjs'
 * @import { Growth } from './report.mjs'
 */

/** @typedef {{ ms: number, megabytes: number }} Measured */

/** At most linear, and what the noise adds. */
const budget = 1.1
const sizes = [100, 1000, 10_000, 100_000]

/**
 * What is measured in a home, through pipes: each gives its time and its peak of memory.
 * @type {Record<string, (at: BigHome, folder: string) => Measured | Promise<Measured>>}
 */
const measured = {
  'first question of `drill`': ({ home, shows }, folder) =>
    runUntil(shows, greenroom('drill'), { home, folder }),
  '`drill` of one, to its end': (at, folder) => ended(['drill', '1'], at, folder, wholeDrill),
  '`next`': (at, folder) => ended(['next'], at, folder),
  '`show` of a question by its words': (at, folder) =>
    ended(['show', `situation ${at.questions} team`], at, folder),
  '`mock --minutes 30`, ended at once': (at, folder) => ended(['mock', '--minutes', '30'], at, folder, 'q\n'),
  '`list`': (at, folder) => ended(['list'], at, folder),
  '`stats`': (at, folder) => ended(['stats'], at, folder),
  '`bank check`': (at, folder) => ended(['bank', 'check', at.file], at, folder),
  '`export notes`': (at, folder) => ended(['export', 'notes'], at, folder),
  '`export progress`': (at, folder) => ended(['export', 'progress'], at, folder),
}

/**
 * @param {string[]} args
 * @param {BigHome} at
 * @param {string} folder
 * @param {string} input
 * @returns {Measured}
 */
function ended(args, { home, shows, questions }, folder, input = '') {
  const { ms, megabytes, out } = runWithPeak(greenroom(...args), { home, folder, input })
  // what names no question has at least to count them
  if (!shows(out) && !out.includes(String(questions)))
    throw new Error(`${args.join(' ')} did not do what is measured:\n${out.slice(0, 2000)}`)
  return { ms, megabytes }
}

/** How time and memory grow with questions and attempts. */
export async function growth({ rounds = 5, write = false } = {}) {
  build()
  const rows = await withFolder(async (folder) => {
    const homes = sizes.map((size) => bigHome(folder, size, size))
    const { home } = usedHome(folder)
    const bare = { what: '`node -e 0`', on: '', unit: 'ms' }
    /** @type {Thing[]} */
    const things = [{ rows: [bare], measure: () => [run(['-e', '0'], { home }).ms] }]
    for (const each of homes) things.push(...thingsIn(each, bare, folder))
    return await inRounds(rounds, things)
  })
  const exponents = exponentsOf(rows)
  // `undefined` where it does not grow
  const missed = exponents
    .filter(({ last = 0 }) => last > budget)
    .map(({ what, unit }) => `${what} (${unit})`)
  const result = { command: 'growth', machine: machine(), rounds, rows, exponents, budget, missed }
  console.log(growthSection(result))
  if (write) keep('growth', result)
  if (missed.length > 0) process.exitCode = 1
}

/** @type {(at: BigHome, base: Line, folder: string) => Thing[]} */
const thingsIn = (at, base, folder) =>
  Object.entries(measured).map(([what, measure]) => ({
    rows: [
      { what, on: at.questions, unit: 'ms', base },
      { what, on: at.questions, unit: 'MB' },
    ],
    measure: async () => {
      const { ms, megabytes } = await measure(at, folder)
      return [ms, megabytes]
    },
  }))

/**
 * @param {Row[]} rows
 * @returns {Growth[]}
 */
function exponentsOf(rows) {
  return Object.keys(measured).flatMap((what) =>
    ['ms', 'MB'].map((unit) => {
      const own = rows.filter((row) => row.what === what && row.unit === unit)
      return { what, unit, ...exponentOf(own) }
    }),
  )
}

/**
 * The exponent of what comes on top of the smallest home, by least squares of its logarithm on that of the questions on
 * top; so a start that costs the same at any size does not hide how the rest grows. A size that does not stand out of
 * the noise of the smallest is left out; with fewer than two sizes left there is no exponent. That of the last step alone
 * stands beside it, for what begins to grow late.
 * @param {Row[]} rows
 * @returns {Omit<Growth, 'what' | 'unit'>}
 */
function exponentOf([smallest, ...larger]) {
  if (smallest === undefined) return { exponent: null }
  /** @type {(row: Row) => [number, number]} */
  const pointOf = ({ on, median }) => [
    Math.log(Number(on) - Number(smallest.on)),
    Math.log(median - smallest.median),
  ]
  const points = larger.filter(({ q1 }) => q1 > smallest.q3 && q1 > smallest.median * 1.05).map(pointOf)
  if (points.length < 2) return { exponent: null }
  const from = Number(larger.at(-points.length)?.on)
  return { exponent: rounded(slope(points)), from, last: rounded(slope(points.slice(-2))) }
}

/** @param {[number, number][]} points */
function slope(points) {
  /** @type {(at: 0 | 1) => number} */
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const above = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return above / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}
