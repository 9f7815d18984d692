// The screens in windows of three sizes. What stands in them is in docs/screens/, and the tests of the program expect it.
import { today } from './history.mjs'
import { reset, withRecorder } from './place.mjs'
import { screens } from './screens.mjs'
import { played } from './terminal.mjs'

/** @typedef {{ columns: number, rows: number }} Size */
/** @typedef {import('./screens.mjs').Screen} Screen */

/** A telephone, a terminal as it opens, and a whole screen. */
export const sizes = [
  { columns: 40, rows: 15 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 50 },
]

export const nameOf = (/** @type {Size} */ { columns, rows }) => `${columns}x${rows}`

/** Those that are drawn for a window: plain mode is not. */
export const inWindows = screens.filter(({ name }) => name !== 'plain')

/** What is done until a screen is there: where it is too small for all of it, a page for the morning waits for a key. */
export const stepsIn = (
  /** @type {Screen} */ { rows = 24, steps = [], whereSmall },
  /** @type {Size} */ size,
) => (whereSmall !== undefined && size.rows < rows ? whereSmall : steps)

/**
 * Shows a screen in a window, in the home of somebody with three weeks of rehearsals behind them.
 * @param {Screen} screen
 * @param {import('./terminal.mjs').Place} place
 * @param {Size} size
 * @param {{ flags?: string[], env?: Record<string, string> }} [how]
 */
export function showIn(screen, place, size, { flags = [], env } = {}) {
  const { args, isNew = false, recorders = false } = screen
  reset(place, isNew)
  return played([...flags, ...args], {
    ...{ ...size, env, steps: stepsIn(screen, size) },
    place: recorders ? withRecorder(place) : place,
    session: { now: today, runs: 1000 * (1 + screens.indexOf(screen)) },
  })
}
