// The table of all formats that are read. To add one, write its reader in a file beside this one, and add a line here.

import type { Draft, Reading } from '../../bank/draft.ts'
import { readOwnFormat } from '../../bank/own-format/read.ts'
import { type ImportText, importText } from '../import-text.ts'
import { readFileName } from '../markdown/one-per-file.ts'
import { readMarkdown } from '../markdown/reader.ts'
import { withoutTail } from '../markdown/tail.ts'
import { undecided, withinAnswers } from '../markdown/within-answers.ts'
import { readAnki } from './anki.ts'
import { readAnswerKey } from './answer-key.ts'
import { asciidocAsMarkdown } from './asciidoc.ts'
import { readBlocks } from './blocks.ts'
import { readCards } from './cards.ts'
import { type Converted, inSource } from './converted.ts'
import { withoutDocComments } from './doc-comments.ts'
import { unfenced, withoutFences } from './fenced.ts'
import { fullWidthAsLabels } from './full-width.ts'
import { htmlAsMarkdown } from './html-document.ts'
import { readJson } from './json.ts'
import { latexAsMarkdown } from './latex.ts'
import { readApart } from './mail.ts'
import { notebookAsMarkdown } from './notebook.ts'
import { readObsidian } from './obsidian.ts'
import { readOrg } from './org.ts'
import { readPairs } from './pairs.ts'
import { readPlain } from './plain.ts'
import { readQuoted, withoutQuotes } from './quoted.ts'
import { readRst } from './rst.ts'
import { readSameLine } from './same-line.ts'
import { readTable } from './table.ts'
import { transcriptAsCards } from './transcript.ts'
import { readWordList } from './word-list.ts'
import { readYaml } from './yaml.ts'

/** Finds the questions in a text; null, or no drafts, where the text is not in its format. */
type Reader = (source: ImportText) => Reading | null

interface Format {
  name: string
  /** What a text in this format looks like. */
  example: string
  /** Whether ``` fences code in it. */
  fenced?: boolean
  /** Whether a question out of pattern may be read as part of the answer above. */
  loose?: boolean
  read: Reader
}

/** Texts that are turned into markdown or cards, and read as such. */
const conversions: readonly { name: string; convert: (text: string) => Converted | null }[] = [
  { name: 'notebook', convert: notebookAsMarkdown },
  { name: 'html', convert: htmlAsMarkdown },
  { name: 'transcript', convert: transcriptAsCards },
  { name: 'asciidoc', convert: asciidocAsMarkdown },
  { name: 'latex', convert: latexAsMarkdown },
  { name: 'full-width', convert: fullWidthAsLabels },
]

/** The formats with the surest marks come first: the first reader that finds questions reads the text. */
export const formats: readonly Format[] = [
  { name: 'json', example: '[{"question": "Why?", "answer": "So."}]', read: readJson },
  { name: 'word-list', example: '1.\tWhy?\n\tSo.\n2.\tHow?', read: readWordList },
  { name: 'anki', example: '#separator:tab\nWhy?\tSo.', read: readAnki },
  { name: 'yaml', example: '- q: Why?\n  a: So.', read: readYaml },
  { name: 'table', example: 'Question,Answer\nWhy?,So.', read: readTable },
  { name: 'pairs', example: 'Why?\tSo.\nHow?\tSo.', read: readPairs },
  { name: 'own', example: '### Why?\n**Answer:** So.', fenced: true, read: readOwnFormat },
  { name: 'org', example: '* Why? :fc:\nSo.', read: readOrg },
  { name: 'rst', example: 'Talks\n=====\n\nWhy?\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\nSo.', read: readRst },
  {
    name: 'blocks',
    example: 'Why?\nSo.\n&&&\nHow?\nSo.\n&&&\nWho?\nWe.',
    fenced: true,
    loose: true,
    read: readBlocks,
  },
  { name: 'cards', example: 'Q: Why?\nA: So.', fenced: true, loose: true, read: readCards },
  { name: 'obsidian', example: '#flashcards\nWhy?::So.', fenced: true, loose: true, read: readObsidian },
  {
    name: 'answer-key',
    example: '1. Why?\n2. How?\n\nAnswers\n\n1. So.\n2. Thus.',
    fenced: true,
    read: readAnswerKey,
  },
  {
    name: 'same-line',
    example: '- Why? So.\n- How? So.\n- Who? We.',
    fenced: true,
    read: readSameLine,
  },
  { name: 'markdown', example: '## Why?\nSo.', fenced: true, loose: true, read: readMarkdown },
  { name: 'plain', example: 'Why?\nSo.\nHow?\nSo.', fenced: true, loose: true, read: readPlain },
  // The name of the file is the question.
  { name: 'file-name', example: 'So.', fenced: true, read: readFileName },
  {
    name: 'quoted',
    example: 'She asks "Why us then?", "How do you plan?" and "Who decides it?".',
    fenced: true,
    read: readQuoted,
  },
]

const doubtsAbout = ({ scan, outline }: ImportText, drafts: readonly Draft[]): Partial<Reading> => ({
  withinAnswers: withinAnswers(scan, drafts),
  undecided: undecided(outline, drafts),
})

/** Drafts without those that a table of contents has: they have no answer, and come again with one. */
function withoutContents(drafts: Draft[]): Draft[] {
  const answered = new Map<string, number>()
  for (const { question, answer, line } of drafts) if (answer !== null) answered.set(question, line)
  return drafts.filter(
    ({ question, answer, line }) => answer !== null || !((answered.get(question) ?? 0) > line),
  )
}

const readInner = (text: string): Reading => detectFormat(text, null).reading

/** A reading with its doubts, or one of the mails and quotations in a text, where that finds more. */
function readLoosely(source: ImportText, reading: Reading): Reading {
  const apart = readApart(source, reading, readInner)
  if (apart !== null) return apart
  const drafts = withoutTail(withoutContents(reading.drafts))
  return {
    ...reading,
    drafts,
    ...doubtsAbout(source, drafts),
    unclosedFence: source.scan.unclosedFence,
  }
}

/** The format of a text, and what it says. Where no questions are found, the format is null and there are no drafts. */
export function detectFormat(
  text: string,
  fileName: string | null,
): { format: string | null; reading: Reading } {
  const inner = unfenced(text)
  if (inner !== null) return detectFormat(`\n${inner}`, fileName)
  const uncommented = withoutDocComments(text)
  if (uncommented !== null) return detectFormat(uncommented, fileName)
  for (const { name, convert } of conversions) {
    const converted = convert(text)
    const found = converted && detectFormat(converted.text, fileName)
    if (found && found.reading.drafts.length > 0)
      return { format: name, reading: inSource(found.reading, converted) }
  }
  const source = importText(text, fileName)
  for (const { name, fenced, loose, read } of formats) {
    const reading = read(source)
    if (!reading || reading.drafts.length === 0) continue
    if (loose) return { format: name, reading: readLoosely(source, reading) }
    const unclosedFence = fenced ? source.scan.unclosedFence : null
    return { format: name, reading: { ...reading, unclosedFence } }
  }
  const apart = readApart(source, null, readInner)
  if (apart !== null) return { format: 'mail', reading: apart }
  const opened = withoutFences(text) ?? withoutQuotes(text)
  if (opened !== null) return detectFormat(opened, fileName)
  return { format: null, reading: { title: null, drafts: [] } }
}
