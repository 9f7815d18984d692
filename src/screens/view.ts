import { budgetOf } from '../rehearsal/budget.ts'
import { elapsed } from '../rehearsal/clock.ts'
import type { FollowUp, Phase, Rehearsal, Talk } from '../rehearsal/rehearsal.ts'
import { allScores, scoreMeanings, scoreNames } from '../rehearsal/scores.ts'
import { reads } from '../rehearsal/update.ts'
import { type Zone, zoneOf } from '../rehearsal/zone.ts'
import { formatClock } from '../text/duration.ts'
import { guard } from '../text/guard.ts'
import { width } from '../text/wrap.ts'
import { bar } from './bar.ts'
import { checklist } from './checklist.ts'
import { cut, fitting, joined, keys, roomIn, shortened, wrapped } from './layout.ts'
import type { Size, Style } from './style.ts'

/** The live part of the screen: only what repaints, and never taller than the window. */
export function view(rehearsal: Rehearsal, size: Size, style: Style, now: number): string {
  // below it stands the cursor's line, and one more where a line is read
  const rows = Math.max(1, size.rows - (reads(rehearsal) === 'key' ? 1 : 2))
  const lines = shortened(layoutsOf(rehearsal, { ...size, rows }, style, now), rows)
  return guard(lines.join('\n'), { colors: style.level > 0 })
}

/** A screen in full, and what is left of it in smaller windows. */
function layoutsOf(rehearsal: Rehearsal, size: Size, style: Style, now: number): (() => string[])[] {
  const { phase } = rehearsal
  switch (phase.name) {
    case 'think':
      return thinking(rehearsal, phase, size, style, now)
    case 'talk':
    case 'follow-up':
      return talking(rehearsal, phase, size, style, now)
    case 'score':
      return scoring(size, style)
    case 'review':
      return [() => checklist(rehearsal, phase, size, style)]
    case 'change':
      return [
        () => [
          ...wrapped(style.bold(changeQuestion(phase)), size),
          ...keys([['one line', 'enter for none', 'q quit', '? help']], size, style),
        ],
        () => wrapped('Your change for next time?', size),
      ]
    case 'results':
      return [
        () =>
          keys(
            [['enter done', 'a the weakest again', 'm a mock', 'e write its story', '? help']],
            size,
            style,
          ),
      ]
    case 'over':
      return [() => ['']]
  }
}

const changeQuestion = ({ answered }: Extract<Phase, { name: 'change' }>): string =>
  answered === null ? 'One change to take along from this mock?' : 'What will you change next time?'

function thinking(
  { options }: Rehearsal,
  phase: Extract<Phase, { name: 'think' }>,
  size: Size,
  style: Style,
  now: number,
): (() => string[])[] {
  const ms = elapsed(phase.clock, now)
  const time = formatClock(ms)
  const speak = style.bold(style.yellow('speak now'))
  const times = ms < options.thinkMs ? [time] : [`${time}  ${speak}`, `${time} ${speak}`]
  const clock = fitting([`${style.bold('Think')} ${times[0]}`, times.at(-1) ?? time], size, style)
  const start = 'Enter when you start to speak'
  return [
    () => [clock, ...keys([[start, "x don't know", 's skip', 'q quit', '? help']], size, style)],
    () => [clock, ...keys([[start, '? help']], size, style)],
  ]
}

const paintOf: Record<Zone, 'cyan' | 'green' | 'yellow' | 'red'> = {
  short: 'cyan',
  'on time': 'green',
  'wrap up': 'yellow',
  over: 'red',
}

/** Nobody who has just begun is told that they were short. */
const zoneWord = (zone: Zone): string => (zone === 'short' ? 'short so far' : zone)

