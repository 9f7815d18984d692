import { instantOf } from './day.ts'
import type { Line, MergedLine } from './journal.ts'
import { writeLine } from './read.ts'

/** One device's journal. */
export interface Journal {
  device: string
  lines: readonly Line[]
}

interface Candidate {
  line: Line
  device: string
  instant: number
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Never undecided between two that differ, so that the order of the journals does not matter. */
function wins(a: Candidate, b: Candidate): boolean {
  if (a.instant !== b.instant) return a.instant > b.instant
  return (inOrder(writeLine(a.line), writeLine(b.line)) || inOrder(b.device, a.device)) > 0
}

/**
 * The lines of all journals, each id once, sorted by instant and then by id; the same in whatever order the journals come.
 * Within a journal the last line of an id counts, across journals the one with the later `at`.
 */
export function merge(journals: readonly Journal[]): MergedLine[] {
  const kept = new Map<string, Candidate>()
  for (const { device, lines } of journals) {
    for (const line of new Map(lines.map((line) => [line.id, line])).values()) {
      const candidate = { line, device, instant: instantOf(line.at) ?? 0 }
      const other = kept.get(line.id)
      if (!other || wins(candidate, other)) kept.set(line.id, candidate)
    }
  }
  return [...kept.values()]
    .sort((a, b) => a.instant - b.instant || inOrder(a.line.id, b.line.id))
    .map(({ line, device }) => ({ ...line, device }))
}
