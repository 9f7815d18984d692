import { wordsIn } from '../answers/length.ts'
import { modelOf, otherModel, pointsOf } from '../rehearsal/item.ts'
import { itemInHand, type Rehearsal, type Review } from '../rehearsal/rehearsal.ts'
import { isRecorded, wordsOf } from '../rehearsal/review.ts'
import { allScores } from '../rehearsal/scores.ts'
import { safeLine } from '../text/safe.ts'
import { stateWithWords, whatItIsWorth } from './coverage.ts'
import { cutToWidth, keyHints, liveColumns, sideBySide, wrappedLines } from './layout.ts'
import type { Size, Style } from './style.ts'
import { doubt, pointsQuestion, scoreLabel } from './words.ts'

/** The review: points to tick, the final score, the keys. In a small window the points scroll. */
export function checklist(
  rehearsal: Rehearsal,
  phase: Review,
  size: Size,
  style: Style,
  status: string | null = null,
): string[] {
  const rows = rowsOf(rehearsal, phase)
  const full = {
    head: heading(rehearsal, phase, size, style, status),
    foot: foot(rehearsal, phase, size, style),
  }
  const small = { head: [], foot: smallFoot(rehearsal, phase, size, style) }
  const [chosen = small] = [full, { ...full, head: [] }].filter(
    ({ head, foot }) => size.rows - head.length - foot.length >= Math.min(3, rows.length),
  )
  const room = Math.max(rows.length === 0 ? 0 : 1, size.rows - chosen.head.length - chosen.foot.length)
  const shown = visibleRows(rows, phase.cursor, room)
  return [...chosen.head, ...shown.map((each) => tickRow(phase, each, size, style)), ...chosen.foot]
}

function rowsOf(rehearsal: Rehearsal, phase: Review): string[] {
  const item = itemInHand(rehearsal)
  const labels = pointsOf(item).map(({ label }, row) => {
    const found = phase.coverage?.[row]
    return safeLine(label) + (found === undefined ? '' : `: ${stateWithWords(found)}`)
  })
  return item.lastChange === null ? labels : [...labels, `Last time: ${safeLine(item.lastChange)}`]
}

function madeIn(rehearsal: Rehearsal, phase: Review): { made: number; of: number } {
  const of = pointsOf(itemInHand(rehearsal)).length
  return { made: phase.ticked.filter((row) => row < of).length, of }
}

function heading(
  rehearsal: Rehearsal,
  phase: Review,
  size: Size,
  style: Style,
  status: string | null,
): string[] {
  const beside = status === null ? [] : [status]
  const { made, of } = madeIn(rehearsal, phase)
  if (of > 0) {
    const counted = [`${style.bold(pointsQuestion)} ${made} of ${of}`, ...beside].join('  ')
    const { coverage } = phase
    const worth =
      coverage === null
        ? []
        : wrappedLines(style.dim(whatItIsWorth(coverage, wordsIn(wordsOf(phase) ?? ''))), size)
    return [...wrappedLines(counted, size), ...worth]
  }
  return itemInHand(rehearsal).lastChange === null
    ? beside
    : wrappedLines([style.bold('Did you make the change from last time?'), ...beside].join('  '), size)
}

function foot(rehearsal: Rehearsal, phase: Review, size: Size, style: Style): string[] {
  const item = itemInHand(rehearsal)
  const hasModel = modelOf(item) !== null
  const other = phase.showing === 'story' ? 'm answer' : 'm story'
  const tickBy = (how: string): string[] => (rowsOf(rehearsal, phase).length > 0 ? [`${how} tick`] : [])
  const names = [
    ...(hasModel ? ['1-4 score'] : []),
    'enter save',
    ...(rehearsal.debrief === null ? ['a again'] : []),
    'e write story',
    ...(isRecorded(rehearsal, phase) ? ['l listen'] : []),
    ...(otherModel(item) === null ? [] : [other]),
    ...(rehearsal.hasCoach && wordsOf(phase) !== null ? ['o coach'] : []),
    'q quit',
  ]
  const short = names.map((name) => name.replace('write ', ''))
  const arrows = style.ascii ? 'up/down' : '↑↓'
  const wordings: [string[], ...string[][]] = [
    [...tickBy(`${arrows} space`), ...names, '? help'],
    [...tickBy(`${arrows} space`), ...short, '? help'],
    [...tickBy('space'), ...short, '?'],
  ]
  return [
    ...(hasModel ? scores(phase, size, style) : []),
    ...doubtLines(rehearsal, phase, size),
    ...keyHints(wordings, size, style),
  ]
}

function smallFoot(rehearsal: Rehearsal, phase: Review, size: Size, style: Style): string[] {
  const hasModel = modelOf(itemInHand(rehearsal)) !== null
  const names = [...(hasModel ? [scoreLabel(phase.score)] : []), 'enter save', '? help']
  const lines = keyHints([names], size, style)
  const doubts = doubtLines(rehearsal, phase, size)
  return lines.length + doubts.length < size.rows ? [...doubts, ...lines] : lines
}

/** The final score: brackets mark the chosen one, not colour alone. */
function scores(phase: Review, size: Size, style: Style): string[] {
  const names = allScores.map((score) => {
    const name = scoreLabel(score)
    return score === phase.score ? style.bold(`[${name}]`) : name
  })
  return sideBySide([`Final score: ${names[0]}`, ...names.slice(1)], liveColumns(size), style)
}

function doubtLines(rehearsal: Rehearsal, phase: Review, size: Size): string[] {
  const { made, of } = madeIn(rehearsal, phase)
  const text = modelOf(itemInHand(rehearsal)) === null ? null : doubt(phase.score, made, of)
  return text === null ? [] : wrappedLines(text, size)
}

interface Row {
  row: number
  text: string
}

function tickRow(phase: Review, { row, text }: Row, size: Size, style: Style): string {
  const isCurrent = row === phase.cursor
  const box = phase.ticked.includes(row) ? (style.ascii ? '[x]' : '[✓]') : '[ ]'
  const line = cutToWidth(`${isCurrent ? '>' : ' '} ${box} ${text}`, size, style)
  return isCurrent ? style.bold(line) : line
}

/** The rows around the cursor that fit. */
function visibleRows(rows: string[], cursor: number, room: number): Row[] {
  const from = Math.max(0, Math.min(cursor - Math.floor(room / 2), rows.length - room))
  return rows.map((text, row) => ({ row, text })).slice(from, from + room)
}
