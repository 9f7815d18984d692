import { instantOf } from '../text/dates.ts'
import type { Line, MergedLine } from './journal.ts'
import { writeLine } from './read.ts'

/** One device's journal. Its lines may bear its name already, which saves a copy of each. */
export interface Journal {
  device: string
  lines: readonly ReadLine[]
}

type ReadLine = Line & { device?: string }

interface Candidate {
  line: ReadLine
  device: string
  instant: number
  /** Where it goes among all lines: by `moment`, and within one by its place in the journal. */
  moment: number
  place: number
}

const dayMs = 86_400_000

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A line as it stands in its journal. */
const textOf = ({ line }: Candidate): string => writeLine(Object.assign({}, line, { device: undefined }))

/** Never undecided between two that differ, so that the order of the journals does not matter. */
function wins(a: Candidate, b: Candidate): boolean {
  if (a.instant !== b.instant) return a.instant > b.instant
  const order = byText(textOf(a), textOf(b)) || byText(b.device, a.device)
  return (order || b.moment - a.moment || b.place - a.place) > 0
}

/**
 * The lines of one journal, of each id the last. A line counts as no earlier than the one before it, for clocks are put
 * back by minutes or hours, and what was written last has to count; one that is put back by more was wrong by years.
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
 * The lines of all journals, each id once, sorted by instant, those of a device as it wrote them; the same in whatever
 * order the journals come. Within a journal the last line of an id counts, across journals the one with the later `at`.
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
