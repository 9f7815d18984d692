import type { Warning } from '../../bank/model.ts'
import { longestLine } from '../../text/limits.ts'
import { warningsAt } from './warning.ts'

/** Warns of lines that are too long to be shown as markdown. */
export function longLines(text: string): Warning[] {
  const places: { line: number }[] = []
  let line = 1
  let start = 0
  while (start <= text.length) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    if (end - start > longestLine) places.push({ line })
    start = end + 1
    line++
  }
  return warningsAt(
    'too-long',
    places,
    () => 'A line is longer than 20 KB and is shown as plain text. Break it into paragraphs.',
    (count) =>
      `${count} lines are longer than 20 KB and are shown as plain text. Break them into paragraphs.`,
  )
}