function clockLine(
  rehearsal: Rehearsal,
  phase: Talk | FollowUp,
  size: Size,
  style: Style,
  now: number,
): string {
  const name = style.bold(phase.name === 'talk' ? 'Talk' : 'Reply')
  if (rehearsal.clockHidden) return cut(`${name} ${style.dim('clock hidden')}`, size, style)
  const ms = elapsed(phase.clock, now)
  const budgetMs = budgetOf(rehearsal, phase)
  const zone = zoneOf(ms, budgetMs)
  const word = style[paintOf[zone]](zoneWord(zone))
  const times = `${formatClock(ms)} of ${formatClock(budgetMs)}`
  const full = (drawn: string): string => `${name} ${times} ${drawn}${word}`
  // as many in every zone
  const cells = Math.min(40, roomIn(size) - width(`${name} ${times}  ${zoneWord('short')}`))
  const drawn = (): string => style[paintOf[zone]](bar(ms / budgetMs, cells, style))
  return fitting(
    [
      ...(cells >= 5 ? [full(`${drawn()} `)] : []),
      full(''),
      `${times} ${word}`,
      `${formatClock(ms)} ${word}`,
    ],
    size,
    style,
  )
}

function talking(
  rehearsal: Rehearsal,
  phase: Talk | FollowUp,
  size: Size,
  style: Style,
  now: number,
): (() => string[])[] {
  const clock = clockLine(rehearsal, phase, size, style, now)
  if (phase.confirming !== null) {
    const skipped = phase.name === 'talk' ? 'skip this question' : 'skip the follow-up'
    const act = phase.confirming === 's' ? skipped : 'quit'
    const told = wrapped(`Paused. ${phase.confirming} again to ${act}, any other key goes on.`, size)
    return [() => [clock, ...told], () => told]
  }
  const finish = 'Enter when you have finished'
  if (phase.clock.pausedAt !== null) {
    return [
      () => [clock, ...wrapped(`Paused. ${finish}, any other key goes on.`, size)],
      () => [clock, ...wrapped('Paused. Any key goes on.', size)],
    ]
  }
  if (phase.name === 'talk' && rehearsal.options.typed) return [() => typing(phase, clock, size, style)]
  const names = [
    finish,
    'p pause',
    'c clock',
    ...(phase.name === 'talk' ? [] : ['b back']),
    's skip',
    'q quit',
  ]
  return [
    () => [
      clock,
      ...keys(
        [
          [...names, '? help'],
          [...names, '?'],
        ],
        size,
        style,
      ),
    ],
    () => [clock, ...keys([[finish, '? help']], size, style)],
  ]
}

/** What was written so far; its last lines where it is long. */
function typing(phase: Talk, clock: string, size: Size, style: Style): string[] {
  const hint = keys([['Write your answer', 'a line with a lone . ends it']], size, style)
  const room = size.rows - 1 - hint.length
  if (room < 1) return [clock, ...hint]
  const rows = phase.typed.slice(-room).flatMap((line) => wrapped(line.replaceAll('\t', ' '), size))
  return [clock, ...hint, ...rows.slice(-room)]
}

function scoring(size: Size, style: Style): (() => string[])[] {
  const question = 'How was it? Score yourself before you see the answer.'
  const heading = (text: string): string[] => wrapped(style.bold(text), size)
  const hints = keys([['1-4 score', 'b back to the clock', 'q quit', '? help']], size, style)
  const table = allScores.map(
    (score) => `${score} ${scoreNames[score].padEnd(9)}  ${style.dim(scoreMeanings[score])}`,
  )
  const fits = table.every((line) => width(line) <= roomIn(size))
  const sentences = allScores.flatMap((score) =>
    wrapped(`${score} ${scoreNames[score]}: ${style.dim(scoreMeanings[score])}`, size, '  '),
  )
  const names = allScores.map((score) => `${score} ${scoreNames[score]}`)
  return [
    () => [...heading(question), ...(fits ? table : sentences), ...hints],
    () => [...heading(question), ...names.map((name) => cut(name, size, style)), ...hints],
    () => [...heading('How was it?'), ...joined([...names, '? help'], roomIn(size), style)],
    () => joined([...names, '? help'], roomIn(size), style),
  ]
}
