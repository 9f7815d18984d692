import { plainText } from '../text/plain-text.ts'
import { slugOf } from '../text/slug.ts'
import { questionSlugOf, uniqueIds } from './ids.ts'
import type { Bank, Question } from './model.ts'

/** A question that keeps its id although its new wording would give it `slug`. */
export interface Reworded {
  id: string
  slug: string
}

/** How alike, from 0 to 1, two wordings have to be for the same question. In the same place, less will do. */
const alike = { anywhere: 0.5, inPlace: 0.25 }
/** Past so many pairs only questions a few places apart are compared: a bank that changed all over is another bank. */
const mostPairs = 1_000_000
const fewPlaces = 20

/** A question, with what is compared of it. */
interface Compared {
  question: Question
  wording: string
  words: ReadonlySet<string>
}

/**
 * A bank that was read again, with the ids that its questions had before. Questions are paired by explicit ids first, then by
 * equal wordings, then by how alike they are, and last by their neighbours; the others are new.
 */
export function keepIds(bank: Bank, known: readonly Question[]): { bank: Bank; reworded: Reworded[] } {
  const pairing: Pairing = {
    fresh: bank.questions.map(compared),
    old: known.map(compared),
    pairs: new Map(),
    taken: new Set(),
  }
  pairExplicit(pairing)
  pairSame(pairing)
  pairAlike(pairing)
  pairInPlace(pairing)
  return named(bank, pairing)
}

/** Which question is which, as far as it is known. A place is an index in `fresh` or `old`. */
interface Pairing {
  fresh: readonly Compared[]
  old: readonly Compared[]
  /** From the place now to the place before. */
  pairs: Map<number, number>
  /** Places before that are paired. */
  taken: Set<number>
}

function pair({ pairs, taken }: Pairing, now: number, before: number): void {
  pairs.set(now, before)
  taken.add(before)
}

function compared(question: Question): Compared {
  const wording = plainText(question.question).toLowerCase()
  return { question, wording, words: new Set(wording.match(/[\p{L}\p{N}]+/gu) ?? []) }
}

/** Whether an id was written in the source: it does not follow from the wording. */
function isExplicit({ question }: Compared): boolean {
  const own = questionSlugOf(question.id)
  const slug = slugOf(plainText(question.question)) || 'q'
  return !own.startsWith(slug) || !/^(?:-\d+)?$/.test(own.slice(slug.length))
}

function pairExplicit(pairing: Pairing): void {
  const { fresh, old } = pairing
  const byId = new Map(old.map(({ question }, index) => [question.id, index]))
  fresh.forEach((each, now) => {
    const before = isExplicit(each) ? byId.get(each.question.id) : undefined
    if (before !== undefined) pair(pairing, now, before)
  })
}

function pairSame(pairing: Pairing): void {
  const { fresh, old, pairs, taken } = pairing
  const places = new Map<string, number[]>()
  old.forEach(({ wording }, before) => {
    if (taken.has(before)) return
    const same = places.get(wording)
    if (same) same.push(before)
    else places.set(wording, [before])
  })
  // Of several with the same wording, those in the same section come first.
  for (const sameSection of [true, false]) {
    fresh.forEach(({ wording, question }, now) => {
      if (pairs.has(now)) return
      const all = places.get(wording) ?? []
      const at = all.findIndex((before) => !sameSection || old[before]?.question.section === question.section)
      const [before] = at < 0 ? [] : all.splice(at, 1)
      if (before !== undefined) pair(pairing, now, before)
    })
  }
}

/** How many of their words two wordings share (Dice's coefficient), from 0 to 1; 1 where the answer is the same. */
function likeness(a: Compared, b: Compared): number {
  if (a.question.answer !== null && a.question.answer === b.question.answer) return 1
  let shared = 0
  for (const word of a.words) if (b.words.has(word)) shared++
  const total = a.words.size + b.words.size
  return total === 0 ? 0 : (2 * shared) / total
}

function pairAlike(pairing: Pairing): void {
  const { fresh, old, pairs, taken } = pairing
  const open = fresh
    .map((each, now) => ({ each, now }))
    .filter(({ now, each }) => !pairs.has(now) && !isExplicit(each))
  const left = old.map((each, before) => ({ each, before })).filter(({ before }) => !taken.has(before))
  const all = open.length * left.length <= mostPairs
  const likely = open.flatMap(({ each, now }) =>
    left
      .filter(({ before }) => all || Math.abs(before - now) <= fewPlaces)
      .map(({ each: other, before }) => ({ now, before, like: likeness(each, other) }))
      .filter(({ like }) => like >= alike.anywhere),
  )
  likely.sort((a, b) => b.like - a.like || Math.abs(a.now - a.before) - Math.abs(b.now - b.before))
  for (const { now, before } of likely) if (!pairs.has(now) && !taken.has(before)) pair(pairing, now, before)
}

/** A question between the same two neighbours as before is likely the same, if it is alike at all. */
function pairInPlace(pairing: Pairing): void {
  const { fresh, old, pairs, taken } = pairing
  fresh.forEach((each, now) => {
    if (pairs.has(now) || isExplicit(each)) return
    const before = now === 0 ? 0 : (pairs.get(now - 1) ?? Number.NaN) + 1
    const other = old[before]
    const next = now + 1 === fresh.length ? old.length : pairs.get(now + 1)
    if (other === undefined || taken.has(before) || next !== before + 1) return
    if (likeness(each, other) >= alike.inPlace) pair(pairing, now, before)
  })
}

function named(bank: Bank, { fresh, old, pairs }: Pairing): { bank: Bank; reworded: Reworded[] } {
  const kept = fresh.map((_, now) => old[pairs.get(now) ?? -1])
  const unique = uniqueIds(new Set(kept.flatMap((each) => each?.question.id ?? [])))
  const reworded: Reworded[] = []
  const questions = fresh.map(({ question, wording }, now) => {
    const before = kept[now]
    if (before === undefined) return { ...question, id: unique(question.id) }
    const { id } = before.question
    if (id !== question.id && before.wording !== wording) {
      reworded.push({ id, slug: questionSlugOf(question.id) })
    }
    return { ...question, id }
  })
  return { bank: { ...bank, questions }, reworded }
}
