import { openDrafts, withTypedChanges } from '../progress/drafts.ts'
import type { LineOf, MergedLine } from '../progress/journal.ts'
import { withoutUndone } from '../progress/without-undone.ts'
import type { Context } from './context.ts'

/** All attempts that were not undone, the oldest first. */
export const attemptsOf = ({ store }: Context): LineOf<'attempt'>[] =>
  withTypedChanges(withoutUndone(store.lines())).filter((line) => line.type === 'attempt')

/** The answers that were written and never scored, the oldest first. */
export const unscoredOf = ({ store }: Context): LineOf<'draft'>[] =>
  openDrafts(withoutUndone(store.lines()), ({ what }) => what === 'answer')

/** What a coach said about answers, as far as it was kept and they were not undone, the oldest first. */
export function adviceOf({ store }: Context): LineOf<'coach'>[] {
  const lines = withoutUndone(store.lines())
  const attempts = new Set(lines.flatMap((line) => (line.type === 'attempt' ? [line.id] : [])))
  return lines.filter(
    (line) => line.type === 'coach' && (line.of === null || attempts.has(line.of)),
  ) as LineOf<'coach'>[]
}

/** The same about answers to one question. */
export const adviceOn = (question: string, context: Context): LineOf<'coach'>[] =>
  adviceOf(context).filter((line) => line.question === question)

/** What was heard of spoken attempts, as far as it was kept, by their ids. */
export const transcriptsOf = ({ store }: Context): ReadonlyMap<string, string> =>
  new Map(store.lines().flatMap((line) => (line.type === 'transcript' ? [[line.of, line.text]] : [])))

/** All ladders and sprints that were not undone, the oldest first. */
export const practicesOf = ({ store }: Context): LineOf<'practice'>[] =>
  withoutUndone(store.lines()).filter((line) => line.type === 'practice')

/** What `undo` takes back, and the ids of its lines: a story has one for each of its questions. */
export interface Undoable {
  line: LineOf<'attempt'> | LineOf<'practice'> | LineOf<'story'>
  ids: string[]
}

/** The last attempt, ladder or sprint or, if that came later, what took the place of a story or removed it. */
export function lastToUndo({ store }: Context): Undoable | undefined {
  const lines = withoutUndone(store.lines())
  const replacing = replacingIn(lines)
  const at = lines.findLastIndex(
    (line) => line.type === 'attempt' || line.type === 'practice' || replacing.has(line.id),
  )
  const line = lines[at]
  if (line?.type === 'attempt' || line?.type === 'practice') return { line, ids: [line.id] }
  if (line?.type !== 'story') return undefined
  const isOther = (each: MergedLine): boolean =>
    each.type !== 'story' || each.text !== line.text || !replacing.has(each.id)
  const from = lines.slice(0, at).findLastIndex(isOther) + 1
  return { line, ids: lines.slice(from, at + 1).map(({ id }) => id) }
}

/** The ids of the story lines that hold now, and came where there was another story. */
function replacingIn(lines: readonly MergedLine[]): Set<string> {
  const told = new Map<string, { id: string; text: string | null; before: string | null }>()
  for (const line of lines) {
    if (line.type !== 'story') continue
    const { id, question, text } = line
    told.set(question, { id, text, before: told.get(question)?.text ?? null })
  }
  return new Set(
    [...told.values()].flatMap(({ id, text, before }) => (before !== null && before !== text ? [id] : [])),
  )
}

/** The changes noted at the end of mocks, the oldest first. */
export const mockChangesOf = ({ store }: Context): { at: string; change: string }[] =>
  withTypedChanges(withoutUndone(store.lines())).flatMap((line) =>
    line.type === 'rehearsal' && line.change ? [{ at: line.at, change: line.change }] : [],
  )
