/** A record of a table, and the line where it starts. */
export interface Row {
  line: number
  fields: string[]
}

/** The records of delimited text (RFC 4180): a field in quotes may hold delimiters, line breaks and doubled quotes. */
export function rowsOf(text: string, delimiter: string, firstLine = 1): Row[] {
  const rows: Row[] = []
  let row: Row = { line: firstLine, fields: [] }
  let line = firstLine
  let at = 0
  let quotes = true
  while (at < text.length || row.fields.length > 0) {
    const quoted: number | null = quotes && text[at] === '"' ? quotedEnd(text, at, delimiter) : null
    // Quotes that nothing closes are text, here and from here on.
    if (quoted === -1) quotes = false
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

/** After the quote that closes the field; -1 if none does. */
function quotedEnd(text: string, at: number, delimiter: string): number {
  let close = text.indexOf('"', at + 1)
  while (close >= 0) {
    const after = text[close + 1]
    if (after === undefined || after === delimiter || after === '\n') return close + 1
    close = text.indexOf('"', after === '"' ? close + 2 : close + 1)
  }
  return -1
}
