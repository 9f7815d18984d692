import type { Question } from '../bank/model.ts'
import { type Env, Interrupted, type Shell, UserError } from '../ports.ts'
import { progressOf, type Unfinished, writtenFor } from '../progress/progress.ts'
import { openRounds } from '../progress/rounds.ts'
import { budgetMsOf, keepsTakes } from '../progress/settings.ts'
import { attemptName } from '../rehearsal/draft.ts'
import { begin } from '../rehearsal/flow.ts'
import { type Item, pointsOf } from '../rehearsal/item.ts'
import type { Drafted, RehearsalRecord } from '../rehearsal/records.ts'
import type { Answered, Effect, Next, Passage, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { weakestOf } from '../rehearsal/results.ts'
import { shapeOf } from '../rehearsal/shape.ts'
import { andThen, stay } from '../rehearsal/step.ts'
import { update } from '../rehearsal/update.ts'
import { shownIn } from '../screens/layout.ts'
import { passage as draw, hasMarkdown } from '../screens/passages.ts'
import { localTime } from '../text/dates.ts'
import { wrap } from '../text/wrap.ts'
import { append, refusal } from './append.ts'
import { type Context, saved } from './context.ts'
import type { Plan } from './plan.ts'
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
  /** The plan, with its banks; undefined until it is asked for. */
  plan: Plan | null | undefined
  /** The drafts as they are in the journal, by their names, see `draftName`. */
  drafts: Map<string, string>
  /** Whether the journal has an attempt of it. */
  isScored: boolean
  /** What `store.appended` was before it. */
  appendedBefore: number
  /** When a question comes back, by its id: in how many days, or `later` than the interview. */
  due: Record<string, number | 'later'>
  /** What was printed last. */
  printed: string
  context: Context
  shell: Shell
  /** Questions are read aloud. */
  aloud: boolean
  /** Null where answers are not recorded. */
  recorder: Recorder | null
}

/** Runs one rehearsal: the pure state machine on one side, the journal and the screen on the other. */
export async function runRehearsal(selection: Selection, context: Context, shell: Shell): Promise<Ended> {
  const { env } = context
  const run: Run = {
    rehearsal: rehearsalOf(selection, context),
    ...keptOf(selection),
    isScored: (selection.resumed?.answered.length ?? 0) > 0,
    appendedBefore: context.store.appended(),
    plan: undefined,
    due: {},
    printed: '',
    context,
    shell,
    aloud: selection.aloud === true || context.settings.aloud,
    recorder: null,
  }
  // a new one has its question on the screen before anything is written; a resumed one may end at once
  if (selection.resumed) {
    await recordStart(selection.resumed.id, run)
    if (selection.resumed.draft) keepWhileTyping(selection.resumed.draft.drafted, run)
  }
  await take(begin(run.rehearsal, env.monotonic()), run)
  if (!selection.resumed) await recordStart(context.store.newId(), run)
  run.recorder = await recorderOf(run)
  try {
    // needed from the answer on, and loaded while the user thinks
    env.soon(
      () => void Promise.all([import('../screens/markdown.ts'), import('../progress/after-attempt.ts')]),
    )
    // one that is taken up may stand at an answer that was recorded
    if (run.recorder !== null) await take(stay(run.rehearsal), run)
    while (run.rehearsal.phase.name !== 'over')
      await take(await shell.next(run.rehearsal, (draft) => keepWhileTyping(draft, run), run.recorder), run)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    await keptFrom(run, context).catch(unlessRefused)
    throw new Interrupted(whatIsKept(run))
  } finally {
    await run.recorder?.close()
  }
  const { rehearsal } = run
  const weakest = rehearsal.answered.length === 0 ? null : rehearsal.items[weakestOf(rehearsal).at]
  return {
    next: rehearsal.phase.name === 'over' ? rehearsal.phase.next : 'done',
    weakest: weakest?.question ?? null,
    context: await keptFrom(run, context),
  }
}

/** Saves what follows from a rehearsal: progress, which is in the context returned, and what a drill asks next. */
async function keptFrom({ isScored, appendedBefore }: Run, before: Context): Promise<Context> {
  const after = await saved(before)
  const { keepPicksAfter } = await import('./keep-picks.ts')
  const bytes = after.store.appended() - appendedBefore
  await keepPicksAfter(before, after, { isScored, bytes })
  return after
}

/** What cannot be saved in an interruption is saved at the next start. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof UserError)) throw error
}

/** Takes the machine's next state, and does what it asks for. */
async function take(step: Step, run: Run): Promise<void> {
  const { rehearsal, effects } = run.recorder === null ? step : andThen(step, run.recorder.follow)
  run.rehearsal = rehearsal
  for (const effect of effects) await perform(effect, run)
}

