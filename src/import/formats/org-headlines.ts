// Finds the headlines of an Org file, `** Why? :fc:`, and the text below each, which it turns into markdown.

import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'

export interface Headline {
  level: number
  /** As markdown, without keyword, priority and tags. */
  text: string
  tags: string[]
  /** From 1. */
  line: number
  /** The lines below it, as markdown, up to the next headline. */
  body: Line[]
  parent: Headline | null
  children: Headline[]
}

const headlineRow =
  /^(\*{1,12})[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|WAIT|HOLD|STARTED|INPROGRESS|IN-PROGRESS|CANCELLED|CANCELED|SOMEDAY)[ \t]+)?(?:\[#[A-Z]\][ \t]*)?(\S.*)$/
const tagsAtEnd = /[ \t]:((?:[\p{L}\p{N}_@#%-]+:)+)[ \t]*$/u
/** How many of its tasks are done. */
const progress = /[ \t]\[(?:\d+\/\d+|\d+%)\][ \t]*$/
const drawer = /^[ \t]*:[A-Z_-]+:[ \t]*$/
const blockEdge = /^[ \t]*#\+(begin|end)_(?:src|example)\b[ \t]*([\w-]*)/i
const metadata = /^[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):|^[ \t]*#\+/

/** All headlines of a text, in order. */
export function headlinesOf(text: string): Headline[] {
  const headlines: Headline[] = []
  const path: Headline[] = []
  let inDrawer = false
  let inCode = false
  text.split('\n').forEach((row, index) => {
    const number = index + 1
    const headline = inCode ? null : headlineIn(row, number)
    if (headline) {
      place(headline, path)
      headlines.push(headline)
      inDrawer = false
    } else if (!inCode && drawer.test(row)) {
      inDrawer = !row.includes(':END:')
    } else if (!inDrawer) {
      const edge = edgeIn(row)
      inCode = edge?.opens ?? inCode
      headlines.at(-1)?.body.push(...markdownLines(row, number, inCode, edge))
    }
  })
  return headlines
}

/** Puts a headline below the last one of a higher level. */
function place(headline: Headline, path: Headline[]): void {
  path.length = Math.min(path.length, headline.level - 1)
  headline.parent = path.findLast(Boolean) ?? null
  headline.parent?.children.push(headline)
  path[headline.level - 1] = headline
}

function headlineIn(row: string, line: number): Headline | null {
  if (!row.startsWith('*') || row.length > longestLine) return null
  const [, stars = '', title = ''] = headlineRow.exec(row) ?? []
  if (title === '') return null
  const tags = tagsAtEnd.exec(title)
  return {
    level: stars.length,
    text: markdownOf(title.slice(0, tags?.index).replace(progress, '').trim()),
    tags: (tags?.[1] ?? '').split(':').filter(Boolean),
    line,
    body: [],
    parent: null,
    children: [],
  }
}

interface BlockEdge {
  opens: boolean
  language: string
}

/** `#+begin_src js` or `#+end_src`. */
function edgeIn(row: string): BlockEdge | null {
  const match = row.length > longestLine ? null : blockEdge.exec(row)
  return match && { opens: match[1]?.toLowerCase() === 'begin', language: match[2] ?? '' }
}

/** A row as a line of markdown; none for a row of metadata. */
function markdownLines(row: string, number: number, inCode: boolean, edge: BlockEdge | null): Line[] {
  if (edge) return [{ number, text: edge.opens ? `\`\`\`${edge.language}` : '```', code: true }]
  if (inCode) return [{ number, text: row, code: true }]
  if (metadata.test(row)) return []
  return [{ number, text: row.length > longestLine ? row : markdownOf(row), code: false }]
}

/** Org's links, bold and code as markdown. */
function markdownOf(text: string): string {
  return text
    .replace(/\[\[([^[\]]+)\]\[([^[\]]+)\]\]/g, '[$2]($1)')
    .replace(/(?<=^|[\s("'])\*(\S[^*]*)\*(?=$|[\s.,;:!?)"'])/g, '**$1**')
    .replace(/(?<=^|[\s("'])[=~](\S[^=~]*)[=~](?=$|[\s.,;:!?)"'])/g, '`$1`')
}
