import type { Question } from '../bank/model.ts'
import { type Env, Interrupted, type Shell, type Store, UserError } from '../ports.ts'
import type { Entry } from '../progress/journal.ts'
import { progressOf, type Schedule, type Unfinished } from '../progress/progress.ts'
import { budgetMsOf } from '../progress/settings.ts'
import { begin } from '../rehearsal/flow.ts'
import type { Item } from '../rehearsal/item.ts'
import type { Mode, RehearsalRecord } from '../rehearsal/records.ts'
import type { Answered, Effect, Next, Rehearsal } from '../rehearsal/rehearsal.ts'
import { weakestOf } from '../rehearsal/results.ts'
import { update } from '../rehearsal/update.ts'
import { inDays } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { openSession, type Session } from './context.ts'
import type { RehearseOptions } from './options.ts'
import { type Programme, programmeOf } from './selection.ts'

/** How a rehearsal ended, and what the user wants next. */
interface Ending {
  next: Next
  weakest: Question | null
}

/** Rehearses what is named or picked, and after it what the user asks for at the end of each. */
export async function rehearseAll(
  mode: Mode,
  names: readonly string[],
  options: RehearseOptions,
  env: Env,
): Promise<void> {
  const session = await openSession(options, env)
  const programme = await programmeOf(mode, names, options, session, env)
  const shell = await openShell(session, env)
  try {
    await rehearseOn(programme, options, session, shell, env)
  } finally {
    shell.close()
  }
}

/** The one shell of this run: lines that come before somebody asks stay in it. */
export function openShell(session: Session, env: Env): Promise<Shell> {
  // an unwritable home is refused before the first question
  session.store.prepare()
  return env.shell({ plain: session.plain, style: session.style })
}

/** Conducts a rehearsal, and then those that are asked for at the end of one. */
export async function rehearseOn(
  first: Programme,
  options: RehearseOptions,
  session: Session,
  shell: Shell,
  env: Env,
): Promise<void> {
  if (first.questions.length === 0) {
    env.err(`There is nothing to rehearse in the bank ${first.options.bank}: it has no questions.\n`)
    return
  }
  let programme: Programme | null = first
  let current = session
  while (programme !== null) {
    const ending = await rehearse(programme, current, shell, env)
    programme = null
    if (ending.next === 'again' && ending.weakest !== null) {
      current = await openSession(options, env)
      programme = { mode: 'drill', questions: [ending.weakest], options: first.options }
    } else if (ending.next === 'mock') {
      current = await openSession(options, env)
      const { count: _count, minutes: _minutes, pick: _pick, topic: _topic, ...flags } = options
      programme = await programmeOf('mock', [], { ...flags, bank: first.options.bank }, current, env)
    }
  }
  if (current.settings['sync.auto']) {
    const { syncAutomatically } = await import('./sync.ts')
    await syncAutomatically(current, env)
  }
}

/** Conducts one rehearsal: the machine on one side, the world on the other. */
async function rehearse(programme: Programme, session: Session, shell: Shell, env: Env): Promise<Ending> {
  const { store, settings, style } = session
  const { hasMarkdown, passage } = await import('../screens/passages.ts')
  const ids = new Map<string, string>()
  let rehearsal = rehearsalOf(programme, session, env)
  let due: Record<string, string> = {}
  const schedules = new Map<string, Schedule>()

  /** Notes when the question comes back: the first attempt of a day moves its schedule. */
  const scheduled = async ({ at, attempt }: Answered): Promise<void> => {
    const { nextSchedule } = await import('../progress/schedule.ts')
    const id = rehearsal.items[at]?.question.id ?? ''
    const before = schedules.get(id) ?? progressOf(session.progress, id)?.schedule ?? null
    const after = attempt.extra ? before : nextSchedule(before, attempt.score, session.today)
    if (after === null) return
    schedules.set(id, after)
    due = { ...due, [id]: inDays(after.dueDay - session.today) }
  }

  const perform = async (effect: Effect): Promise<void> => {
    switch (effect.type) {
      case 'record': {
        const id = ids.get(effect.as) ?? store.newId()
        ids.set(effect.as, id)
        const before = env.monotonic()
        await keep(effect.entry, id, store, shell, env)
        // waiting for space on the disk is no think time
        const ms = env.monotonic() - before
        if (ms > 1000) rehearsal = update(rehearsal, { type: 'away', ms, now: env.monotonic() }).rehearsal
        return
      }
      case 'print': {
        if (effect.passage.kind === 'results') due = await dueOf(rehearsal, session)
        if (effect.passage.kind === 'saved' && effect.passage.answered)
          await scheduled(effect.passage.answered)
        const { live } = shell
        const draw = hasMarkdown(effect.passage) ? (await import('../screens/markdown.ts')).markdown : asItIs
        shell.print(
          passage(effect.passage, {
            rehearsal,
            markdown: draw,
            size: env.size(),
            style,
            live,
            due,
            shape: settings.shape,
            program: env.program,
          }),
        )
        return
      }
      case 'bell':
        return shell.bell()
      case 'story': {
        const text = await storyOf(effect.item, session, shell, env)
        if (text !== null) await take(update(rehearsal, { type: 'story', text, now: env.monotonic() }))
      }
    }
  }
  const take = async (step: { rehearsal: Rehearsal; effects: Effect[] }): Promise<void> => {
    rehearsal = step.rehearsal
    for (const effect of step.effects) await perform(effect)
  }

  const open = async (): Promise<void> => {
    const id = programme.resumed?.id ?? store.newId()
    await keep({ type: 'rehearsal', ...recordOf(rehearsal), state: 'start' }, id, store, shell, env)
    closeAbandoned(id, session, env)
    ids.set('rehearsal', id)
    rehearsal = { ...rehearsal, id }
  }
  programme.resumed?.answered.forEach(({ id }, index) => {
    ids.set(`attempt ${index}`, id)
  })
  // a new one has its question on the screen before anything is written; one taken up again may end at once
  if (programme.resumed) await open()
  await take(begin(rehearsal, env.monotonic()))
  if (!programme.resumed) await open()
  try {
    // needed for the answer and after it, and loaded while the user thinks
    env.soon(() => void Promise.all([import('../screens/markdown.ts'), import('../progress/schedule.ts')]))
    while (rehearsal.phase.name !== 'over') await take(await shell.next(rehearsal))
  } catch (error) {
    if (!(error instanceof Interrupted) || rehearsal.answered.length === 0) throw error
    throw new Interrupted(`To go on, start ${env.program} without a command.`)
  }
  await store.save()
  const weakest = rehearsal.answered.length === 0 ? null : rehearsal.items[weakestOf(rehearsal).at]
  return { next: rehearsal.phase.next, weakest: weakest?.question ?? null }
}