async function perform(effect: Effect, run: Run): Promise<void> {
  const { context, shell } = run
  const { env } = context
  switch (effect.type) {
    case 'record': {
      const id = lineIdOf(effect.as, run)
      const before = env.monotonic()
      await append(effect.entry, id, context, shell)
      if (effect.entry.type === 'attempt') run.isScored = true
      // waiting for space on the disk is not think time
      const ms = env.monotonic() - before
      if (ms > 1000)
        run.rehearsal = update(run.rehearsal, { type: 'away', ms, now: env.monotonic() }).rehearsal
      return
    }
    case 'print':
      if (effect.passage.kind === 'results') await allComeBack(run)
      if (effect.passage.kind === 'saved' && effect.passage.answered)
        await comesBack(effect.passage.answered, run)
      printOnce(await textOf(asOffered(effect.passage, context), run), effect.passage, run)
      if (effect.passage.kind === 'scored') tellTrouble(run)
      if (effect.passage.kind === 'question' && run.aloud) await readAloud(effect.passage.item, run)
      return
    case 'draft':
      // the text is still printed; without room for it there is nothing else to do
      return keepDraft(effect.draft, run, (error) => shell.print(refusal(error, env)))
    case 'bell':
      return shell.bell()
    case 'compare':
      return compareWritten(effect, run)
    case 'coach':
      return hearCoach(effect, run)
    case 'keep-transcript': {
      const { keepTranscript } = await import('./transcript.ts')
      return keepTranscript(effect, lineIdOf(effect.as, run), context, shell)
    }
    case 'listen': {
      const { listen } = await import('./listen.ts')
      return listen(lineIdOf(attemptName(effect.index), run), effect.older, context, shell)
    }
    case 'story': {
      const text = await storyFor(effect.item, context, shell)
      if (text !== null) await take(update(run.rehearsal, { type: 'story', text, now: env.monotonic() }), run)
    }
  }
}

/** Holds an answer against the points and, where it was written, prints what can be counted in it. */
async function compareWritten(
  { item, text, rows, isSpoken }: Extract<Effect, { type: 'compare' }>,
  run: Run,
): Promise<void> {
  const { env, style } = run.context
  const { held } = await import('./written.ts')
  const { coverage, counted } = held(item, text, env.size().columns, style)
  run.rehearsal = update(run.rehearsal, { type: 'compared', coverage, rows, now: env.monotonic() }).rehearsal
  if (!isSpoken) run.shell.print(counted)
}

/** Prints what the user's coach says. It changes nothing, and time in which it thinks counts for nothing. */
async function hearCoach(effect: Extract<Effect, { type: 'coach' }>, run: Run): Promise<void> {
  const { context, shell } = run
  const { env, style } = context
  const { askCoach, keepAdvice, waitingForCoach } = await import('./coach.ts')
  const { item, text, as } = effect
  const print = (paragraph: string): void => shell.print(`${wrap(paragraph, env.size().columns)}\n`)
  if (context.settings['coach.command'] !== null) print(waitingForCoach)
  const said = await shell.lend(() => askCoach(item.question, pointsOf(item), text, context))
  if ('problem' in said) return print(`${said.problem} ${said.hint}`.trim())
  print(`\n${style.heading('Your coach says')}\n\n${shownIn(style, said.advice)}\n`)
  if (said.ending !== null) print(`${style.quiet(said.ending)}\n`)
  try {
    keepAdvice(item.question, lineIdOf(as, run), said.advice, context)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    shell.print(refusal(error, env))
  }
}

/** Prints a passage; help that already stands there on a terminal, and what a key cannot be, is not printed again. */
function printOnce(text: string, { kind }: Passage, run: Run): void {
  if ((kind === 'help' || kind === 'invalid') && run.shell.live && run.printed === text) return
  run.printed = text
  run.shell.print(text)
}

/** The id of the line of a record. */
function lineIdOf(as: string, { lineIds, context }: Run): string {
  const id = lineIds.get(as) ?? context.store.newId()
  lineIds.set(as, id)
  return id
}

/** What records the answers, where the user wants that and speaks them. */
async function recorderOf(run: Run): Promise<Recorder | null> {
  if (!run.context.settings.record || run.rehearsal.options.typed) return null
  const { recorderFor } = await import('./recording.ts')
  return recorderFor(run.context, (answer) => lineIdOf(attemptName(answer), run))
}

