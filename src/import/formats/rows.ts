// Cuts delimited text into rows: `Why?,"So, or so."` has two fields.

/** A record of a table, and the line where it starts. */
export interface Row {
  line: number
  fields: string[]
}

/** The rows of delimited text (RFC 4180), without blank ones. A field in quotes may hold delimiters and line breaks. */
export function rowsOf(text: string, delimiter: string, firstLine = 1): Row[] {
  const rows: Row[] = []
  let row: Row = { line: firstLine, fields: [] }
  let line = firstLine
  let at = 0
  let mayQuote = true
  while (at < text.length || row.fields.length > 0) {
    const quoted: number | null = mayQuote && text[at] === '"' ? quotedEnd(text, at, delimiter) : null
    // A quote that is never closed is text, and so are all after it.
    if (quoted === -1) mayQuote = false
    const end: number = quoted !== null && quoted > 0 ? quoted : bareEnd(text, at, delimiter)
    const field = text.slice(at, end)
    row.fields.push(end === quoted ? field.slice(1, -1).replaceAll('""', '"') : field)
    line += end === quoted ? field.split('\n').length - 1 : 0
    at = end + 1
    if (text[end] === delimiter) continue
    if (row.fields.some((each) => each.trim() !== '')) rows.push(row)
    line++
    row = { line, fields: [] }
  }
  return rows
}

function bareEnd(text: string, at: number, delimiter: string): number {
  let end = at
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
  return end
}

/** The index after the quote that closes a field; -1 if none does. */
function quotedEnd(text: string, at: number, delimiter: string): number {
  let close = text.indexOf('"', at + 1)
  while (close >= 0) {
    const after = text[close + 1]
    if (after === undefined || after === delimiter || after === '\n') return close + 1
    close = text.indexOf('"', after === '"' ? close + 2 : close + 1)
  }
  return -1
}
