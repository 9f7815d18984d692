import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'rolldown'
import { report } from './plan/report.mjs'
import { termsOf, worlds } from './plan/simulation.mjs'

/** @import { Setting } from './plan/simulation.mjs' */

/**
 * What a thread is to do, and that with what came out.
 * @typedef {object} Task
 * @property {string} kind `bound`, `finer`, `simulated` or `short`
 * @property {Setting} setting
 * @property {string} [world]
 * @property {number} [seeds]
 */

/** @typedef {Task & { result: any }} Result */

const seeds = 200

/** Questions, days until the interview, answers a day. */
const settings = [
  [7, 14, 3],
  [7, 5, 3],
  [20, 14, 6],
  [40, 14, 6],
  [60, 14, 6],
  [60, 7, 6],
  [60, 21, 6],
  [100, 14, 10],
  [100, 30, 6],
  [20, 30, 6],
  [30, 10, 9],
  [35, 5, 6],
  [50, 10, 8],
  [80, 20, 7],
].map(([questions = 0, days = 0, perDay = 0]) => ({ questions, days, perDay }))

/** One and two days before the interview. */
const shortSettings = [1, 2].flatMap((days) =>
  [5, 10, 20, 35, 60].flatMap((questions) =>
    [2, 4, 6, 10, 20].map((perDay) => ({ questions, days, perDay })),
  ),
)

/** The planner beside other policies and beside the bound; with `write`, the tables go to docs/plan-simulation.md. */
export async function plan({ write = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-bench-'))
  try {
    await build({
      input: {
        plan: 'src/progress/plan.ts',
        schedule: 'src/progress/schedule.ts',
        picks: 'src/progress/picks.ts',
      },
      output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      logLevel: 'silent',
    })
    const start = performance.now()
    /** @type {Task[]} */
    const tasks = [
      ...shortSettings.map((setting) => ({ kind: 'short', setting, seeds })),
      ...settings.flatMap((setting) => [
        { kind: 'bound', setting },
        { kind: 'finer', setting },
        ...Object.keys(worlds).map((world) => ({ kind: 'simulated', setting, world, seeds })),
      ]),
    ]
    const results = await inParallel(tasks, folder)
    const { text, isMet } = report(settings, seeds, results)
    console.log(text)
    console.error(`${((performance.now() - start) / 1000).toFixed(0)} s`)
    await timeOutlook(folder)
    if (write) writeFileSync('docs/plan-simulation.md', text)
    if (!isMet) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The tasks with their results, the longest first in as many threads as there are processors.
 * @param {Task[]} tasks
 * @param {string} folder
 * @returns {Promise<Result[]>}
 */
async function inParallel(tasks, folder) {
  const waiting = tasks.toSorted(
    (a, b) => a.setting.days * a.setting.questions - b.setting.days * b.setting.questions,
  )
  /** @type {Result[]} */
  const results = []
  /** @type {() => Promise<unknown>} */
  const work = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./plan/worker.mjs', import.meta.url), { workerData: { folder } })
      const next = () => {
        const task = waiting.pop()
        if (task) worker.postMessage(task)
        else resolve(worker.terminate())
      }
      worker.on('message', (result) => {
        results.push(result)
        next()
      })
      worker.on('error', reject)
      next()
    })
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return results
}

/**
 * What looking ahead costs with very many questions.
 * @param {string} folder
 */
async function timeOutlook(folder) {
  const { memoryAfter } = await import(pathToFileURL(join(folder, 'schedule.mjs')).href)
  const { leftOf, minutePrice, outlook } = await import(pathToFileURL(join(folder, 'plan.mjs')).href)
  const questions = Array.from({ length: 100_000 }, (_, i) => ({
    id: `bench/q-${i}`,
    place: i,
    minutes: 2 + (i % 5) / 2,
    days: 2,
    isWeak: i % 7 === 0,
    memory: memoryAfter(
      i % 3 ? memoryAfter(null, 1 + (i % 4), -40 - (i % 37)) : null,
      1 + ((i * 7) % 4),
      -1 - (i % 23),
    ),
  }))
  const terms = termsOf(20, 30, minutePrice(questions.length, 6, 30))
  const start = performance.now()
  outlook(questions, 0, leftOf({ now: questions, morning: questions }, 0, terms), terms)
  const seconds = (performance.now() - start) / 1000
  console.error(`outlook of ${questions.length} questions over 30 days: ${seconds.toFixed(1)} s`)
}
