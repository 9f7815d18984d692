const closing: Record<string, string> = { '"': '"', '“': '”', '„': '“', '«': '»', '「': '」', '『': '』' }

/** A text without the pair of quotation marks that encloses all of it, if there is one. `“One” and “two”` has none. */
export function unquote(text: string): string {
  const close = closing[text[0] ?? '']
  if (close === undefined || text.length < 3 || !text.endsWith(close)) return text
  const encloses = close === '"' ? straightEncloses(text) : pairEncloses(text, text[0] ?? '', close)
  return encloses ? text.slice(1, -1) : text
}

/** Whether the first mark is closed by the last one, not by an earlier one. */
function pairEncloses(text: string, open: string, close: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === close) depth--
    else if (text[at] === open) depth++
    if (depth === 0) return false
  }
  return depth === 1
}

/** The same for straight marks, which look alike on both sides: the characters around a mark tell whether it opens. */
function straightEncloses(text: string): boolean {
  let depth = 1
  for (let at = text.indexOf('"', 1); at < text.length - 1; at = text.indexOf('"', at + 1)) {
    depth += opens(text[at - 1] ?? '', text[at + 1] ?? '', at === 1) ? 1 : -1
    if (depth === 0) return false
  }
  return depth === 1
}

function opens(before: string, after: string, first: boolean): boolean {
  if (first) return true
  if (/[\s([{<=:,/]/.test(before)) return !/\s/.test(after)
  return /[*_~`—–-]/.test(before) && /[\p{L}\p{N}]/u.test(after)
}
