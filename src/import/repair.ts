import type { Warning } from '../bank/model.ts'
import { lineBreaks } from '../text/lines.ts'
import { controls, invisibles, safe } from '../text/safe.ts'
import { count } from '../text/words.ts'
import { fixLine, looksGarbled, mayBeMojibake } from './mojibake.ts'
import { warning } from './warnings/warning.ts'

export interface Repaired {
  text: string
  /** One for each kind of damage, at the first line that has it. */
  warnings: Warning[]
}

/** Repairs what is certainly damaged, makes the text safe, and warns of what it found. Line breaks become `\n`. */
export function repair(source: string): Repaired {
  const lines = withoutReturns(source)
  // what is damaged is never plain, which is seen in one look
  if (!beyondPlain.test(lines)) return { text: lines, warnings: [] }
  const { text, warnings } = withoutMojibake(lines.replace(/^(?:\ufeff|ï»¿)/, ''))
  return {
    text: safe(text.replace(empty, '').replace(symbolBullet, '$1•')),
    warnings: [...warnings, ...replacementCharacters(text), ...unsafeCharacters(text)],
  }
}

/** What is neither printable ASCII, a tab nor a line break. */
const beyondPlain = /[^\t\n\x20-\x7e]/

/** Characters that take no room and hide nothing, as web pages, word processors and joined files leave them behind. */
const empty = /[\u00ad\u200b\u2060\ufeff]/g

/** Bullets of the symbol fonts of Word, which nothing else can show. */
const symbolBullet = /^([ \t]*)[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc]/gm

const withoutReturns = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

function withoutMojibake(text: string): Repaired {
  if (!mayBeMojibake(text)) return { text, warnings: [] }
  const lines = text.split('\n').map(fixLine)
  const warnings: Warning[] = []
  const fixed = lines.reduce((sum, line) => sum + line.count, 0)
  if (fixed > 0) {
    const first = lines.findIndex((line) => line.count > 0) + 1
    const what = `${count(fixed, 'character')} had been read in the wrong encoding and ${wereOf(fixed)} fixed.`
    warnings.push(warning('mojibake', first, `${what} Save the source as UTF-8 to keep it that way.`))
  }
  const garbled = lines.flatMap((line, index) => (looksGarbled(line.text) ? [index + 1] : []))
  const [first] = garbled
  if (first !== undefined) {
    const what = `${count(garbled.length, 'line looks', 'lines look')} garbled in a way that cannot be repaired.`
    warnings.push(warning('mojibake', first, `${what} Correct the text in the source.`))
  }
  return { text: lines.map((line) => line.text).join('\n'), warnings }
}

function replacementCharacters(text: string): Warning[] {
  const found = occurrences(text, /\ufffd/g)
  if (!found) return []
  const what = `${count(found.times, 'character')} could not be read as UTF-8.`
  return [warning('not-utf8', found.line, `${what} Save the source as UTF-8.`)]
}

/** What `safe()` changes, and what is dropped before it does; soft hyphens are no damage. */
const unsafe = new RegExp(`[${controls}${invisibles}\\u2060]|[\\ud800-\\udfff]`, 'gu')

function unsafeCharacters(text: string): Warning[] {
  const found = occurrences(text, unsafe)
  if (!found) return []
  const characters = count(found.times, 'control or invisible character')
  const what = `${characters} ${wereOf(found.times)} dropped or made visible.`
  const remedy = `Remove ${found.times === 1 ? 'it' : 'them'} from the source.`
  return [warning('control-characters', found.line, `${what} ${remedy}`)]
}

const wereOf = (n: number): string => (n === 1 ? 'was' : 'were')

/** How often a pattern with the flag `g` occurs, and the line, from 1, where it first does; null where it never does. */
function occurrences(text: string, pattern: RegExp): { times: number; line: number } | null {
  const first = text.search(pattern)
  if (first < 0) return null
  let times = 0
  pattern.lastIndex = first
  while (pattern.test(text)) times++
  return { times, line: lineBreaks(text, 0, first) + 1 }
}
