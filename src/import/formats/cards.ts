// Reads flash cards as hashcards writes them, by lines that begin with `Q:` and `A:`, or with `C:` for a text with gaps:
// `C: Trust is [slow].` People write `q.`, `Q)`, `Question -` and `Antwort:` too.

import { cleanQuestion, cleanSection } from '../../bank/clean.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { answerNames, questionNames } from '../../bank/label-names.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { metadataIn } from '../../bank/metadata.ts'
import { passageOf } from '../../bank/passage.ts'
import { prefixOf } from '../../bank/prefix.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import { plainText } from '../../text/plain-text.ts'
import type { ImportText } from '../import-text.ts'
import { withoutMetadata } from '../markdown/answer.ts'
import { isNote } from '../markdown/later.ts'
import { withBeside } from './beside.ts'

const cloze = /^C:(?:[ \t]+|$)/
/** The mark of a side, whose colon needs a blank behind it, but before a letter of a script without cases. */
const sideStart = new RegExp(
  `^(?:(${questionNames})|(a|${answerNames}))(?:[ \\t.-]{0,2}[#№]?\\d{1,6}[a-z]?)?(?:[ \\t]*[:：](?:[ \\t]+|$|(?=[^\\x00-\\x7f]))|\\.[ \\t]+|\\)[ \\t]+|[ \\t]+[-–—][ \\t]+)`,
  'i',
)
/** `Q3 Why?` among `Q2: How?`. */
const unmarked = /^Q(?:uestion)?[ .-]?[#№]?(\d{1,6})[ \t]+(?=["“]?\p{Lu})/u
const option = /^B[.)][ \t]/i

/** A side of a card: its question, its answer, or a text with gaps. */
interface Side {
  name: 'Q' | 'A' | 'C'
  section: string | null
  lines: Line[]
}

/** The cards of a text; null where there are too few, or most have no answer. */
export function readCards(source: ImportText): Reading | null {
  const { scan, text } = source
  if (!mayHaveCards(text)) return null
  const lines = withColons(source.lines)
  if (tellStories(lines)) return null
  const pair = labelPair(lines)
  if (pair === null && !lines.some(({ text }) => sideOf(text) !== null)) return null
  const sides = sidesOf(
    pair === null ? lines : withoutRemarks(lines, pair).map((line) => withKnownLabel(line, pair)),
  )
  const count = (name: Side['name']): number => sides.filter((side) => side.name === name).length
  if (count('Q') < 1 && count('C') < 2) return null
  if (count('A') * 2 < count('Q')) return null
  const asked: Draft[] = []
  const answers: Answered[][] = []
  sides.forEach(({ name, lines, section }, index) => {
    if (name === 'A') {
      answers.at(-1)?.push(answeredIn(lines))
      return
    }
    const card = name === 'Q' ? askedIn(lines, sides[index + 1]?.name === 'A') : clozeIn(lines)
    asked.push({ line: lines[0]?.number ?? 1, section, ...card })
    answers.push([])
  })
  const isKept = ({ question, answer }: Draft): boolean =>
    pair === null || answer !== null || isQuestionLike(question)
  const drafts = asked.map((draft, index) => withAnswers(draft, answers[index] ?? [])).filter(isKept)
  const taken = sides.flatMap(({ lines }) => lines.map(({ number }) => number))
  return withBeside({ title: scan.title, drafts }, source, new Set(taken))
}

/** One part of an answer, and what is said about its question there. */
interface Answered {
  text: string | null
  budgetMs: number | null
  competencies: readonly string[]
}

function answeredIn(lines: readonly Line[]): Answered {
  const { rest, budgetMs, competencies } = metadataIn(lines)
  return { text: passageOf(withoutMetadata(rest)), budgetMs, competencies }
}

/** All answers are put together at once: one after the other, many to one card would take for ever. */
function withAnswers(draft: Draft, answers: readonly Answered[]): Draft {
  const names = [...(draft.competencies ?? []), ...answers.flatMap(({ competencies }) => competencies)]
  return {
    ...draft,
    answer: [draft.answer, ...answers.map(({ text }) => text)].filter(Boolean).join('\n\n') || null,
    budgetMs: draft.budgetMs ?? answers.find(({ budgetMs }) => budgetMs !== null)?.budgetMs ?? null,
    ...(names.length > 0 && { competencies: names }),
  }
}

