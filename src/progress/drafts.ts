import type { LineOf, MergedLine } from './journal.ts'

/**
 * What was typed in a rehearsal and not given: its last draft that has not become part of another line. `lines`: without what
 * was undone, so that an answer whose attempt was taken back is a draft again.
 */
export function openDraft(lines: readonly MergedLine[], rehearsal: string): LineOf<'draft'> | null {
  const drafts = lines.filter((line) => line.type === 'draft')
  const isOpen = (draft: LineOf<'draft'>): boolean =>
    draft.rehearsal === rehearsal && (draft.text ?? '').trim() !== '' && !isGiven(draft, lines)
  return drafts.findLast(isOpen) ?? null
}

function isGiven({ of, what, rehearsal }: LineOf<'draft'>, lines: readonly MergedLine[]): boolean {
  if (of === rehearsal) return false
  const line = lines.find(({ id }) => id === of)
  if (line?.type !== 'attempt') return what !== 'answer'
  return what === 'answer' || (line.final && line.pending === undefined)
}