const asItIs = (text: string): string => text

/** Appends a line; where that fails, as often as the user wants to try. */
async function keep(entry: Entry, id: string, store: Store, shell: Shell, env: Env): Promise<void> {
  for (;;) {
    try {
      store.append(entry, id)
      return
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      shell.print(refusal(error, env))
      const reply = await shell.ask('Enter tries again, q stops without it: ')
      if (reply === null || reply.trim().toLowerCase() === 'q') throw error
    }
  }
}

const refusal = ({ message, hint }: UserError, env: Env): string =>
  wrap(`${message}\n${hint}\n`, env.size().columns)

/** The story written in the editor; a refusal is said, and the rehearsal goes on. */
async function storyOf(item: Item, session: Session, shell: Shell, env: Env): Promise<string | null> {
  const { editStory } = await import('./story.ts')
  try {
    return await shell.lend(() => editStory(item.question, item.story, session, env))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    shell.print(refusal(error, env))
    return null
  }
}

/** Closes what was left open before, but for the one that goes on. */
function closeAbandoned(id: string, { store, progress }: Session, env: Env): void {
  for (const left of abandoned(progress.unfinished, store.device(), env)) {
    if (left.id === id) continue
    const { mode, questions, options, pid } = left
    store.append({ type: 'rehearsal', state: 'end', mode, questions, options, pid, change: null }, left.id)
  }
}

const recordOf = ({ mode, items, options, pid }: Rehearsal): Omit<RehearsalRecord, 'state'> => ({
  mode,
  questions: items.map((item) => item.question.id),
  options,
  pid,
  change: null,
})

/** The unfinished rehearsals of this device whose process is gone. */
export const abandoned = (
  unfinished: readonly Unfinished[],
  device: string,
  env: Pick<Env, 'isRunning'>,
): Unfinished[] => unfinished.filter((each) => each.device === device && !env.isRunning(each.pid))

function rehearsalOf(programme: Programme, session: Session, env: Env): Rehearsal {
  const { mode, options, questions, resumed } = programme
  return {
    id: resumed?.id ?? '',
    mode,
    options,
    cue: session.settings.cue,
    pid: env.pid,
    items: questions.map((question) => itemOf(question, programme, session)),
    at: resumed?.at ?? 0,
    answered: resumed?.answered.map((each) => each.answered) ?? [],
    debrief: null,
    change: null,
    phase: { name: 'over', next: 'quit' },
  }
}

/** A question with what is known of it: story, last change, and in a mock the follow-up not seen for longest. */
function itemOf(question: Question, { mode, options }: Programme, { progress, settings }: Session): Item {
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

/** When the questions of a rehearsal come back, in words, by id. */
async function dueOf(rehearsal: Rehearsal, { store, today }: Session): Promise<Record<string, string>> {
  const progress = await store.save()
  const days = rehearsal.items.flatMap(({ question }) => {
    const dueDay = progressOf(progress, question.id)?.schedule?.dueDay
    return dueDay === undefined ? [] : [[question.id, inDays(dueDay - today)] as const]
  })
  return Object.fromEntries(days)
}
