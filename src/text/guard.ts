/** What may pass besides printable text, newline and tab. */
export interface Allowed {
  /** The program's own cursor moves and erasures, carriage return and bell. Default: no. */
  moves?: boolean
  /** SGR sequences (`ESC [ … m`). Default: yes. */
  colors?: boolean
}

const UNSAFE =
  '\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff'
const SGR = '\\x1b\\[[\\d:;]*m'
/** What @inquirer/core and node:readline write; not `3J`, which would erase the scrollback. */
const MOVES = '\\x1b\\[(?:\\d*(?:;\\d*)?[A-H]|[0-2]?[JK]|\\?(?:25|2026)[hl])|[\\r\\x07]'

const anythingUnsafe = new RegExp(`[${UNSAFE}]`)
const unsafe = {
  text: new RegExp(`[${UNSAFE}]`, 'g'),
  colors: new RegExp(`(${SGR})|[${UNSAFE}]`, 'g'),
  moves: new RegExp(`(${MOVES})|[${UNSAFE}]`, 'g'),
  'colors and moves': new RegExp(`(${SGR}|${MOVES})|[${UNSAFE}]`, 'g'),
}

/**
 * The last thing before the terminal: only printable text and what is allowed leaves. Of a forbidden sequence
 * the introducer is dropped, which leaves harmless text; invisible controls become visible, as `<U+202E>`.
 */
export function guard(text: string, { moves = false, colors = true }: Allowed = {}): string {
  if (!anythingUnsafe.test(text)) return text
  const kind = moves ? (colors ? 'colors and moves' : 'moves') : colors ? 'colors' : 'text'
  return text.replace(unsafe[kind], (found, allowed: unknown) =>
    typeof allowed === 'string' ? allowed : visible(found),
  )
}

function visible(char: string): string {
  const code = char.charCodeAt(0)
  return code < 0xa0 ? '' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
