import { dateOf } from '../../text/dates.ts'
import { dateInWords } from '../../text/words.ts'
import { type Html, html, type Piece } from './html.ts'

// Charts take all the room there is: lengths are shares of it, so that letters keep their size. Labels are HTML, which wraps.

type Tone = 'good' | 'fair' | 'weak'

export interface Bar {
  label: string
  /** Lengths from 0 to 1, one after the other; what is left stays empty. */
  parts: { share: number; tone: Tone; text: string }[]
  /** What the parts say, in words. */
  note: string
  /** From where to where it should end. */
  band?: readonly [from: number, to: number]
}

const percent = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`

/** Bars, each below its label. Their numbers stand beside the labels, so that the drawing is for the eye alone. */
export const bars = (rows: readonly Bar[]): Html => html`<div class="chart">${rows.map(bar)}</div>`

function bar({ label, parts, note, band }: Bar): Html {
  let from = 0
  const drawn = parts.map(({ share, tone, text }) => {
    const start = from
    from += share
    if (share <= 0) return null
    return html`<rect class="${tone}" x="${percent(start)}" width="${percent(share)}" height="20"/>${
      share < text.length * 0.04
        ? null
        : html`<text x="${percent(start + share / 2)}" y="15" text-anchor="middle">${text}</text>`
    }`
  })
  const target =
    band &&
    html`<rect class="band" x="${percent(band[0])}" width="${percent(band[1] - band[0])}" height="20"/>`
  return html`<div class="bar"><span dir="auto">${label}</span><span class="soft">${note}</span><svg aria-hidden="true"><rect class="rest" width="100%" height="20"/>${drawn}${target ?? null}</svg></div>`
}

export interface Point {
  label: string
  value: number
  text: string
}

export interface Scale {
  from: number
  to: number
  /** Values with a line of their own, and what they mean. */
  guides: readonly (readonly [value: number, label: string])[]
}

/** Values in their order, joined by a line. `about` says in words what is drawn. */
export function plot(
  points: readonly Point[],
  { from, to, guides }: Scale,
  about: string,
  height = 150,
): Html {
  const up = (value: number): string =>
    percent(1 - (Math.min(to, Math.max(from, value)) - from) / (to - from))
  const along = (index: number): string =>
    percent(points.length === 1 ? 0.5 : 0.02 + (0.96 * index) / (points.length - 1))
  const longest = guides.reduce((most, [, label]) => (label.length > most.length ? label : most), '')
  return html`<div class="chart plot">
<div class="scale" aria-hidden="true"><b>${longest}</b>${guides.map(([value, label]) => html`<i style="top:${up(value)}">${label}</i>`)}</div>
<svg role="img" aria-label="${about}" height="${height}">${guides.map(([value]) => html`<line class="guide" x1="0" x2="100%" y1="${up(value)}" y2="${up(value)}"/>`)}${points.slice(1).map((point, index) => html`<line x1="${along(index)}" y1="${up(points[index]?.value ?? 0)}" x2="${along(index + 1)}" y2="${up(point.value)}"/>`)}${points.map(({ label, value, text }, index) => html`<circle cx="${along(index)}" cy="${up(value)}" r="4"><title>${label}: ${text}</title></circle>`)}</svg>
<div class="ends"><span>${points[0]?.label ?? ''}</span><span>${points.length > 1 ? (points.at(-1)?.label ?? '') : ''}</span></div>
</div>`
}

/** A table whose first column names the rows. */
export const table = (head: readonly string[], rows: readonly (readonly Piece[])[]): Html =>
  html`<table><thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${rows.map(
    ([first = null, ...rest]) => html`<tr><th scope="row" dir="auto">${first}</th>${rest.map(cell)}</tr>`,
  )}</tbody></table>`

const shortest = 12

/** Short texts stay on one line, so that long ones get the room. */
const cell = (piece: Piece): Html =>
  piece instanceof Object || String(piece).length > shortest
    ? html`<td dir="auto">${piece}</td>`
    : html`<td class="n">${piece}</td>`

/** The table behind a chart. */
export const behind = (what: string, head: readonly string[], rows: readonly (readonly Piece[])[]): Html =>
  html`<details><summary>${what} as a table</summary>${table(head, rows)}</details>`

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Half a year. */
const mostWeeks = 26

/** A row for each week up to that of `today`, in each cell the number of answers; days are as in `text/dates.ts`. */
export function calendar(answersOn: (date: string) => number, first: number, today: number): Html {
  // day 0, 1970-01-01, was a Thursday
  const mondayOf = (day: number): number => day - ((day + 3) % 7)
  const weeks = Math.min(mostWeeks, Math.max(1, (mondayOf(today) - mondayOf(first)) / 7 + 1))
  const rows = Array.from({ length: weeks }, (_, week) => mondayOf(today) - 7 * (weeks - 1 - week))
  const onDay = (day: number): Html => {
    if (day > today) return html`<td></td>`
    const answers = answersOn(dateOf(day))
    const level = answers === 0 ? '' : answers < 3 ? 'some' : answers < 6 ? 'several' : 'many'
    return html`<td class="${level}">${answers}</td>`
  }
  return html`<table class="days"><thead><tr><th scope="col">Week of</th>${weekdays.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map(
    (monday) =>
      html`<tr><th scope="row">${dateInWords(dateOf(monday), dateOf(today)).slice(4)}</th>${weekdays.map((_, at) => onDay(monday + at))}</tr>`,
  )}</tbody></table>`
}
