import { safeLine } from '../../text/safe.ts'
import { elapsed, leaveOut, pause, resume, startClock, untilNextSecond } from '../clock.ts'
import { commandOf } from '../command.ts'
import { pointsOf } from '../item.ts'
import type { Event } from '../rehearsal.ts'
import {
  type Going,
  type Gone,
  isFreeze,
  itemInGo,
  type Practice,
  type PracticeEffect,
  type PracticePassage,
  type PracticePhase,
  type PracticeStep,
} from './practice.ts'

/** Says what it is, and asks for the first go. */
export const beginPractice = (practice: Practice): PracticeStep =>
  practice.mode === 'sprint'
    ? to(practice, { name: 'ready' }, [print({ kind: 'intro' })])
    : to(practice, { name: 'ready' }, [print({ kind: 'intro' }), announce(practice)])

/** The one way a practice changes. Pure: what is to be done in the world comes back as effects. */
export function updatePractice(practice: Practice, event: Event): PracticeStep {
  const { phase } = practice
  if (phase.name === 'over') return { practice, effects: [] }
  if (event.type === 'end') return stop(practice)
  if (commandOf(event) === '?') return printed(practice, { kind: 'help' })
  switch (phase.name) {
    case 'ready':
      return ready(practice, event)
    case 'go':
      return go(practice, event, phase)
    case 'cut':
      return cut(practice, event)
  }
}

/** What a practice reads now: a key, or one line. */
export const practiceReads = ({ phase, typed }: Practice): 'key' | 'line' =>
  phase.name === 'cut' || (phase.name === 'go' && typed) ? 'line' : 'key'

/** In how many ms the clock has something new to show; null while none runs. */
export const nextPracticeTick = ({ phase }: Practice, now: number): number | null =>
  phase.name === 'go' && phase.clock.pausedAt === null ? untilNextSecond(phase.clock, now) : null

/** Whether a strict go has come to its end. */
const isGoOver = (practice: Practice, now: number): boolean =>
  practice.strict &&
  practice.phase.name === 'go' &&
  elapsed(practice.phase.clock, now) >= itemInGo(practice).budgetMs

/** What a look at the clock is, while a line stands there: where time ran out in the middle of it, it counts as written. */
export const lookAtClock = (practice: Practice, line: string, now: number): Event =>
  line !== '' && isGoOver(practice, now) ? { type: 'line', text: line, now } : { type: 'tick', now }

function ready(practice: Practice, event: Event): PracticeStep {
  switch (commandOf(event)) {
    case 'enter':
    case 'space':
      return start(practice, event.now)
    case 's':
      return practice.mode === 'sprint' ? refused(practice, event) : skip(practice, event.now)
    case 'q':
      return stop(practice)
    default:
      return refused(practice, event)
  }
}

/** The clock starts; a sprint shows its question only then. */
const start = (practice: Practice, now: number): PracticeStep =>
  to(
    practice,
    { name: 'go', clock: startClock(now), confirming: null },
    practice.mode === 'sprint' ? [announce(practice)] : [],
  )

function go(practice: Practice, event: Event, phase: Going): PracticeStep {
  const { clock } = phase
  switch (event.type) {
    case 'away':
      return to(practice, { ...phase, clock: leaveOut(clock, event.ms) })
    case 'tick':
      return isGoOver(practice, event.now) ? end(practice, phase, event.now) : { practice, effects: [] }
    case 'line':
      return lineInGo(practice, phase, event.text, event)
    case 'key':
      return keyInGo(practice, phase, event.key, event.now)
    default:
      return { practice, effects: [] }
  }
}

/** `s` and `q` pause, and act when pressed again; any other key resumes. */
function keyInGo(practice: Practice, phase: Going, key: string, now: number): PracticeStep {
  const { clock, confirming } = phase
  const goOn = (): PracticeStep => to(practice, { name: 'go', clock: resume(clock, now), confirming: null })
  if (confirming !== null) {
    if (key !== confirming) return goOn()
    return key === 's' ? skip(practice, now) : stop(practice)
  }
  if (key === 'enter') return end(practice, phase, now)
  if (key === 's' || key === 'q')
    return to(practice, { name: 'go', clock: pause(clock, now), confirming: key })
  if (clock.pausedAt !== null) return goOn()
  if (key === 'p') return to(practice, { ...phase, clock: pause(clock, now) })
  return key === 'x' && practice.mode === 'sprint' ? end(practice, phase, now, { isSaid: false }) : goOn()
}

/** In a sprint, a line of words is the first line as it was written. */
function lineInGo(practice: Practice, phase: Going, text: string, event: Event): PracticeStep {
  const isSprint = practice.mode === 'sprint'
  switch (commandOf(event)) {
    case 'enter':
      return end(practice, phase, event.now, { isSaid: !practice.typed })
    case 's':
      return skip(practice, event.now)
    case 'q':
      return stop(practice)
    case 'x':
      return isSprint ? end(practice, phase, event.now, { isSaid: false }) : refused(practice, event)
    case 'words':
      return isSprint ? end(practice, phase, event.now, { text: safeLine(text) }) : refused(practice, event)
    default:
      return refused(practice, event)
  }
}

