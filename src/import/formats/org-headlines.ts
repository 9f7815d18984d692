import type { Line } from '../../text/lines.ts'

/** A headline of an Org file, and the text below it, as markdown. */
export interface Headline {
  level: number
  text: string
  tags: string[]
  line: number
  body: Line[]
  parent: Headline | null
}

const HEADLINE = /^(\*{1,12})[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?:\[#[A-Z]\][ \t]*)?(\S.*)$/
const TAGS = /[ \t]:((?:[\p{L}\p{N}_@#%-]+:)+)[ \t]*$/u
const DRAWER = /^[ \t]*:[A-Z_-]+:[ \t]*$/
const BLOCK = /^[ \t]*#\+(begin|end)_(?:src|example)\b[ \t]*([\w-]*)/i
const DROPPED = /^[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):|^[ \t]*#\+/
const LONGEST = 20 * 1024

export function headlinesOf(text: string): Headline[] {
  const headlines: Headline[] = []
  const path: Headline[] = []
  let inDrawer = false
  let code = false
  text.split('\n').forEach((row, index) => {
    const headline = code ? null : headlineIn(row, index + 1)
    if (headline) {
      path.length = Math.min(path.length, headline.level - 1)
      headline.parent = path.findLast(Boolean) ?? null
      path[headline.level - 1] = headline
      headlines.push(headline)
      inDrawer = false
    } else if (!code && DRAWER.test(row)) {
      inDrawer = !row.includes(':END:')
    } else if (!inDrawer) {
      const block = row.length > LONGEST ? null : BLOCK.exec(row)
      if (block) code = block[1]?.toLowerCase() === 'begin'
      headlines.at(-1)?.body.push(...bodyLine(row, index + 1, block, code))
    }
  })
  return headlines
}

function headlineIn(row: string, line: number): Headline | null {
  if (!row.startsWith('*') || row.length > LONGEST) return null
  const match = HEADLINE.exec(row)
  const title = match?.[2] ?? ''
  if (!match || title === '') return null
  const tags = TAGS.exec(title)
  const text = inline(title.slice(0, tags?.index).trim())
  return {
    level: match[1]?.length ?? 1,
    text,
    tags: (tags?.[1] ?? '').split(':').filter(Boolean),
    line,
    body: [],
    parent: null,
  }
}

function bodyLine(row: string, number: number, block: RegExpExecArray | null, code: boolean): Line[] {
  if (block) return [{ number, text: code ? `\`\`\`${block[2] ?? ''}` : '```', code: true }]
  if (code) return [{ number, text: row, code }]
  return DROPPED.test(row) ? [] : [{ number, text: row.length > LONGEST ? row : inline(row), code }]
}

/** Org's links, bold and code as markdown. */
function inline(text: string): string {
  return text
    .replace(/\[\[([^[\]]+)\]\[([^[\]]+)\]\]/g, '[$2]($1)')
    .replace(/(?<=^|[\s("'])\*(\S[^*]*)\*(?=$|[\s.,;:!?)"'])/g, '**$1**')
    .replace(/(?<=^|[\s("'])[=~](\S[^=~]*)[=~](?=$|[\s.,;:!?)"'])/g, '`$1`')
}
