import { plainText } from '../text/plain-text.ts'
import { width as cells, padEnd, truncate, wrap } from '../text/wrap.ts'
import { readiness } from './bar.ts'
import { columns, sentences } from './columns.ts'
import { changeLines, ellipsis, sideBySide } from './layout.ts'
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

/**
 * The home screen: where the user stands, and today's questions. Where that is more than `rows`, a question takes one line,
 * and only the first ones are named.
 */
export function home(view: HomeView, width: number, style: Style, rows = Number.POSITIVE_INFINITY): string {
  const { picks, leftOver, change } = view
  const drawn = (questions: string): string =>
    [
      `${standing(view, width, style)}\n`,
      `${style.heading(style.accent(wrap(today(view), width)))}\n`,
      questions,
      change === null ? '' : `\n${changeLines(changeFromLastTime(change), width, style)}\n`,
    ].join('')
  const whole = drawn(
    [
      picks.length === 0 ? '' : drawPicks(picks, width, style),
      ...leftOver.map((line) => `${wrap(line, width, { first: '  + ', rest: '    ' })}\n`),
    ].join(''),
  )
  const room = rows - linesIn(drawn(''))
  return linesIn(whole) <= rows || picks.length === 0 ? whole : drawn(inLines(picks, room, width, style))
}

const linesIn = (text: string): number => text.split('\n').length - 1

/** Questions with a line each, and how many more there are than fit. */
function inLines(picks: HomeView['picks'], room: number, width: number, style: Style): string {
  const shown = picks.length <= room ? picks : picks.slice(0, Math.max(1, room - 1))
  const more = picks.length - shown.length
  const names = shown.map(({ number, bank }) =>
    bank === null ? String(number).padStart(3) : `${bank} ${number}`,
  )
  const widest = names.reduce((most, name) => Math.max(most, cells(name)), 0)
  const lines = shown.map(({ question, minutes }, at) => {
    const cost = style.quiet(`${String(minutes).padStart(2)} min`)
    return truncate(
      `${padEnd(names[at] ?? '', widest)}  ${cost}  ${plainText(question)}`,
      width,
      ellipsis(style),
    )
  })
  return [...lines, ...(more === 0 ? [] : [style.quiet(`     and ${more} more`)])]
    .map((line) => `${line}\n`)
    .join('')
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
