import { formatClock } from '../bank/duration.ts'
import type { Size } from '../env.ts'
import { budgetOf } from '../rehearsal/asking.ts'
import { elapsed } from '../rehearsal/clock.ts'
import { modelOf, otherModel, pointsOf } from '../rehearsal/item.ts'
import type { FollowUp, Phase, Rehearsal, Review, Talk } from '../rehearsal/rehearsal.ts'
import { itemInHand } from '../rehearsal/rehearsal.ts'
import { type Zone, zoneOf } from '../rehearsal/zone.ts'
import type { Style } from './style.ts'
import { allScores, count, scoreMeanings, scoreNames } from './words.ts'
import { truncate, wrap } from './wrap.ts'

/** The live part of the screen: only what repaints, and never taller than the window. */
export function view(rehearsal: Rehearsal, size: Size, style: Style, now: number): string {
  return linesOf(rehearsal, size, style, now)
    .slice(0, Math.max(1, size.rows - 1))
    .join('\n')
}

function linesOf(rehearsal: Rehearsal, size: Size, style: Style, now: number): string[] {
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
      return reviewing(rehearsal, phase, size, style)
    case 'change':
      return wrapped(
        phase.answered === null
          ? 'One change to take along from this mock (enter for none):'
          : 'What will you change next time? (enter for none):',
        size,
      )
    case 'results':
      return keys(
        ['a the weakest again', 'm a mock', 'e write its story', 'enter done', '? help'],
        size,
        style,
      )
    case 'over':
      return ['']
  }
}

const wrapped = (text: string, size: Size): string[] => wrap(text, Math.max(1, size.columns - 1)).split('\n')

/** The keys that work now, dim, on as few lines as the width allows. */
const keys = (names: string[], size: Size, style: Style): string[] =>
  wrapped(names.join(' · '), size).map((line) => style.dim(line))

function thinking(
  { options }: Rehearsal,
  phase: Extract<Phase, { name: 'think' }>,
  size: Size,
  style: Style,
  now: number,
): string[] {
  const ms = elapsed(phase.clock, now)
  const speak = ms > options.thinkMs ? `  ${style.bold(style.yellow('speak now'))}` : ''
  return [
    `${style.bold('Think')} ${formatClock(ms)}${speak}`,
    ...keys(['Enter when you start to speak', "x don't know", 's skip', 'q quit', '? help'], size, style),
  ]
}

const painted: Record<Zone, 'cyan' | 'green' | 'yellow' | 'red'> = {
  short: 'cyan',
  'on time': 'green',
  'wrap up': 'yellow',
  over: 'red',
}

/** The part of the budget that is used up, as a bar of `width` cells. */
function bar(share: number, width: number, ascii: boolean): string {
  const full = Math.min(width, Math.floor(share * width))
  return (ascii ? '#' : '━').repeat(full) + (ascii ? '.' : '┄').repeat(width - full)
}

function talking(
  rehearsal: Rehearsal,
  phase: Talk | FollowUp,
  size: Size,
  style: Style,
  now: number,
): string[] {
  const ms = elapsed(phase.clock, now)
  const budgetMs = budgetOf(rehearsal, phase)
  const zone = zoneOf(ms, budgetMs)
  const paint = style[painted[zone]]
  const times = `${formatClock(ms)} of ${formatClock(budgetMs)}`
  const width = Math.min(40, size.columns - times.length - zone.length - 12)
  const clock = phase.hidden
    ? [style.bold('Talk'), style.dim('clock hidden')].join(' ')
    : [
        style.bold(phase.name === 'talk' ? 'Talk' : 'Reply'),
        times,
        ...(width >= 5 ? [paint(bar(ms / budgetMs, width, style.ascii))] : []),
        paint(zone),
      ].join(' ')
  if (phase.sure !== null) {
    const act = phase.sure === 's' ? 'skip this question' : 'quit'
    return [clock, ...wrapped(`Paused. ${phase.sure} again to ${act}, any other key goes on.`, size)]
  }
  if (phase.clock.pausedAt !== null) return [clock, ...keys(['paused: any key goes on'], size, style)]
  if (phase.name === 'talk' && rehearsal.options.typed) {
    const room = Math.max(0, size.rows - 5)
    const typed = phase.typed.slice(-room).map((line) => truncate(line, size.columns - 1))
    return [clock, ...keys(['write your answer; a line with a lone . ends it'], size, style), ...typed]
  }
  return [
    clock,
    ...keys(
      ['Enter when you have finished', 'p pause', 'c clock', 's skip', 'q quit', '? help'],
      size,
      style,
    ),
  ]
}

function scoring(size: Size, style: Style): string[] {
  const rows = allScores.map((score) =>
    truncate(`${score} ${scoreNames[score].padEnd(9)}  ${style.dim(scoreMeanings[score])}`, size.columns - 1),
  )
  return [
    ...wrapped(style.bold('How was it? Score yourself before you see the answer.'), size),
    ...rows,
    ...keys(['1-4 score', 'b back to the clock', 'q quit', '? help'], size, style),
  ]
}

function reviewing(rehearsal: Rehearsal, phase: Review, size: Size, style: Style): string[] {
  const item = itemInHand(rehearsal)
  const points = pointsOf(item)
  const labels = points.map((point) => point.label)
  const rows = item.lastChange === null ? labels : [...labels, `Last time: ${item.lastChange}`]
  const model = modelOf(item)
  const other =
    otherModel(item) === null ? [] : [phase.showing === 'story' ? 'm model answer' : 'm your story']
  const made = phase.ticked.filter((row) => row < points.length).length
  const doubt =
    phase.score >= 3 && points.length > 0 && made < points.length / 2
      ? wrapped(`${made} of ${count(points.length, 'point')}: still ${scoreNames[phase.score]}?`, size)
      : []
  const hints = keys(
    [
      ...(rows.length > 0 ? ['space tick'] : []),
      '1-4 score',
      'enter save',
      'a again',
      'e story',
      ...other,
      '? help',
    ],
    size,
    style,
  )
  const score = model === null ? [] : wrapped(scoreChoice(phase, style), size)
  const room = Math.max(1, size.rows - 2 - doubt.length - hints.length - score.length)
  const heading = rows.length > 0 ? [style.bold('Which points did you make?')] : []
  return [
    ...heading,
    ...windowOf(rows, phase.cursor, room).map(({ row, text }) => tickRow(phase, row, text, size, style)),
    ...score,
    ...doubt,
    ...hints,
  ]
}

const scoreChoice = (phase: Review, style: Style): string =>
  `Final score: ${allScores
    .map((score) => {
      const name = `${score} ${scoreNames[score]}`
      return score === phase.score ? style.bold(`[${name}]`) : style.dim(name)
    })
    .join(' ')}`

function tickRow(phase: Review, row: number, text: string, size: Size, style: Style): string {
  const here = row === phase.cursor
  const box = phase.ticked.includes(row) ? (style.ascii ? '[x]' : '[✓]') : '[ ]'
  const line = truncate(`${here ? '>' : ' '} ${box} ${text}`, size.columns - 1)
  return here ? style.bold(line) : line
}

/** The rows around the cursor that fit. */
function windowOf(rows: string[], cursor: number, room: number): { row: number; text: string }[] {
  const from = Math.max(0, Math.min(cursor - Math.floor(room / 2), rows.length - room))
  return rows.map((text, row) => ({ row, text })).slice(from, from + room)
}
