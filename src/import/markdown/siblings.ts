// Finds the lines without marks that ask because they stand as their siblings do: among `How do you lead?` and `Why us?`,
// `What would your team say about you` and `Delegation` are no answers. Where that stays open, it says so.

import { labelIn } from '../../bank/labels.ts'
import { isClosing, isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { columnsOf, markerOf } from '../../text/list.ts'
import { asksByItself, mayName } from './plainly.ts'

export interface Siblings {
  /** The indexes of the lines that ask as their siblings do. */
  asking: ReadonlySet<number>
  /** Those of lines that read like questions, but stand where the answers do. */
  answering: ReadonlySet<number>
  /** Those of lines that may ask: they are read as answers. */
  unsure: readonly number[]
}

/** What a line is by itself. A name, `Delegation`, and an order, `Describe it`, may ask or answer; a sentence answers. */
type Kind = 'asks' | 'order' | 'name' | 'label' | 'sentence' | 'mark'

interface Row {
  at: number
  kind: Kind
  isIndented: boolean
}

/** Lines with no blank one between them. */
type Block = readonly Row[]

interface Found {
  asking: Row[]
  answering?: Row[]
  unsure?: Row[]
}

/** A way to set out questions and answers, null where a part of a text is not set out so. */
type Layout = (blocks: readonly Block[]) => Found | null

/** The surest first. */
const layouts: readonly Layout[] = [indented, stanzas, inTurns, spacedList, list, paragraphs]

const fewest = 2

/** The siblings of the questions in the lines of a text, part by part. */
export function siblingsIn(lines: readonly Line[]): Siblings {
  const asking = new Set<number>()
  const answering = new Set<number>()
  const unsure: number[] = []
  for (const blocks of partsIn(lines)) {
    if (blocks.flat().filter(asks).length < fewest) continue
    let found: Found | null = null
    for (const layout of layouts) found ??= layout(blocks)
    for (const { at } of found?.asking ?? []) asking.add(at)
    for (const { at } of found?.answering ?? []) answering.add(at)
    for (const { at } of found?.unsure ?? []) unsure.push(at)
  }
  return { asking, answering, unsure: unsure.sort((a, b) => a - b) }
}

const asks = ({ kind }: Row): boolean => kind === 'asks'
const isOpen = ({ kind }: Row): boolean => kind === 'name' || kind === 'order'
const isHead = (row: Row): boolean => asks(row) || isOpen(row)

/** Questions at the margin, with the answers indented below them. */
function indented(blocks: readonly Block[]): Found | null {
  const rows = blocks.flat()
  const isAbove = (row: Row, index: number): boolean =>
    !row.isIndented && rows[index + 1]?.isIndented === true
  const heads = rows.filter((row, index) => isHead(row) && isAbove(row, index))
  const asked = rows.filter((row) => asks(row) && !row.isIndented)
  const isSo = asked.length >= fewest && asked.every((row) => heads.includes(row))
  return isSo ? divided(heads) : null
}

/** Paragraphs that begin with a question, and go on with its answer. */
function stanzas(blocks: readonly Block[]): Found | null {
  const whole = blocks.filter(([first, second]) => first && isHead(first) && second)
  const first = whole.findIndex(([head]) => head && asks(head))
  const asked = whole.filter(([head, ...below]) => head && asks(head) && !below.some(asks))
  const elsewhere = blocks.flat().filter(asks).length - asked.length
  if (asked.length < fewest || elsewhere * 5 > asked.length) return null
  const bodies = asked.flatMap((block) => block.slice(1).filter(({ kind }) => kind === 'order'))
  return { ...divided(whole.slice(first).flatMap((block) => block.slice(0, 1))), answering: bodies }
}

/** Paragraphs of one line that take turns: a question, its answer, a question. */
function inTurns(blocks: readonly Block[]): Found | null {
  const rows = spaced(blocks, 1)
  if (rows === null) return null
  const heads = rows.filter((_, index) => index % 2 === 0)
  const isSo = heads.every(isHead) && !rows.some((row, index) => index % 2 === 1 && asks(row))
  return isSo ? divided(heads) : null
}

/** Paragraphs of one line that all ask. */
function spacedList(blocks: readonly Block[]): Found | null {
  const rows = spaced(blocks, 0)
  if (rows === null || !rows.every(isHead)) return null
  return isList(rows) ? { asking: rows } : { asking: [], unsure: rows.filter(isOpen) }
}

/** The rows from the first question to the last, and some below it, where each is a paragraph; else null. */
function spaced(blocks: readonly Block[], below: number): Row[] | null {
  const isQuestion = (block: Block): boolean => block.some(asks)
  const own = blocks.slice(blocks.findIndex(isQuestion), blocks.findLastIndex(isQuestion) + 1 + below)
  return own.every((block) => block.length === 1) ? own.flat() : null
}

/** Lines right below one another that all ask. Lists stand in several blocks, and other text between them. */
function list(blocks: readonly Block[]): Found | null {
  const all = blocks.flatMap(withoutLabels).filter((block) => block.some(asks) && block.every(isHead))
  const lists = all.filter((block) => block.length > 2 && isList(block))
  const others = all.filter((block) => !lists.includes(block))
  if (lists.length > 0 && lists.length >= others.filter(takeTurns).length)
    return { asking: [...lists, ...others].flat() }
  const unsure = others.filter((block) => block.filter(asks).length > 1)
  return unsure.length === 0 ? null : { asking: [], unsure: unsure.flat().filter(isOpen) }
}

/** Paragraphs of which some ask, alone on a line, and the others answer. */
function paragraphs(blocks: readonly Block[]): Found | null {
  const asked = blocks.filter((block) => block.length === 1 && block.some(asks))
  const all = blocks.flat().filter(asks).length
  if (asked.length < fewest || asked.length * 5 < all * 4) return null
  const heads = blocks.filter((block, index) => {
    const [above, below] = [blocks[index - 1]?.at(-1), blocks[index + 1]?.[0]]
    return block.length === 1 && block.every(isHead) && (block.some(asks) || (isText(above) && isText(below)))
  })
  return divided(heads.flat())
}

const isText = (row: Row | undefined): boolean => row?.kind === 'sentence' || row?.kind === 'mark'

/** The rows between the labels in a block, each of which names what is below it. */
function withoutLabels(block: Block): Block[] {
  const parts: Row[][] = [[]]
  for (const row of block) {
    if (row.kind === 'label') parts.push([])
    else parts.at(-1)?.push(row)
  }
  return parts
}

/** Whether lines ask by two in five, and do not take turns with answers. */
function isList(rows: readonly Row[]): boolean {
  const sure = rows.filter(asks).length
  const asking = rows.filter(({ kind }) => kind !== 'name').length
  return sure > 0 && asking * 5 >= rows.length * 2 && !takeTurns(rows)
}

/** Whether each question has a line below it that may be its answer. */
const takeTurns = (rows: readonly Row[]): boolean =>
  (rows.length % 2 === 0 || rows.length > 3) && rows.every((row, index) => asks(row) === (index % 2 === 0))

/** Heads ask where at least half of them do by themselves. */
function divided(heads: readonly Row[]): Found {
  const open = heads.filter(isOpen)
  const asked = heads.filter(asks)
  return open.length <= asked.length ? { asking: [...heads] } : { asking: asked, unsure: open }
}

/** The blocks of each part of a text: a heading, a rule, code and a table end one. */
function partsIn(lines: readonly Line[]): Block[][] {
  const names = new Map<string, number>()
  for (const { text } of lines) {
    const name = text.length > 80 ? '' : text.trim()
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  const parts: Row[][][] = [[[]]]
  lines.forEach(({ text, code }, at) => {
    const blocks = parts.at(-1) as Row[][]
    if (text.trim() === '') blocks.push([])
    else if (code || partEnd.test(text)) parts.push([[]])
    else blocks.at(-1)?.push(rowOf(text, at, lines[at + 1]?.text ?? '', names))
  })
  return parts.map((blocks) => blocks.filter(({ length }) => length > 0))
}

const partEnd = /^\s*(?:#{1,6}\s|[-=*_]{3,}\s*$|[|<])/

function rowOf(text: string, at: number, next: string, names: ReadonlyMap<string, number>): Row {
  const isIndented = columnsOf(/^[ \t]*/.exec(text)?.[0] ?? '') >= 2
  return { at, isIndented, kind: kindOf(text.trim(), next, (names.get(text.trim()) ?? 0) > 1) }
}

function kindOf(text: string, next: string, isRepeated: boolean): Kind {
  if (markerOf(text) || /^[>|<#*_`~[=+]/.test(text)) return 'mark'
  if (/[:：]$/.test(text)) return 'label'
  if (labelIn(text) !== null || isClosing(text)) return 'sentence'
  if (asksByItself(text)) return 'asks'
  // a line of prose goes on below it
  const goesOn = text.length > 50 && /^\p{Ll}/u.test(next)
  if (isRepeated || goesOn || !mayName(text)) return 'sentence'
  return isQuestionLike(text) ? 'order' : 'name'
}
