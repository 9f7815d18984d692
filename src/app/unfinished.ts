import type { Question } from '../bank/model.ts'
import { openDrafts } from '../progress/drafts.ts'
import type { MergedLine } from '../progress/journal.ts'
import type { Unfinished } from '../progress/progress.ts'
import { withoutUndone } from '../progress/without-undone.ts'
import { attemptName } from '../rehearsal/draft.ts'
import type { Context } from './context.ts'
import { questionById } from './questions.ts'
import type { Resumed, ResumedDraft, Selection } from './selection.ts'

/** An unfinished rehearsal, to go on where it stopped; null where one of its questions is gone. */
export async function selectUnfinished(
  { id, mode, questions: ids, options, done }: Unfinished,
  context: Context,
): Promise<Selection | null> {
  const questions: Question[] = []
  for (const each of ids) {
    const question = await questionById(each, context)
    if (question === null) return null
    questions.push(question)
  }
  const lines = context.store.lines()
  const answered = answeredIn(withoutUndone(lines), id, ids)
  const draft = draftIn(lines, id, answered, context)
  const next = ids.findIndex((each) => !done.includes(each))
  const written = draft?.drafted.what === 'answer' ? ids.indexOf(draft.drafted.question ?? '') : -1
  const again = written >= 0 && done.includes(ids[written] ?? '') ? written + 1 : null
  if (again !== null) questions.splice(again, 0, ...questions.slice(written, again))
  const at = again ?? (written >= 0 ? written : next < 0 ? ids.length : next)
  return { mode, questions, options, resumed: { id, answered, at, again, draft } }
}

/** What was answered in a rehearsal with these questions. Where no change was wanted, none is pending. */
function answeredIn(
  lines: readonly MergedLine[],
  rehearsal: string,
  questions: readonly string[],
): Resumed['answered'] {
  const declined = lines.flatMap((line) => (line.type === 'draft' && line.text === null ? [line.of] : []))
  return lines.flatMap((line) => {
    if (line.type !== 'attempt' || line.rehearsal !== rehearsal) return []
    const { v: _v, type: _type, id, at: _at, device: _device, pending, ...attempt } = line
    const at = questions.indexOf(line.question)
    const isPending = pending !== undefined && !declined.includes(id)
    return at < 0 ? [] : [{ answered: { at, attempt: { ...attempt, ...(isPending && { pending }) } }, id }]
  })
}

/** What was typed in a rehearsal and not given, as the machine knows it. */
function draftIn(
  lines: readonly MergedLine[],
  rehearsal: string,
  answered: Resumed['answered'],
  { store }: Context,
): ResumedDraft | null {
  const draft = openDrafts(withoutUndone(lines), new Set([rehearsal])).get(rehearsal)
  if (draft === undefined) return null
  const { id, of, what, question, text, thinkMs, talkMs } = draft
  const index = what === 'answer' ? answered.length : answered.findIndex((each) => each.id === of)
  const as = of === rehearsal ? 'rehearsal' : attemptName(index)
  const drafted = { as, what, question, text, thinkMs, talkMs }
  // the id of an attempt that was taken back never counts again
  const isMoved = what === 'answer' && lines.some((line) => line.id === of)
  return { id, of: isMoved ? store.newId() : of, drafted, isMoved }
}
