import type { Question } from '../bank/model.ts'
import type { Shell } from '../ports.ts'
import { declinedIn, openDrafts } from '../progress/drafts.ts'
import type { MergedLine } from '../progress/journal.ts'
import type { Unfinished } from '../progress/progress.ts'
import { withoutUndone } from '../progress/without-undone.ts'
import { attemptName } from '../rehearsal/draft.ts'
import { isOpen } from '../rehearsal/records.ts'
import { ellipsis, shownIn } from '../screens/layout.ts'
import type { Style } from '../screens/style.ts'
import { dayOf } from '../text/dates.ts'
import { plainText } from '../text/plain-text.ts'
import { count } from '../text/words.ts'
import { truncate, wrap } from '../text/wrap.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'
import { nameIn, questionById } from './questions.ts'
import { abandoned, closeRehearsal } from './run-rehearsal.ts'
import type { Resumed, ResumedDraft, Selection } from './selection.ts'

type Resumable = Selection & { resumed: Resumed }

/** Null where the user would rather quit. `context`: after what they said. */
type Chosen = { selection: Selection | 'new' | null; context: Context }

/**
 * Offers the newest rehearsal of this device and day that can be gone on with. A no closes that one alone, so the one before
 * it is offered at the next start.
 */
export async function offerUnfinished(context: Context, shell: Shell): Promise<Chosen> {
  const { settings, today } = context
  const left = abandoned(context).filter(({ at }) => dayOf(at, settings.dayStart) === today)
  for (const last of left.reverse()) {
    const resumable = await selectUnfinished(last, context)
    if (resumable === null) continue
    const selection = await offer(last, resumable, context, shell)
    if (selection === null) return { selection, context }
    const progress = await context.store.progress()
    const after = { ...context, progress }
    // it may have gone on elsewhere since; one that goes on twice would have two answers of one id
    const now = abandoned(after).find(({ id }) => id === last.id)
    if (now === undefined) {
      shell.print('It goes on in another terminal, or has ended there.\n')
      continue
    }
    if (selection !== 'new') return { selection: await selectUnfinished(now, after), context: after }
    closeRehearsal(now, after)
    const said = whereToRead(resumable, after)
    if (said !== null) shell.print(`${wrap(said, context.env.size().columns)}\n`)
    const unfinished = progress.unfinished.filter(({ id }) => id !== last.id)
    return { selection, context: { ...after, progress: { ...progress, unfinished } } }
  }
  return { selection: 'new', context }
}

function offer(
  { mode, id, at }: Unfinished,
  resumable: Resumable,
  { env, store, style }: Context,
  shell: Shell,
): Promise<Selection | 'new' | null> {
  const { columns } = env.size()
  const typed = resumable.resumed.draft === null ? '' : ' What you typed is kept.'
  const last = store.lines().findLast((line) => 'rehearsal' in line && line.rehearsal === id)?.at ?? at
  const time = last.slice(11, 16)
  const text = `At ${time} you left a ${mode} unfinished, ${whereIn(resumable, columns, style)}${typed}`
  const keys = 'Enter resumes it, n starts a new one, q quits, ? help'
  return choose<Selection | 'new' | null>(shell, {
    prompt: { live: `${text}\n${keys}`, plain: wrap(`${text} ${keys}: `, columns) },
    keys: { enter: resumable, n: 'new', q: null },
    atEnd: null,
    help: `${wrap(help, columns)}\n`,
    reminder: 'Press Enter to resume, or type n to start a new one, q to quit.\n',
  })
}

/** `at question 1 of 2: "How do you hire?"`, cut to a line; after the last one there is none to name. */
function whereIn(
  { mode, questions, resumed: { at, answered, draft } }: Resumable,
  columns: number,
  style: Style,
): string {
  // a question that is asked again is there twice
  const all = [...new Map(questions.map((question) => [question.id, question])).values()]
  const last = answered.at(-1)?.answered
  // its review comes first; that of a mock comes at its end
  const isInReview = mode !== 'mock' && last !== undefined && isOpen(last.attempt)
  const id = draft?.drafted.question ?? questions[isInReview ? last.at : at]?.id
  const index = all.findIndex((question) => question.id === id)
  const question = all[index]
  if (question === undefined) return `after the last of ${count(all.length, 'question')}.`
  const asked = shownIn(style, plainText(question.question))
  const title = truncate(asked, Math.min(60, columns - 2), ellipsis(style))
  return `at question ${index + 1} of ${all.length}: "${title}"${/[.?!…]$/.test(title) ? '' : '.'}`
}

const help =
  'Enter resumes where you stopped. n starts a new one and does not offer this again; everything that you scored or typed is kept.'

/** Where what was typed stands once its rehearsal is not gone on with; null where nothing was. */
function whereToRead({ questions, resumed: { draft } }: Resumable, context: Context): string | null {
  if (draft === null) return null
  const question = questions.find(({ id }) => id === draft.drafted.question)
  const command = question === undefined ? 'export notes' : `show ${nameIn(question, context.settings)}`
  return `What you typed stays where it is: ${context.env.program} ${command}`
}

/**
 * An unfinished rehearsal, to go on where it stopped, without the questions that are gone; null where none of those is left
 * that something was scored or typed of.
 */
async function selectUnfinished(
  { id, mode, questions: all, options, done }: Unfinished,
  context: Context,
): Promise<Resumable | null> {
  // one that is asked again was put beside itself when it was resumed before
  const found = await Promise.all([...new Set(all)].map((each) => questionById(each, context)))
  const questions: Question[] = found.filter((question) => question !== null)
  const ids = questions.map((question) => question.id)
  const lines = context.store.lines()
  const answered = answeredIn(withoutUndone(lines), id, ids)
  const draft = draftIn(lines, id, { answered, ids }, context)
  if (answered.length === 0 && draft === null) return null
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
  const declined = declinedIn(lines)
  return lines.flatMap((line) => {
    if (line.type !== 'attempt' || line.rehearsal !== rehearsal) return []
    const { v: _v, type: _type, id, at: _at, device: _device, pending, ...attempt } = line
    const at = questions.indexOf(line.question)
    const isPending = pending !== undefined && !declined.has(id)
    return at < 0 ? [] : [{ answered: { at, attempt: { ...attempt, ...(isPending && { pending }) } }, id }]
  })
}

/** What was typed in a rehearsal and not given, as the machine knows it. */
function draftIn(
  lines: readonly MergedLine[],
  rehearsal: string,
  { answered, ids }: { answered: Resumed['answered']; ids: readonly string[] },
  { store }: Context,
): ResumedDraft | null {
  const isHere = (question: string | null): boolean => question === null || ids.includes(question)
  const own = openDrafts(withoutUndone(lines), (each) => each.rehearsal === rehearsal)
  const draft = own.findLast(({ question }) => isHere(question))
  if (draft === undefined) return null
  const { id, of, what, question, text, thinkMs, talkMs } = draft
  const index = what === 'answer' ? answered.length : answered.findIndex((each) => each.id === of)
  const as = of === rehearsal ? 'rehearsal' : attemptName(index)
  const drafted = { as, what, question, text, thinkMs, talkMs }
  // the id of an attempt that was taken back never counts again
  const isMoved = what === 'answer' && lines.some((line) => line.id === of)
  return { id, of: isMoved ? store.newId() : of, drafted, isMoved }
}
