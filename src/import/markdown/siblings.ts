// Finds the lines without marks that ask because they stand as their siblings do: among `How do you lead?` and `Why us?`,
// `What would your team say about you` and `Delegation` are no answers. Where that stays open, it says so.

import type { Line } from '../../text/lines.ts'
import { type Block, fewest, partsIn, type Row, undotted } from './sibling-rows.ts'

export interface Siblings {
  /** What the lines say that ask as their siblings do, by their indexes. */
  asking: ReadonlyMap<number, string>
  /** The indexes of lines that read like questions, but stand where the answers do. */
  answering: ReadonlySet<number>
  /** Those of lines that may ask: they are read as answers. */
  unsure: readonly number[]
}

interface Found {
  asking: readonly Row[]
  answering?: readonly Row[]
  unsure?: readonly Row[]
}

/** A way to set out questions and answers; null where a part of a text is not set out so. */
type Layout = (blocks: readonly Block[]) => Found | null

/** The surest first. */
const layouts: readonly Layout[] = [
  counted,
  indented,
  aboveMarks,
  stanzas,
  inTurns,
  spacedList,
  list,
  paragraphs,
]

/** The siblings of the questions in the lines of a text, part by part. */
export function siblingsIn(lines: readonly Line[]): Siblings {
  const asking = new Map<number, string>()
  const answering = new Set<number>()
  const unsure: number[] = []
  for (const blocks of partsIn(lines)) {
    if (blocks.flat().filter(asks).length < fewest) continue
    let found: Found | null = null
    for (const layout of layouts) found ??= layout(blocks)
    for (const { at, text } of found?.asking ?? []) asking.set(at, text)
    for (const { at } of found?.answering ?? []) answering.add(at)
    for (const { at } of found?.unsure ?? []) unsure.push(at)
  }
  return { asking, answering, unsure }
}

const asks = ({ kind }: Row): boolean => kind === 'asks'
const isOpen = ({ kind }: Row): boolean => kind === 'name' || kind === 'order'
const isHead = (row: Row): boolean => asks(row) || isOpen(row)

/** Lines that count with letters or with two numbers, `A.` or `2.1`, below the names of their parts, and ask by two in five. */
function counted(blocks: readonly Block[]): Found | null {
  const rows = blocks.flat().filter(({ counter }) => /^(?:[A-H]|\d+\.\d+)\b/.test(counter))
  const asking = rows.filter(({ kind }) => kind === 'asks' || kind === 'order')
  const isSo = rows.length > fewest && rows.some(({ counter }) => /^(?:A|\d+\.1)\b/.test(counter))
  return isSo && asking.length * 5 >= rows.length * 2 ? { asking: rows } : null
}

/** Questions at the margin, with the answers indented below them. */
function indented(blocks: readonly Block[]): Found | null {
  const rows = blocks.flat()
  const isAbove = (row: Row, index: number): boolean =>
    isHead(row) && !row.isIndented && rows[index + 1]?.isIndented === true
  const heads = rows.filter(isAbove)
  const asked = rows.filter((row) => asks(row) && !row.isIndented)
  const isSo = asked.length >= fewest && heads.filter(asks).length === asked.length
  return isSo ? divided(heads) : null
}

/** Questions without a mark, each right above the bullets or the arrow of its answer, and no other lines between them. */
function aboveMarks(blocks: readonly Block[]): Found | null {
  const rows = blocks.flat()
  const heads = rows.filter((row, index) => isHead(row) && rows[index + 1]?.kind === 'mark')
  const others = rows.filter(({ kind }) => kind !== 'mark').length - heads.length
  return heads.filter(asks).length < fewest || others > 0 ? null : divided(heads)
}

/** Paragraphs that begin with a question, and go on with its answer. */
function stanzas(blocks: readonly Block[]): Found | null {
  const asked = blocks.filter(
    ([head, ...below]) => head && asks(head) && below.length > 0 && !below.some(asks),
  )
  const elsewhere = blocks.flatMap(([, ...below]) => below).filter(asks).length
  if (asked.length < fewest || elsewhere * 5 > asked.length) return null
  const below = blocks.slice(blocks.indexOf(asked[0] as Block))
  const heads = below.flatMap(([head, second]) =>
    head && isHead(head) && (second || asks(head)) ? [head] : [],
  )
  // where no paragraph goes on with the answer above, fewer questions are enough
  const most = heads.length >= below.length - 1 ? 2 : 1
  const orders = asked.flatMap((block) => block.slice(1).filter(({ kind }) => kind === 'order'))
  return { ...divided(heads, most), answering: orders }
}

