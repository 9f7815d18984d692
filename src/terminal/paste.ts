/** Text that is being pasted into a line. */
export interface Paste {
  /** What stands before the cursor, the pasted text so far included. */
  before: string
  /** What stands behind the cursor. */
  after: string
  /** The name of the last pasted key. */
  lastKey: string
}

/** A pasted key: its name, and the characters that it added to the line. */
export interface PastedKey {
  name: string
  characters: string
}

/** A paste ends this long after its last key, in ms, as the sequence that ends it may get lost. */
export const pasteTimeoutMs = 1000

/** Begins a paste into a line at the cursor. */
export const startPaste = (line: string, cursor: number): Paste => ({
  before: line.slice(0, cursor),
  after: line.slice(cursor),
  lastKey: '',
})

/** The whole line as it stands. */
export const pastedLine = ({ before, after }: Paste): string => before + after

/**
 * Adds a key to a paste. Where one line is read, a line break becomes a space; in a text it ends the line, which comes
 * back as `finished`.
 */
export function addToPaste(
  paste: Paste,
  { name, characters }: PastedKey,
  reading: 'line' | 'text',
): { paste: Paste; finished: string | null } {
  const before = paste.before + characters
  const added = { ...paste, before, lastKey: name }
  const isSecondHalf = name === 'enter' && paste.lastKey === 'return' // CR LF is one line break
  if ((name !== 'return' && name !== 'enter') || isSecondHalf) return { paste: added, finished: null }
  return reading === 'line'
    ? { paste: { ...added, before: `${before} ` }, finished: null }
    : { paste: { ...added, before: '' }, finished: before }
}
