import { budgetOf } from '../rehearsal/budget.ts'
import { elapsed } from '../rehearsal/clock.ts'
import { type FollowUp, itemInHand, type Phase, type Rehearsal, type Talk } from '../rehearsal/rehearsal.ts'
import { allScores, scoreMeanings } from '../rehearsal/scores.ts'
import { partsOf } from '../rehearsal/shape.ts'
import { reads } from '../rehearsal/update.ts'
import { zoneNow } from '../rehearsal/zone.ts'
import { formatClock } from '../text/duration.ts'
import { guard } from '../text/guard.ts'
import { padEnd, width, wrap } from '../text/wrap.ts'
import { drawBar } from './bar.ts'
import { checklist, type Markdown } from './checklist.ts'
import {
  cutToWidth,
  firstLayoutThatFits,
  firstThatFits,
  keyHints,
  liveColumns,
  sideBySide,
  wrappedLines,
} from './layout.ts'
import type { Size, Style } from './style.ts'
import { ofZones, paintedScore } from './tones.ts'
import { changeQuestion, finishPrompt, startPrompt, startWritingPrompt } from './words.ts'

/** What is drawn elsewhere: the level of the microphone, and markdown once what draws it is loaded. */
interface Beside {
  status?: string | null
  markdown?: Markdown | undefined
}

const plainly: Markdown = (text, columns) => wrap(text, columns)

/** The live part of the screen: what repaints, never taller than the window. `status`: of what goes on beside it. */
export function view(
  rehearsal: Rehearsal,
  size: Size,
  style: Style,
  now: number,
  { status = null, markdown = plainly }: Beside = {},
): string {
  const rows = Math.max(1, size.rows - 1 - rowsForTyping(reads(rehearsal), size))
  const beside = { status, markdown }
  const lines = firstLayoutThatFits(layoutsOf(rehearsal, { ...size, rows }, style, now, beside), rows)
  return guard(lines.join('\n'), { colors: style.level > 0 })
}

/** How many rows what is typed needs, beside the one that the cursor needs below it. */
const rowsForTyping = (reading: ReturnType<typeof reads>, { rows }: Size): number =>
  ({ key: 0, line: 1, text: Math.min(3, Math.floor(rows / 2)) })[reading]

/** The layouts of a screen: in full, and shortened for smaller windows. */
function layoutsOf(
  rehearsal: Rehearsal,
  size: Size,
  style: Style,
  now: number,
  { status, markdown }: { status: string | null; markdown: Markdown },
): (() => string[])[] {
  const { phase } = rehearsal
  switch (phase.name) {
    case 'think':
      return thinking(rehearsal, phase, size, style, now)
    case 'talk':
    case 'follow-up':
      return talking(rehearsal, phase, size, style, now, status)
    case 'score':
      return scoring(size, style)
    case 'review':
      return [() => checklist(rehearsal, phase, size, style, { status, markdown })]
    case 'change':
      return [
        () => [
          ...wrappedLines(style.heading(changeQuestion(phase.answered === null)), size),
          ...keyHints([['one line', 'enter for none', 'q and enter quit', '? help']], size, style),
        ],
        () => wrappedLines('Your change for next time?', size),
      ]
    case 'results':
      return [
        () =>
          keyHints(
            [['enter done', 'a the weakest again', 'm a mock', 'e write its story', '? help']],
            size,
            style,
          ),
      ]
    case 'over':
      return [() => ['']]
  }
}

function thinking(
  { options }: Rehearsal,
  phase: Extract<Phase, { name: 'think' }>,
  size: Size,
  style: Style,
  now: number,
): (() => string[])[] {
  const ms = elapsed(phase.clock, now)
  const time = formatClock(ms)
  const speak = style.heading(style.accent(options.typed ? 'write now' : 'speak now'))
  const start = options.typed ? startWritingPrompt : startPrompt
  const times = ms < options.thinkMs ? [time] : [`${time}  ${speak}`, `${time} ${speak}`]
  const clock = firstThatFits([`${style.heading('Think')} ${times[0]}`, times.at(-1) ?? time], size, style)
  return [
    () => [clock, ...keyHints([[start, "x don't know", 's skip', 'q quit', '? help']], size, style)],
    () => [clock, ...keyHints([[start, '? help']], size, style)],
  ]
}

/** Nobody who has just begun should read that they were short. */
const zoneWord = (zone: ReturnType<typeof zoneNow>): string => (zone === 'short' ? 'short so far' : zone)

function clockLine(
  rehearsal: Rehearsal,
  phase: Talk | FollowUp,
  size: Size,
  style: Style,
  now: number,
): string {
  const isWriting = phase.name === 'talk' && rehearsal.options.typed
  const name = style.heading(isWriting ? 'Write' : phase.name === 'talk' ? 'Talk' : 'Reply')
  if (rehearsal.clockHidden) return cutToWidth(`${name} ${style.quiet('clock hidden')}`, size, style)
  const ms = elapsed(phase.clock, now)
  const budgetMs = budgetOf(rehearsal, phase)
  // the budget is for talking
  if (isWriting && !rehearsal.options.strict) return cutToWidth(`${name} ${formatClock(ms)}`, size, style)
  const zone = zoneNow(ms, budgetMs)
  const word = style[ofZones[zone]](zoneWord(zone))
  const times = `${formatClock(ms)} of ${formatClock(budgetMs)}`
  const full = (drawn: string): string => `${name} ${times} ${drawn}${word}`
  // the same length in every zone: short has the longest word
  const room = liveColumns(size) - width(`${name} ${times}  ${zoneWord('short')}`)
  // some terminals draw the characters of the bar two columns wide
  const cells = Math.min(40, Math.floor(room / 2))
  const drawn = (): string => drawBar(ms / budgetMs, cells, style, ofZones[zone])
  return firstThatFits(
    [
      ...(cells >= 4 ? [full(`${drawn()} `)] : []),
      full(''),
      `${times} ${word}`,
      `${formatClock(ms)} ${word}`,
    ],
    size,
    style,
  )
}

