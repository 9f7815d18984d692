import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resultsFile } from './results.mjs'

/** @import { Row } from './measure.mjs' */

/**
 * Which numbers of a run differ from those of a stored one by more than the spread of both: their quartiles do not meet.
 * Without files it is what is in docs beside what was committed there.
 * @param {string[]} files
 */
export function moved([storedFile, currentFile = resultsFile] = []) {
  const stored = rowsIn(storedFile ? readFileSync(storedFile, 'utf8') : committed())
  const current = rowsIn(readFileSync(currentFile, 'utf8'))
  const lines = [
    ...[...current].flatMap(([name, row]) => difference(name, stored.get(name), row)),
    ...[...stored.keys()].filter((name) => !current.has(name)).map((name) => `${name}: no longer measured`),
  ]
  console.log(lines.length > 0 ? lines.join('\n') : 'Nothing moved by more than the spread of both runs.')
}

function committed() {
  const { status, stdout } = spawnSync('git', ['show', `HEAD:${resultsFile}`], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`No ${resultsFile} is committed. Name the stored run: moved STORED.json`)
  return stdout
}

/**
 * Every row of every benchmark, by a name of its own.
 * @param {string} text
 * @returns {Map<string, Row>}
 */
function rowsIn(text) {
  /** @type {Record<string, { rows: Row[] }>} */
  const benchmarks = JSON.parse(text)
  const found = new Map()
  for (const [benchmark, { rows }] of Object.entries(benchmarks))
    for (const row of rows) found.set(nameOf(benchmark, row), row)
  return found
}

/** @type {(benchmark: string, row: Row) => string} */
const nameOf = (benchmark, { table, what, on, unit }) =>
  [benchmark, table, what, on, unit].filter((part) => part !== undefined && part !== '').join(', ')

/**
 * @param {string} name
 * @param {Row | undefined} before
 * @param {Row} after
 */
function difference(name, before, after) {
  if (before === undefined) return [`${name}: new, ${written(after)}`]
  const [from, to] = [before.ratio ?? before, after.ratio ?? after]
  if (to.q1 <= from.q3 && from.q1 <= to.q3) return []
  return [`${name}: ${written(before)} → ${written(after)}`]
}

/** @type {(row: Row) => string} */
const written = ({ ratio, median, unit }) => (ratio ? `${ratio.median} ×` : `${median} ${unit}`.trim())
