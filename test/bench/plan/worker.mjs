import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { bound } from './bound.mjs'
import { simulated } from './simulation.mjs'

/**
 * @import { Task } from '../plan.mjs'
 * @import { Planner } from './simulation.mjs'
 */

/** @type {(name: string) => Promise<any>} */
const bundled = (name) => import(pathToFileURL(join(workerData.folder, `${name}.mjs`)).href)

/** @type {Record<string, (task: Required<Task>, planner: Planner) => unknown>} */
const does = {
  bound: ({ setting }) => bound(setting),
  finer: ({ setting }) => bound(setting, { stabilities: 120, difficulties: 20 }),
  simulated: ({ setting, world, seeds }, planner) => simulated(setting, world, seeds, planner),
  short: ({ setting, seeds }, planner) => ({
    bound: bound(setting),
    learners: simulated(setting, 'as believed', seeds, planner, ['plan']),
  }),
}

parentPort?.on('message', async (task) => {
  const planner = { ...(await bundled('plan')), ...(await bundled('schedule')), ...(await bundled('picks')) }
  parentPort?.postMessage({ ...task, result: does[task.kind]?.(task, planner) })
})
