import { plainText } from '../bank/plain-text.ts'
import { columns } from './columns.ts'
import type { Style } from './style.ts'
import { count } from './words.ts'
import { wrap } from './wrap.ts'

/** What the bare command shows to somebody with a history. */
export interface Home {
  ready: number
  stories: number
  /** Questions of the chosen bank. */
  total: number
  /** Today's questions, each with why and how many minutes it takes. */
  picks: readonly { question: string; reason: string; minutes: number }[]
  /** The change noted last. */
  change: string | null
}

/** Said once, to somebody without a history. */
export const welcome =
  'Welcome to greenroom. Say each answer out loud, score yourself, then see a model answer. ? is help, q stops.\n'

/** Where the user stands and what today brings. */
export function home({ ready, stories, total, picks, change }: Home, width: number, style: Style): string {
  const minutes = Math.ceil(picks.reduce((sum, each) => sum + each.minutes, 0))
  const rows = picks.map((each) => [
    ` ${Math.ceil(each.minutes)} min`,
    `${plainText(each.question)} ${style.dim(`(${each.reason})`)}`,
  ])
  return [
    `${style.bold(wrap(`${ready} of ${total} ready · ${stories} of ${total} stories written`, width))}\n`,
    `${wrap(`Today: ${count(picks.length, 'question')}, about ${count(minutes, 'minute')}`, width)}\n\n`,
    columns(rows, width),
    change === null ? '' : `\n${wrap(`Your change from last time: ${change}`, width)}\n`,
  ].join('')
}