/** Has a question read aloud; the think clock starts when that is over. Where it is not possible, it is not tried again. */
async function readAloud({ question }: Item, run: Run): Promise<void> {
  const { readAloud } = await import('./aloud.ts')
  const ms = await readAloud(question.question, run.context, run.shell)
  run.aloud = ms !== null
  run.rehearsal = update(run.rehearsal, {
    type: 'away',
    ms: ms ?? 0,
    now: run.context.env.monotonic(),
  }).rehearsal
}

/** Says why an answer was not recorded. */
function tellTrouble({ recorder, context, shell }: Run): void {
  const trouble = recorder?.trouble() ?? null
  if (trouble !== null) shell.print(wrap(`${trouble}\n`, context.env.size().columns))
}

/** What the line of a draft is called: a record may have one of its answer, and one of its change. */
const draftName = ({ what, as }: Drafted): string => `${what} of ${as}`

/** Puts what is typed into the journal, if that is news. */
function keepDraft(drafted: Drafted, run: Run, onRefusal: (error: UserError) => void): void {
  const { as, ...draft } = drafted
  const name = draftName(drafted)
  const text = (draft.text ?? '').trim() === '' ? '' : (draft.text ?? '')
  // a mock has nothing pending that a line would have to settle
  const isDeclined = draft.what === 'change' && draft.text === null && draft.question !== null
  if (text === (run.drafts.get(name) ?? '') && !isDeclined) return
  const entry = { type: 'draft', rehearsal: run.rehearsal.id, of: lineIdOf(as, run), ...draft } as const
  try {
    run.context.store.append(entry, lineIdOf(name, run))
    run.drafts.set(name, text)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    onRefusal(error)
  }
}

/** Keeps what is typed in a pause. Where that is refused nobody is disturbed: it is tried again in the next one. */
const keepWhileTyping = (draft: Drafted, run: Run): void => keepDraft(draft, run, () => {})

/** Whether the journal has something to go on with: only what is over has its results on the screen. */
const canGoOn = ({ rehearsal, isScored, drafts, context }: Run): boolean =>
  rehearsal.phase.name !== 'results' &&
  isOffered(context) &&
  (isScored || [...drafts.values()].some((text) => text !== ''))

/** What an interrupted rehearsal leaves, and how to go on with it; null where it leaves nothing. */
function whatIsKept(run: Run): string | null {
  const isTyped = [...run.drafts.values()].some((text) => text !== '')
  if (!run.isScored && !isTyped) return null
  const kept = run.isScored ? 'What was scored is saved.' : 'What you typed is kept.'
  return canGoOn(run) ? `${kept} Go on where you stopped with: ${run.context.env.program}` : kept
}

/** On the day of the interview nothing is offered but the page for the morning. */
const isOffered = ({ progress, today }: Context): boolean =>
  openRounds(progress).every(({ day }) => day !== today)

/** What an interrupted rehearsal has in the journal, by the names that the machine gives it. */
function keptOf({ resumed }: Selection): Pick<Run, 'lineIds' | 'drafts'> {
  const lineIds = new Map(resumed?.answered.map(({ id }, index) => [attemptName(index), id]))
  const draft = resumed?.draft
  if (!draft) return { lineIds, drafts: new Map() }
  const { as, text } = draft.drafted
  const name = draftName(draft.drafted)
  lineIds.set(as, draft.of).set(name, draft.id)
  return { lineIds, drafts: new Map(draft.isMoved ? [] : [[name, text ?? '']]) }
}

const asOffered = (passage: Passage, context: Context): Passage =>
  passage.kind === 'stopped' ? { ...passage, open: passage.open && isOffered(context) } : passage

async function textOf(passage: Passage, { rehearsal, due, context, shell }: Run): Promise<string> {
  const { env, style } = context
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
    program: env.program,
  })
}

/** Notes when the question that was just saved comes back. */
async function comesBack({ attempt }: Answered, run: Run): Promise<void> {
  const { afterAttempt } = await import('../progress/after-attempt.ts')
  const { env, progress, today, offsetOn } = run.context
  const at = localTime(env.now(), offsetOn(today))
  run.context = { ...run.context, progress: afterAttempt(progress, attempt, today, at) }
  await noteDays([attempt.question], run)
}

/** The same for all questions of a rehearsal, once all of it is in the journal. */
async function allComeBack(run: Run): Promise<void> {
  run.context = await saved(run.context)
  await noteDays(
    run.rehearsal.items.map(({ question }) => question.id),
    run,
  )
}

