import type { Bank, Question } from '../../src/bank/model.ts'
import type { Line, LineOf, MergedLine } from '../../src/progress/journal.ts'
import { nothingSaid } from '../../src/rehearsal/talk.ts'

// Lines and banks with everything filled in, for tests to vary.

let next = 1

function stamp(id: string | undefined, at: string | undefined) {
  return { v: 1, id: id ?? `line-${next++}`, at: at ?? '2026-11-23T10:00:00.000+01:00', device: 'here' }
}

export type Given<T extends Line['type']> = Partial<LineOf<T>>

export function attempt(given: Given<'attempt'> = {}): LineOf<'attempt'> & { device: string } {
  const score = given.score ?? 3
  return {
    type: 'attempt',
    ...stamp(given.id, given.at),
    rehearsal: 'r1',
    mode: 'drill',
    question: 'bank/one',
    ...nothingSaid,
    thinkMs: 10_000,
    talkMs: 90_000,
    budgetMs: 90_000,
    committed: score,
    score,
    final: true,
    points: 'answer',
    made: [],
    of: 0,
    changeMade: null,
    change: null,
    extra: false,
    ...given,
  }
}

export function rehearsal(given: Given<'rehearsal'> = {}): LineOf<'rehearsal'> & { device: string } {
  return {
    type: 'rehearsal',
    ...stamp(given.id, given.at),
    state: 'start',
    mode: 'drill',
    questions: ['bank/one', 'bank/two', 'bank/three'],
    options: {
      bank: 'bank',
      thinkMs: 30_000,
      talkMs: null,
      typed: false,
      extra: false,
      strict: false,
      followUps: true,
    },
    pid: 1,
    change: null,
    ...given,
  }
}

export function undo(of: string, at?: string, id?: string): MergedLine {
  return { type: 'undo', ...stamp(id, at), of }
}

export function set(key: string, value: LineOf<'set'>['value'], at?: string): MergedLine {
  return { type: 'set', ...stamp(undefined, at), key, value }
}

/** A round of interviews on the topic Coaching of the bank `mine`. */
export function round(name: string, date: string | null): MergedLine {
  const asked = { banks: ['mine'], topic: 'Coaching', competency: null, kappa: 0.2 }
  return { type: 'round', ...stamp(undefined, undefined), name, date, ...asked }
}

export function story(question: string, text: string | null, at?: string): MergedLine {
  return { type: 'story', ...stamp(undefined, at), question, text }
}

export function skip(question: string, at?: string): MergedLine {
  return { type: 'skip', ...stamp(undefined, at), rehearsal: 'r1', question }
}

export function ladder(given: Partial<Extract<LineOf<'practice'>, { mode: 'ladder' }>> = {}) {
  const rounds = [{ budgetMs: 180_000, talkMs: 170_000, cut: null }]
  const { id, at } = given
  return {
    type: 'practice',
    ...stamp(id, at),
    mode: 'ladder',
    question: 'bank/one',
    rounds,
    ...given,
  } as const
}

/** A sprint, by the names of its questions. */
export function sprint(outcomes: Record<string, 'said' | 'froze' | 'froze then said'>, id?: string) {
  const answers = Object.entries(outcomes).flatMap(([name, outcome]) =>
    outcome.split(' then ').map((each) => ({
      question: `bank/${name}`,
      ms: 5000,
      line: null,
      froze: each === 'froze',
    })),
  )
  return { type: 'practice', ...stamp(id, undefined), mode: 'sprint', answers } as const
}

export function draft(given: Given<'draft'> = {}): LineOf<'draft'> & { device: string } {
  return {
    type: 'draft',
    ...stamp(given.id, given.at),
    rehearsal: 'r1',
    of: 'a',
    what: 'answer',
    question: 'bank/one',
    text: 'I led',
    thinkMs: 0,
    talkMs: 0,
    ...given,
  }
}

export function question(id: string, given: Partial<Question> = {}): Question {
  return {
    id,
    number: 1,
    section: null,
    question: `What about ${id}?`,
    answer: null,
    keyPoints: [],
    followUps: [],
    budgetMs: null,
    shape: null,
    line: 1,
    ...given,
  }
}

export function bank(slug: string, questions: Question[]): Bank {
  return { slug, title: slug, questions, warnings: [] }
}
