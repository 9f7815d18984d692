import { elapsed } from '../rehearsal/clock.ts'
import { type Going, itemInGo, overBy, type Practice } from '../rehearsal/practice/practice.ts'
import { practiceReads } from '../rehearsal/practice/update.ts'
import { formatClock } from '../text/duration.ts'
import { guard } from '../text/guard.ts'
import { width } from '../text/wrap.ts'
import { drawBar } from './bar.ts'
import { firstLayoutThatFits, firstThatFits, keyHints, liveColumns, wrappedLines } from './layout.ts'
import type { Size, Style } from './style.ts'
import { cutQuestion, finishPrompt, readyPrompt, startPrompt } from './words.ts'

/** The live part of a practice: what repaints, never taller than the window. */
export function practiceView(practice: Practice, size: Size, style: Style, now: number): string {
  // the cursor needs a line below it, and a line that is typed one more
  const rows = Math.max(1, size.rows - (practiceReads(practice) === 'key' ? 1 : 2))
  const lines = firstLayoutThatFits(layoutsOf(practice, size, style, now), rows)
  return guard(lines.join('\n'), { colors: style.level > 0 })
}

function layoutsOf(practice: Practice, size: Size, style: Style, now: number): (() => string[])[] {
  const { phase, mode } = practice
  const isSprint = mode === 'sprint'
  switch (phase.name) {
    case 'ready':
      return [
        () =>
          isSprint
            ? keyHints([[readyPrompt, 'q quit', '? help']], size, style)
            : keyHints([[startPrompt, 's skip', 'q quit', '? help']], size, style),
      ]
    case 'go':
      return going(practice, phase, size, style, now)
    case 'cut':
      return [
        () => [
          ...wrappedLines(style.heading(cutQuestion), size),
          ...keyHints([['one line', 'enter for nothing', 'q and enter quit', '? help']], size, style),
        ],
        () => wrappedLines(cutQuestion, size),
      ]
    case 'over':
      return [() => ['']]
  }
}

function going(practice: Practice, phase: Going, size: Size, style: Style, now: number): (() => string[])[] {
  const clock = clockLine(practice, phase, size, style, now)
  const isSprint = practice.mode === 'sprint'
  if (phase.confirming !== null) {
    const act = phase.confirming === 's' ? 'skip it' : 'quit'
    const hint = wrappedLines(`Paused. ${phase.confirming} again to ${act}, any other key resumes.`, size)
    return [() => [clock, ...hint], () => hint]
  }
  if (phase.clock.pausedAt !== null) {
    return [() => [clock, ...wrappedLines('Paused. Any key resumes.', size)], () => [clock]]
  }
  if (practice.typed) {
    const names = [
      'Write its name and first line',
      'enter done',
      'x nothing came',
      's skip',
      'q quit',
      '? help',
    ]
    return [() => [clock, ...keyHints([names, names.slice(0, 3)], size, style)], () => [clock]]
  }
  const names = isSprint
    ? ['Enter when said', 'x nothing came', 'p pause', 's skip', 'q quit', '? help']
    : [finishPrompt, 'p pause', 's skip', 'q quit', '? help']
  return [
    () => [clock, ...keyHints([names], size, style)],
    () => [clock, ...keyHints([[names[0] ?? '', '? help']], size, style)],
    () => [clock],
  ]
}

/** The time against the budget, and what is left of it. */
function clockLine(practice: Practice, phase: Going, size: Size, style: Style, now: number): string {
  const { budgetMs } = itemInGo(practice)
  const ms = elapsed(phase.clock, now)
  const share = ms / budgetMs
  const over = overBy(ms, budgetMs)
  const tone = over > 0 ? 'bad' : share > 0.75 ? 'caution' : 'good'
  const paint = style[tone]
  const word =
    over > 0 ? `time is up, over by ${formatClock(over)}` : `${formatClock(leftOf(ms, budgetMs))} left`
  const times = `${formatClock(ms)} of ${formatClock(budgetMs)}`
  const room = liveColumns(size) - width(`Talk ${times}  time is up, over by 0:00`)
  // some terminals draw the characters of the bar two columns wide
  const cells = Math.min(30, Math.floor(room / 2))
  const name = style.heading('Talk')
  return firstThatFits(
    [
      ...(cells >= 4 ? [`${name} ${times} ${drawBar(share, cells, style, tone)} ${paint(word)}`] : []),
      `${name} ${times} ${paint(word)}`,
      `${times} ${paint(over > 0 ? 'over' : word)}`,
    ],
    size,
    style,
  )
}

/** Counted in the seconds that the clock shows, so that the two add up. */
const leftOf = (ms: number, budgetMs: number): number => Math.max(0, budgetMs - Math.floor(ms / 1000) * 1000)
