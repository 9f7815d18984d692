import { isOpen } from '../rehearsal/records.ts'
import { safeLine } from '../text/safe.ts'
import type { LineOf, MergedLine } from './journal.ts'

type Draft = LineOf<'draft'>

/**
 * What was typed and not given: the drafts that have not become part of another line, the oldest first. `lines`: without what
 * was undone, so that an answer whose attempt was taken back is a draft again.
 */
export function openDrafts(lines: readonly MergedLine[], isWanted: (draft: Draft) => boolean): Draft[] {
  const drafts = lines.filter((line) => line.type === 'draft').filter(isWanted)
  if (drafts.length === 0) return []
  const wanted = new Set(drafts.map(({ of }) => of))
  const owners = new Map(lines.flatMap((line) => (wanted.has(line.id) ? [[line.id, line] as const] : [])))
  return drafts.filter((draft) => (draft.text ?? '').trim() !== '' && !isGiven(draft, owners))
}

/** The ids of what was asked for a change, and got none. */
export const declinedIn = (lines: readonly MergedLine[]): Set<string> =>
  new Set(lines.flatMap((line) => (line.type === 'draft' && line.text === null ? [line.of] : [])))

function isGiven({ of, what, rehearsal }: Draft, owners: ReadonlyMap<string, MergedLine>): boolean {
  if (of === rehearsal) return false
  const line = owners.get(of)
  if (line?.type !== 'attempt') return what !== 'answer'
  return what === 'answer' || !isOpen(line)
}

/**
 * The lines, in which a change that was typed and not given counts as it stands, until it is given or given up: its rehearsal
 * may never be gone on with.
 */
export function withTypedChanges(lines: readonly MergedLine[]): readonly MergedLine[] {
  const typed = new Map<string, string | null>()
  for (const line of lines) {
    if (line.type === 'draft' && line.what === 'change')
      typed.set(line.of, safeLine(line.text ?? '').trim() || null)
  }
  if (typed.size === 0) return lines
  return lines.map((line) => {
    const change = typed.get(line.id)
    return change && lacksChange(line) ? { ...line, change } : line
  })
}

const lacksChange = (line: MergedLine): line is MergedLine & (LineOf<'attempt'> | LineOf<'rehearsal'>) =>
  line.type === 'attempt' ? isOpen(line) : line.type === 'rehearsal' && line.change === null
