// Tells what each line of a text without marks may be by itself, in the blocks and parts in which its lines stand.

import { labelIn } from '../../bank/labels.ts'
import { isClosing, isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { columnsOf, markerOf } from '../../text/list.ts'
import { asksByItself, mayName } from './plainly.ts'

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

/** The blocks of each part of a text: a heading, a rule, code and a table end one. */
export function partsIn(lines: readonly Line[]): Block[][] {
  const isRepeated = repeatsIn(lines)
  const parts: Row[][][] = [[[]]]
  lines.forEach(({ text, code }, at) => {
    const blocks = parts.at(-1) as Row[][]
    if (text.trim() === '') blocks.push([])
    else if (code || partEnd.test(text)) parts.push([[]])
    else {
      const row = rowOf(text, at, lines[at + 1]?.text ?? '', isRepeated)
      const last = blocks.at(-1)?.at(-1)
      if (last && last.isQuoted !== row.isQuoted) blocks.push([row])
      else blocks.at(-1)?.push(row)
    }
  })
  return parts.map((blocks) => outdented(blocks.filter(({ length }) => length > 0)))
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
    count(labelAhead.exec(text)?.[0].trim())
  }
  return (text) =>
    (counts.get(text) ?? 0) > 1 || (counts.get(labelAhead.exec(text)?.[0].trim() ?? '') ?? 0) > 1
}

const longestLabel = 40
const labelAhead = /^\s*\p{Lu}[^:：.?!]{0,39}[:：](?=\s)/u

const indent = 2
const quoteMark = /^>[ \t]?/
const ahead =
  /^(?:[—–][ \t]+|\(?[a-zA-H][.)][ \t]+(?=[\p{Lu}¿])|\d{1,2}(?:\.\d{1,2})+\.?[ \t]+(?=[\p{Lu}¿]))/u

function rowOf(line: string, at: number, next: string, isRepeated: (text: string) => boolean): Row {
  const isIndented = columnsOf(/^[ \t]*/.exec(line)?.[0] ?? '') >= indent
  const isQuoted = line.startsWith('>')
  const bare = line.replace(quoteMark, '').trim()
  const counter = ahead.exec(bare)?.[0].trim() ?? ''
  const text = bare.slice(ahead.exec(bare)?.[0].length ?? 0)
  const goesOn = text.length > 50 && /^\p{Ll}/u.test(next)
  return { at, text, isIndented, isQuoted, counter, kind: kindOf(text, goesOn, isRepeated) }
}

/** Where the questions are indented, names at the margin are titles. */
function outdented(blocks: readonly Block[]): Block[] {
  const asked = blocks.flat().filter(({ kind }) => kind === 'asks')
  if (!asked.some(({ isIndented }) => isIndented) || asked.some(({ isIndented }) => !isIndented))
    return [...blocks]
  return blocks.map((block) =>
    block.map((row) => (row.kind === 'name' && !row.isIndented ? { ...row, kind: 'label' } : row)),
  )
}

function kindOf(text: string, goesOn: boolean, isRepeated: (text: string) => boolean): Kind {
  if (markerOf(text) || /^[>|<#*_`~[=+]/.test(text)) return 'mark'
  if (/[:：]$/.test(text)) return 'label'
  if (labelIn(text) !== null || isClosing(text) || isRepeated(text)) return 'sentence'
  if (asksByItself(text)) return 'asks'
  return goesOn || !mayName(text) ? 'sentence' : isQuestionLike(text) ? 'order' : 'name'
}

/** Lines without the full stops at their ends, where one that asks has one: `Tell me about it.` */
export function undotted(rows: Block): Block {
  if (!rows.some(({ kind, text }) => kind === 'asks' && text.endsWith('.'))) return rows
  return rows.map((row) =>
    row.kind === 'sentence' && row.text.endsWith('.')
      ? { ...row, kind: kindOf(row.text.slice(0, -1), false, () => false) }
      : row,
  )
}
