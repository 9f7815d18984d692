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

const forget = (home) => rmSync(join(home, 'progress.json'), { force: true })

const timed = (home, args, input) => run(args, { home, input }).ms

/** In the order of the table. A drill adds to the journal, so each is done on what the one before it left. */
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

function compared(home, empty) {
  const times = { parse: [] }
  for (let round = 0; round < rounds; round++) {
    times.parse.push(timed(home, ['-e', parser, home]))
    for (const [name, measure] of Object.entries(measured)) {
      times[name] ??= { here: [], empty: [] }
      times[name].here.push(measure(home))
      times[name].empty.push(measure(empty))
      rmSync(empty, { recursive: true, force: true })
    }
  }
  const parse = median(times.parse)
  const row = (here, beside) => ({
    ms: Math.round(here),
    '× parsing': Number((here / parse).toFixed(2)),
    ...(beside !== null && {
      'empty home': Math.round(beside),
      '× empty': Number((here / beside).toFixed(2)),
    }),
  })
  const rows = { 'reading and parsing alone': row(parse, null) }
  for (const name of Object.keys(measured))
    rows[name] = row(median(times[name].here), median(times[name].empty))
  return rows
}
