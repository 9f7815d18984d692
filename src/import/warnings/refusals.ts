import type { Warning } from '../../bank/model.ts'
import { longestSource } from '../../text/limits.ts'
import { isBrokenJson } from '../formats/json.ts'
import { looksLike } from '../looks-like.ts'
import { warning } from './warning.ts'

/** How many characters are examined to tell whether a source is text at all. */
const sampleLength = 64 * 1024
const controlCharacters = /[\0-\x08\x0e-\x1f\ufffd]/g

/** Why a source cannot be read at all; null if it can. */
export function refusal(source: string): Warning | null {
  if (source.length > longestSource) {
    return warning('unreadable', null, 'The source is larger than 64 MB. Split it into several banks.')
  }
  const sample = source.slice(0, sampleLength)
  const controls = sample.match(controlCharacters)?.length ?? 0
  if (controls <= 2 || controls * 3 <= sample.length) return null
  const what = 'This is not a text file, or it is not UTF-8.'
  return warning('unreadable', null, `${what} Save the questions as text in UTF-8.`)
}

/** Why no questions were found in a text. */
export function nothingFound(text: string): Warning {
  if (isBrokenJson(text)) {
    const what = 'This looks like JSON, but it is not valid.'
    return warning('unreadable', null, `${what} Correct it, or export it again.`)
  }
  return warning('no-questions', null, `No questions were found. ${looksLike(text)}`)
}
