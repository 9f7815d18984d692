import { wordsIn } from '../answers/length.ts'
import { modelOf, modelsOf, pointsOf } from '../rehearsal/item.ts'
import { itemInHand, type Rehearsal, type Review } from '../rehearsal/rehearsal.ts'
import { isRecorded, wordsOf } from '../rehearsal/review.ts'
import { allScores } from '../rehearsal/scores.ts'
import { safeLine } from '../text/safe.ts'
import { truncate, width, wrapToLines } from '../text/wrap.ts'
import { stateWithWords, whatItIsWorth } from './coverage.ts'
import { cutToWidth, ellipsis, keyHints, liveColumns, shownIn, sideBySide, wrappedLines } from './layout.ts'
import { namesOf, wholePoint } from './point-names.ts'
import type { Size, Style } from './style.ts'
import { ofScores } from './tones.ts'
import { doubt, modelNames, pointsQuestion, scoreLabel } from './words.ts'

/** Draws markdown; it has to be loaded first. */
export type Markdown = (text: string, columns: number, style: Style) => string

/** One thing to tick: its name, what was guessed of it, long and short, and for the row in hand all of it. */
interface Row {
  name: string
  state: string[]
  text: string
}

/** The review: points to tick, the final score, the keys. In a small window the points scroll. */
export function checklist(
  rehearsal: Rehearsal,
  phase: Review,
  size: Size,
  style: Style,
  { status, markdown }: { status: string | null; markdown: Markdown },
): string[] {
  const rows = rowsOf(rehearsal, phase)
  const page = pageInHand(rehearsal, phase, size, style, markdown)
  const small = { head: page, foot: smallFoot(rehearsal, phase, page.length > 0, size, style) }
  const full = {
    head: heading(rehearsal, phase, size, style, status),
    foot: foot(rehearsal, phase, size, style),
  }
  const layouts = page.length > 0 ? [] : [full, { ...full, head: [] }]
  const [chosen = small] = layouts.filter(
    ({ head, foot }) => size.rows - head.length - foot.length >= Math.min(3, rows.length),
  )
  const room = Math.max(rows.length === 0 ? 0 : 1, size.rows - chosen.head.length - chosen.foot.length)
  return [...chosen.head, ...visibleRows(rows, phase, room, size, style), ...chosen.foot]
}

function rowsOf(rehearsal: Rehearsal, phase: Review): Row[] {
  const item = itemInHand(rehearsal)
  const points = pointsOf(item)
  const names = namesOf(points)
  const rows = points.map((point, row): Row => {
    const found = phase.coverage?.[row]
    const name = names[row] ?? ''
    if (found === undefined) return { name, state: [], text: wholePoint(point) }
    const state = `: ${stateWithWords(found)}`
    return { name, state: [state, `: ${found.state}`], text: wholePoint(point).replace(/[.:]$/, '') + state }
  })
  if (item.lastChange === null) return rows
  const change = `Last time: ${safeLine(item.lastChange)}`
  return [...rows, { name: change, state: [], text: change }]
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
    const change = phase.ticked.includes(of) ? ' and the change' : ''
    const counted = [`${style.heading(pointsQuestion)} ${made} of ${of}${change}`, ...beside].join('  ')
    const { coverage } = phase
    const worth =
      coverage === null
        ? []
        : wrappedLines(style.quiet(whatItIsWorth(coverage, wordsIn(wordsOf(phase) ?? ''))), size)
    return [...wrappedLines(counted, size), ...worth]
  }
  return itemInHand(rehearsal).lastChange === null
    ? beside
    : wrappedLines([style.heading('Did you make the change from last time?'), ...beside].join('  '), size)
}

function foot(rehearsal: Rehearsal, phase: Review, size: Size, style: Style): string[] {
  const item = itemInHand(rehearsal)
  const hasModel = modelOf(item) !== null
  const tickBy = (how: string): string[] => (rowsOf(rehearsal, phase).length > 0 ? [`${how} tick`] : [])
  const names = [
    ...(hasModel ? ['1-4 score'] : []),
    'enter save',
    ...(rehearsal.debrief === null ? ['a again'] : []),
    'e write story',
    ...(hasModel ? ['m read'] : []),
    ...(isRecorded(rehearsal, phase) ? ['l listen'] : []),
    ...(rehearsal.hasCoach && wordsOf(phase) !== null ? ['o coach'] : []),
    'q quit',
  ]
  const short = names.map((name) => name.replace('write ', ''))
  // in a narrow window what is said above needs no words
  const shortest = short.map((name) => name.replace('1-4 score', '1-4'))
  const arrows = style.ascii ? 'up/down' : '↑↓'
  const wordings: [string[], ...string[][]] = [
    [...tickBy(`${arrows} space`), ...names, '? help'],
    [...tickBy(`${arrows} space`), ...short, '? help'],
    [...tickBy(`${arrows} space`), ...shortest, '? help'],
    [...tickBy('space'), ...short, '?'],
  ]
  return [
    ...(hasModel ? scores(phase, size, style) : []),
    ...doubtLines(rehearsal, phase, size, style),
    ...keyHints(wordings, size, style),
  ]
}

