import { uniqueIds } from '../bank/ids.ts'
import type { Bank, Question, Warning } from '../bank/model.ts'
import { decode, isBinary } from './decode.ts'
import { documentIn } from './documents.ts'
import { readBank } from './read.ts'
import { warning } from './warnings/warning.ts'

/** One file of a source. */
export interface SourceFile {
  /** Its name, or its path in the folder, with `/`. */
  name: string
  bytes: Uint8Array
}

/** A bank from one file, or from a folder's files, where a file's title is the section of questions that have none. */
export function readFiles(files: readonly SourceFile[], options: { slug: string; title: string }): Bank {
  const [first, second] = files
  if (first !== undefined && second === undefined) return readFile(first, options.slug, options.title)
  const banks = files.map((file) => ({ file, bank: readFile(file, options.slug, stem(file.name)) }))
  const questions = banks.flatMap(({ bank }) =>
    bank.questions.map((question) => ({ ...question, section: question.section ?? bank.title })),
  )
  const warnings = banks.flatMap(({ file, bank }) => bank.warnings.map((each) => inFile(each, file.name)))
  if (questions.length === 0) {
    warnings.unshift(noQuestions('No questions were found in any file of the folder.'))
  }
  return { ...options, questions: renumbered(questions), warnings }
}

/** A file's name without folders and ending. */
export const stem = (name: string): string =>
  name.slice(name.lastIndexOf('/') + 1).replace(/(?<=.)\.[a-z0-9]{1,5}$/i, '')

function readFile({ bytes }: SourceFile, slug: string, title: string): Bank {
  const document = documentIn(bytes) ?? (isBinary(bytes) ? notText : null)
  if (document !== null) return { slug, title, questions: [], warnings: [unreadable(document)] }
  const { text, warnings } = decode(bytes)
  const bank = readBank(text, { slug, title })
  const isUnexplained =
    bank.questions.length === 0 && !bank.warnings.some(({ code }) => code === 'no-questions')
  const explanation = isUnexplained ? [noQuestions('No questions were found.')] : []
  return { ...bank, warnings: [...warnings, ...explanation, ...bank.warnings] }
}

const notText =
  'This is not a text file. Name a file with questions in it: Markdown, Org, HTML, CSV, JSON, YAML or plain text.'

const unreadable = (what: string): Warning => warning('unreadable', null, what)

const noQuestions = (what: string): Warning =>
  warning('no-questions', null, `${what} See the README for the formats that greenroom reads.`)

/** A warning about one file of a folder. There a file without questions is not an error. */
const inFile = (warning: Warning, name: string): Warning => ({
  ...warning,
  severity: 'warning',
  message: `${name}: ${warning.message}`,
})

/** Questions numbered across all files, with unique ids. */
function renumbered(questions: readonly Question[]): Question[] {
  const unique = uniqueIds()
  return questions.map((question, index) => ({ ...question, id: unique(question.id), number: index + 1 }))
}
