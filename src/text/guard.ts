import { controls, invisibles, visible } from './safe.ts'

/** What may pass besides printable text, newline and tab. */
export interface Allowed {
  /** The program's own cursor moves and erasures, carriage return and bell. Default: no. */
  moves?: boolean
  /** SGR sequences (`ESC [ … m`). Default: yes. */
  colors?: boolean
}

const sgr = '\\x1b\\[[\\d:;]*m'
/** What @inquirer/core and node:readline write; not `3J`, which would erase the scrollback. */
const ownMoves = '\\x1b\\[(?:\\d*(?:;\\d*)?[A-H]|[0-2]?[JK]|\\?(?:25|2026)[hl])|[\\r\\x07]'

const unsafe = `[${controls}${invisibles}]`
const anythingUnsafe = new RegExp(unsafe)
/** What may pass is captured, and anything unsafe is not. */
const patterns = {
  neither: new RegExp(unsafe, 'g'),
  colors: new RegExp(`(${sgr})|${unsafe}`, 'g'),
  moves: new RegExp(`(${ownMoves})|${unsafe}`, 'g'),
  both: new RegExp(`(${sgr}|${ownMoves})|${unsafe}`, 'g'),
}

/**
 * The last gate before the terminal: only printable text and what is allowed gets through. A forbidden sequence loses the
 * control character that introduces it, which leaves harmless text; invisible characters become visible, as `<U+202E>`.
 */
export function guard(text: string, { moves = false, colors = true }: Allowed = {}): string {
  if (!anythingUnsafe.test(text)) return text
  const pattern = patterns[moves ? (colors ? 'both' : 'moves') : colors ? 'colors' : 'neither']
  return text.replace(pattern, (found, allowed: unknown) => {
    if (typeof allowed === 'string') return allowed
    return found < '\xa0' ? '' : visible(found)
  })
}