/** A line with what the microphone does at its end. */
function withMic(mic: string | null, size: Size, style: Style, line: (size: Size) => string): string {
  if (mic === null) return line(size)
  return cutToWidth(`${line({ ...size, columns: size.columns - width(mic) - 2 })}  ${mic}`, size, style)
}

function talking(
  rehearsal: Rehearsal,
  phase: Talk | FollowUp,
  size: Size,
  style: Style,
  now: number,
  mic: string | null,
): (() => string[])[] {
  const clock = withMic(mic, size, style, (left) => clockLine(rehearsal, phase, left, style, now))
  if (phase.confirming !== null) {
    const skipped = phase.name === 'talk' ? 'skip this question' : 'skip the follow-up'
    const act = phase.confirming === 's' ? skipped : 'quit'
    const hint = wrappedLines(`Paused. ${phase.confirming} again to ${act}, any other key resumes.`, size)
    return [() => [clock, ...hint], () => hint]
  }
  if (phase.clock.pausedAt !== null) {
    return [
      () => [clock, ...wrappedLines(`Paused. ${finishPrompt}, any other key resumes.`, size)],
      () => [clock, ...wrappedLines('Paused. Any key resumes.', size)],
    ]
  }
  if (phase.name === 'talk' && rehearsal.options.typed) {
    const ways = ['Write your answer', 'a line with a lone . ends it']
    const hint = keyHints([[...ways, 'ctrl-c quits and keeps it'], ways], size, style)
    return [() => [clock, ...hint], () => [clock]]
  }
  const part = phase.name === 'talk' ? partLine(rehearsal, phase, size, style, now) : []
  const names = [
    finishPrompt,
    ...(part.length === 0 ? [] : ['space next part']),
    'p pause',
    'c clock',
    ...(phase.name === 'talk' ? [] : ['b back']),
    's skip',
    'q quit',
  ]
  return [
    () => [
      clock,
      ...part,
      ...keyHints(
        [
          [...names, '? help'],
          [...names.filter((name) => name !== 'c clock'), '? help'],
        ],
        size,
        style,
      ),
    ],
    () => [clock, ...part, ...keyHints([[finishPrompt, '? help']], size, style)],
    () => [clock, ...keyHints([[finishPrompt, '? help']], size, style)],
  ]
}

/** The part of the answer in hand against its share, and what is left; empty for an answer without parts. */
function partLine(rehearsal: Rehearsal, phase: Talk, size: Size, style: Style, now: number): string[] {
  const { shape, budgetMs } = itemInHand(rehearsal)
  const part = partsOf[shape][phase.marks.length]
  if (part === undefined || rehearsal.clockHidden) return []
  const ms = elapsed(phase.clock, now)
  const since = phase.marks.at(-1) ?? 0
  const own = `${style.heading(part.name)} ${formatClock(ms - since)} of ${formatClock(budgetMs * part.share)}`
  // whole seconds from whole ones, so that both clocks add up to the budget
  const left = `${formatClock(Math.max(0, budgetMs - Math.floor(ms / 1000) * 1000))} left`
  const ahead = partsOf[shape].slice(phase.marks.length + 1).map(({ name }) => name)
  const wide = `${own}  ${style.quiet(`${[left, ...(ahead.length === 0 ? [] : [`then ${ahead.join(', ')}`])].join(', ')}`)}`
  return [firstThatFits([wide, `${own}  ${style.quiet(left)}`, own], size, style)]
}

function scoring(size: Size, style: Style): (() => string[])[] {
  const question = 'How was it? Score yourself before you see the answer.'
  const heading = (text: string): string[] => wrappedLines(style.heading(text), size)
  const hints = keyHints([['1-4 score', 'b back to the clock', 'q quit', '? help']], size, style)
  const table = allScores.map(
    (score) => `${padEnd(paintedScore(score, style), 11)}  ${style.quiet(scoreMeanings[score])}`,
  )
  const fits = table.every((line) => width(line) <= liveColumns(size))
  const sentences = allScores.flatMap((score) =>
    wrappedLines(`${paintedScore(score, style)}: ${style.quiet(scoreMeanings[score])}`, size, '  '),
  )
  const names = allScores.map((score) => paintedScore(score, style))
  return [
    () => [...heading(question), ...(fits ? table : sentences), ...hints],
    () => [...heading(question), ...names.map((name) => cutToWidth(name, size, style)), ...hints],
    () => [...heading('How was it?'), ...sideBySide([...names, '? help'], liveColumns(size), style)],
    () => sideBySide([...names, '? help'], liveColumns(size), style),
  ]
}