async function noteDays(ids: readonly string[], run: Run): Promise<void> {
  const { whenBack } = await import('./when-back.ts')
  run.plan = await planNow(run)
  const backOf = whenBack(run.plan, run.context)
  const found = ids.map((id) => [id, backOf(id)] as const)
  const due = found.flatMap(([id, back]) =>
    back === null ? [] : [[id, back === 'later' ? back : back - run.context.today] as const],
  )
  run.due = { ...run.due, ...Object.fromEntries(due) }
}

/** The plan as it stands now; its banks are read once. */
async function planNow({ plan, context }: Run): Promise<Plan | null> {
  if (plan === null || openRounds(context.progress).length === 0) return null
  const { planAgain, planOf } = await import('./plan.ts')
  return plan === undefined ? planOf(context) : planAgain(plan, context)
}

/** The story as written in the editor; where that fails, says so, and the rehearsal goes on. */
async function storyFor(item: Item, context: Context, shell: Shell): Promise<string | null> {
  const { editStory } = await import('./story.ts')
  try {
    return await editStory(item.question, item.story, context, shell)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    shell.print(refusal(error, context.env))
    return null
  }
}

/** Puts the start of a rehearsal into the journal, and closes those that were left open with nothing to ask for any more. */
async function recordStart(id: string, run: Run): Promise<void> {
  const { context, shell } = run
  const rehearsal = { ...run.rehearsal, processMark: context.env.processMark() }
  await append({ type: 'rehearsal', ...recordOf(rehearsal), state: 'start' }, id, context, shell)
  for (const left of abandoned(context)) if (!left.pending && left.id !== id) closeRehearsal(left, context)
  run.lineIds.set('rehearsal', id)
  run.rehearsal = { ...rehearsal, id }
}

/** Puts the end of a rehearsal that was left open into the journal. */
export function closeRehearsal(
  { id, mode, questions, options, pid, processMark }: Unfinished,
  { store }: Context,
): void {
  store.append(
    { type: 'rehearsal', state: 'end', mode, questions, options, pid, change: null, processMark },
    id,
  )
}

const recordOf = ({ mode, items, options, pid, processMark }: Rehearsal): Omit<RehearsalRecord, 'state'> => ({
  mode,
  questions: items.map((item) => item.question.id),
  options,
  pid,
  change: null,
  processMark,
})

/** The unfinished rehearsals of this device whose process is gone, the newest last. */
export const abandoned = ({ progress, store, env }: Context): Unfinished[] => {
  const device = store.device()
  return progress.unfinished.filter((each) => each.device === device && !env.isRunning(each))
}

function rehearsalOf(selection: Selection, context: Context): Rehearsal {
  const { mode, options, questions, resumed } = selection
  return {
    id: resumed?.id ?? '',
    mode,
    options,
    cue: context.settings.cue,
    hasCoach: context.settings['coach.command'] !== null,
    pid: context.env.pid,
    items: questions.map((question, index) => ({
      ...itemOf(question, selection, context),
      ...(index === resumed?.again && { again: true }),
    })),
    at: resumed?.at ?? 0,
    answered: resumed?.answered.map((each) => each.answered) ?? [],
    debrief: null,
    change: null,
    draft: resumed?.draft?.drafted ?? null,
    ...(keepsTakes(context.settings) && !options.typed && { keepsTakes: true }),
    phase: { name: 'over', next: 'quit' },
  }
}

/** A question with what is known of it: story, last change, and in a mock the follow-up not asked for longest. */
function itemOf(question: Question, { mode, options }: Selection, context: Context): Item {
  const { progress, settings, env } = context
  const known = progressOf(progress, question.id)
  const seen = known?.followUps ?? []
  const asked = mode === 'mock' && options.followUps ? question.followUps : []
  const [followUp = null] = [...asked].sort((a, b) => seen.lastIndexOf(a) - seen.lastIndexOf(b))
  return {
    question: mode === 'mock' ? inOtherWords(question, env) : question,
    story: writtenFor(progress, question.id),
    lastChange: known?.change ?? null,
    followUp,
    budgetMs: budgetMsOf(question, settings, options.talkMs),
    shape: options.typed ? 'none' : shapeOf(question, settings.shape),
  }
}

/** A question as an interviewer may ask it: in one of the wordings that its bank has for it. */
function inOtherWords(question: Question, { random }: Env): Question {
  const { alsoAskedAs = [] } = question
  const others = [question.question, ...alsoAskedAs]
  const wording = alsoAskedAs.length === 0 ? undefined : others[Math.floor(random() * others.length)]
  return wording === undefined ? question : { ...question, question: wording }
}