function smallFoot(
  rehearsal: Rehearsal,
  phase: Review,
  isReading: boolean,
  size: Size,
  style: Style,
): string[] {
  const hasModel = modelOf(itemInHand(rehearsal)) !== null
  const score = hasModel ? [scoreLabel(phase.score)] : []
  const names = isReading
    ? [...score, 'space tick', 'enter save', 'm read on', '? help']
    : [...score, 'enter save', ...(hasModel ? ['m read'] : []), '? help']
  const lines = keyHints([names], size, style)
  const doubts = isReading ? [] : doubtLines(rehearsal, phase, size, style)
  return lines.length + doubts.length < size.rows ? [...doubts, ...lines] : lines
}

/** The final score: brackets mark the chosen one, not colour alone. */
function scores(phase: Review, size: Size, style: Style): string[] {
  const names = allScores.map((score) => {
    const name = scoreLabel(score)
    return score === phase.score ? style.heading(style[ofScores[score]](`[${name}]`)) : name
  })
  return sideBySide([`Final score: ${names[0]}`, ...names.slice(1)], liveColumns(size), style)
}

function doubtLines(rehearsal: Rehearsal, phase: Review, size: Size, style: Style): string[] {
  const { made, of } = madeIn(rehearsal, phase)
  const text = modelOf(itemInHand(rehearsal)) === null ? null : doubt(phase.score, made, of)
  return text === null ? [] : wrappedLines(style.caution(text), size)
}

/** So many rows are left for the points, while the answer is read above them. */
const pointsBelow = 3

/** The page of the answer that is open above the points; empty where none is. */
function pageInHand(
  rehearsal: Rehearsal,
  phase: Review,
  size: Size,
  style: Style,
  markdown: Markdown,
): string[] {
  if (phase.turns === 0) return []
  const item = itemInHand(rehearsal)
  const columns = liveColumns(size)
  const lines = modelsOf(item).flatMap(({ kind, text }) => [
    style.heading(modelNames[kind]),
    ...markdown(text, columns, style).split('\n'),
    '',
  ])
  const below = Math.min(pointsBelow, rowsOf(rehearsal, phase).length)
  const free = size.rows - smallFoot(rehearsal, phase, true, size, style).length - below - 1
  const height = Math.max(1, Math.min(lines.length, free))
  const pages = Math.ceil((lines.length - 1) / height)
  const page = phase.turns % (pages + 1)
  if (page === 0) return []
  const shown = lines.slice((page - 1) * height, page * height)
  const where = pages === 1 ? '' : style.quiet(` Page ${page} of ${pages}`)
  const rule = style.quiet((style.ascii ? '-' : '─').repeat(Math.max(0, Math.min(20, columns - 16))))
  return [...shown, `${rule}${where}`]
}

/** The rows around the cursor that fit, the one in hand with its whole text. */
function visibleRows(rows: readonly Row[], phase: Review, room: number, size: Size, style: Style): string[] {
  const { cursor } = phase
  const current = rows[cursor]
  if (current === undefined) return []
  const most = Math.max(1, room - Math.min(2, rows.length - 1))
  const inHand = rowInHand(phase, current, most, size, style)
  const others = Math.max(0, room - inHand.length)
  const from = Math.max(0, Math.min(cursor - Math.floor(others / 2), rows.length - 1 - others))
  return rows
    .slice(from, from + others + 1)
    .flatMap((row, at) => (from + at === cursor ? inHand : [rowOf(row, phase, from + at, size, style)]))
}

/** With less than this of a name, the words that decided are left to the row in hand. */
const shortestName = 24

/** A row that is not in hand: of a long name so much that the state behind it is seen. */
function rowOf({ name, state }: Row, phase: Review, at: number, size: Size, style: Style): string {
  const start = `  ${box(phase, at, style)} `
  const room = liveColumns(size) - width(start)
  const shown = shownIn(style, name.slice(0, 4 * size.columns))
  const needed = Math.min(width(shown), shortestName)
  const end = state.find((each) => room - width(shownIn(style, each)) >= needed) ?? state.at(-1) ?? ''
  const cut = truncate(shown, Math.max(0, room - width(shownIn(style, end))), ellipsis(style))
  return cutToWidth(start + cut + end, size, style)
}

function rowInHand(phase: Review, { text }: Row, most: number, size: Size, style: Style): string[] {
  const first = `> ${box(phase, phase.cursor, style)} `
  const indent = { first, rest: ' '.repeat(6), width: 6 }
  const columns = liveColumns(size)
  // of a very long one only what may be seen is laid out, as this is done at every key
  const begin = shownIn(style, text.slice(0, 4 * columns * (most + 1)))
  const lines = wrapToLines(begin, columns, most, { ellipsis: ellipsis(style), indent })
  return lines.split('\n').map((line) => style.heading(style.accent(line)))
}

/** Ticked or not: by its sign, not by colour alone. */
function box(phase: Review, row: number, style: Style): string {
  if (!phase.ticked.includes(row)) return '[ ]'
  return `[${style.good(style.ascii ? 'x' : '✓')}]`
}
