/** A clock that is this many days behind everything written before stands where it stood when it lost its battery. */
const farBehind = 30

/**
 * The places of the days that no clock can have shown that was right. `days` are in the order in which they were written,
 * `today` is when they are read. A day after tomorrow is still to come; of the others the fewest are left out that make
 * the rest go forward, and of as few the earlier ones. A day back is a flight west.
 */
export function misdatedIn(days: readonly number[], today: number): Set<number> {
  const wrong = new Set<number>()
  const places: number[] = []
  const level: number[] = []
  let first: number | null = null
  for (const [place, day] of days.entries()) {
    if (day > today + 1 || (first ?? day) - day > farBehind) {
      wrong.add(place)
      continue
    }
    first = Math.min(first ?? day, day)
    const before = level.at(-1)
    places.push(place)
    level.push(before === day + 1 ? before : day)
  }
  const right = longestRising(level)
  for (const [index, place] of places.entries()) if (!right.has(index)) wrong.add(place)
  return wrong
}

/** The places of the longest row of numbers, in their order, that never falls; runs of one number count once. */
function longestRising(numbers: readonly number[]): Set<number> {
  const starts = numbers.flatMap((number, place) => (number === numbers[place - 1] ? [] : [place]))
  const dayIn = (run: number): number => numbers[starts[run] ?? 0] ?? 0
  // the run that ends the lowest row of each length, and the run before each in its row
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const run of starts.keys()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (dayIn(ends[middle] ?? 0) <= dayIn(run)) low = middle + 1
      else high = middle
    }
    previous[run] = ends[low - 1]
    ends[low] = run
  }
  const chosen = new Set<number>()
  for (let run = ends.at(-1); run !== undefined; run = previous[run]) {
    const end = starts[run + 1] ?? numbers.length
    for (let place = starts[run] ?? 0; place < end; place++) chosen.add(place)
  }
  return chosen
}
