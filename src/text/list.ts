/** An item of a markdown list. */
export interface ListItem {
  /** What follows the marker on its line. */
  head: string
  /** The lines below, without the item's indent. */
  rest: string[]
}

/** The marker of an item at the start of a line. */
export interface Marker {
  /** In columns, a tab being up to four. */
  indent: number
  /** How many characters the indent takes, and with it the marker and the blanks after it. */
  start: number
  width: number
}

/** Word processors and note-taking programs write bullets and boxes of their own; a dot is one before a tab. */
const itemMarker = /^([ \t]*)(?:[-*+•●○◦▪■‣–·∙⁃❖➢➤►▶☐☑☒✓✔]|\d{1,9}\\?[.)]|\.(?=\t))(?:[ \t]+|$)/

/** The marker at the start of a line; null if there is none. */
export function markerOf(text: string): Marker | null {
  const match = itemMarker.exec(text)
  if (!match) return null
  const blanks = match[1] ?? ''
  return { indent: columnsOf(blanks), start: blanks.length, width: match[0].length }
}

/** How many columns leading blanks take. */
export function columnsOf(blanks: string): number {
  if (!blanks.includes('\t')) return blanks.length
  let columns = 0
  for (const blank of blanks) columns += blank === '\t' ? 4 - (columns % 4) : 1
  return columns
}

/** The items of the outermost list in some lines; what is above the first item is left out. */
export function itemsOf(lines: readonly string[]): ListItem[] {
  const items: ListItem[] = []
  let width = 0
  for (const line of lines) {
    const marker = markerOf(line)
    const item = items.at(-1)
    if (marker && (!item || marker.indent < Math.min(width, 2))) {
      items.push({ head: line.slice(marker.width), rest: [] })
      width = Math.min(marker.width, 6)
    } else if (item) {
      item.rest.push(unindent(line, width))
    }
  }
  return items
}

/** The markdown of an item, as it was before it became one. */
export const itemText = (item: ListItem): string => [item.head, ...item.rest].join('\n').trim()

/** A line without its leading blanks, of which at most so many are removed. */
export function unindent(line: string, most: number): string {
  let width = 0
  while (width < most && (line[width] === ' ' || line[width] === '\t')) width++
  return line.slice(width)
}
