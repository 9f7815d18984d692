// Reads reStructuredText, which it turns into markdown line by line: underlined titles become headings, directives and
// roles are dropped, and what follows `::` becomes code.

import type { Reading } from '../../bank/draft.ts'
import { longestLine } from '../../text/limits.ts'
import { type ImportText, importText } from '../import-text.ts'
import { readMarkdown } from '../markdown/reader.ts'

const underline = /^([!-/:-@[-`{-~])\1{2,}[ \t]*$/
/** What only this format has: markdown underlines with `=` and `-` too. */
const evidence =
  /^\.\.[ \t]+[\w-]+::|^\.\.[ \t]+_[\w -]+:|:(?:ref|doc|term|code|func|class|file|strong|emphasis):`|``\S/m
const oddUnderline = /^[^\s].*\n(?:~{4,}|\^{4,}|"{4,}|\+{4,}|\.{4,}|:{4,}|'{4,})[ \t]*$/m
const overline = /^(={4,}|-{4,}|\*{4,}|#{4,})[ \t]*\n[ \t]*\S.*\n\1[ \t]*$/m

/** The questions of a text in this format; null if it is not. */
export const readRst = ({ text, name }: ImportText): Reading | null =>
  isRst(text) ? readMarkdown(importText(markdownOf(text), name)) : null

/** Whether a text has titles, or other marks, that only this format has. */
export function isRst(text: string): boolean {
  if (/^#{1,6} |^```/m.test(text)) return false
  const hasTitles = /^\S.*\n(?:={3,}|-{3,}|~{3,}|\^{3,}|"{3,}|\*{3,}|\+{3,})[ \t]*$/m.test(text)
  return oddUnderline.test(text) || overline.test(text) || (hasTitles && evidence.test(text))
}

interface State {
  rows: readonly string[]
  out: string[]
  /** The marks of titles so far, the highest level first. */
  styles: string[]
  /** Code that is open: its indent, and the row of its fence. */
  code: { indent: number | null; at: number } | null
  /** The indent of a directive that is left out with what is below it; -1 where none is open. */
  dropped: number
}

/** The text as markdown with as many lines. */
function markdownOf(text: string): string {
  const state: State = { rows: text.split('\n'), out: [], styles: [], code: null, dropped: -1 }
  for (let at = 0; at < state.rows.length; at++) {
    const row = state.rows[at] ?? ''
    if (isInCode(state, row) || isDropped(state, row)) continue
    at = putTitle(state, at) ?? putRow(state, row, at)
  }
  if (state.code) fence(state.out, state.code.at)
  return state.out.join('\n')
}

const indentOf = (row: string): number => row.length - row.trimStart().length

/** Puts a row of code, if code is open and the row belongs to it. */
function isInCode(state: State, row: string): boolean {
  const { code, out } = state
  if (!code) return false
  const isBlank = row.trim() === ''
  const indent = indentOf(row)
  if (!isBlank) code.indent ??= indent
  if (isBlank || (indent > 0 && indent >= (code.indent ?? 1))) {
    out.push(row.slice(code.indent ?? 0))
    return true
  }
  fence(out, code.at)
  state.code = null
  return false
}

/** Puts a blank row for one below a directive that is left out. */
function isDropped(state: State, row: string): boolean {
  if (state.dropped < 0) return false
  if (row.trim() !== '' && indentOf(row) <= state.dropped) {
    state.dropped = -1
    return false
  }
  state.out.push('')
  return true
}

/** Puts the heading for a title; returns the index of its last row, or null where there is none. */
function putTitle({ rows, styles, out }: State, at: number): number | null {
  const title = titleAt(rows, at)
  if (!title) return null
  if (!styles.includes(title.style)) styles.push(title.style)
  const level = Math.min(6, styles.indexOf(title.style) + 1)
  out.push(...title.before, `${'#'.repeat(level)} ${inline(title.text)}`, '')
  return title.end
}

function putRow(state: State, row: string, at: number): number {
  const { rows, out } = state
  if (row.length > longestLine) {
    out.push(row)
  } else if (/^\.\.(?:\s|$)/.test(row)) {
    if (codeDirective.test(row)) state.code = { indent: null, at: out.length }
    else if (!admonition.test(row)) state.dropped = indentOf(row)
    out.push('')
  } else {
    const opensCode = /::[ \t]*$/.test(row) && (rows[at + 1] ?? '').trim() === ''
    if (opensCode) state.code = { indent: null, at: out.length + 1 }
    out.push(inline(withoutMarks(row)))
  }
  return at
}

const codeDirective = /^\.\.[ \t]+(?:code-block|code|sourcecode|parsed-literal)::/
/** Directives whose text is read. */
const admonition =
  /^\.\.[ \t]+(?:note|tip|hint|important|warning|admonition|attention|topic|dropdown|details|collapse)::/

/** A row without the colons that open code, with a number for `#.`, and without the bar of a line block. */
const withoutMarks = (row: string): string =>
  row
    .replace(/^([ \t]*)::[ \t]*$/, '$1')
    .replace(/::[ \t]*$/, ':')
    .replace(/^([ \t]*)#\. /, '$11. ')
    .replace(/^([ \t]*)\| /, '$1')

/** Puts fences into the blank rows around code, where both are there. */
function fence(out: string[], at: number): void {
  let last = out.length - 1
  while (last > at && out[last]?.trim() === '' && out[last - 1]?.trim() === '') last--
  if (out[at]?.trim() !== '' || out[last]?.trim() !== '' || last <= at + 1) return
  out[at] = '```'
  out[last] = '```'
}

interface Title {
  style: string
  text: string
  /** Blank rows in place of a line above. */
  before: string[]
  /** The index of its last row. */
  end: number
}

function titleAt(rows: readonly string[], at: number): Title | null {
  const row = rows[at] ?? ''
  const mark = underline.exec(row)?.[1]
  const text = rows[at + 1]?.trim() ?? ''
  if (mark !== undefined && text !== '' && rows[at + 2]?.trim() === row.trim())
    return { style: `${mark}${mark}`, text, before: [''], end: at + 2 }
  const below = rows[at + 1] ?? ''
  const under = underline.exec(below)?.[1]
  if (under === undefined || mark !== undefined || row.trim() === '' || /^\s|^[-*+|] ?/.test(row)) return null
  if (below.trim().length < Math.min(row.trim().length, 200) - 2 || row.length > 300) return null
  return { style: under, text: row.trim(), before: [], end: at + 1 }
}

/** Roles, links and double backticks as markdown. */
const inline = (text: string): string =>
  /[`_:|]/.test(text)
    ? text
        .replace(/``([^`]+)``/g, '`$1`')
        .replace(/:[\w:-]+:`([^`<]*?)[ \t]*(?:<[^<>`]*>)?`/g, '$1')
        .replace(/`([^`<]+?)[ \t]*<([^<>`]+)>`__?/g, '[$1]($2)')
        .replace(/`([^`]+)`_(?!\w)/g, '$1')
    : text
