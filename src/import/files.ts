import { uniqueIds } from '../bank/ids.ts'
import type { Bank, Question, Warning } from '../bank/model.ts'
import { decode, isBinary } from './decode.ts'
import { documentIn } from './documents.ts'
import { readText, type TextRead } from './read.ts'
import { warning } from './warnings/warning.ts'

/** One file of a source. */
export interface SourceFile {
  /** Its name, or its path in the folder, with `/`. */
  name: string
  bytes: Uint8Array
}

/** One file as it was read. */
export interface FileRead extends TextRead {
  name: string
}

export interface SourceOptions {
  slug: string
  title: string
}

/** A bank from one file, or from a folder's files, where a file's title is the section of questions that have none. */
export const readFiles = (files: readonly SourceFile[], options: SourceOptions): Bank =>
  together(readEach(files, options), options)

/** Each file of a source with a bank of its own. */
export function readEach(files: readonly SourceFile[], { slug, title }: SourceOptions): FileRead[] {
  return files.map((file) => readFile(file, slug, files.length === 1 ? title : stem(file.name)))
}

/** The bank of all files that were read. */
export function together(reads: readonly FileRead[], options: SourceOptions): Bank {
  const [first, second] = reads
  if (first !== undefined && second === undefined) return first.bank
  const questions = reads.flatMap(({ bank }) =>
    bank.questions.map((question) => ({ ...question, section: question.section ?? bank.title })),
  )
  const warnings = reads.flatMap(({ name, bank }) => bank.warnings.map((each) => inFile(each, name)))
  if (questions.length === 0) {
    const what = 'No questions were found in any file of the folder.'
    const next = 'See the README for the formats that greenroom reads.'
    warnings.unshift(warning('no-questions', null, `${what} ${next}`))
  }
  const toAsk = [...new Set(reads.flatMap(({ bank }) => bank.toAsk ?? []))]
  return {
    ...options,
    questions: renumbered(questions),
    ...(toAsk.length > 0 && { toAsk }),
    warnings,
  }
}

/** A file's name without folders and ending. */
export const stem = (name: string): string =>
  name.slice(name.lastIndexOf('/') + 1).replace(/(?<=.)\.[a-z0-9]{1,5}$/i, '')

function readFile({ name, bytes }: SourceFile, slug: string, title: string): FileRead {
  const document = documentIn(bytes) ?? (isBinary(bytes) ? notText : null)
  if (document !== null) {
    return { name, text: '', bank: { slug, title, questions: [], warnings: [unreadable(document)] } }
  }
  const { text, warnings } = decode(bytes)
  const read = readText(text, { slug, title })
  return { ...read, name, bank: { ...read.bank, warnings: [...warnings, ...read.bank.warnings] } }
}

const notText =
  'This is not a text file. Name a file with questions in it: Markdown, Org, HTML, CSV, JSON, YAML or plain text.'

const unreadable = (what: string): Warning => warning('unreadable', null, what)

/** A warning about one file of a folder. There a file without questions is not an error. */
const inFile = (warning: Warning, file: string): Warning => ({ file, ...warning, severity: 'warning' })

/** Questions numbered across all files, with unique ids. */
function renumbered(questions: readonly Question[]): Question[] {
  const unique = uniqueIds()
  return questions.map((question, index) => ({ ...question, id: unique(question.id), number: index + 1 }))
}
