import type { Warning, WarningCode } from '../bank/model.ts'
import { safe } from '../text/safe.ts'
import { mayBeMojibake, mendLine, remainsGarbled } from './mojibake.ts'

export interface Repaired {
  /** Mended and safe. */
  text: string
  /** One for each kind of damage, at the first line that has it. */
  warnings: Warning[]
}

/** Mends what certainly is damage, makes the text safe, and says what was found. */
export function repair(source: string): Repaired {
  const { text, warnings } = mendMojibake(withoutReturns(source).replace(/^(?:\ufeff|ï»¿)/, ''))
  return { text: safe(text), warnings: [...warnings, ...notUtf8(text), ...controls(text)] }
}

const withoutReturns = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

function mendMojibake(text: string): Repaired {
  if (!mayBeMojibake(text)) return { text, warnings: [] }
  let mended = 0
  let firstMended: number | null = null
  let garbled = 0
  let firstGarbled: number | null = null
  const lines = text.split('\n').map((line, index) => {
    const result = mendLine(line)
    if (result.count > 0) firstMended ??= index + 1
    mended += result.count
    if (remainsGarbled(result.text)) {
      firstGarbled ??= index + 1
      garbled++
    }
    return result.text
  })
  const warnings: Warning[] = []
  if (mended > 0) {
    const what = `${characters(mended)} had been read in the wrong encoding and ${mended === 1 ? 'was' : 'were'} mended.`
    warnings.push(warning('mojibake', firstMended, `${what} Save the source as UTF-8 to keep it so.`))
  }
  if (garbled > 0) {
    const what = `${garbled} ${garbled === 1 ? 'line looks' : 'lines look'} garbled in a way that cannot be mended.`
    warnings.push(warning('mojibake', firstGarbled, `${what} Correct the text in the source.`))
  }
  return { text: lines.join('\n'), warnings }
}

function notUtf8(text: string): Warning[] {
  const { count, line } = occurrences(text, /\ufffd/g)
  if (count === 0) return []
  const what = `${characters(count)} could not be read as UTF-8.`
  return [warning('not-utf8', line, `${what} Save the source as UTF-8.`)]
}

function controls(text: string): Warning[] {
  const dropped = occurrences(text, /[\0-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udfff]/gu)
  const shown = occurrences(text, /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g)
  const count = dropped.count + shown.count
  if (count === 0) return []
  const line = Math.min(dropped.line ?? Infinity, shown.line ?? Infinity)
  const what = `${characters(count, 'control or invisible ')} ${count === 1 ? 'was' : 'were'} dropped or made visible.`
  return [
    warning('control-characters', line, `${what} Remove ${count === 1 ? 'it' : 'them'} from the source.`),
  ]
}

function occurrences(text: string, pattern: RegExp): { count: number; line: number | null } {
  const first = text.search(pattern)
  if (first < 0) return { count: 0, line: null }
  let count = 0
  pattern.lastIndex = first
  while (pattern.test(text)) count++
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < first; at = text.indexOf('\n', at + 1)) line++
  return { count, line }
}

function characters(count: number, kind = ''): string {
  return `${count} ${kind}${count === 1 ? 'character' : 'characters'}`
}

function warning(code: WarningCode, line: number | null, message: string): Warning {
  return { severity: 'warning', line, code, message }
}
