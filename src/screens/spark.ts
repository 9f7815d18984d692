import type { Score } from '../rehearsal/records.ts'
import type { Style } from './style.ts'
import { ofScores } from './tones.ts'

const bars: Record<Score, string> = { 1: '\u2582', 2: '\u2584', 3: '\u2586', 4: '\u2588' }

/** The last scores of a question, given as digits, as bars side by side; as the digits where there is only ASCII. */
export const spark = (recent: string, style: Style): string =>
  [...recent]
    .map((digit) => {
      const score = Number(digit) as Score
      return style[ofScores[score]](style.ascii ? digit : bars[score])
    })
    .join('')
