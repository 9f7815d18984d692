/** A clock that is this many days behind everything written before starts anew whenever it loses its power. */
const farBehind = 30

/** Attempts made one after the other on one day: their places, from `start` up to and with `end`. */
interface Run {
  day: number
  start: number
  end: number
}

/**
 * The places of the days that no clock can have shown that was right. `days` are in the order in which they were written,
 * `today` is when they are read. A day after tomorrow is still to come; of the others the fewest are left out that make
 * the rest go forward, and of as few the earlier ones. A day back is a flight west.
 */
export function misdatedIn(days: readonly number[], today: number): Set<number> {
  const wrong = new Set<number>()
  const runs: Run[] = []
  let first: number | null = null
  for (const [place, day] of days.entries()) {
    if (day > today + 1 || (first ?? day) - day > farBehind) {
      wrong.add(place)
      continue
    }
    first = Math.min(first ?? day, day)
    const run = runs.at(-1)
    if (run && (run.day === day || run.day === day + 1)) run.end = place
    else runs.push({ day, start: place, end: place })
  }
  const right = longestRising(runs.map((run) => run.day))
  for (const [index, { start, end }] of runs.entries()) {
    if (right.has(index)) continue
    for (let place = start; place <= end; place++) wrong.add(place)
  }
  return wrong
}

/** The places of the longest row of numbers, in their order, that never falls: patience sorting. */
function longestRising(numbers: readonly number[]): Set<number> {
  // the place that ends the lowest row of each length, and the place before each in its row
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [place, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) <= number) low = middle + 1
      else high = middle
    }
    previous[place] = ends[low - 1]
    ends[low] = place
  }
  const chosen = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) chosen.add(place)
  return chosen
}
