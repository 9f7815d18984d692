// Turns HTML that only formats text into markdown: `<b>So.</b>` into `**So.**`, `<li>So.` into `- So.`

import { decodeEntities } from '../../text/entities.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import { safe } from '../../text/safe.ts'
import { isGenericSummary } from './details.ts'

const deepest = 16
const anyTag = /<\/?([a-z][a-z0-9]*)\b[^<>]*>/gi
const link = /<a\b[^<>]*\bhref=["']([^"'<>]*)["'][^<>]*>([^<>]*)<\/a>/gi
const emphasis = /<(b|strong|i|em|code)\b[^<>]*>([^<>]*)<\/\1>/gi
const emphasisMarks: Record<string, string> = { b: '**', strong: '**', i: '*', em: '*', code: '`' }
const summary = /<summary\b[^<>]*>(?:<(?:b|strong)>)?([^<>]*)(?:<\/(?:b|strong)>)?<\/summary>/gi
const dropped =
  /^(?:a|b|strong|i|em|u|code|span|font|center|small|big|details|summary|div|p|ul|ol|section|article|body|html|sub|sup|mark|label|blockquote|h[1-6]|tt|kbd)$/
const breaking = /^(?:br|p|div|ul|ol|tr|h[1-6]|summary|blockquote|details)$/

/** An HTML fragment, such as a field that Anki exports, as markdown. */
export function markdownOf(html: string): string {
  const text = withoutHtml(linesIn(html))
    .map((line) => line.text)
    .join('\n')
    .replaceAll('&nbsp;', ' ')
  return safe(
    decodeEntities(text)
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
}

const linesIn = (html: string): Line[] =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .split('\n')
    .map((text) => ({ number: 0, text, code: false }))

/** Markdown without HTML that only formats text. Other tags stay, and so does code. */
export function withoutHtml(lines: readonly Line[]): Line[] {
  if (!lines.some((line) => !line.code && line.text.includes('<'))) return [...lines]
  // How many lists are open.
  let depth = 0
  const formatted = (part: string): string =>
    part
      .replace(summary, (_, text: string) => (isGenericSummary(text) ? '' : `<b>${text}</b>`))
      .replace(link, linked)
      .replace(emphasis, emphasised)
      .replace(anyTag, (tag: string, name: string) => {
        const lower = name.toLowerCase()
        if (lower === 'ul' || lower === 'ol')
          depth = Math.min(deepest, Math.max(0, depth + (tag.startsWith('</') ? -1 : 1)))
        return replacement(tag, lower, depth)
      })
  const converted = lines.flatMap((line) => {
    const { text, code } = line
    if (code || text.length > longestLine || (depth === 0 && !text.includes('<'))) return [line]
    const isInList = depth > 0
    const changed = outsideCode(text, formatted)
    if (changed === text) return [isInList ? { ...line, text: text.trim() } : line]
    const rows = changed.split('\n').map((row) => (isInList || depth > 0 ? withoutIndent(row) : row))
    return rows.map((row) => ({ ...line, text: row }))
  })
  return converted.length === lines.length ? converted : tidy(converted)
}

function linked(_: string, address: string, text: string): string {
  if (text.trim() === '') return ''
  return address.startsWith('#') ? text : `[${text}](${address})`
}

function emphasised(_: string, name: string, text: string): string {
  const mark = emphasisMarks[name.toLowerCase()] ?? ''
  const bare = text.trim()
  return bare === '' ? text : text.replace(bare, () => `${mark}${bare}${mark}`)
}

function replacement(tag: string, name: string, depth: number): string {
  if (name === 'li') return tag.startsWith('</') ? '' : `\n${'  '.repeat(Math.max(0, depth - 1))}- `
  if (breaking.test(name)) return '\n'
  return dropped.test(name) ? '' : tag
}

/** Applies a change to a line, but not to its inline code. */
function outsideCode(text: string, change: (part: string) => string): string {
  if (!text.includes('`')) return change(text)
  return text
    .split(/(`+[^`]+`+)/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('')
}

const isItem = (text: string): boolean => /^ *- /.test(text)

/** An item keeps its indent, which is that of its list. */
const withoutIndent = (row: string): string => (isItem(row) ? row : row.trim())

/** Drops the blank lines that tags leave behind, and puts each marker on the line of its item's text. */
function tidy(lines: readonly Line[]): Line[] {
  const kept: Line[] = []
  let marker: string | null = null
  for (const line of lines) {
    const isBlank = !line.code && line.text.trim() === ''
    const last = kept.at(-1)
    if (!line.code && /^ *- *$/.test(line.text)) {
      marker = line.text.trimEnd()
    } else if (!isBlank || (marker === null && last && last.text.trim() !== '')) {
      const isWhole = marker === null || isItem(line.text)
      kept.push(isWhole ? line : { ...line, text: `${marker} ${line.text.trim()}` })
      marker = null
    }
  }
  return withoutGaps(kept)
}

/** Drops the blank lines between the items of a list. */
const withoutGaps = (lines: readonly Line[]): Line[] =>
  lines.filter(
    ({ text, code }, at) =>
      code || text.trim() !== '' || !(isItemLine(lines[at - 1]) && isItemLine(lines[at + 1])),
  )

const isItemLine = (line: Line | undefined): boolean => line !== undefined && !line.code && isItem(line.text)
