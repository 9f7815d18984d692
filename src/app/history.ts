import { openDrafts, withTypedChanges } from '../progress/drafts.ts'
import type { LineOf } from '../progress/journal.ts'
import { withoutUndone } from '../progress/without-undone.ts'
import type { Context } from './context.ts'

/** All attempts that were not undone, the oldest first. */
export const attemptsOf = ({ store }: Context): LineOf<'attempt'>[] =>
  withTypedChanges(withoutUndone(store.lines())).filter((line) => line.type === 'attempt')

/** The answers that were written and never scored, the oldest first. */
export const unscoredOf = ({ store }: Context): LineOf<'draft'>[] =>
  openDrafts(withoutUndone(store.lines()), ({ what }) => what === 'answer')

/** What a coach said about answers to a question, as far as it was kept and they were not undone, the oldest first. */
export function adviceOn(question: string, { store }: Context): LineOf<'coach'>[] {
  const lines = withoutUndone(store.lines())
  const attempts = new Set(lines.flatMap((line) => (line.type === 'attempt' ? [line.id] : [])))
  return lines.filter(
    (line) =>
      line.type === 'coach' && line.question === question && (line.of === null || attempts.has(line.of)),
  ) as LineOf<'coach'>[]
}

/** All ladders and sprints that were not undone, the oldest first. */
export const practicesOf = ({ store }: Context): LineOf<'practice'>[] =>
  withoutUndone(store.lines()).filter((line) => line.type === 'practice')

/** A line that `undo` takes back. */
type Undoable = LineOf<'attempt'> | LineOf<'practice'> | LineOf<'story'>

/** The last attempt, ladder or sprint or, if that came later, the removal of a story that was not written again. */
export function lastToUndo({ store }: Context): Undoable | undefined {
  const lines = withoutUndone(store.lines())
  const stories = new Map(lines.flatMap((line) => (line.type === 'story' ? [[line.question, line]] : [])))
  return lines.findLast(
    (line) =>
      line.type === 'attempt' ||
      line.type === 'practice' ||
      (line.type === 'story' && line.text === null && stories.get(line.question) === line),
  ) as Undoable | undefined
}

/** The changes noted at the end of mocks, the oldest first. */
export const mockChangesOf = ({ store }: Context): { at: string; change: string }[] =>
  withTypedChanges(withoutUndone(store.lines())).flatMap((line) =>
    line.type === 'rehearsal' && line.change ? [{ at: line.at, change: line.change }] : [],
  )
