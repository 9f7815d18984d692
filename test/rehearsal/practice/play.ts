import type { Item } from '../../../src/rehearsal/item.ts'
import type {
  Practice,
  PracticeEffect,
  PracticeMode,
  PracticeStep,
} from '../../../src/rehearsal/practice/practice.ts'
import type { PracticeRecord } from '../../../src/rehearsal/practice/records.ts'
import { beginPractice, nextPracticeTick, updatePractice } from '../../../src/rehearsal/practice/update.ts'
import type { Event } from '../../../src/rehearsal/rehearsal.ts'
import { practicePassage } from '../../../src/screens/practice.ts'
import { practiceView } from '../../../src/screens/practice-view.ts'
import { styleOf } from '../../../src/screens/style.ts'
import { parseDuration } from '../../../src/text/duration.ts'
import type { Input } from '../play.ts'

type Unstamped = Event extends infer E ? (E extends Event ? Omit<E, 'now'> : never) : never

/** An effect, and the practice as it was when the shell carried it out. */
interface Moment {
  effect: PracticeEffect
  practice: Practice
}

/** A practice after some inputs. */
class Practised {
  practice: Practice
  private now = 5000
  private readonly moments: Moment[] = []

  constructor(step: PracticeStep) {
    this.practice = step.practice
    this.take(step)
  }

  private take({ practice, effects }: PracticeStep): void {
    this.practice = practice
    this.moments.push(...effects.map((effect) => ({ effect, practice })))
  }

  private after(event: Unstamped): void {
    this.take(updatePractice(this.practice, { ...event, now: this.now } as Event))
  }

  /** Lets time pass as the live shell does. */
  private wait(ms: number): void {
    for (const end = this.now + ms; this.now < end; ) {
      const next = nextPracticeTick(this.practice, this.now) ?? end - this.now
      this.now += Math.min(next, end - this.now)
      this.after({ type: 'tick' })
    }
  }

  play(input: Input): void {
    if (typeof input === 'string') this.playKey(input)
    else if ('line' in input) this.after({ type: 'line', text: input.line })
    else if ('unseen' in input) this.now += parseDuration(input.unseen) ?? 0
    else if ('away' in input) {
      const ms = parseDuration(input.away) ?? 0
      this.now += ms
      this.after({ type: 'away', ms })
    }
  }

  private playKey(key: string): void {
    if (/^\d.*[ms]$/.test(key)) this.wait(parseDuration(key) ?? 0)
    else this.after(key === 'end' ? { type: 'end' } : { type: 'key', key })
  }

  get phase(): string {
    return this.practice.phase.name
  }

  /** What was printed: a word for each passage. */
  get printed(): string[] {
    return this.moments.flatMap(({ effect }) => (effect.type === 'print' ? [effect.passage.kind] : []))
  }

  /** What the journal holds at the end. */
  get record(): PracticeRecord | null {
    const entries = this.moments.flatMap(({ effect }) => (effect.type === 'record' ? [effect.entry] : []))
    const last = entries.at(-1)
    if (last === undefined) return null
    const { type: _type, ...record } = last
    return record
  }

  /** Everything that was printed as one text. */
  get text(): string {
    return this.textIn(80, false)
  }

  textIn(columns: number, ascii: boolean): string {
    const size = { columns, rows: 24 }
    const style = styleOf({ level: 0, ascii })
    return this.moments
      .map(({ effect, practice }) =>
        effect.type === 'print' ? practicePassage(effect.passage, { practice, size, style, live: true }) : '',
      )
      .join('')
  }

  /** The live part of the screen. */
  screen(columns = 80, rows = 24, ascii = false): string {
    return practiceView(this.practice, { columns, rows }, styleOf({ level: 0, ascii }), this.now)
  }
}

/** Begins a practice, and plays inputs as `play` does for a rehearsal. */
export const practise =
  (mode: PracticeMode, items: Item[], more: Partial<Practice> = {}) =>
  (...inputs: Input[]): Practised => {
    const given = { mode, items, at: 0, gone: [], strict: false, typed: false, ...more }
    const practised = new Practised(beginPractice({ ...given, phase: { name: 'ready' } }))
    for (const input of inputs) practised.play(input)
    return practised
  }
