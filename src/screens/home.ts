import { wrap } from '../text/wrap.ts'
import { changeLines } from './layout.ts'
import { picks as drawPicks, type PickRow } from './picks.ts'
import type { Style } from './style.ts'
import { changeFromLastTime, interviewLine, todayLine } from './words.ts'

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
  /** Ideas for the minutes that are left, one a line. */
  leftOver: readonly string[]
  /** The last change that the user noted. */
  change: string | null
}

/** The home screen: where the user stands, and today's questions. */
export function home(view: HomeView, width: number, style: Style): string {
  const { rounds, ready, total, stories, picks, change } = view
  const written = `${stories} of ${total} stories written`
  const where =
    rounds.length > 1
      ? [...rounds.map((round) => `${interviewLine(round)} · ${readyCount(round)}`), written]
      : [[...rounds.map(interviewLine), readyCount({ ready, total }), written].join(' · ')]
  return [
    `${style.bold(where.map((line) => wrap(line, width)).join('\n'))}\n`,
    `${wrap(today(view), width)}\n`,
    picks.length === 0 ? '' : `\n${drawPicks(picks, width, style)}`,
    ...view.leftOver.map((line) => `${wrap(line, width, { first: '  + ', rest: '    ' })}\n`),
    change === null ? '' : `\n${changeLines(changeFromLastTime(change), width, style)}\n`,
  ].join('')
}

const readyCount = ({ ready, total }: { ready: number; total: number }): string =>
  `${ready} of ${total} ready`

function today({ rounds, picks }: HomeView): string {
  if (rounds[0]?.daysLeft === 0) {
    return 'Today is the day: five minutes are enough, and nothing is scored. Read your page for the morning out loud.'
  }
  if (picks.length === 0) return 'Today: everything in the plan is done.'
  const minutes = picks.reduce((sum, each) => sum + each.minutes, 0)
  return todayLine(picks.length, Math.ceil(minutes))
}
