import type { Warning } from '../../bank/model.ts'
import { longestLine } from '../../text/limits.ts'
import { lineBreaks } from '../../text/lines.ts'
import { warningsAt } from './warning.ts'

const unit =
  'months?|mo|years?|yr|weeks?|wk|days?|hours?|hr|minutes?|min|seconds?|sec|quarter|sprint|user|seat|person|head|employee|request|unit'
const calls =
  'costs?|costing|worth|pays?|paid|paying|saves?|saved|saving|spends?|spent|spending|charges?|charged|at|of|about|around|to|from|than|by|for|only|just|roughly|approximately|nearly|over|under|up to'
/** A unit after a word that calls for an amount (`cost /month`), or an amount without its first digits (`.5k/month`). */
const lostAmount = new RegExp(
  `\\b(?:${calls}) (?:/ ?|per )(?:${unit})\\b(?!/)` +
    `|(?:^|[\\s(])\\.\\d+ ?[kKmM]?(?= ?/ ?(?:${unit})\\b| per (?:${unit})\\b|[kKmM]\\b)`,
  'g',
)
/** `for per day` and the like are not about a lost amount. */
const noAmount = /(?:by|for|of|at|to|from|than) per /

/** How a lost amount begins, whatever its unit: most rows with a unit have no such beginning. */
const beginning = new RegExp(`(?:${calls}) (?:/|per )|(?:^|[\\s(])\\.\\d`)

/** Every lost amount contains one of these, and they are rare, so they are searched for first. */
const hint = new RegExp(`(?:/ ?|\\bper )(?:${unit})\\b|[\\s(]\\.\\d`, 'g')

/** Warns of amounts that the source has lost: only its author knows them. */
export function lostAmounts(text: string): Warning[] {
  const places: { line: number; words: string }[] = []
  let line = 1
  let counted = 0
  hint.lastIndex = 0
  for (let match = hint.exec(text); match; match = hint.exec(text)) {
    const start = text.lastIndexOf('\n', match.index - 1) + 1
    const next = text.indexOf('\n', match.index + 1)
    const end = next < 0 ? text.length : next
    hint.lastIndex = end
    const row = end - start > longestLine ? '' : text.slice(start, end)
    const lost = beginning.test(row) && [...row.matchAll(lostAmount)].find(([words]) => !noAmount.test(words))
    if (!lost) continue
    line += lineBreaks(text, counted, start)
    counted = start
    places.push({ line, words: firstWords(row.slice(lost.index)) })
  }
  return warningsAt(
    'lost-amount',
    places,
    ({ words }) => `A unit has no amount: "${words}". Add the amount to the source.`,
    (count) => `${count} lines have a unit without an amount. Add the amounts to the source.`,
  )
}

/** The first words of a text, up to the end of the clause. */
function firstWords(text: string): string {
  const words = text.slice(0, 40).trim()
  return words.split(/[.,;!?](?:\s|$)/)[0] || words
}
