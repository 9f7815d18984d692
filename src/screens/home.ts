import { wrap } from '../text/wrap.ts'
import { readiness } from './bar.ts'
import { columns, sentences } from './columns.ts'
import { changeLines, sideBySide } from './layout.ts'
import { picks as drawPicks, type PickRow } from './picks.ts'
import type { Style } from './style.ts'
import { changeFromLastTime, interviewLine, noneHere, todayLine } from './words.ts'

/** What the bare command shows to a user with a history. */
export interface HomeView {
  /** Of the plan, the nearest first; none without one. */
  rounds: readonly { name: string | null; date: string; daysLeft: number; ready: number; total: number }[]
  ready: number
  stories: number
  /** Questions of the plan, else of the chosen bank. */
  total: number
  /** Today's questions. */
  picks: readonly PickRow[]
  /** Whether there is a page for the morning: of what was rehearsed. */
  hasPage: boolean
  /** Ideas for the minutes that are left, one a line. */
  leftOver: readonly string[]
  /** The last change that the user noted. */
  change: string | null
}

/** The home screen: where the user stands, and today's questions. */
export function home(view: HomeView, width: number, style: Style): string {
  const { picks, change } = view
  return [
    `${standing(view, width, style)}\n`,
    `${style.heading(style.accent(wrap(today(view), width)))}\n`,
    picks.length === 0 ? '' : drawPicks(picks, width, style),
    ...view.leftOver.map((line) => `${wrap(line, width, { first: '  + ', rest: '    ' })}\n`),
    change === null ? '' : `\n${changeLines(changeFromLastTime(change), width, style)}\n`,
  ].join('')
}

/** The interviews ahead, and how many questions are ready: where there are several rounds, for each of them. */
function standing({ rounds, ready, total, stories }: HomeView, width: number, style: Style): string {
  const written = `${stories} of ${total} stories written`
  const [only, second] = rounds
  if (second === undefined) {
    const interview = only === undefined ? '' : `${style.heading(wrap(interviewLine(only), width))}\n`
    const facts = [readiness(ready, total, width, style), written]
    return `${interview}${sideBySide(facts, width, style).join('\n')}\n`
  }
  const rows = rounds.map((round) => [
    style.heading(interviewLine(round)),
    round.total === 0 ? noneHere : readiness(round.ready, round.total, width, style),
  ])
  return `${(style.plain ? sentences : columns)(rows, width)}${wrap(written, width)}\n`
}

function today({ rounds, picks, hasPage }: HomeView): string {
  if (rounds[0]?.daysLeft === 0) {
    if (!hasPage) return 'Today is the day, and nothing is rehearsed yet: say a few answers out loud once.'
    return 'Today is the day: five minutes are enough, and nothing is scored. Read your page for the morning out loud.'
  }
  if (picks.length === 0) return 'Today: everything in the plan is done.'
  const minutes = picks.reduce((sum, each) => sum + each.minutes, 0)
  return todayLine(picks.length, Math.ceil(minutes))
}
