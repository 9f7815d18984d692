import type { Progress, QuestionProgress } from '../../progress/progress.ts'
import { isObject, parseJson } from '../../text/safe-json.ts'
import { sealed } from '../checksum.ts'
import { textOf } from '../folder.ts'

// progress.json is one JSON object, set in lines so that parts of it can be read: the first line has everything but the
// questions, each line after it has a question, the last one closes it. The checksum is over all of it, and is always
// checked: that takes a twentieth of the time of parsing it.

const before = ',"questions":[\n'
const between = ',\n'
const after = '\n]}'

type Questions = Progress['questions']

/** The text of progress, with a checksum. */
export function progressText({
  questions,
  ...rest
}: Record<string, unknown> & { questions: Questions }): string {
  const lines = Array.from(questions, (each) => JSON.stringify(each))
  return sealed(`${JSON.stringify(rest).slice(0, -1)}${before}${lines.join(between)}${after}`)
}

/** The value of a text whose checksum is right, with its questions as a map; undefined where it is no JSON. */
export function parseProgress(bytes: Buffer): unknown {
  const end = bytes.indexOf(before)
  // greenroom wrote it from texts that are safe, and checking them again would delay the first question
  const value = parseJson(end < 0 ? textOf(bytes) : `${textOf(bytes.subarray(0, end))}}`, true)
  if (!isObject(value)) return value
  if (end >= 0) return { ...value, questions: new FiledQuestions(bytes.subarray(end + before.length - 1)) }
  // the first to write this version had all of it on one line
  return Array.isArray(value.questions) ? { ...value, questions: new Map(value.questions) } : value
}

/** After so many questions that were read one by one, all of them are read. */
const maxSingleReads = 10

/** The questions as they stand in the file. A few are read one by one, when they are asked for. */
class FiledQuestions implements ReadonlyMap<string, QuestionProgress> {
  /** From the newline before the first question to the end of the file. */
  readonly #lines: Buffer
  readonly #found = new Map<string, QuestionProgress | undefined>()
  #all: Map<string, QuestionProgress> | null = null

  constructor(lines: Buffer) {
    this.#lines = lines
  }

  get(id: string): QuestionProgress | undefined {
    if (this.#all === null && !this.#found.has(id)) {
      if (this.#found.size === maxSingleReads) return this.#whole().get(id)
      this.#found.set(id, this.#read(id))
    }
    return (this.#all ?? this.#found).get(id)
  }

  has = (id: string): boolean => this.get(id) !== undefined
  entries = (): MapIterator<[string, QuestionProgress]> => this.#whole().entries()
  keys = (): MapIterator<string> => this.#whole().keys()
  values = (): MapIterator<QuestionProgress> => this.#whole().values()
  forEach: Questions['forEach'] = (...args) => this.#whole().forEach(...args);
  [Symbol.iterator] = this.entries

  get size(): number {
    return this.#whole().size
  }

  #read(id: string): QuestionProgress | undefined {
    const start = this.#lines.indexOf(`\n[${JSON.stringify(id)},`)
    if (start < 0) return undefined
    const line = textOf(this.#lines.subarray(start + 1, this.#lines.indexOf('\n', start + 1)))
    const value = parseJson(line.endsWith(',') ? line.slice(0, -1) : line, true)
    return Array.isArray(value) ? value[1] : undefined
  }

  #whole(): Map<string, QuestionProgress> {
    const value = parseJson(`[${textOf(this.#lines.subarray(0, this.#lines.lastIndexOf('\n]')))}]`, true)
    this.#all ??= new Map(Array.isArray(value) ? value : [])
    return this.#all
  }
}
