/** The index of the first of some places in order that is at a line or below it; their number where none is. */
export function firstFrom(places: readonly { at: number }[], line: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.at ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}
