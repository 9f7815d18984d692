// Joins the lines of a question that a mail or an editor has wrapped: `What would you do if your best engineer` and
// `wanted to leave?`

import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import { asksOutright, asksPlainly } from './plainly.ts'

/** From this width on, a line may be wrapped; nobody wraps at more than the other. */
const narrowest = 45
const widest = 200
const mostLines = 4

/** The lines, of which those that end in the middle of a question have the rest of it, which then has no line of its own. */
export function unwrapped(lines: readonly Line[]): readonly Line[] {
  let found: Line[] | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const whole = mayGoOn(line) && startsSentence(lines, at) ? wholeAt(lines, at) : null
    if (whole === null) {
      found?.push(line)
      continue
    }
    found ??= lines.slice(0, at)
    found.push({ ...line, text: whole.text })
    at = whole.end - 1
  }
  return found ?? lines
}

const mayGoOn = ({ text, code }: Line): boolean =>
  !code && text.length >= narrowest && text.length <= widest && !/[.?!:;：？。…|][\s"”’)*_]*$/.test(text)

const noText = /^\s*[#|<>*_`]/

function startsSentence(lines: readonly Line[], at: number): boolean {
  const [text, above] = [lines[at]?.text ?? '', lines[at - 1]?.text.trimEnd() ?? '']
  const marker = markerOf(text)
  if (!/^\s*["“„«¿(]*[\p{Lu}\p{N}]/u.test(text.slice(marker?.width ?? 0))) return false
  return marker !== null || (!noText.test(text) && (above === '' || /[.?!:：？。]["”’)]*$|^#/.test(above)))
}

/** A question that goes on below, and the index of the line after it; null where it does not end in a mark. */
function wholeAt(lines: readonly Line[], at: number): { text: string; end: number } | null {
  let text = lines[at]?.text.trimEnd() ?? ''
  for (let end = at + 1; end < at + mostLines; end++) {
    const next = lines[end]
    if (!next || next.code || !/^[ \t]*\p{Ll}/u.test(next.text) || next.text.length > widest) return null
    text = `${text} ${next.text.trim()}`
    if (mayGoOn(next)) continue
    const asked = text.slice(markerOf(text)?.width ?? 0)
    const asks = /[?？]["”’)]*$/.test(asked)
      ? asksPlainly(asked)
      : /[.!]["”’)]*$/.test(asked) && asksOutright(asked)
    return asks ? { text, end: end + 1 } : null
  }
  return null
}
