import type { Line } from '../../text/lines.ts'
import { safe } from '../../text/safe.ts'
import { isGenericSummary } from './details.ts'

const LONGEST = 20 * 1024
const DEEPEST = 16
const TAG = /<\/?([a-z][a-z0-9]*)\b[^<>]*>/gi
const LINK = /<a\b[^<>]*\bhref=["']([^"'<>]*)["'][^<>]*>([^<>]*)<\/a>/gi
const INLINE = /<(b|strong|i|em|code)\b[^<>]*>([^<>]*)<\/\1>/gi
const SUMMARY = /<summary\b[^<>]*>(?:<(?:b|strong)>)?([^<>]*)(?:<\/(?:b|strong)>)?<\/summary>/gi
const MARKS: Record<string, string> = { b: '**', strong: '**', i: '*', em: '*', code: '`' }
const DROPPED =
  /^(?:a|b|strong|i|em|u|code|span|font|center|small|big|details|summary|div|p|ul|ol|section|article|body|html|sub|sup|mark|label|blockquote|h[1-6]|tt|kbd)$/
const BREAKS = /^(?:br|p|div|ul|ol|tr|h[1-6]|summary|blockquote|details)$/
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Markdown in which the HTML that is mere formatting has become markdown; code stays as it is. */
export function withoutHtml(lines: readonly Line[]): Line[] {
  if (!lines.some((line) => !line.code && line.text.includes('<'))) return [...lines]
  let depth = 0
  const formatted = (part: string): string =>
    part
      .replace(SUMMARY, (_, summary: string) => (isGenericSummary(summary) ? '' : `<b>${summary}</b>`))
      .replace(LINK, linked)
      .replace(INLINE, marked)
      .replace(TAG, (tag: string, name: string) => {
        const lower = name.toLowerCase()
        if (lower === 'ul' || lower === 'ol')
          depth = Math.min(DEEPEST, Math.max(0, depth + (tag.startsWith('</') ? -1 : 1)))
        return replacement(tag, lower, depth)
      })
  const converted = lines.flatMap((line) => {
    const { text, code } = line
    if (code || text.length > LONGEST || (depth === 0 && !text.includes('<'))) return [line]
    const within = depth > 0
    const change = outsideCode(text, formatted)
    if (change === text) return [within ? { ...line, text: text.trim() } : line]
    const rows = change.split('\n').map((row) => (within || depth > 0 ? hang(row) : row))
    return rows.map((row) => ({ ...line, text: row }))
  })
  return converted.length === lines.length ? converted : tidy(converted)
}

/** Without the blank lines that tags leave behind; an item has its text beside it. */
function tidy(lines: readonly Line[]): Line[] {
  const kept: Line[] = []
  let item: string | null = null
  for (const line of lines) {
    const isBlank = !line.code && line.text.trim() === ''
    const last = kept.at(-1)
    if (!line.code && /^ *- *$/.test(line.text)) {
      item = line.text.trimEnd()
    } else if (isBlank ? item === null && last && last.text.trim() !== '' : true) {
      kept.push(
        item === null || /^ *- /.test(line.text) ? line : { ...line, text: `${item} ${line.text.trim()}` },
      )
      item = null
    }
  }
  return withoutGaps(kept)
}

/** Items of a list follow each other without a blank line. */
const withoutGaps = (lines: readonly Line[]): Line[] =>
  lines.filter(
    (line, at) => line.code || line.text.trim() !== '' || !(isItem(lines[at - 1]) && isItem(lines[at + 1])),
  )

const isItem = (line: Line | undefined): boolean =>
  line !== undefined && !line.code && /^ *- /.test(line.text)

function replacement(tag: string, name: string, depth: number): string {
  if (name === 'li') return tag.startsWith('</') ? '' : `\n${'  '.repeat(Math.max(0, depth - 1))}- `
  if (BREAKS.test(name)) return '\n'
  return DROPPED.test(name) ? '' : tag
}

const linked = (all: string, address: string, text: string): string =>
  text.trim() === ''
    ? ''
    : address.startsWith('#')
      ? text
      : all.includes('"') || all.includes("'")
        ? `[${text}](${address})`
        : text

function marked(_: string, name: string, text: string): string {
  const mark = MARKS[name.toLowerCase()] ?? ''
  const bare = text.trim()
  if (bare === '') return text
  return text.replace(bare, () => `${mark}${bare}${mark}`)
}

const hang = (row: string): string => (/^ *- /.test(row) ? row : row.trim())

/** Applies a change to a line, but not to its inline code. */
function outsideCode(text: string, change: (part: string) => string): string {
  if (!text.includes('`')) return change(text)
  return text
    .split(/(`+[^`]+`+)/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('')
}

/** An HTML fragment as lines. */
const linesIn = (html: string): Line[] =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .split('\n')
    .map((text) => ({ number: 0, text, code: false }))

/** An HTML fragment, as Anki exports it, as markdown. */
export function markdownOf(html: string): string {
  const text = withoutHtml(linesIn(html))
    .map((line) => line.text)
    .join('\n')
    .replace(/&(nbsp|amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return safe(text)
}
