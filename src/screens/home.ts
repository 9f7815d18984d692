import { wrap } from '../text/wrap.ts'
import { readiness } from './bar.ts'
import { changeLines, sideBySide } from './layout.ts'
import { picks as drawPicks, type PickRow } from './picks.ts'
import type { Style } from './style.ts'
import { changeFromLastTime, interviewLine, todayLine } from './words.ts'

/** What the bare command shows to a user with a history. */
export interface HomeView {
  /** Null without a plan. */
  interview: { date: string; daysLeft: number } | null
  ready: number
  stories: number
  /** Questions of the plan, else of the chosen bank. */
  total: number
  /** Today's questions. */
  picks: readonly PickRow[]
  /** Ideas for the minutes that are left, one a line. */
  leftOver: readonly string[]
  /** The last change that the user noted. */
  change: string | null
}

/** The home screen: where the user stands, and today's questions. */
export function home(view: HomeView, width: number, style: Style): string {
  const { interview, ready, total, stories, picks, change } = view
  const where = [readiness(ready, total, width, style), `${stories} of ${total} stories written`]
  return [
    interview === null
      ? ''
      : `${style.heading(wrap(interviewLine(interview.date, interview.daysLeft), width))}\n`,
    `${sideBySide(where, width, style).join('\n')}\n\n`,
    `${style.heading(style.accent(wrap(today(view), width)))}\n`,
    picks.length === 0 ? '' : drawPicks(picks, width, style),
    ...view.leftOver.map((line) => `${wrap(line, width, { first: '  + ', rest: '    ' })}\n`),
    change === null ? '' : `\n${changeLines(changeFromLastTime(change), width, style)}\n`,
  ].join('')
}

function today({ interview, picks }: HomeView): string {
  if (interview?.daysLeft === 0) {
    return 'Today is the day: five minutes are enough, and nothing is scored. Read your page for the morning out loud.'
  }
  if (picks.length === 0) return 'Today: everything in the plan is done.'
  const minutes = picks.reduce((sum, each) => sum + each.minutes, 0)
  return todayLine(picks.length, Math.ceil(minutes))
}
