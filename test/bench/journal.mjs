import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { wholeDrill, writeAttempts } from './homes.mjs'
import { median } from './measure.mjs'
import { build, greenroom, run, withFolder } from './processes.mjs'

const attempts = 100_000
const rounds = 5

const parser = `const fs = require('fs'); const folder = process.argv[1] + '/attempts/'
for (const name of fs.readdirSync(folder))
  for (const line of fs.readFileSync(folder + name, 'utf8').split('\\n')) if (line) JSON.parse(line)`

/** @type {(home: string) => void} */
const forget = (home) => rmSync(join(home, 'progress.json'), { force: true })

/** @type {(home: string, args: string[], input?: string) => number} */
const timed = (home, args, input = '') => run(args, { home, input }).ms

/**
 * In the order of the table. A drill adds to the journal, so each is done on what the one before it left.
 * @type {Record<string, (home: string) => number>}
 */
const measured = {
  'stats, current': (home) => timed(home, greenroom('stats')),
  'stats, folded anew': (home) => {
    forget(home)
    return timed(home, greenroom('stats'))
  },
  list: (home) => timed(home, greenroom('list')),
  'drill of one': (home) => timed(home, greenroom('drill', '1'), wholeDrill),
  ...(existsSync('src/commands/doctor.ts') && { doctor: (home) => timed(home, greenroom('doctor')) }),
}

/** What a long history costs: each command beside reading and parsing the journal alone, and beside an empty home. */
export async function journal() {
  build()
  await withFolder((folder) => {
    const empty = join(folder, 'empty')
    console.log(`${attempts} attempts; medians of ${rounds} rounds, in ms`)
    for (const questions of [7, 5000, 100_000]) {
      const home = join(folder, String(questions))
      const ids = Array.from({ length: questions }, (_, i) => `leadership/q-${i}`)
      writeAttempts(home, attempts, ids)
      run(greenroom('stats'), { home })
      console.log(`\n${questions} questions`)
      console.table(compared(home, empty))
    }
  })
}

/**
 * @param {string} home
 * @param {string} empty
 */
function compared(home, empty) {
  /** @type {number[]} */
  const parsing = []
  /** @type {Map<string, { here: number[], empty: number[] }>} */
  const times = new Map(Object.keys(measured).map((name) => [name, { here: [], empty: [] }]))
  for (let round = 0; round < rounds; round++) {
    parsing.push(timed(home, ['-e', parser, home]))
    for (const [name, measure] of Object.entries(measured)) {
      times.get(name)?.here.push(measure(home))
      times.get(name)?.empty.push(measure(empty))
      rmSync(empty, { recursive: true, force: true })
    }
  }
  const parse = median(parsing)
  /** @type {(here: number, beside: number | null) => Record<string, number>} */
  const row = (here, beside) => ({
    ms: Math.round(here),
    '× parsing': Number((here / parse).toFixed(2)),
    ...(beside !== null && {
      'empty home': Math.round(beside),
      '× empty': Number((here / beside).toFixed(2)),
    }),
  })
  /** @type {Record<string, Record<string, number>>} */
  const rows = { 'reading and parsing alone': row(parse, null) }
  for (const [name, { here, empty }] of times) rows[name] = row(median(here), median(empty))
  return rows
}
