/** @import { Row, Spread } from './measure.mjs' */

/**
 * @typedef {{ command: string, machine: string, rounds: number, note: string, rows: Row[] }} StartResult
 */

/**
 * How something grows; no exponent where it does not.
 * @typedef {object} Growth
 * @property {string} what
 * @property {string} unit
 * @property {number | null} exponent
 * @property {number} [from] the size from which on it is fitted
 * @property {number} [last]
 */

/**
 * @typedef {object} GrowthResult
 * @property {string} command
 * @property {string} machine
 * @property {number} rounds
 * @property {Row[]} rows
 * @property {Growth[]} exponents
 * @property {number} budget
 * @property {string[]} missed
 */

/** @type {(value: number) => string} */
const number = (value) => value.toLocaleString('en', { maximumSignificantDigits: value < 1000 ? 3 : 4 })
/** @type {(value: number) => string} */
const precise = (value) => value.toFixed(2)
/** @type {(spread: Spread, write: (value: number) => string) => string} */
const range = ({ q1, q3 }, write) => `${write(q1)}–${write(q3)}`
/** @type {(value: number, unit: string) => string} */
const withUnit = (value, unit) => `${number(value)} ${unit}`.trim()

/**
 * @param {(string | number)[]} head
 * @param {(string | number)[][]} rows
 */
function table(head, rows) {
  /** @type {(cells: (string | number)[]) => string} */
  const line = (cells) => `| ${cells.join(' | ')} |`
  const marks = head.map((_, index) => (index === 0 ? '---' : '--:'))
  return [line(head), `|${marks.join('|')}|`, ...rows.map(line)].join('\n')
}

/**
 * The whole of docs/benchmarks.md, from what is stored of each benchmark.
 * @param {{ start?: StartResult, growth?: GrowthResult }} results
 */
export function report({ start, growth }) {
  const sections = [start && startSection(start), growth && growthSection(growth)]
  return `${['# Benchmarks', ...sections.filter(Boolean)].join('\n\n')}\n`
}

/** @type {(result: { command: string, machine: string, rounds: number }) => string} */
const how = ({ command, machine, rounds }) =>
  `\`npm run bench -- ${command}\`, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}: ${machine}.`

const introduction = `Each round runs every line once, in turn. A ratio is that to \`node -e 0\` in the same round, with the same Node, the same
home and in the same way: on a pseudo terminal for what is painted there, through pipes for the rest. The median of these
ratios stands there, and their quartiles in brackets. "Painted" is the time from the start of the process until the bytes of
the question have arrived. 1 MB is 10⁶ bytes.

Everything runs as users run it, without variables for Node: NODE_EXTRA_CA_CERTS, which many build machines set, doubles what
bare Node 20 takes, and so would halve every ratio.`

/** @param {StartResult} result */
export function startSection(result) {
  const names = [...new Set(result.rows.map(({ table = '' }) => table))]
  const parts = names.map((name) => {
    const rows = result.rows.filter((row) => row.table === name)
    return `### ${name.charAt(0).toUpperCase()}${name.slice(1)}\n\n${startTable(rows)}`
  })
  return ['## Start', how(result), introduction, ...parts, result.note].filter(Boolean).join('\n\n')
}

/** @param {Row[]} rows */
function startTable(rows) {
  const cells = rows.map((row) => [
    row.what,
    row.on,
    withUnit(row.median, row.unit),
    row.q1 === row.q3 ? '' : range(row, number),
    row.ratio ? `${precise(row.ratio.median)} × (${range(row.ratio, precise)})` : '',
    row.budget === undefined ? '' : row.ratio ? `${row.budget} ×` : withUnit(row.budget, row.unit),
    row.isMet === undefined ? '' : row.isMet ? 'met' : '**missed**',
  ])
  const head = ['what', 'with', 'median', 'quartiles', 'ratio', 'budget', '']
  const isUsed = head.map((_, column) => cells.some((each) => each[column] !== ''))
  /** @type {(each: (string | number)[]) => (string | number)[]} */
  const used = (each) => each.filter((_, column) => isUsed[column])
  return table(used(head), cells.map(used))
}

const growthIntroduction = `So many questions, and as many attempts, through pipes. The exponent is that of what comes on top of the smallest size:
the slope, by least squares, of its logarithm on that of the questions on top. 1 is linear. Sizes that do not stand out of
the noise of the smallest (their lower quartile above its upper one, and 5 % above its median) are left out of the fit; where
fewer than two are left it is flat. The last column is the exponent of the last step alone.`

/** @param {GrowthResult} result */
export function growthSection(result) {
  const bare = result.rows.find((row) => row.on === '')
  const parts = Object.entries({ ms: 'Time, in ms', MB: 'Peak of memory, in MB' }).map(
    ([unit, title]) => `### ${title}\n\n${growthTable(result, unit)}`,
  )
  const judged =
    `Everything is to grow at most linearly, judged by its last step, which may be ${result.budget} for the noise: ` +
    `${result.missed.length > 0 ? `**missed** by ${result.missed.join(', ')}` : 'met'}.`
  const beside = `\`node -e 0\` in the same run: ${number(bare?.median ?? Number.NaN)} ms.`
  return ['## Growth', how(result), growthIntroduction, ...parts, judged, beside].join('\n\n')
}

/**
 * @param {GrowthResult} result
 * @param {string} unit
 */
function growthTable({ rows, exponents }, unit) {
  const own = rows.filter((row) => row.on !== '' && row.unit === unit)
  const sizes = [...new Set(own.map((row) => Number(row.on)))]
  const names = [...new Set(own.map((row) => row.what))]
  const cells = names.map((what) => {
    const values = own.filter((row) => row.what === what).map((row) => number(row.median))
    const fit = exponents.find((each) => each.what === what && each.unit === unit)
    const { exponent = null, from = Number.NaN, last = Number.NaN } = fit ?? {}
    return [
      what,
      ...values,
      ...(exponent === null ? ['flat', '', ''] : [precise(exponent), number(from), precise(last)]),
    ]
  })
  return table(['', ...sizes.map(number), 'exponent', 'fitted from', 'last step'], cells)
}