/** Paragraphs of one line that take turns: a question, its answer, a question. Below the last that asks names may go on. */
function inTurns(blocks: readonly Block[]): Found | null {
  const rows = [...spaced(blocks, 1), ...turnsBelow(blocks)]
  const heads = rows.filter((_, index) => index % 2 === 0)
  const isSo =
    heads.length >= fewest && heads.every(isHead) && rows.every((row, index) => index % 2 === 0 || !asks(row))
  return isSo ? divided(heads) : null
}

/** The names and the sentences that take turns from the second paragraph below the last question on, in pairs. */
function turnsBelow(blocks: readonly Block[]): Block {
  const below = blocks.slice(blocks.findLastIndex((block) => block.some(asks)) + 2)
  const isTurn = ([row, second]: Block, index: number): boolean =>
    row !== undefined && second === undefined && (index % 2 === 0 ? isOpen(row) : row.kind === 'sentence')
  const end = below.findIndex((block, index) => !isTurn(block, index))
  const turns = below.slice(0, end < 0 ? undefined : end).flat()
  return turns.slice(0, turns.length - (turns.length % 2))
}

/** Paragraphs of one line that all ask. */
function spacedList(blocks: readonly Block[]): Found | null {
  const rows = undotted(spaced(blocks, 0))
  if (rows.length === 0 || !rows.every(isHead)) return null
  return isList(rows) ? { asking: rows } : parted(rows)
}

/** The rows from the first question to the last, and so many below it, where each is a paragraph; else none. */
function spaced(blocks: readonly Block[], below: number): Block {
  const isAsked = (block: Block): boolean => block.some(asks)
  const own = blocks.slice(blocks.findIndex(isAsked), blocks.findLastIndex(isAsked) + 1 + below)
  return own.every((block) => block.length === 1) ? own.flat() : []
}

/** Lines right below one another that all ask. Such lists stand in several blocks, with other text between them. */
function list(blocks: readonly Block[]): Found | null {
  const all = blocks
    .flatMap(betweenLabels)
    .map(untitled)
    .map(undotted)
    .filter((block) => block.some(asks) && block.every(isHead))
  const lists = new Set(all.filter((block) => block.length > 1 && isList(block)))
  const others = all.filter((block) => !lists.has(block))
  if (lists.size > 0 && lists.size >= others.filter(takeTurns).length) return { asking: all.flat() }
  const unsure = others.filter((block) => block.filter(asks).length > 1)
  return unsure.length === 0 ? null : parted(unsure.flat())
}

/** The rows between the labels in a block, each of which names what is below it. */
function betweenLabels(block: Block): Block[] {
  const parts: Row[][] = [[]]
  for (const row of block) {
    if (row.kind === 'label') parts.push([])
    else parts.at(-1)?.push(row)
  }
  return parts
}

/** A block without the short name right above its questions, which is their title. */
function untitled(block: Block): Block {
  const [first, second] = block
  const isTitle = first?.kind === 'name' && second?.kind === 'asks' && first.text.split(/\s+/).length < 3
  return isTitle ? block.slice(1) : block
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

/** Whether lines ask by two in five, and do not take turns with answers. */
function isList(rows: Block): boolean {
  const asking = rows.filter(({ kind }) => kind !== 'name').length
  return rows.some(asks) && asking * 5 >= rows.length * 2 && !takeTurns(rows)
}

/**
 * Whether the lines that do not ask stand right below questions, as answers do, or in runs of single words. A single one in
 * a list may be left open.
 */
function takeTurns(rows: Block): boolean {
  const open = rows.filter(isOpen)
  const areBelow = rows.every((row, index) => asks(row) || (index > 0 && asks(rows[index - 1] as Row)))
  const areInRuns = rows[0] !== undefined && asks(rows[0]) && wordsIn(open) * 2 <= open.length * 3
  return (
    open.length > 0 &&
    (areBelow || areInRuns) &&
    open.length * 3 >= rows.length &&
    (open.length > 1 || rows.length < 3)
  )
}

const wordsIn = (rows: Block): number => rows.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)

/** Heads ask where, for each that does so by itself, at most so many others stand as it does. */
function divided(heads: Block, most = 1): Found {
  const open = heads.filter(isOpen)
  const asked = heads.filter(asks)
  return open.length <= asked.length * most ? { asking: heads } : parted(heads)
}

/** Those that ask by themselves, and the others. */
const parted = (rows: Block): Found => ({ asking: rows.filter(asks), unsure: rows.filter(isOpen) })
