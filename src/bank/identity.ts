import { plainText } from '../text/plain-text.ts'
import { slugOf } from '../text/slug.ts'
import type { Bank, Question } from './model.ts'

/** A question that keeps its id although its new wording would have another: `slug`, without the bank's. */
export interface Reworded {
  id: string
  slug: string
}

/** From which likeness on, 0 to 1, two wordings are the same question; less will do in the same place. */
const alike = { anywhere: 0.5, inPlace: 0.25 }
/** Past so many pairs only neighbours are compared: a bank that changed all over is another bank. */
const mostPairs = 1_000_000
const nearby = 20

interface Candidate {
  question: Question
  wording: string
  words: ReadonlySet<string>
}

/**
 * A bank that was read again, with the ids that its questions had: explicit ids stay, then the same wording keeps its id,
 * then the likest, and what stands in the same place between the same neighbours. What is left is new.
 */
export function keepIds(bank: Bank, known: readonly Question[]): { bank: Bank; reworded: Reworded[] } {
  const pairing: Pairing = {
    fresh: bank.questions.map(candidate),
    old: known.map(candidate),
    pairs: new Map(),
    taken: new Set(),
  }
  pairExplicit(pairing)
  pairSame(pairing)
  pairAlike(pairing)
  pairInPlace(pairing)
  return named(bank, pairing)
}

/** Which question is which, as far as it is known: places now, and before. */
interface Pairing {
  fresh: readonly Candidate[]
  old: readonly Candidate[]
  /** From the place now to the one before. */
  pairs: Map<number, number>
  /** Places before that have found their question. */
  taken: Set<number>
}

function pair({ pairs, taken }: Pairing, now: number, before: number): void {
  pairs.set(now, before)
  taken.add(before)
}

function candidate(question: Question): Candidate {
  const wording = plainText(question.question).toLowerCase()
  return { question, wording, words: new Set(wording.match(/[\p{L}\p{N}]+/gu) ?? []) }
}

/** Whether an id was written down, and is not what the wording gives. */
function isExplicit({ question }: Candidate): boolean {
  const own = question.id.slice(question.id.indexOf('/') + 1)
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
  // of several with the same wording, those under the same section first
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

/** How much of their words two wordings share (Dice's coefficient), 1 where the answer is the same. */
function likeness(a: Candidate, b: Candidate): number {
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
      .filter(({ before }) => all || Math.abs(before - now) <= nearby)
      .map(({ each: other, before }) => ({ now, before, like: likeness(each, other) }))
      .filter(({ like }) => like >= alike.anywhere),
  )
  likely.sort((a, b) => b.like - a.like || Math.abs(a.now - a.before) - Math.abs(b.now - b.before))
  for (const { now, before } of likely) if (!pairs.has(now) && !taken.has(before)) pair(pairing, now, before)
}

/** What stands between the same two neighbours as before is likely the same, if it is alike at all. */
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
  const used = new Set(kept.flatMap((each) => each?.question.id ?? []))
  const reworded: Reworded[] = []
  const questions = fresh.map(({ question, wording }, now) => {
    const before = kept[now]
    if (before === undefined) return { ...question, id: freeId(question.id, used) }
    const { id } = before.question
    if (id !== question.id && before.wording !== wording) {
      reworded.push({ id, slug: question.id.slice(question.id.indexOf('/') + 1) })
    }
    return { ...question, id }
  })
  return { bank: { ...bank, questions }, reworded }
}

function freeId(wanted: string, used: Set<string>): string {
  let id = wanted
  for (let n = 2; used.has(id); n++) id = `${wanted}-${n}`
  used.add(id)
  return id
}