/** Whether `A:` stands below `S:` or `T:`, as the action of a story. */
const tellStories = (lines: readonly Line[]): boolean =>
  lines.some(
    ({ text, code }, at) => !code && /^A[:：]/.test(text) && /^[ST][:：]/.test(lines[at - 1]?.text ?? ''),
  )

const letterAlone = /^([QA])[ \t]+(?=["“]?\p{Lu})/u

/** Lines with a colon behind `Q` and `A`, where two questions at least, and all of them, have an answer right below. */
function withColons(lines: readonly Line[]): readonly Line[] {
  const letterAt = (at: number): string | undefined =>
    letterAlone.exec(lines[at]?.text.slice(0, 40) ?? '')?.[1]
  const questions = lines.flatMap((line, at) => (!line.code && letterAt(at) === 'Q' ? [at] : []))
  if (questions.length < fewestTurns || !questions.every((at) => letterAt(at + 1) === 'A')) return lines
  const marked = new Set(questions.flatMap((at) => [at, at + 1]))
  return lines.map((line, at) =>
    marked.has(at) ? { ...line, text: line.text.replace(letterAlone, '$1: ') } : line,
  )
}

/** Two labels that take turns, of which the first one asks: `P:` and `R:`, `Manager:` and `Sam:`. */
type LabelPair = readonly [asks: string, answers: string]

const anyLabel =
  /^(?:\*\*|__)?(\p{Lu}[\p{L}.]{0,19}(?: \p{Lu}[\p{L}.]{0,19})?)(?:\*\*|__)?[ \t]*[:：](?:\*\*|__)?[ \t]+(?=\S)/u
const fewestTurns = 2

const anySide = new RegExp(`^(?:[QA][ \\t]|C:)|${sideStart.source}`, 'im')
/** What may be `anyLabel`. Any character beyond ASCII stands for a letter: V8 builds no sets for it. */
const maybeLabel =
  /^(?:\*\*|__)?[A-Z\x80-\uffff][^\s:：]{0,21}(?: [A-Z\x80-\uffff][^\s:：]{0,21})?[ \t]*[:：]/m

/** Whether any line begins a side, by itself or beside others: in most texts none does, which is faster to see at once. */
const mayHaveCards = (text: string): boolean =>
  text.includes('<U+') || anySide.test(text) || maybeLabel.test(text)

function labelOf(text: string): RegExpExecArray | null {
  const start = text.slice(0, 60)
  return maybeLabel.test(start) ? anyLabel.exec(start) : null
}

function labelPair(lines: readonly Line[]): LabelPair | null {
  const turns = lines.flatMap(({ text, code }) => {
    const match = code || text.length > longestLine ? null : labelOf(text)
    return match ? [{ label: match[1] ?? '', text: text.slice(match[0].length) }] : []
  })
  const asks = ({ text }: { text: string }): boolean => asksAloud(text)
  const first = turns.findIndex(asks)
  const [asking, answering] = turns.slice(first, first + 2)
  if (first < 0 || !asking || !answering || asking.label === answering.label) return null
  const pair = [asking.label, answering.label] as const
  const own = turns.slice(first).filter(({ label }) => pair.includes(label))
  const asked = own.filter(({ label }) => label === pair[0])
  const isInTurn = own.every(({ label }, index) => label === pair[index % 2])
  const isMain = own.length * 5 >= turns.length * 4
  if (!isMain || !isInTurn || asked.length < fewestTurns) return null
  const isPair = asked.filter(asks).length * 2 >= asked.length
  return isPair && sideOf(`${pair[0]}: x`)?.name !== 'Q' ? pair : null
}

/** Whether what somebody says asks, perhaps with a label of its own: `Ann: Question 3: your worst day`. */
const asksAloud = (text: string): boolean => {
  const { kind } = prefixOf(text)
  return kind === 'q' || kind === 'numbered-q' || isQuestionLike(cleanQuestion(text))
}

/** Lines without the remarks of the one who asks, `Ann: Well done!`, which nobody answers. */
function withoutRemarks(lines: readonly Line[], [asks, answers]: LabelPair): readonly Line[] {
  const labels = lines.map(({ text, code }) => (code ? null : labelOf(text)))
  let isAnswered = false
  const remarks = new Set<Line>()
  for (let at = lines.length - 1; at >= 0; at--) {
    const [line, match] = [lines[at] as Line, labels[at]]
    if (match?.[1] === answers) isAnswered = true
    if (match?.[1] !== asks) continue
    if (!isAnswered && !asksAloud(line.text.slice(match[0].length))) remarks.add(line)
    isAnswered = false
  }
  return remarks.size === 0 ? lines : lines.filter((line) => !remarks.has(line))
}

function withKnownLabel(line: Line, [asks, answers]: LabelPair): Line {
  const match = line.code ? null : labelOf(line.text)
  const known = match?.[1] === asks ? 'Q: ' : match?.[1] === answers ? 'A: ' : null
  return known === null ? line : { ...line, text: known + line.text.slice(match?.[0].length) }
}

/** A question. Where no answer is labelled, the lines below one that asks are it. */
function askedIn(lines: readonly Line[], isAnswered: boolean): Pick<Draft, 'question' | 'answer'> {
  const [first, ...below] = lines
  if (first && !isAnswered && isQuestionLike(first.text))
    return { question: first.text.trim(), answer: passageOf(withoutMetadata(below)) }
  return { question: passageOf(withoutMetadata(lines)) ?? '', answer: null }
}

interface Mark {
  name: Side['name']
  number: number | null
  length: number
}

/** The side that a row begins, with the number and the length of its mark. */
function sideOf(row: string): Mark | null {
  const start = row.slice(0, 60)
  const gap = cloze.exec(start)
  if (gap) return { name: 'C', number: null, length: gap[0].length }
  const match = sideStart.exec(start)
  if (!match || (/[:：]$/.test(match[0]) && !/^(?:$|\p{Lo})/u.test(start.slice(match[0].length)))) return null
  const digits = /\d+/.exec(match[0])?.[0]
  return {
    name: match[1] === undefined ? 'A' : 'Q',
    number: digits === undefined ? null : Number(digits),
    length: match[0].length,
  }
}

/** A question whose mark lacks its colon: it asks, or has the number that follows the last one. */
function unmarkedSide(row: string, last: number): Mark | null {
  const match = unmarked.exec(row.slice(0, 60))
  if (!match) return null
  const number = Number(match[1])
  const asks = number === last + 1 || isQuestionLike(row.slice(match[0].length), false)
  return last > 0 && asks ? { name: 'Q', number, length: match[0].length } : null
}

/** A side ends at the next one, at a rule or at a heading, which names a section. */
function sidesOf(lines: readonly Line[]): Side[] {
  const sides: Side[] = []
  let open: Side | null = null
  let section: string | null = null
  let number = 0
  lines.forEach((line, at) => {
    if (isNote(line)) return
    const found = line.code ? null : (sideOf(line.text) ?? unmarkedSide(line.text, number))
    number = found?.name === 'Q' ? (found.number ?? number + 1) : number
    if (found && !(found.name === 'A' && isOption(lines, at))) {
      open = { name: found.name, section, lines: [{ ...line, text: line.text.slice(found.length) }] }
      sides.push(open)
      return
    }
    const heading = line.code ? null : /^(?:-{3,}|(#{1,6}) (.*))$/.exec(line.text)
    if (!heading) {
      open?.lines.push(line)
      return
    }
    open = null
    if ((heading[1]?.length ?? 0) > 1) section = cleanSection(plainText(heading[2] ?? ''))
  })
  return sides
}

/** Whether `A)` is the first of several options to choose from. */
const isOption = (lines: readonly Line[], at: number): boolean =>
  /^A[.)]/i.test(lines[at]?.text ?? '') &&
  lines.slice(at + 1, at + 4).some(({ text, code }) => !code && option.test(text))

/** The first paragraph asks. The others answer, or else what is in brackets does. */
function clozeIn(lines: readonly Line[]): { question: string; answer: string | null } {
  const text = passageOf(lines) ?? ''
  const [question = '', ...rest] = text.split(/\n[ \t]*\n/)
  const gaps = [...question.matchAll(/(?<!\\)\[([^[\]]+)\](?!\()/g)].map((match) => match[1])
  const answer = rest.length > 0 ? rest.join('\n\n') : gaps.join('\n')
  return { question, answer: answer === '' ? null : answer }
}
