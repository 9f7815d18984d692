import { edits, inserted, type Writing } from '../../text/writing.ts'
import type { Key } from './key.ts'

type Name = keyof typeof edits

const plain: Record<string, Name> = {
  left: 'left',
  right: 'right',
  up: 'up',
  down: 'down',
  home: 'lineStart',
  end: 'lineEnd',
  pageup: 'pageUp',
  pagedown: 'pageDown',
  backspace: 'takeLetterBefore',
  delete: 'takeLetterAfter',
}

/** As in readline and Emacs, and with Ctrl and an arrow as everywhere else. */
const withCtrl: Record<string, Name> = {
  left: 'wordLeft',
  right: 'wordRight',
  home: 'textStart',
  end: 'textEnd',
  backspace: 'takeWordBefore',
  delete: 'takeWordAfter',
  a: 'lineStart',
  b: 'left',
  d: 'takeLetterAfter',
  e: 'lineEnd',
  f: 'right',
  k: 'takeToEnd',
  n: 'down',
  p: 'up',
  u: 'takeToStart',
  w: 'takeToBlank',
  y: 'putBack',
}

const withAlt: Record<string, Name> = {
  left: 'wordLeft',
  right: 'wordRight',
  b: 'wordLeft',
  d: 'takeWordAfter',
  f: 'wordRight',
  '<': 'textStart',
  '>': 'textEnd',
  backspace: 'takeWordBefore',
  delete: 'takeWordAfter',
}

/** A text after a key, in a window of so many columns and rows. One that means nothing here changes nothing. */
export function edited(
  writing: Writing,
  { name, text, ctrl, alt }: Key,
  columns: number,
  rows: number,
): Writing {
  if (name === 'enter') return inserted(writing, '\n')
  const table = ctrl ? (alt ? {} : withCtrl) : alt ? withAlt : plain
  const edit = Object.hasOwn(table, name) ? table[name] : undefined
  if (edit !== undefined) return edits[edit](writing, columns, rows)
  return ctrl || alt || text === '' ? writing : inserted(writing, text)
}
