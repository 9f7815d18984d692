import { instantOf } from '../text/dates.ts'
import type { Line, MergedLine } from './journal.ts'
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
  instant: number
  /** What lines are sorted by: `moment`, and within one the place in the journal. */
  moment: number
  place: number
}

const dayMs = 86_400_000

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A line as it is in its journal. */
const textOf = ({ line }: Candidate): string => writeLine(Object.assign({}, line, { device: undefined }))

/** Always decides between two that differ, so that the order of the journals does not matter. */
function wins(a: Candidate, b: Candidate): boolean {
  if (a.instant !== b.instant) return a.instant > b.instant
  const order = byText(textOf(a), textOf(b)) || byText(b.device, a.device)
  return (order || b.moment - a.moment || b.place - a.place) > 0
}

/**
 * The last line of each id in one journal. A line counts as no earlier than the one before it: clocks are put back by
 * minutes or hours, and what was written last has to win. A clock put back by more than a day had been far off.
 */
function candidatesOf({ device, lines }: Journal): Map<string, Candidate> {
  const last = new Map<string, Candidate>()
  let moment = 0
  for (const [place, line] of lines.entries()) {
    const instant = instantOf(line.at) ?? 0
    moment = moment - instant > dayMs ? instant : Math.max(moment, instant)
    last.set(line.id, { line, device, instant, moment, place })
  }
  return last
}

const isOf = (line: ReadLine, device: string): line is MergedLine => line.device === device

/**
 * The lines of all journals, each id once, sorted by time, with those of one device in the order it wrote them. The order
 * of the journals makes no difference. Within a journal the last line of an id counts, across journals the latest.
 */
export function merge(journals: readonly Journal[]): MergedLine[] {
  const [kept = new Map<string, Candidate>(), ...others] = journals.map(candidatesOf)
  for (const candidates of others) {
    for (const [id, candidate] of candidates) {
      const other = kept.get(id)
      if (!other || wins(candidate, other)) kept.set(id, candidate)
    }
  }
  return [...kept.values()]
    .sort(
      (a, b) =>
        a.moment - b.moment ||
        byText(a.device, b.device) ||
        a.place - b.place ||
        byText(a.line.id, b.line.id),
    )
    .map(({ line, device }) => (isOf(line, device) ? line : { ...line, device }))
}
