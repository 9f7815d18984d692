// Reads reStructuredText, which it turns into markdown line by line: underlined titles become headings, directives and
// roles are dropped, and what follows `::` becomes code.

import type { Reading } from '../../bank/draft.ts'
import { longestLine } from '../../text/limits.ts'
import { type ImportText, importText } from '../import-text.ts'
import { readMarkdown } from '../markdown/reader.ts'

const underline = /^([!-/:-@[-`{-~])\1{2,}[ \t]*$/
const directive = /^\.\.[ \t]+(?:[\w|-]+::|_[^:]+:|\[[^\]]+\]|\|[^|]+\|)/
/** What only this format has: markdown underlines with `=` and `-` too. */
const evidence =
  /^\.\.[ \t]+[\w-]+::|^\.\.[ \t]+_[\w -]+:|:(?:ref|doc|term|code|func|class|file|strong|emphasis):`|``\S/m
const oddUnderline = /^[^\s].*\n(?:~{4,}|\^{4,}|"{4,}|\+{4,}|\.{4,}|:{4,}|'{4,})[ \t]*$/m
const overline = /^(={4,}|-{4,}|\*{4,}|#{4,})[ \t]*\n[ \t]*\S.*\n\1[ \t]*$/m

/** The questions of a text in this format; null if it is not. */
export function readRst({ text, name }: ImportText): Reading | null {
  if (/^#{1,6} |^```/m.test(text)) return null
  const hasTitles = /^\S.*\n(?:={3,}|-{3,}|~{3,}|\^{3,}|"{3,}|\*{3,}|\+{3,})[ \t]*$/m.test(text)
  const isRst = oddUnderline.test(text) || overline.test(text) || (hasTitles && evidence.test(text))
  return isRst ? readMarkdown(importText(markdownOf(text), name)) : null
}

/** The text as markdown with as many lines. */
function markdownOf(text: string): string {
  const rows = text.split('\n')
  const styles: string[] = []
  const out: string[] = []
  let dropped = -1
  let code: { indent: number | null; at: number } | null = null
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? ''
    const indent = row.length - row.trimStart().length
    const isBlank = row.trim() === ''
    if (code) {
      code.indent ??= isBlank ? null : indent
      if (isBlank || (indent > 0 && indent >= (code.indent ?? 1))) {
        out.push(row.slice(code.indent ?? 0))
        continue
      }
      fence(out, code.at)
      code = null
    }
    if (dropped >= 0 && (isBlank || indent > dropped)) {
      out.push('')
      continue
    }
    dropped = -1
    const title = titleAt(rows, at)
    if (title) {
      if (!styles.includes(title.style)) styles.push(title.style)
      const level = Math.min(6, styles.indexOf(title.style) + 1)
      out.push(...title.before, `${'#'.repeat(level)} ${inline(title.text)}`, '')
      at = title.end
    } else if (row.length > longestLine) {
      out.push(row)
    } else if (/^\.\.(?:\s|$)/.test(row)) {
      const isCode = /^\.\.[ \t]+(?:code-block|code|sourcecode|parsed-literal)::/.test(row)
      if (isCode) code = { indent: null, at: out.length }
      else if (directive.test(row) || row.trim() === '..') dropped = isAdmonition(row) ? -1 : indent
      else dropped = indent
      out.push('')
    } else {
      if (/::[ \t]*$/.test(row) && (rows[at + 1] ?? '').trim() === '')
        code = { indent: null, at: out.length + 1 }
      out.push(
        inline(
          row
            .replace(/^([ \t]*)::[ \t]*$/, '$1')
            .replace(/::[ \t]*$/, ':')
            .replace(/^([ \t]*)#\. /, '$11. ')
            .replace(/^([ \t]*)\| /, '$1'),
        ),
      )
    }
  }
  if (code) fence(out, code.at)
  return out.join('\n')
}

/** Puts fences into the blank rows around code, where both are there. */
function fence(out: string[], at: number): void {
  let last = out.length - 1
  while (last > at && out[last]?.trim() === '' && out[last - 1]?.trim() === '') last--
  if (out[at]?.trim() !== '' || out[last]?.trim() !== '' || last <= at + 1) return
  out[at] = '```'
  out[last] = '```'
}

const isAdmonition = (row: string): boolean =>
  /^\.\.[ \t]+(?:note|tip|hint|important|warning|admonition|attention|topic|dropdown|details|collapse)::/.test(
    row,
  )

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
