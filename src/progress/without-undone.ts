import type { MergedLine } from './journal.ts'

/** The lines without undos and what they take back. An undo that was itself taken back takes nothing back. */
export function withoutUndone(lines: readonly MergedLine[]): readonly MergedLine[] {
  const undos = lines.filter((line) => line.type === 'undo')
  if (undos.length === 0) return lines
  const undone = new Set<string>()
  for (const undo of undos.reverse()) {
    if (!undone.has(undo.id)) undone.add(undo.of)
  }
  return lines.filter((line) => line.type !== 'undo' && !undone.has(line.id))
}
