import { coverageOf } from '../../src/answers/coverage.ts'
import type { Question } from '../../src/bank/model.ts'
import { begin } from '../../src/rehearsal/flow.ts'
import { type Item, pointsOf } from '../../src/rehearsal/item.ts'
import type { Attempt, Mode, RehearsalOptions } from '../../src/rehearsal/records.ts'
import {
  type Effect,
  type Event,
  itemInHand,
  type Passage,
  type RecordEntry,
  type Rehearsal,
  type Step,
} from '../../src/rehearsal/rehearsal.ts'
import { shapeOf } from '../../src/rehearsal/shape.ts'
import { nextTick, update } from '../../src/rehearsal/update.ts'
import { markdown } from '../../src/screens/markdown.ts'
import { passage } from '../../src/screens/passages.ts'
import { type Style, styleOf } from '../../src/screens/style.ts'
import { view } from '../../src/screens/view.ts'
import { parseDuration } from '../../src/text/duration.ts'
import { plainText } from '../../src/text/plain-text.ts'

/** What happens in a played rehearsal: a duration such as `95s`, the name of a key, or one of those below. */
export type Input =
  | string
  | { line: string }
  | { away: string }
  | { unseen: string }
  | { story: string }
  | { heard: string }

/** A line, as plain mode reads it. */
export const line = (text: string): Input => ({ line: text })

export const lines = (...texts: string[]): Input[] => texts.map(line)

/** The process is suspended for this long. */
export const away = (duration: string): Input => ({ away: duration })

/** Time passes without a tick, as in plain mode. */
export const unseen = (duration: string): Input => ({ unseen: duration })

/** The user comes back from the editor with a story. */
export const story = (text: string): Input => ({ story: text })

/** The answer that is being scored was recorded; of the one in review these words were heard. */
export const heard = (text: string): Input => ({ heard: text })

export const measuredVoice = { firstMs: 900, longestPauseMs: 800, pauses: 0, silence: 0.1 }
export const countedWords = { words: 8, wordsAMinute: 130, fillers: 2 }

const plainStyle = styleOf({ level: 0, ascii: false })

/** An effect, and the rehearsal as it was when the shell carried it out. */
interface Moment {
  effect: Effect
  rehearsal: Rehearsal
}

/** A rehearsal after some inputs. */
export class Played {
  readonly rehearsal: Rehearsal
  readonly now: number
  private readonly moments: readonly Moment[]

  constructor({ rehearsal, effects }: Step, now: number, before: readonly Moment[] = []) {
    this.rehearsal = rehearsal
    this.now = now
    this.moments = [...before, ...effects.map((effect) => ({ effect, rehearsal }))]
  }

  get effects(): Effect[] {
    return this.moments.map(({ effect }) => effect)
  }

  /** The same rehearsal after more inputs. */
  play(...inputs: Input[]): Played {
    let played: Played = this
    for (const input of inputs) played = played.one(input)
    return played
  }

  private one(input: Input): Played {
    if (typeof input === 'string') {
      const ms = /^\d.*[ms]$/.test(input) ? parseDuration(input) : null
      if (ms !== null) return this.wait(ms)
      return this.after(input === 'end' ? { type: 'end' } : { type: 'key', key: input })
    }
    if ('line' in input) return this.after({ type: 'line', text: input.line })
    if ('story' in input) return this.after({ type: 'story', text: input.story })
    if ('heard' in input) return this.hear(input.heard)
    if ('unseen' in input) return this.later(parseDuration(input.unseen) ?? 0)
    const ms = parseDuration(input.away) ?? 0
    return this.later(ms).after({ type: 'away', ms })
  }

  /** Lets time pass as the live shell does: with a tick whenever the clock has something new to show. */
  private wait(ms: number): Played {
    let played: Played = this
    for (const end = this.now + ms; played.now < end; ) {
      const next = nextTick(played.rehearsal, played.now) ?? end - played.now
      played = played.later(Math.min(next, end - played.now)).after({ type: 'tick' })
    }
    return played
  }

  private hear(text: string): Played {
    const { rehearsal } = this
    if (rehearsal.phase.name === 'score') return this.after({ type: 'voice', voice: measuredVoice })
    const coverage = coverageOf(pointsOf(itemInHand(rehearsal)), text)
    return this.after({ type: 'transcript', text, counted: countedWords, coverage })
  }

  private later(ms: number): Played {
    return new Played({ rehearsal: this.rehearsal, effects: [] }, this.now + ms, this.moments)
  }

  private after(event: Event extends infer E ? (E extends Event ? Omit<E, 'now'> : never) : never): Played {
    let { rehearsal, effects } = update(this.rehearsal, { ...event, now: this.now } as Event)
    // as the app does it
    for (const effect of effects) {
      if (effect.type !== 'compare') continue
      const { item, text, rows } = effect
      const coverage = coverageOf(pointsOf(item), plainText(text))
      rehearsal = update(rehearsal, { type: 'compared', coverage, rows, now: this.now }).rehearsal
    }
    return new Played({ rehearsal, effects }, this.now, this.moments)
  }

