/** An item of a markdown list. */
export interface ListItem {
  /** What follows the marker on its line. */
  head: string
  /** The lines below, without the item's indent. */
  rest: string[]
}

const itemMarker = /^([ \t]*)(?:[-*+•]|\d{1,9}[.)])(?:[ \t]+|$)/

/** The marker at the start of a line: its indent, and its width with that and the blanks after it; null if there is none. */
export function markerOf(text: string): { indent: number; width: number } | null {
  const match = itemMarker.exec(text)
  return match ? { indent: match[1]?.length ?? 0, width: match[0].length } : null
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
