// Cuts delimited text into rows: `Why?,"So, or so."` has two fields. By hand, as libraries give no line for a row, and the
// rest of the file to a quote that is never closed.

import { lineCounter } from './line-counter.ts'

/** A record of a table, and the line where it starts. */
export interface Row {
  line: number
  fields: string[]
  /** The indexes of the fields in quotes, where there are any. */
  quoted?: number[]
}

/** The rows of delimited text (RFC 4180), without blank ones. A field in quotes may hold delimiters and line breaks. */
export function rowsOf(text: string, delimiter: string, firstLine = 1): Row[] {
  const rows: Row[] = []
  const lineAt = lineCounter(text, firstLine)
  let row: Row = { line: firstLine, fields: [] }
  let at = 0
  let mayQuote = true
  while (at < text.length || row.fields.length > 0) {
    const open: number = mayQuote ? quoteAt(text, at, delimiter) : -1
    const close: number = open < 0 ? -1 : quotedEnd(text, open, delimiter)
    // A quote that is never closed is text, and so are all after it.
    if (open >= 0 && close === neverClosed) mayQuote = false
    const isQuoted = close > 0
    const end: number = bareEnd(text, isQuoted ? close : at, delimiter)
    if (isQuoted) quote(row)
    row.fields.push(isQuoted ? text.slice(open + 1, close - 1).replaceAll('""', '"') : text.slice(at, end))
    at = end + 1
    if (text[end] === delimiter) continue
    if (row.fields.some((each) => each.trim() !== '')) rows.push(row)
    row = { line: lineAt(at), fields: [] }
  }
  return rows
}

/** Notes that the next field of a row is in quotes. */
function quote(row: Row): void {
  row.quoted ??= []
  row.quoted.push(row.fields.length)
}

const neverClosed = -1
/** What looked like a quoted field is a field with a quotation in it: `"Lead" is a verb`. */
const onlyQuotes = 0

/** The index of the quote that opens a field, which may have blanks before it; -1 if none does. */
function quoteAt(text: string, at: number, delimiter: string): number {
  let start = at
  while (text[start] === ' ' && delimiter !== ' ') start++
  return text[start] === '"' ? start : -1
}

function bareEnd(text: string, at: number, delimiter: string): number {
  let end = at
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
  return end
}

/** The index after the quote that closes a field: one before a delimiter, the end of a line or of the text. */
function quotedEnd(text: string, open: number, delimiter: string): number {
  // Where the row ends, if a quotation within the field showed that quotes are not doubled in it.
  let rowEnd: number | null = null
  let close = text.indexOf('"', open + 1)
  while (close >= 0) {
    // Another field opens: this one only began with a quotation.
    if (rowEnd !== null && opensField(text, close, delimiter)) return onlyQuotes
    const isDoubled = text[close + 1] === '"'
    if (!isDoubled && endsField(text, close + 1, delimiter)) {
      if (rowEnd === null || close < rowEnd || quoteFollows(text, close + 2)) return close + 1
    }
    if (!isDoubled) rowEnd ??= lineEnd(text, close)
    close = text.indexOf('"', close + (isDoubled ? 2 : 1))
  }
  return rowEnd === null ? neverClosed : onlyQuotes
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

const mostBlanks = 8

/** Whether a delimiter or a line break stands before a quote, perhaps with blanks between. */
function opensField(text: string, quote: number, delimiter: string): boolean {
  let before = quote - 1
  while (text[before] === ' ' && quote - before < mostBlanks) before--
  return text[before] === delimiter || text[before] === '\n'
}

/** Whether a delimiter, a line break or the end follows, perhaps after blanks. */
function endsField(text: string, at: number, delimiter: string): boolean {
  let next = at
  while (text[next] === ' ' && next - at < mostBlanks) next++
  const character = text[next]
  return character === undefined || character === delimiter || character === '\n'
}

const quoteFollows = (text: string, at: number): boolean => at >= text.length || text[at] === '"'
