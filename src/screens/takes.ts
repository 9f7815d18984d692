import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { count, dateAndTime } from '../text/words.ts'
import { columns } from './columns.ts'
import type { Style } from './style.ts'

/** What the list of takes shows of one. */
interface Row {
  number: number
  at: string
  ms: number
  /** In bytes. */
  size: number
  text: string | null
  /** Its question, as the name of its file has it. */
  question: string
}

/** The list of takes, and how large they are together. */
export function takes(rows: readonly Row[], width: number, style: Style): string {
  const table = columns(
    rows.map(({ number, at, ms, size, text, question }) => [
      String(number),
      style.quiet(dateAndTime(at)),
      formatClock(ms),
      style.quiet(sizeInWords(size)),
      text === null ? question : plainText(text),
    ]),
    width,
  )
  const total = rows.reduce((sum, { size }) => sum + size, 0)
  return `${table}${style.quiet(`${count(rows.length, 'take')}, ${sizeInWords(total)}`)}\n`
}

/** `32 KB`, `1.9 MB`. */
const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
