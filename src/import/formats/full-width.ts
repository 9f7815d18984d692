// Turns labels with full-width signs, `Ｑ１．`, `【質問1】` and `A1　`, into those that all readers know: `Q1: `.

import { answerNames, questionNames } from '../../bank/label-names.ts'
import { longestLine } from '../../text/limits.ts'
import type { Converted } from './converted.ts'

const number = '[ 　]?[#№]?([0-9０-９]{1,4})?'
const label = (names: string): RegExp =>
  new RegExp(
    `^(#{1,6} )?[ \\t　]*(?:[【〔［「『]|[■◆●○▼▶★☆→⇒][ 　]?)?(${names})${number}(?:[ 　]*[】〕］」』][:：]?|[ 　]*[．：）]|(?<=[0-9０-９])[ 　]*[。、　])[ 　]*`,
    'iu',
  )
const question = label(`[QＱ]|${questionNames}`)
const answer = label(`[AＡ]|${answerNames}`)
const full = /[ＱＡ０-９．。、：）　【〔［「『■◆●○▼▶★☆→⇒]/u
const fewest = 2

/** The text with plain labels; null where fewer than two questions have such ones. */
export function fullWidthAsLabels(text: string): Converted | null {
  if (!full.test(text) || /^(?:\*\*Answer:\*\*|`{3}|~{3})/im.test(text)) return null
  const rows = text.split('\n')
  let found = 0
  const changed = rows.map((row) => {
    if (row.length > longestLine) return row
    const asked = question.exec(row)
    const match = asked ?? answer.exec(row)
    if (!match || !full.test(match[0])) return row
    if (asked) found++
    const [all, heading = '', , digits = ''] = match
    return `${heading}${asked ? 'Q' : 'A'}${halfWidth(digits)}: ${row.slice(all.length)}`
  })
  return found < fewest ? null : { text: changed.join('\n'), lines: rows.map((_, at) => at + 1) }
}

const halfWidth = (digits: string): string =>
  digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
