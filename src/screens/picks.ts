import { plainText } from '../text/plain-text.ts'
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

/** Questions with their number, minutes and reason. */
export const picks = (rows: readonly PickRow[], width: number, style: Style): string =>
  columns(
    rows.map(({ number, bank, question, reason, minutes, round }) => [
      bank === null ? String(number).padStart(3) : `${bank} ${number}`,
      `${String(minutes).padStart(2)} min`,
      `${plainText(question)} ${style.dim(`(${round === undefined ? '' : `${round}: `}${reason})`)}`,
    ]),
    width,
  )