/** A go is over. With `strict` it ended at its budget, even if nobody was watching the clock. */
function end(
  practice: Practice,
  { clock }: Going,
  now: number,
  { isSaid = true, text = null }: Partial<Pick<Gone, 'isSaid' | 'text'>> = {},
): PracticeStep {
  const item = itemInGo(practice)
  const isUp = isGoOver(practice, now)
  const ms = isUp ? item.budgetMs : elapsed(clock, now)
  // what strict cut off in a sprint was too late
  const said = isSaid && !(isUp && practice.mode === 'sprint')
  const gone: Gone = { item, ms, isSaid: said, text }
  const next: Practice = { ...practice, gone: [...practice.gone, gone] }
  const effects = [
    ...(isUp ? [print({ kind: 'time-up' })] : []),
    ...recordOf(next),
    print({ kind: 'gone', gone }),
  ]
  if (practice.mode !== 'ladder') return after(next, now, effects)
  if (next.gone.length > 1) return to(next, { name: 'cut' }, effects)
  return after(next, now, [...effects, ...pointsIn(next)])
}

/** After the first go: the points from which the shorter ones choose, where there are some. */
const pointsIn = (practice: Practice): PracticeEffect[] => {
  const item = itemInGo(practice)
  return practice.at + 1 < practice.items.length && pointsOf(item).length > 0
    ? [print({ kind: 'points', item })]
    : []
}

/** The record with a cut that is being typed; null where none is asked for, or the line is none. */
export function draftedCut(practice: Practice, line: string): PracticeEffect | null {
  const isCut = ['words', 'enter'].includes(commandOf({ type: 'line', text: line, now: 0 }) ?? '')
  if (practice.phase.name !== 'cut' || !isCut) return null
  return recordOf(withCut(practice, safeLine(line) || null))[0] ?? null
}

const withCut = (practice: Practice, text: string | null): Practice => ({
  ...practice,
  gone: practice.gone.map((each, at) => (at === practice.gone.length - 1 ? { ...each, text } : each)),
})

/** What was left out this time: one line, or nothing. */
function cut(practice: Practice, event: Event): PracticeStep {
  if (event.type !== 'line') return { practice, effects: [] }
  if (commandOf(event) === 'q') return stop(practice)
  const text = safeLine(event.text) || null
  if (text === null) return after(practice, event.now)
  const next = withCut(practice, text)
  return after(next, event.now, recordOf(next))
}

/** Leaves out the go in hand. */
const skip = (practice: Practice, now: number): PracticeStep =>
  after(practice, now, [print({ kind: 'skipped' })])

/** The next go; after the last one of a sprint the freezes once more; then the results. */
function after(practice: Practice, now: number, effects: PracticeEffect[] = []): PracticeStep {
  const at = practice.at + 1
  if (at < practice.items.length) {
    const next = { ...practice, at }
    if (practice.mode === 'sprint') {
      const step = start(next, now)
      return { ...step, effects: [...effects, ...step.effects] }
    }
    return to(next, { name: 'ready' }, [...effects, announce(next)])
  }
  const freezes = practice.mode === 'sprint' && !isSecondRun(practice) ? freezesIn(practice) : []
  if (freezes.length === 0) return over(practice, false, effects)
  const again = freezes.map(({ item }) => ({ ...item, again: true }))
  return after({ ...practice, items: [...practice.items, ...again] }, now, [
    ...effects,
    print({ kind: 'once-more', freezes: freezes.length }),
  ])
}

const isSecondRun = ({ items }: Practice): boolean => items.some(({ again }) => again === true)

const freezesIn = ({ gone }: Pick<Practice, 'gone'>): Gone[] => gone.filter(isFreeze)

const stop = (practice: Practice): PracticeStep => over(practice, true, [])

const over = (practice: Practice, isQuit: boolean, effects: PracticeEffect[]): PracticeStep =>
  to(practice, { name: 'over', isQuit }, [...effects, print({ kind: 'results' })])

/** All of it so far, for the journal. A warm-up leaves no trace. */
export function recordOf({ mode, gone }: Practice): PracticeEffect[] {
  const [first] = gone
  if (mode === 'warm-up' || first === undefined) return []
  if (mode === 'ladder') {
    const rounds = gone.map(({ item, ms, text }) => ({ budgetMs: item.budgetMs, talkMs: ms, cut: text }))
    return [{ type: 'record', entry: { type: 'practice', mode, question: first.item.question.id, rounds } }]
  }
  const answers = gone.map((each) => ({
    question: each.item.question.id,
    ms: each.ms,
    line: each.text,
    froze: isFreeze(each),
  }))
  return [{ type: 'record', entry: { type: 'practice', mode, answers } }]
}

/** The go in hand with its number; those that come once more are counted anew. */
function announce(practice: Practice): PracticeEffect {
  const { items, at } = practice
  const item = itemInGo(practice)
  const own = items.filter(({ again }) => again === item.again)
  const number = items.slice(0, at + 1).filter(({ again }) => again === item.again).length
  return print({ kind: 'go', item, number, of: own.length })
}

const print = (passage: PracticePassage): PracticeEffect => ({ type: 'print', passage })

const printed = (practice: Practice, passage: PracticePassage): PracticeStep => ({
  practice,
  effects: [print(passage)],
})

/** A key that means nothing does nothing; to a line that means nothing there is a reply. */
const refused = (practice: Practice, event: Event): PracticeStep =>
  event.type === 'line' ? printed(practice, { kind: 'invalid' }) : { practice, effects: [] }

const to = (practice: Practice, phase: PracticePhase, effects: PracticeEffect[] = []): PracticeStep => ({
  practice: { ...practice, phase },
  effects,
})