  get phase(): string {
    return this.rehearsal.phase.name
  }

  get passages(): Passage[] {
    return this.effects.flatMap((effect) => (effect.type === 'print' ? [effect.passage] : []))
  }

  /** What was printed: a word or two for each passage. */
  get printed(): string[] {
    return this.passages.map((what) => {
      if (what.kind === 'question') return `question ${what.number} of ${what.of}`
      return what.kind === 'model' ? what.model.kind : what.kind
    })
  }

  get records(): { as: string; entry: RecordEntry }[] {
    return this.effects.flatMap((effect) => (effect.type === 'record' ? [effect] : []))
  }

  /** The attempts as the journal holds them: the last version of each line, and whether its change was declined. */
  get attempts(): Attempt[] {
    const last = new Map<string, Attempt>()
    for (const { as, entry } of this.records) if (entry.type === 'attempt') last.set(as, entry)
    const declined = this.effects.flatMap((each) =>
      each.type === 'draft' && each.draft.text === null ? [each.draft.as] : [],
    )
    return [...last].map(([as, { pending, ...attempt }]) =>
      pending === undefined || declined.includes(as) ? attempt : { ...attempt, pending },
    )
  }

  /** The only attempt, or the last one. */
  get attempt(): Attempt {
    const attempt = this.attempts.at(-1)
    if (attempt === undefined) throw new Error('Nothing was recorded')
    return attempt
  }

  /** Was the end of the rehearsal recorded? */
  get ended(): boolean {
    return this.records.some(({ entry }) => entry.type === 'rehearsal' && entry.state === 'end')
  }

  /** The live part of the screen. */
  screen(columns = 80, rows = 24, style: Style = plainStyle): string {
    return view(this.rehearsal, { columns, rows }, style, this.now, { markdown })
  }

  /** Everything that was printed as one text, or only the passages of one kind. */
  text({ kind, columns = 80, style = plainStyle, live = true, due = {} }: Shown = {}): string {
    const size = { columns, rows: 24 }
    return this.moments
      .map(({ effect, rehearsal }) =>
        effect.type === 'print' && (kind === undefined || effect.passage.kind === kind)
          ? passage(effect.passage, { rehearsal, size, style, live, due, markdown })
          : '',
      )
      .join('')
  }
}

interface Shown {
  kind?: Passage['kind']
  columns?: number
  style?: Style
  live?: boolean
  due?: Record<string, number | 'later'>
}

/** Begins a rehearsal and plays the inputs. */
export function play(rehearsal: Rehearsal, ...inputs: Input[]): Played {
  const now = 5000
  return new Played(begin(rehearsal, now), now).play(...inputs)
}

export function question(text: string, more: Partial<Question> = {}): Question {
  return {
    id: `bank/${text.toLowerCase().replace(/\W+/g, '-')}`,
    number: 1,
    section: 'Leadership',
    question: text,
    answer: 'Listen first. Then decide.',
    keyPoints: points('Listen', 'Decide'),
    followUps: [],
    budgetMs: null,
    shape: null,
    line: 1,
    ...more,
  }
}

export const points = (...labels: string[]): Question['keyPoints'] =>
  labels.map((label) => ({ label, text: `${label}, in full` }))

/** A question with neither answer nor key points. */
export const bare = (text: string): Question => question(text, { answer: null, keyPoints: [] })

export function item(asked: string | Question, more: Partial<Item> = {}): Item {
  const given = typeof asked === 'string' ? question(asked) : asked
  return {
    question: given,
    story: null,
    lastChange: null,
    followUp: null,
    budgetMs: 120_000,
    shape: shapeOf(given, 'auto'),
    ...more,
  }
}

type More = Partial<Omit<Rehearsal, 'options'>> & { options?: Partial<RehearsalOptions> }

function rehearsalOf(mode: Mode, items: Item[], { options, ...more }: More): Rehearsal {
  return {
    id: 'r1',
    mode,
    cue: 'none',
    pid: 1,
    items,
    at: 0,
    answered: [],
    debrief: null,
    change: null,
    phase: { name: 'over', next: 'quit' },
    ...more,
    options: {
      bank: 'bank',
      thinkMs: 30_000,
      talkMs: null,
      typed: false,
      extra: false,
      strict: false,
      followUps: true,
      ...options,
    },
  }
}

export const drill = (items: Item[] = [item('First?')], more: More = {}): Rehearsal =>
  rehearsalOf('drill', items, more)

export const mock = (items: Item[] = [item('First?'), item('Second?')], more: More = {}): Rehearsal =>
  rehearsalOf('mock', items, more)
