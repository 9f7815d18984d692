/** An item of a markdown list. */
export interface ListItem {
  /** What follows the marker on its line. */
  head: string
  /** The indented lines below it, less their indent. */
  rest: string[]
}

const MARKER = /^([ \t]*)(?:[-*+•]|\d{1,9}[.)])(?:[ \t]+|$)/

/** Whether a line begins an item, and how far it is indented; null if not. */
export function markerOf(text: string): { indent: number; width: number } | null {
  const match = MARKER.exec(text)
  return match ? { indent: match[1]?.length ?? 0, width: match[0].length } : null
}

/** The items of the outermost list in some lines; lines that belong to none are left out. */
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

/** The item's markdown, as it was before it became an item. */
export const itemText = (item: ListItem): string => [item.head, ...item.rest].join('\n').trim()

export function unindent(line: string, most: number): string {
  let width = 0
  while (width < most && (line[width] === ' ' || line[width] === '\t')) width++
  return line.slice(width)
}
