// Knows what some questions hold, to tell whether a line of their source is among it.

import type { Question } from '../../bank/model.ts'
import { addHashes, unitOf, type Words } from './words.ts'

export type Part = 'question' | 'answer'

/** The texts of a question, each with the part that it belongs to. Its key points may be taken from its answer. */
export function textsOf(question: Question): Text[] {
  const { answer, followUps, alsoAskedAs = [], weakAnswer = '' } = question
  return [
    { part: 'question', text: question.question },
    ...(answer === null ? [] : [{ part: 'answer' as const, text: answer }]),
    ...[...followUps, ...alsoAskedAs, weakAnswer].map((text) => ({ part: 'answer' as const, text })),
  ]
}

/** The lines of some questions as they are, without the blanks around them. */
export function linesHeld(questions: readonly Question[]): Map<string, Part> {
  const lines = new Map<string, Part>()
  for (const question of questions) {
    for (const { part, text } of textsOf(question)) {
      for (const line of text.split('\n')) if (!lines.has(line.trim())) lines.set(line.trim(), part)
    }
  }
  return lines
}

/** Whole lines, and texts of several lines, each with the part that it belongs to. */
export type Units = Map<number, Part>

/** What some texts hold, by words. */
export interface Held {
  units: Units
  /** All runs of three words. */
  runs: Runs
}

interface Text {
  part: Part
  text: string
}

export function unitsIn(texts: readonly Text[]): Units {
  const units: Units = new Map()
  for (const { part, text } of texts) wordsOfLines(text, part, units)
  return units
}

export function heldIn(texts: readonly Text[]): Held {
  const units: Units = new Map()
  const words = texts.map(({ part, text }) => ({ part, hashes: wordsOfLines(text, part, units) }))
  const runs = new Runs(words.reduce((sum, { hashes }) => sum + hashes.length, 0))
  for (const { part, hashes } of words) {
    for (let end = 2; end < hashes.length; end++) runs.add(runOf(hashes, end), part)
  }
  return { units, runs }
}

/** The words of a text; its lines, also without a label such as `Result:`, and all of it become units. */
function wordsOfLines(text: string, part: Part, units: Units): number[] {
  const hashes: number[] = []
  const keep = (from: number): void => {
    if (hashes.length === from) return
    const unit = unitOf(hashes, from)
    if (!units.has(unit)) units.set(unit, part)
  }
  for (const line of text.split('\n')) {
    const from = hashes.length
    addHashes(line, hashes)
    keep(from)
    const label: number[] = []
    addHashes(labelAhead.exec(line)?.[0] ?? '', label)
    if (label.length === 0) continue
    keep(from + label.length)
    // on a line of its own, where the text goes on below it
    const alone = unitOf(label)
    if (!units.has(alone)) units.set(alone, part)
  }
  keep(0)
  return hashes
}

/** What a reader puts before the field of a column. */
const labelAhead = /^[^:：]{0,39}[^\s:：][:：](?=[*_]*(?:\s|$)|\p{Lo})/u

/** The run of three words that ends at an index. */
const runOf = (hashes: readonly number[], end: number): number => unitOf(hashes, end - 2, end + 1)

/** Runs of words with their parts. A `Map` takes ten times the memory, which is too much for a source of 64 MB. */
class Runs {
  /** Hashes whose last bit says the part; 0 where there is none. */
  readonly #slots: Int32Array

  constructor(most: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(most + 2) + 1))
  }

  add(run: number, part: Part): void {
    const at = this.#placeOf(run)
    if (this.#slots[at] === 0) this.#slots[at] = (run & ~1) | (part === 'answer' ? 1 : 0)
  }

  get(run: number): Part | undefined {
    const found = this.#slots[this.#placeOf(run)] ?? 0
    if (found === 0) return undefined
    return (found & 1) === 1 ? 'answer' : 'question'
  }

  /** Where a run is, or where it would go. */
  #placeOf(run: number): number {
    const last = this.#slots.length - 1
    let at = Math.imul(run >>> 1, 0x9e3779b1) & last
    for (;;) {
      const here = this.#slots[at] ?? 0
      if (here === 0 || here >>> 1 === run >>> 1) return at
      at = (at + 1) & last
    }
  }
}

/**
 * For each word of a text that follows line after line, the part that holds it: it is in a run of three that is held, or in
 * a pair that is held as a whole.
 */
export function coverOf(lines: readonly Words[], { units, runs }: Held): (Part | undefined)[][] {
  const all: number[] = []
  for (const { hashes } of lines) for (const hash of hashes) all.push(hash)
  const covered: (Part | undefined)[] = new Array(all.length).fill(undefined)
  for (let end = 1; end < all.length; end++) {
    const run = end < 2 ? undefined : runs.get(runOf(all, end))
    const part = run ?? units.get(unitOf(all, end - 1, end + 1))
    if (part !== undefined) covered.fill(part, run === undefined ? end - 1 : end - 2, end + 1)
  }
  let from = 0
  return lines.map(({ hashes }) => {
    const start = from
    from += hashes.length
    return covered.slice(start, from)
  })
}
