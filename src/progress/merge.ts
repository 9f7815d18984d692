import { instantOf } from '../text/dates.ts'
import type { Line, MergedLine, Order } from './journal.ts'
import { type Latest, orderFrom, orderNamed } from './order.ts'
import { writeLine } from './read.ts'

/** One device's journal. Its lines may name the device already, which saves copying each of them. */
export interface Journal {
  device: string
  lines: readonly ReadLine[]
}

type ReadLine = Line & { device?: string }

interface Candidate {
  line: ReadLine
  device: string
  /** In ms since the epoch: its moment where it names one, else its time. */
  instant: number
  /** What lines are sorted by: `order`, and where that is the same the place in the journal. */
  order: Order
  place: number
}

const byOrder = (a: Order, b: Order): number => a[0] - b[0] || a[1] - b[1]

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A line as it is in its journal. */
const textOf = ({ line }: Candidate): string => writeLine(Object.assign({}, line, { device: undefined }))

/** Always decides between two that differ, so that the order of the journals does not matter. */
function wins(a: Candidate, b: Candidate): boolean {
  if (a.order[0] !== b.order[0]) return a.order[0] > b.order[0]
  if (a.instant !== b.instant) return a.instant > b.instant
  const text = byText(textOf(a), textOf(b)) || byText(b.device, a.device)
  return (text || byOrder(b.order, a.order) || b.place - a.place) > 0
}

/** The last line of each id in one journal. `total`: the lines of all of them. */
function candidatesOf({ device, lines }: Journal, total: number): Map<string, Candidate> {
  const last = new Map<string, Candidate>()
  let order: Order = [0, 0]
  for (const [place, line] of lines.entries()) {
    const named = orderNamed(line, total)
    const instant = named?.[1] ?? instantOf(line.at) ?? 0
    order = named ?? orderFrom(instant, order)
    last.set(line.id, { line, device, instant, order, place })
  }
  return last
}

const isOf = (line: ReadLine, device: string): line is MergedLine => line.device === device

/**
 * The lines of all journals, each id once and after all that its device had seen, else sorted by time. The order of the
 * journals makes no difference. Within a journal the last line of an id counts, across journals the latest.
 */
export const merge = (journals: readonly Journal[]): MergedLine[] => mergeToLatest(journals).lines

/** The same, with where the last line stands; null where there is none. */
export function mergeToLatest(journals: readonly Journal[]): { lines: MergedLine[]; latest: Latest | null } {
  const total = journals.reduce((sum, { lines }) => sum + lines.length, 0)
  const [kept = new Map<string, Candidate>(), ...others] = journals.map((each) => candidatesOf(each, total))
  for (const candidates of others) {
    for (const [id, candidate] of candidates) {
      const other = kept.get(id)
      if (!other || wins(candidate, other)) kept.set(id, candidate)
    }
  }
  const sorted = [...kept.values()].sort(
    (a, b) =>
      byOrder(a.order, b.order) ||
      byText(a.device, b.device) ||
      a.place - b.place ||
      byText(a.line.id, b.line.id),
  )
  const last = sorted.at(-1)
  return {
    lines: sorted.map(({ line, device }) => (isOf(line, device) ? line : { ...line, device })),
    latest: last === undefined ? null : { order: last.order, device: last.device },
  }
}
