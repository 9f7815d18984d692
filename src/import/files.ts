import type { Bank, Question, Warning } from '../bank/model.ts'
import { decode, isBinary } from './decode.ts'
import { readBank } from './read.ts'

/** One file of a source. */
export interface SourceFile {
  /** Its name, or its path in the folder, with `/`. */
  name: string
  bytes: Uint8Array
}

/** A bank from one file, or from all files of a folder: there a file's title is the section of what has none. */
export function readFiles(files: readonly SourceFile[], options: { slug: string; title: string }): Bank {
  const [first, second] = files
  if (first !== undefined && second === undefined) return readFile(first, options.slug, options.title)
  const banks = files.map((file) => ({ file, bank: readFile(file, options.slug, stem(file.name)) }))
  const questions = renamed(
    banks.flatMap(({ bank }) =>
      bank.questions.map((question) => ({ ...question, section: question.section ?? bank.title })),
    ),
  )
  const warnings = banks.flatMap(({ file, bank }) => bank.warnings.map((each) => inFile(each, file.name)))
  if (questions.length === 0) warnings.unshift(nothing)
  return { ...options, questions, warnings }
}

const nothing: Warning = {
  severity: 'error',
  line: null,
  code: 'no-questions',
  message:
    'No file in the folder has questions that could be found. See the README for the formats that are read.',
}

function readFile({ bytes }: SourceFile, slug: string, title: string): Bank {
  if (isBinary(bytes)) return { slug, title, questions: [], warnings: [unreadable] }
  const { text, warnings } = decode(bytes)
  const bank = readBank(text, { slug, title })
  const nothing = bank.questions.length === 0 && !bank.warnings.some(({ code }) => code === 'no-questions')
  return { ...bank, warnings: [...warnings, ...(nothing ? [noQuestions] : []), ...bank.warnings] }
}

const noQuestions: Warning = {
  severity: 'error',
  line: null,
  code: 'no-questions',
  message: 'No questions were found. See the README for the formats that are read.',
}

const unreadable: Warning = {
  severity: 'error',
  line: null,
  code: 'unreadable',
  message: 'This is no text. Name a file with questions in it: markdown, org, CSV, TSV, JSON or plain text.',
}

/** In a folder, one file without questions is no error. */
const inFile = (warning: Warning, name: string): Warning => ({
  ...warning,
  severity: 'warning',
  message: `${name}: ${warning.message}`,
})

/** Numbers through all files, and ids that stay apart: the later one of two gets `-2`. */
function renamed(questions: readonly Question[]): Question[] {
  const taken = new Set<string>()
  return questions.map((question, index) => {
    let id = question.id
    for (let n = 2; taken.has(id); n++) id = `${question.id}-${n}`
    taken.add(id)
    return { ...question, id, number: index + 1 }
  })
}

/** A file's name without folders and ending. */
export const stem = (name: string): string =>
  name.slice(name.lastIndexOf('/') + 1).replace(/(?<=.)\.[a-z0-9]{1,5}$/i, '')
