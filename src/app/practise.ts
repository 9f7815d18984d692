import type { Question } from '../bank/model.ts'
import { Interrupted, type Shell, UserError } from '../ports.ts'
import { writtenFor } from '../progress/progress.ts'
import type { Item } from '../rehearsal/item.ts'
import type { Practice, PracticeEffect, PracticeStep } from '../rehearsal/practice/practice.ts'
import { beginPractice, draftedCut, recordOf, updatePractice } from '../rehearsal/practice/update.ts'
import { practicePassage } from '../screens/practice.ts'
import { append } from './append.ts'
import type { Context } from './context.ts'

/** What is practised, and how. */
export type Exercise = Pick<Practice, 'mode' | 'items'> &
  Partial<Pick<Practice, 'strict' | 'typed' | 'comingBack'>>

/** A question as a practice asks it. */
export const goAt = (question: Question, budgetMs: number, { progress }: Context): Item => ({
  question,
  story: writtenFor(progress, question.id),
  lastChange: null,
  followUp: null,
  budgetMs,
  shape: 'none',
})

interface Run {
  practice: Practice
  /** The id of its line in the journal; null before there is one. */
  lineId: string | null
  /** What was printed last. */
  printed: string
  /** A cut as it was kept while it was typed, where it may be given otherwise; null where none was. */
  drafted: string | null
}

/** Runs a practice to its end: the pure state machine on one side, the journal and the screen on the other. */
export async function practise(
  { mode, items, strict = false, typed = false, comingBack = 0 }: Exercise,
  context: Context,
  shell: Shell,
): Promise<'done' | 'quit'> {
  const practice: Practice = {
    mode,
    items,
    at: 0,
    gone: [],
    strict,
    typed,
    comingBack,
    phase: { name: 'ready' },
  }
  const run: Run = { practice, lineId: null, printed: '', drafted: null }
  const take = async ({ practice, effects }: PracticeStep): Promise<void> => {
    const isGiven = run.practice.phase.name === 'cut' && practice.phase.name !== 'cut'
    const isQuit = practice.phase.name === 'over' && practice.phase.isQuit
    // a draft that was emptied is not what was cut
    const isElse =
      isGiven && !isQuit && run.drafted !== null && effects.every(({ type }) => type !== 'record')
    run.practice = practice
    if (isGiven) run.drafted = null
    for (const effect of [...(isElse ? recordOf(practice) : []), ...effects])
      await perform(effect, run, context, shell)
  }
  await take(beginPractice(practice))
  try {
    while (run.practice.phase.name !== 'over')
      await take(await shell.practise(run.practice, (line) => keepCut(line, run, context)))
  } catch (error) {
    if (!(error instanceof Interrupted) || run.lineId === null) throw error
    throw new Interrupted(`This ${mode} is saved as far as it went.`)
  }
  return run.practice.phase.isQuit ? 'quit' : 'done'
}

/** Puts a cut that is being typed into the journal, as it stands. Where that is refused, it is tried again in the next pause. */
function keepCut(line: string, run: Run, { store }: Context): void {
  const record = draftedCut(run.practice, line)
  const text = line.trim()
  if (record?.type !== 'record' || run.lineId === null || text === (run.drafted ?? '')) return
  try {
    store.append(record.entry, run.lineId)
    run.drafted = text
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

async function perform(effect: PracticeEffect, run: Run, context: Context, shell: Shell): Promise<void> {
  const { env, style, store } = context
  if (effect.type === 'print') {
    const text = practicePassage(effect.passage, {
      practice: run.practice,
      size: env.size(),
      style,
      live: shell.live,
    })
    // help that already stands there on a terminal is not printed again
    if (effect.passage.kind === 'help' && shell.live && run.printed === text) return
    run.printed = text
    if (text !== '') shell.print(text)
    return
  }
  run.lineId ??= store.newId()
  const before = env.monotonic()
  await append(effect.entry, run.lineId, context, shell)
  // waiting for space on the disk is not talk time
  const ms = env.monotonic() - before
  if (ms > 1000)
    run.practice = updatePractice(run.practice, { type: 'away', ms, now: env.monotonic() }).practice
}
