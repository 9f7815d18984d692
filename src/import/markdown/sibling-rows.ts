// Tells what each line of a text without marks may be by itself, in the blocks and parts in which its lines stand.

import { labelIn } from '../../bank/labels.ts'
import { isClosing, isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { columnsOf, markerOf } from '../../text/list.ts'
import { asksAtEnd, asksByItself, mayName } from './plainly.ts'

/** A name, `Delegation`, and an order, `Describe it`, may ask or answer; a sentence answers. */
type Kind = 'asks' | 'order' | 'name' | 'label' | 'sentence' | 'mark'

/** A line that is not blank. */
export interface Row {
  at: number
  /** Without the marks of a quotation or a dialogue, and without a letter that counts. */
  text: string
  kind: Kind
  isIndented: boolean
  isQuoted: boolean
  /** What counts in front of it: `B.`, `2.1`; empty where nothing does. */
  counter: string
}

/** Lines with no blank one between them. */
export type Block = readonly Row[]

/** What a line shows by itself, before the lines with the same label are counted. */
interface Signs {
  isMarked?: boolean
  /** Whether it asks by itself, if it is no sentence for another reason. */
  mayAsk: boolean
  /** Whether its sentence goes on below. */
  goesOn: boolean
}

interface Unread extends Omit<Row, 'kind'>, Signs {}
type Bare = Omit<Unread, 'mayAsk'>

/** So many questions tell what their siblings are. */
export const fewest = 2

/** The blocks of each part of a text in which some lines ask: a heading, a rule, code and a table end one. */
export function partsIn(lines: readonly Line[]): Block[][] {
  let known: ((text: string) => boolean) | null = null
  const isRepeated = (text: string): boolean => {
    known ??= repeatsIn(lines)
    return known(text)
  }
  const read = ({ at, text, isIndented, isQuoted, counter, ...signs }: Unread): Row => ({
    at,
    text,
    isIndented,
    isQuoted,
    counter,
    kind: signs.isMarked ? 'mark' : kindOf(text, signs, isRepeated),
  })
  return divided(lines)
    .filter((blocks) => hold(blocks, ({ isMarked }) => !isMarked))
    .map((blocks) => blocks.map((block) => block.map((row) => ({ ...row, mayAsk: mayAskIn(row) }))))
    .filter((blocks) => hold(blocks, ({ mayAsk }) => mayAsk))
    .map((blocks) => outdented(blocks.filter(({ length }) => length > 0).map((block) => block.map(read))))
}

/** Whether there are rows enough of a kind. */
const hold = <R>(blocks: readonly (readonly R[])[], is: (row: R) => boolean): boolean =>
  blocks.flat().filter(is).length >= fewest

function divided(lines: readonly Line[]): Bare[][][] {
  const parts: Bare[][][] = [[[]]]
  lines.forEach(({ text, code }, at) => {
    const blocks = parts.at(-1) as Bare[][]
    if (text.trim() === '') blocks.push([])
    else if (code || partEnd.test(text)) parts.push([[]])
    else {
      const row = rowOf(text, at, lines[at + 1]?.text ?? '')
      const last = blocks.at(-1)?.at(-1)
      if (last && last.isQuoted !== row.isQuoted) blocks.push([row])
      else blocks.at(-1)?.push(row)
    }
  })
  return parts
}

const partEnd = /^\s*(?:#{1,6}\s|[-=*_]{3,}\s*$|[|<])/

/** What stands several times in a text is a label, as is what stands there before a colon, such as a speaker. */
function repeatsIn(lines: readonly Line[]): (text: string) => boolean {
  const counts = new Map<string, number>()
  const count = (name: string | undefined): void => {
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const { text } of lines) {
    if (text.length < longestLabel * 2) count(text.trim())
    if (colon.test(text)) count(labelAhead.exec(text)?.[0].trim())
  }
  return (text) => {
    if ((counts.get(text) ?? 0) > 1) return true
    const label = labelAhead.exec(text)?.[0] ?? ''
    return (counts.get(label.trim()) ?? 0) > 1 && !asksByItself(text.slice(label.length).trim())
  }
}

const longestLabel = 40
const colon = /[:：]/
const labelAhead = /^\s*\p{Lu}[^:：.?!]{0,39}[:：](?=\s)/u

const indent = 2
const quoteMark = /^>[ \t]?/
const ahead =
  /^(?:[—–][ \t]+|\(?[a-zA-H][.)][ \t]+(?=[\p{Lu}¿])|\d{1,2}(?:\.\d{1,2})+\.?[ \t]+(?=[\p{Lu}¿]))/u

function rowOf(line: string, at: number, next: string): Bare {
  const isIndented = columnsOf(/^[ \t]*/.exec(line)?.[0] ?? '') >= indent
  const isQuoted = line.startsWith('>')
  const bare = line.replace(quoteMark, '').trim()
  const before = ahead.exec(bare)?.[0] ?? ''
  const text = bare.slice(before.length)
  const goesOn = text.length > 50 && /^\p{Ll}/u.test(next)
  const isMarked = isMark(text)
  return { at, text, isIndented, isQuoted, counter: before.trim(), isMarked, goesOn }
}

const mayAskIn = ({ isMarked, text }: Bare): boolean => !isMarked && (asksByItself(text) || asksAtEnd(text))

const isMark = (text: string): boolean => markerOf(text) !== null || /^(?:[>|<#*_`~[=+→»]|->)/.test(text)

/** Where the questions are indented, names at the margin are titles. */
function outdented(blocks: readonly Block[]): Block[] {
  const asked = blocks.flat().filter(({ kind }) => kind === 'asks')
  if (!asked.some(({ isIndented }) => isIndented) || asked.some(({ isIndented }) => !isIndented))
    return [...blocks]
  return blocks.map((block) =>
    block.map((row) => (row.kind === 'name' && !row.isIndented ? { ...row, kind: 'label' } : row)),
  )
}

/** `Ana 9:15 AM` stands above what somebody wrote. */
const speaker = /^\p{Lu}[\p{L} .'’-]{0,40}\s[[(]?\d{1,2}:\d{2}(?:\s?[AP]M)?[\])]?$/iu

function kindOf(text: string, { mayAsk, goesOn }: Signs, isRepeated: (text: string) => boolean): Kind {
  if (/[:：]$/.test(text) || speaker.test(text)) return 'label'
  if (labelIn(text) !== null || isClosing(text) || isRepeated(text)) return 'sentence'
  if (mayAsk) return 'asks'
  if (!goesOn && !/[.!:;,…]$/.test(text) && isQuestionLike(text, mayName(text))) return 'order'
  return goesOn || !mayName(text) ? 'sentence' : 'name'
}

/** Lines without the full stops at their ends, where one that asks has one: `Tell me about it.` */
export function undotted(rows: Block): Block {
  if (!rows.some(({ kind, text }) => kind === 'asks' && text.endsWith('.'))) return rows
  return rows.map((row) =>
    row.kind === 'sentence' && row.text.endsWith('.')
      ? { ...row, kind: kindWithoutDot(row.text.slice(0, -1)) }
      : row,
  )
}

const kindWithoutDot = (text: string): Kind =>
  isMark(text) ? 'mark' : kindOf(text, { mayAsk: asksByItself(text), goesOn: false }, () => false)
