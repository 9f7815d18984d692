import type { ImportText, Reading } from '../../bank/draft.ts'
import { readOwnFormat } from '../../bank/own-format/read.ts'
import { type Scan, scanLines } from '../../text/lines.ts'
import { readMarkdown } from '../markdown/markdown.ts'
import { readOneName } from '../markdown/one-per-file.ts'
import { type Outline, outlineOf } from '../markdown/outline.ts'
import { readAnki } from './anki.ts'
import { readCards } from './cards.ts'
import { unfenced } from './fenced.ts'
import { readJson } from './json.ts'
import { readObsidian } from './obsidian.ts'
import { readOrg } from './org.ts'
import { readPlain } from './plain.ts'
import { readTable } from './table.ts'

/** A text, and views of it that are made when a reader asks for them. */
interface Views {
  source: ImportText
  scan: () => Scan
  outline: () => Outline
}

interface Format {
  name: string
  /** Whether it has fences. */
  fences?: boolean
  /** What the text says in this format; null where it is not written in it. */
  read: (views: Views) => Reading | null
}

/** All formats, those with the surest marks first. The first that finds questions reads the text. */
const FORMATS: readonly Format[] = [
  { name: 'json', read: ({ source }) => readJson(source.text) },
  { name: 'anki', read: ({ source }) => readAnki(source.text) },
  { name: 'table', read: ({ source }) => readTable(source.text) },
  { name: 'own', fences: true, read: ({ scan }) => readOwnFormat(scan()) },
  { name: 'org', read: ({ source }) => readOrg(source.text) },
  { name: 'cards', fences: true, read: ({ scan }) => readCards(scan()) },
  { name: 'obsidian', fences: true, read: ({ scan }) => readObsidian(scan()) },
  { name: 'markdown', fences: true, read: ({ outline }) => readMarkdown(outline()) },
  { name: 'plain', fences: true, read: ({ scan }) => readPlain(scan()) },
  { name: 'file-name', fences: true, read: ({ outline, source }) => readOneName(outline(), source.name) },
]

export function readSource(source: ImportText): Reading {
  const inner = unfenced(source.text)
  if (inner !== null) return readSource({ ...source, text: `\n${inner}` })
  const scan = once(() => scanLines(source.text))
  const views: Views = { source, scan, outline: once(() => outlineOf(scan(), source)) }
  for (const format of FORMATS) {
    const reading = format.read(views)
    if (!reading || reading.drafts.length === 0) continue
    return format.fences ? { ...reading, unclosedFence: scan().unclosedFence } : reading
  }
  return { title: null, drafts: [] }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
