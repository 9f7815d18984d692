import { count, dateInWords, inDays } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { picks as drawPicks, type PickRow } from './picks.ts'
import type { Style } from './style.ts'

/** What the bare command shows to somebody with a history. */
export interface HomeView {
  /** The date of the interview, and in how many days it is; null without a plan. */
  interview: { date: string; daysLeft: number } | null
  ready: number
  stories: number
  /** Questions of the plan, else of the chosen bank. */
  total: number
  /** Today's questions, each with why and how many minutes it takes. */
  picks: readonly PickRow[]
  /** What the minutes that are left could go to, each as a line. */
  leftOver: readonly string[]
  /** The change noted last. */
  change: string | null
}

/** Where the user stands and what today brings. */
export function home(view: HomeView, width: number, style: Style): string {
  const { interview, ready, total, stories, picks, change } = view
  const where = [
    ...(interview === null
      ? []
      : [`Interview ${dateInWords(interview.date)}, ${inDays(interview.daysLeft)}`]),
    `${ready} of ${total} ready`,
    `${stories} of ${total} stories written`,
  ]
  return [
    `${style.bold(wrap(where.join(' · '), width))}\n`,
    `${wrap(todayLine(view), width)}\n`,
    picks.length === 0 ? '' : `\n${drawPicks(picks, width, style)}`,
    ...view.leftOver.map((line) => `${wrap(line, width, { first: '  + ', rest: '    ' })}\n`),
    change === null ? '' : `\n${wrap(`Your change from last time: ${change}`, width)}\n`,
  ].join('')
}

function todayLine({ interview, picks }: HomeView): string {
  if (interview?.daysLeft === 0) {
    return 'Today is the day: five minutes are enough, and nothing is scored. Read your page for the morning out loud.'
  }
  if (picks.length === 0) return 'Today: all that the plan asks for is done.'
  const minutes = picks.reduce((sum, each) => sum + each.minutes, 0)
  return `Today: ${count(picks.length, 'question')}, about ${count(Math.ceil(minutes), 'minute')}`
}
