/** Tells the line, from 1, of indexes of a text that only grow. It visits each line break once. */
export function lineCounter(text: string, first = 1): (at: number) => number {
  let line = first
  let next = text.indexOf('\n')
  return (at) => {
    while (next >= 0 && next < at) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
