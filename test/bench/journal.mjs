import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const attempts = 100_000
const rounds = 5

/** A home with the attempts of one device at so many questions in turn. */
function makeHome(home, questions) {
  mkdirSync(join(home, 'attempts'), { recursive: true, mode: 0o700 })
  const start = Date.UTC(2026, 9, 1)
  const lines = Array.from({ length: attempts }, (_, i) => ({
    v: 1,
    id: randomUUID(),
    at: new Date(start + i * 45_000).toISOString().replace('Z', '+00:00'),
    type: 'attempt',
    rehearsal: randomUUID(),
    mode: 'drill',
    question: `leadership/q-${i % questions}`,
    thinkMs: 12_000 + (i % 7) * 100,
    talkMs: 80_000 + (i % 13) * 1000,
    budgetMs: 90_000,
    committed: 1 + (i % 4),
    score: 1 + ((i * 7) % 4),
    final: true,
    points: 'answer',
    made: ['Set the expectation before the project begins'],
    of: 4,
    changeMade: null,
    change: i % 3 ? null : 'name the number first',
    typed: null,
    followUp: null,
    extra: false,
  }))
  const journal = lines.map((line) => `\n${JSON.stringify(line)}\n`).join('')
  writeFileSync(join(home, 'attempts', `${randomUUID()}.jsonl`), journal, { mode: 0o600 })
}

const parser = `const fs = require('fs'); const folder = process.argv[1] + '/attempts/'
for (const name of fs.readdirSync(folder))
  for (const line of fs.readFileSync(folder + name, 'utf8').split('\\n')) if (line) JSON.parse(line)`

function run(args, home, input = '') {
  const start = performance.now()
  const env = { ...process.env, GREENROOM_HOME: home }
  const { status, stderr } = spawnSync(process.execPath, args, { env, input, maxBuffer: 1e9 })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return performance.now() - start
}

const greenroom = (...args) => ['bin/greenroom.js', ...args]
const forget = (home) => rmSync(join(home, 'progress.json'), { force: true })

/** In the order of the table. A drill adds to the journal, so each is done on what the one before it left. */
const measured = {
  'stats, current': (home) => run(greenroom('stats'), home),
  'stats, folded anew': (home) => {
    forget(home)
    return run(greenroom('stats'), home)
  },
  list: (home) => run(greenroom('list'), home),
  'drill of one': (home) => run(greenroom('drill', '1'), home, '\n\n3\n\n\n\n'),
  ...(existsSync('src/commands/doctor.ts') && { doctor: (home) => run(greenroom('doctor'), home) }),
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** What a long history costs: each command beside reading and parsing the journal alone, and beside an empty home. */
export async function journal() {
  spawnSync('npm', ['run', 'build', '--silent'])
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-bench-'))
  try {
    const empty = join(folder, 'empty')
    const homes = [7, 5000, 100_000].map((questions) => ({
      questions,
      home: join(folder, String(questions)),
    }))
    for (const { home, questions } of homes) makeHome(home, questions)
    console.log(`${attempts} attempts; medians of ${rounds} rounds, in ms`)
    for (const { home, questions } of homes) {
      run(greenroom('stats'), home)
      console.log(`\n${questions} questions`)
      console.table(compared(home, empty))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compared(home, empty) {
  const times = { parse: [] }
  for (let round = 0; round < rounds; round++) {
    times.parse.push(run(['-e', parser, home], home))
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
