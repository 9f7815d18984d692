import type { Command } from 'commander'
import { coverageOf } from '../answers/coverage.ts'
import { measuresOf } from '../answers/measures.ts'
import { saidIn } from '../answers/said.ts'
import { chosenContents } from '../app/banks.ts'
import { type Context, openContext } from '../app/context.ts'
import { attemptsOf } from '../app/history.ts'
import type { CommonOptions } from '../app/options.ts'
import { questionNamed } from '../app/questions.ts'
import type { Question } from '../bank/model.ts'
import { type Env, UserError } from '../ports.ts'
import { compare as draw } from '../screens/compare.ts'
import { json } from '../screens/json.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'

export function define(command: Command, env: Env): void {
  command
    .usage('[options] <question> [file]')
    .argument(
      '<question...>',
      'its id, its number or some of its words; then a file with the answer, or - for standard input (default: what you wrote last)',
    )
    .action(async (words: string[]) => {
      const file = await fileAmong(words, env)
      const name = (file === undefined ? words : words.slice(0, -1)).join(' ')
      await compare(name, file, command.optsWithGlobals(), env)
    })
}

/** The file behind the words of the question, if there is one. */
async function fileAmong(words: readonly string[], env: Env): Promise<string | undefined> {
  const last = words.length > 1 ? words.at(-1) : undefined
  if (last === undefined || last === '-' || /[./\\]/.test(last)) return last
  return (await env.stamp(last)) === null ? undefined : last
}

/** Holds a written answer against the key points of its question. */
export async function compare(
  name: string,
  file: string | undefined,
  options: CommonOptions,
  env: Env,
): Promise<void> {
  const context = await openContext(options, env)
  const question = await questionNamed(name, await chosenContents(options, context), context)
  const answer = plainText(file === undefined ? lastWritten(question, context) : await textOf(file, env))
  const points = coverageOf(question.keyPoints, answer)
  const measures = measuresOf(answer)
  const { never } = context.progress
  const said = saidIn(answer, never)
  env.out(
    options.json === true
      ? json({ points, ...measures, ...(never.length > 0 && { never: said }) })
      : draw({ question, points, measures, never: said }, env.size().columns, context.style),
  )
}

/** The last answer to a question that was typed. */
function lastWritten(question: Question, context: Context): string {
  const written = attemptsOf(context).findLast(
    (attempt) => attempt.question === question.id && attempt.typed !== null && attempt.typed.trim() !== '',
  )
  if (written?.typed != null) return written.typed
  const { program } = context.env
  throw new UserError(
    'There is no written answer to this question yet.',
    `Write one with ${program} drill ${question.number} --typed, or give a file: ${program} compare ${question.number} FILE`,
  )
}

async function textOf(place: string, env: Env): Promise<string> {
  const { decode } = await import('../import/decode.ts')
  const { files } = await env.source(place)
  const [file] = files
  if (file === undefined || files.length > 1) {
    throw new UserError(`${safeLine(place)} is not one file.`, 'Give the file with your answer.')
  }
  const { text, warnings } = decode(file.bytes)
  env.tell(warnings.map(({ message }) => message))
  return text
}
