import type { Warning } from '../../bank/model.ts'
import { found, type Place } from './found.ts'

const UNIT =
  'months?|mo|years?|yr|weeks?|wk|days?|hours?|hr|minutes?|min|seconds?|sec|quarter|sprint|user|seat|person|head|employee|request|unit'
/** A unit after a word that wants a figure, as in `cost /month`; a figure that lost its head, as in `.5k/month`. */
const LOST = new RegExp(
  `\\b(?:costs?|costing|worth|pays?|paid|paying|saves?|saved|saving|spends?|spent|spending|charges?|charged|at|of|about|around|to|from|than|by|for|only|just|roughly|approximately|nearly|over|under|up to) (?:/ ?|per )(?:${UNIT})\\b(?!/)` +
    `|(?:^|[\\s(])\\.\\d+ ?[kKmM]?(?= ?/ ?(?:${UNIT})\\b| per (?:${UNIT})\\b|[kKmM]\\b)`,
  'g',
)
const LONGEST = 20 * 1024

/** What every lost amount has; looked for first, because it is rare. */
const HINT = /\/|\bper |[\s(]\.\d/g

/** Amounts that a source has lost: nobody but its author knows them. */
export function lostAmounts(text: string): Warning[] {
  const places: Place[] = []
  let line = 1
  let counted = 0
  HINT.lastIndex = 0
  for (let hint = HINT.exec(text); hint; hint = HINT.exec(text)) {
    const start = text.lastIndexOf('\n', hint.index - 1) + 1
    const next = text.indexOf('\n', hint.index + 1)
    const end = next < 0 ? text.length : next
    HINT.lastIndex = end
    const row = end - start > LONGEST ? '' : text.slice(start, end)
    const first = [...row.matchAll(LOST)].find(([match]) => !/(?:by|for|of|at|to|from|than) per /.test(match))
    if (!first) continue
    line += breaksBetween(text, counted, start)
    counted = start
    places.push({ line, what: around(row, first.index) })
  }
  return found(
    'lost-amount',
    places,
    (what) => `A unit has no figure: "${what}". Write the amount into the source.`,
    (count) => `${count} lines have a unit without a figure. Write the amounts into the source.`,
  )
}

function breaksBetween(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The first words from there on, to the end of the clause. */
function around(row: string, start: number): string {
  const words = row.slice(Math.max(0, start), start + 40).trim()
  return words.split(/[.,;!?](?:\s|$)/)[0] || words
}
