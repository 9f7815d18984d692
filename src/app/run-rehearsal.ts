import type { Question } from '../bank/model.ts'
import { type Env, Interrupted, type Shell, UserError } from '../ports.ts'
import type { Entry } from '../progress/journal.ts'
import { progressOf, type Schedule, type Unfinished } from '../progress/progress.ts'
import { budgetMsOf, keepsTakes } from '../progress/settings.ts'
import { begin } from '../rehearsal/flow.ts'
import type { Item } from '../rehearsal/item.ts'
import type { RehearsalRecord } from '../rehearsal/records.ts'
import type { Answered, Effect, Next, Passage, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { weakestOf } from '../rehearsal/results.ts'
import { update } from '../rehearsal/update.ts'
import { passage as draw, hasMarkdown } from '../screens/passages.ts'
import { inDays } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { choose } from './choose.ts'
import { type Context, saved } from './context.ts'
import type { Recorder } from './recording.ts'
import type { Selection } from './selection.ts'

/** How a rehearsal ended: what the user wants next, and the context with what was rehearsed. */
export interface Ended {
  next: Next
  weakest: Question | null
  context: Context
}

/** A rehearsal while it runs: the pure state machine, and what connects it to the journal and the screen. */
interface Run {
  rehearsal: Rehearsal
  /** Ids of the journal's lines, by the name that the machine gives a record. */
  lineIds: Map<string, string>
  /** Where the attempts of this rehearsal put their questions' schedules. */
  schedules: Map<string, Schedule>
  /** When a question comes back, in words, by its id. */
  due: Record<string, string>
  context: Context
  shell: Shell
  /** Null where answers are not recorded. */
  recorder: Recorder | null
}

/** Runs one rehearsal: the pure state machine on one side, the journal and the screen on the other. */
export async function runRehearsal(selection: Selection, context: Context, shell: Shell): Promise<Ended> {
  const { env } = context
  const run: Run = {
    rehearsal: rehearsalOf(selection, context),
    lineIds: new Map(selection.resumed?.answered.map(({ id }, index) => [`attempt ${index}`, id])),
    schedules: new Map(),
    due: {},
    context,
    shell,
    recorder: null,
  }
  // a new one has its question on the screen before anything is written; a resumed one may end at once
  if (selection.resumed) await recordStart(selection.resumed.id, run)
  await take(begin(run.rehearsal, env.monotonic()), run)
  if (!selection.resumed) await recordStart(context.store.newId(), run)
  run.recorder = await recorderOf(run)
  try {
    // needed from the answer on, and loaded while the user thinks
    env.soon(() => void Promise.all([import('../screens/markdown.ts'), import('../progress/schedule.ts')]))
    while (run.rehearsal.phase.name !== 'over') await take(await shell.next(run.rehearsal, run.recorder), run)
  } catch (error) {
    if (!(error instanceof Interrupted) || run.rehearsal.answered.length === 0) throw error
    throw new Interrupted(`Go on where you stopped with: ${env.program}`)
  } finally {
    await run.recorder?.close()
  }
  const { rehearsal } = run
  const weakest = rehearsal.answered.length === 0 ? null : rehearsal.items[weakestOf(rehearsal).at]
  return {
    next: rehearsal.phase.name === 'over' ? rehearsal.phase.next : 'done',
    weakest: weakest?.question ?? null,
    context: await saved(context),
  }
}

/** Takes the machine's next state, and does what it asks for. */
async function take(step: Step, run: Run): Promise<void> {
  run.rehearsal = run.recorder?.follow(step.rehearsal) ?? step.rehearsal
  for (const effect of step.effects) await perform(effect, run)
}

async function perform(effect: Effect, run: Run): Promise<void> {
  const { context, shell } = run
  const { env } = context
  switch (effect.type) {
    case 'record': {
      const id = lineIdOf(effect.as, run)
      const before = env.monotonic()
      await append(effect.entry, id, context, shell)
      // waiting for space on the disk is not think time
      const ms = env.monotonic() - before
      if (ms > 1000)
        run.rehearsal = update(run.rehearsal, { type: 'away', ms, now: env.monotonic() }).rehearsal
      return
    }
    case 'print':
      if (effect.passage.kind === 'results') run.due = await dueAfter(run)
      if (effect.passage.kind === 'saved' && effect.passage.answered)
        await reschedule(effect.passage.answered, run)
      shell.print(await textOf(effect.passage, run))
      if (effect.passage.kind === 'scored') tellTrouble(run)
      return
    case 'bell':
      return shell.bell()
    case 'listen': {
      const { listen } = await import('./listen.ts')
      return listen(lineIdOf(`attempt ${effect.index}`, run), effect.older, context, shell)
    }
    case 'story': {
      const text = await storyFor(effect.item, context, shell)
      if (text !== null) await take(update(run.rehearsal, { type: 'story', text, now: env.monotonic() }), run)
    }
  }
}

/** The id of a line of the journal, by the name that the machine gives it. */
function lineIdOf(as: string, { lineIds, context }: Run): string {
  const id = lineIds.get(as) ?? context.store.newId()
  lineIds.set(as, id)
  return id
}

/** What records the answers, where the user wants that and speaks them. */
async function recorderOf(run: Run): Promise<Recorder | null> {
  if (!run.context.settings.record || run.rehearsal.options.typed) return null
  const { recorderFor } = await import('./recording.ts')
  return recorderFor(run.context, (answer) => lineIdOf(`attempt ${answer}`, run))
}

/** Says why an answer was not recorded. */
function tellTrouble({ recorder, context, shell }: Run): void {
  const trouble = recorder?.trouble() ?? null
  if (trouble !== null) shell.print(`${wrap(trouble, context.env.size().columns)}\n`)
}

async function textOf(passage: Passage, { rehearsal, due, context, shell }: Run): Promise<string> {
  const { env, style, settings } = context
  const markdown = hasMarkdown(passage)
    ? (await import('../screens/markdown.ts')).markdown
    : (text: string) => text
  return draw(passage, {
    rehearsal,
    markdown,
    size: env.size(),
    style,
    live: shell.live,
    due,
    shape: settings.shape,
    program: env.program,
  })
}

/** Notes when a question comes back: the first attempt of a day moves its schedule. */
async function reschedule({ at, attempt }: Answered, run: Run): Promise<void> {
  const { nextSchedule } = await import('../progress/schedule.ts')
  const { progress, today } = run.context
  const id = run.rehearsal.items[at]?.question.id ?? ''
  const before = run.schedules.get(id) ?? progressOf(progress, id)?.schedule ?? null
  const after = attempt.extra ? before : nextSchedule(before, attempt.score, today)
  if (after === null) return
  run.schedules.set(id, after)
  run.due = { ...run.due, [id]: inDays(after.dueDay - today) }
}

/** When the questions of a rehearsal come back, by id, once all of it is in the journal. */
async function dueAfter({ rehearsal, context }: Run): Promise<Record<string, string>> {
  const progress = await context.store.save()
  const days = rehearsal.items.flatMap(({ question }) => {
    const dueDay = progressOf(progress, question.id)?.schedule?.dueDay
    return dueDay === undefined ? [] : [[question.id, inDays(dueDay - context.today)] as const]
  })
  return Object.fromEntries(days)
}

/** Appends a line; where that fails, as often as the user wants to try. */
async function append(entry: Entry, id: string, { store, env }: Context, shell: Shell): Promise<void> {
  for (;;) {
    try {
      store.append(entry, id)
      return
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      shell.print(refusal(error, env))
      if (!(await choose(shell, tryAgain))) throw error
    }
  }
}

const tryAgain = {
  prompt: {
    live: 'Enter tries again, q stops without it: ',
    plain: 'Enter tries again, q stops without it: ',
  },
  keys: { enter: true, q: false },
  atEnd: false,
  reminder: 'Press Enter to try again, or type q to stop without it.\n',
}

const refusal = ({ message, hint }: UserError, env: Env): string =>
  wrap(`${message}\n${hint}\n`, env.size().columns)

/** The story as written in the editor; where that fails, says so, and the rehearsal goes on. */
async function storyFor(item: Item, context: Context, shell: Shell): Promise<string | null> {
  const { editStory } = await import('./story.ts')
  try {
    return await shell.lend(() => editStory(item.question, item.story, context))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    shell.print(refusal(error, context.env))
    return null
  }
}

/** Puts the start of a rehearsal into the journal, and closes those that were left open. */
async function recordStart(id: string, run: Run): Promise<void> {
  const { context, shell, rehearsal } = run
  await append({ type: 'rehearsal', ...recordOf(rehearsal), state: 'start' }, id, context, shell)
  for (const left of abandoned(context)) {
    if (left.id === id) continue
    const { mode, questions, options, pid } = left
    context.store.append(
      { type: 'rehearsal', state: 'end', mode, questions, options, pid, change: null },
      left.id,
    )
  }
  run.lineIds.set('rehearsal', id)
  run.rehearsal = { ...rehearsal, id }
}

const recordOf = ({ mode, items, options, pid }: Rehearsal): Omit<RehearsalRecord, 'state'> => ({
  mode,
  questions: items.map((item) => item.question.id),
  options,
  pid,
  change: null,
})

/** The unfinished rehearsals of this device whose process is gone, the newest last. */
export const abandoned = ({ progress, store, env }: Context): Unfinished[] => {
  const device = store.device()
  return progress.unfinished.filter((each) => each.device === device && !env.isRunning(each.pid))
}

function rehearsalOf(selection: Selection, context: Context): Rehearsal {
  const { mode, options, questions, resumed } = selection
  return {
    id: resumed?.id ?? '',
    mode,
    options,
    cue: context.settings.cue,
    pid: context.env.pid,
    items: questions.map((question) => itemOf(question, selection, context)),
    at: resumed?.at ?? 0,
    answered: resumed?.answered.map((each) => each.answered) ?? [],
    debrief: null,
    change: null,
    ...(keepsTakes(context.settings) && !options.typed && { keepsTakes: true }),
    phase: { name: 'over', next: 'quit' },
  }
}

/** A question with what is known of it: story, last change, and in a mock the follow-up not asked for longest. */
function itemOf(question: Question, { mode, options }: Selection, { progress, settings }: Context): Item {
  const known = progressOf(progress, question.id)
  const seen = known?.followUps ?? []
  const asked = mode === 'mock' && options.followUps ? question.followUps : []
  const [followUp = null] = [...asked].sort((a, b) => seen.lastIndexOf(a) - seen.lastIndexOf(b))
  return {
    question,
    story: progress.stories[question.id] ?? null,
    lastChange: known?.change ?? null,
    followUp,
    budgetMs: budgetMsOf(question, settings, options.talkMs),
  }
}
