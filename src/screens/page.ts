import { type Indent, width, wrap } from '../text/wrap.ts'

/** Lays out blocks, also inside one another. Every block ends with a newline. */
export interface Page {
  /** Text as a block of its own, wrapped. */
  block(text: string): string
  /** A line as it is. */
  line(text: string): string
  /** Blocks behind a marker such as a bullet; `tight` ones have no blank lines between them. */
  nest(marker: Indent, tight: boolean, blocks: () => string): string
  /** A blank line. */
  blank(): string
  /** The blank line that follows a block here; nothing in a tight list. */
  gap(): string
  /** The columns left for text. */
  room(): number
}

/** An empty page of so many columns, for one rendering: it remembers how deeply it is nested. */
export function pageOf(columns: number): Page {
  let lead: Indent = { first: '', rest: '' }
  let tight = false

  const put = (lines: string): string => {
    lead = { first: lead.rest, rest: lead.rest }
    return `${lines}\n`
  }
  const page: Page = {
    block: (text) => put(wrap(text, columns, lead)) + page.gap(),
    line: (text) => put((lead.first + text).trimEnd()),
    blank: () => `${lead.rest.trimEnd()}\n`,
    gap: () => (tight ? '' : page.blank()),
    room: () => Math.max(1, columns - width(lead.rest)),
    nest(marker, tightInside, blocks) {
      const outer = { rest: lead.rest, tight }
      lead = indented(lead, marker, columns)
      tight = tightInside
      const inside = withoutGap(page.gap(), blocks()) || page.line('')
      lead = { first: outer.rest, rest: outer.rest }
      tight = outer.tight
      return inside
    },
  }
  return page
}

/** Takes away the gap after the last block. */
function withoutGap(gap: string, blocks: string): string {
  return blocks.endsWith(gap) ? blocks.slice(0, blocks.length - gap.length) : blocks
}

/** Leaves at least half of the columns for text: what is nested too deeply starts again at the left. */
function indented(lead: Indent, marker: Indent, columns: number): Indent {
  const most = columns / 2
  if (width(lead.first + marker.first) <= most) {
    return { first: lead.first + marker.first, rest: lead.rest + marker.rest }
  }
  if (width(marker.first) <= most) return marker
  return { first: marker.first.trimStart(), rest: '' }
}
