import type { LineOf, MergedLine } from './journal.ts'

/**
 * The lines without undos and what they take back. An undo that was itself taken back takes nothing back. A rehearsal whose
 * answers are all taken back never was: the change noted at its end goes with them.
 */
export function withoutUndone(lines: readonly MergedLine[]): readonly MergedLine[] {
  const undos = undosInForce(lines)
  if (undos.length === 0) return lines
  const undone = new Set(undos.map(({ of }) => of))
  const attempts = lines.filter((line) => line.type === 'attempt')
  const emptied = rehearsalsOf(attempts.filter(({ id }) => undone.has(id)))
  for (const id of rehearsalsOf(attempts.filter(({ id }) => !undone.has(id)))) emptied.delete(id)
  return lines.filter(
    (line) =>
      line.type !== 'undo' &&
      !undone.has(line.id) &&
      // one that is still open may have a draft to go on with
      !(line.type === 'rehearsal' && line.state === 'end' && emptied.has(line.id)),
  )
}

/** The undos that were not taken back themselves, the oldest first. */
export function undosInForce(lines: readonly MergedLine[]): LineOf<'undo'>[] {
  const undone = new Set<string>()
  const undos: LineOf<'undo'>[] = []
  for (const line of lines.filter((each) => each.type === 'undo').reverse()) {
    if (undone.has(line.id)) continue
    undone.add(line.of)
    undos.push(line)
  }
  return undos.reverse()
}

const rehearsalsOf = (attempts: readonly LineOf<'attempt'>[]): Set<string> =>
  new Set(attempts.map(({ rehearsal }) => rehearsal))
