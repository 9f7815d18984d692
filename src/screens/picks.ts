import { plainText } from '../text/plain-text.ts'
import { wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import type { Style } from './style.ts'

/** A question to rehearse, why, and how many minutes it takes. */
export interface PickRow {
  number: number
  /** Its bank; null for the one in use. */
  bank: string | null
  question: string
  reason: string
  minutes: number
  /** The round that it is for, where there are several. */
  round?: string
}

/** Questions with their number, minutes and reason; for ears, a line each. */
export function picks(rows: readonly PickRow[], width: number, style: Style): string {
  if (style.plain) return rows.map((row) => `${wrap(inWords(row), width)}\n`).join('')
  return columns(
    rows.map(({ number, bank, question, reason, minutes, round }) => [
      bank === null ? String(number).padStart(3) : `${bank} ${number}`,
      style.quiet(`${String(minutes).padStart(2)} min`),
      `${plainText(question)} ${style.quiet(`(${round === undefined ? '' : `${round}: `}${reason})`)}`,
    ]),
    width,
  )
}

function inWords({ number, bank, question, reason, minutes, round }: PickRow): string {
  const why = round === undefined ? reason : `for ${round}: ${reason}`
  return `${bank === null ? '' : `${bank} `}${number}. ${plainText(question)} (${minutes} min, ${why})`
}
