// Reads YAML: lists of cards such as `- q: Why?`, in a file of their own or in the front matter of a text.

import { CORE_SCHEMA, loadAll } from 'js-yaml'
import type { Reading } from '../../bank/draft.ts'
import { passageOf } from '../../bank/passage.ts'
import type { ImportText } from '../import-text.ts'
import { readMarkdown } from '../markdown/reader.ts'
import { columnsOf } from './columns.ts'
import { type LineOf, readRecords } from './records.ts'

const frontMatter = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n|$)/
/** More than this takes longer to parse than anybody waits. */
const longest = 16 * 1024 * 1024

/** The questions of YAML; null if the text is not YAML. */
export function readYaml(source: ImportText): Reading | null {
  const { text } = source
  const head = text.startsWith('---') ? frontMatter.exec(text) : null
  const body = head ? text.slice(head[0].length) : ''
  if (head && body.trim() !== '' && !isYaml(body)) return readFrontMatter(head[1] ?? '', source)
  return isYaml(text) ? readDocuments(text, 1) : null
}

/** The cards in front matter, and the questions below it. */
function readFrontMatter(yaml: string, source: ImportText): Reading | null {
  const cards = isYaml(yaml, true) ? readDocuments(yaml, 2) : null
  if (!cards) return null
  const below = readMarkdown(source)
  const [card] = cards.drafts
  if (card && cards.drafts.length === 1 && card.answer === null && (below?.drafts.length ?? 0) < 2) {
    // Front matter that asks heads its answer.
    return { ...cards, drafts: [{ ...card, answer: passageOf(source.lines) }] }
  }
  return below
    ? { ...below, title: cards.title ?? below.title, drafts: [...cards.drafts, ...below.drafts] }
    : cards
}

/** At the start of a line, YAML has keys, items, comments or `---`, and nothing else. */
const strange = /^(?![ \t#]|---|\.\.\.|-[ \t]|-$|[\]}]|[^\s:#][^:\n]*:(?:[ \t]|$)|$)/m
const key = /^[ \t]*(-[ \t]+)?["']?([\p{L}][^\n"':]{0,39})["']?:(?:[ \t]+(\S)?|$)/gmu

/**
 * Whether a text is YAML with a key for questions in it: in an item, below another key, above a list, or in several
 * documents; or with keys that ask. Alone at the start of a line, `Q: Why?` is a card of another kind.
 */
function isYaml(text: string, isHead = false): boolean {
  if (text.length > longest || strange.test(text)) return false
  const isAlone = isHead || /\n---[ \t]*\n/.test(text)
  for (const [row, item, name = '', value] of text.matchAll(key)) {
    if (columnsOf([name, 'answer'])?.[0] !== 'question') continue
    if (item !== undefined || /^[ \t]/.test(row) || value === undefined) return true
    if (isAlone && columnsOf([name]) !== null) return true
  }
  return (text.match(askingKey)?.length ?? 0) > 1
}

/** `"Why?": So.` */
const askingKey =
  /^[ \t]*(?:"[^"\n]{1,300}[?？]"|'[^'\n]{1,300}[?？]'|[\p{L}¿][^"'\n:]{0,300}[?？]):(?:[ \t]|$)/gmu

/** A list of bullets is YAML too, and one with a colon in it is a map there. */
const isListOfTexts = (document: unknown): boolean =>
  Array.isArray(document) && document.filter((each) => typeof each === 'string').length * 2 >= document.length

/** All documents of a text, whose lines are counted from `firstLine`. */
function readDocuments(text: string, firstLine: number): Reading | null {
  const lines = new Map<unknown, number>()
  const opened: number[] = []
  let documents: unknown[] = []
  try {
    documents = loadAll(text, null, {
      schema: CORE_SCHEMA,
      listener(event, state) {
        if (event === 'open') opened.push(state.line)
        const line = event === 'close' ? opened.pop() : undefined
        if (line !== undefined && state.result !== null && !lines.has(state.result))
          lines.set(state.result, line)
      },
    })
  } catch {
    return null
  }
  if (documents.some(isListOfTexts)) return null
  let last = firstLine
  const lineOf: LineOf = (value) => {
    const line = lines.get(value)
    if (line !== undefined) last = firstLine + line
    return last
  }
  const filled = documents.filter((document) => document !== null && document !== undefined)
  return readRecords(filled.length === 1 ? filled[0] : filled, lineOf)
}
