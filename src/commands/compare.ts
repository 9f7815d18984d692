import type { Command } from 'commander'
import { isCopied } from '../answers/copied.ts'
import { coverageOf, type PointCoverage } from '../answers/coverage.ts'
import { measuresOf } from '../answers/measures.ts'
import { saidIn } from '../answers/said.ts'
import { chosenContents } from '../app/banks.ts'
import { type Context, openContext } from '../app/context.ts'
import { attemptsOf } from '../app/history.ts'
import type { CommonOptions } from '../app/options.ts'
import { questionNamed } from '../app/questions.ts'
import type { Contents, KeyPoint, Question } from '../bank/model.ts'
import { type Env, Interrupted, UserError } from '../ports.ts'
import type { LineOf } from '../progress/journal.ts'
import { writtenFor } from '../progress/progress.ts'
import { pointsOf } from '../rehearsal/item.ts'
import { compare as draw } from '../screens/compare.ts'
import { json } from '../screens/json.ts'
import { dataIn } from '../screens/layout.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { wrap } from '../text/wrap.ts'

export function define(command: Command, env: Env): void {
  command
    .usage('[options] <question> [file]')
    .argument(
      '<question...>',
      'its id, its number or some of its words; then a file with the answer, or - for standard input (default: what is piped in, else what you wrote last)',
    )
    .option('--coach', 'also ask your own program, coach.command: it gets question, key points and answer')
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

interface CompareOptions extends CommonOptions {
  coach?: boolean
}

/** Holds a written answer against the key points of its question, which are those of the user's story where there is one. */
export async function compare(
  name: string,
  file: string | undefined,
  options: CompareOptions,
  env: Env,
): Promise<void> {
  const context = await openContext(options, env)
  const question = await questionFor(name, await chosenContents(options, context), context)
  const piped = file === undefined && env.isPiped() ? await textOf('-', env) : ''
  const last = file === undefined && piped.trim() === '' ? lastWritten(question, context) : null
  const text = last?.typed ?? (file === undefined ? piped : await textOf(file, env))
  const answer = plainText(text)
  const compared = { question, story: writtenFor(context.progress, question.id) }
  const keyPoints = pointsOf(compared)
  const points = coverageOf(keyPoints, answer)
  const measures = measuresOf(answer)
  const { never } = context.progress
  const said = saidIn(answer, never)
  if (options.json === true)
    env.data(json({ points: points.map(asJson), ...measures, ...(never.length > 0 && { never: said }) }))
  else {
    const copied = isCopied(answer, plainText(question.answer ?? ''))
    const compared = { question, points, measures, copied, never: said }
    env.out(draw(dataIn(context.style, compared), env.size().columns, context.style))
  }
  if (options.coach !== true) return
  if (answer === '') throw new UserError('There is no answer to ask your coach about.', 'Write one first.')
  await hearCoach(question, keyPoints, text, last?.id ?? null, context)
}

const asJson = ({ text, label, state, words }: PointCoverage) => ({ text, label, state, words })

/** The question of that name. Where its first or last word alone keeps it from being one, that was to be a file. */
async function questionFor(name: string, bank: Contents, context: Context): Promise<Question> {
  try {
    return await questionNamed(name, bank, context)
  } catch (error) {
    const [, start, last] = /^(.+) (\S+)$/.exec(name) ?? []
    const [, first = '', others] = /^(\S+) (.+)$/.exec(name) ?? []
    const isFile = /[./\\]/.test(first) || (first !== '' && (await context.env.stamp(first)) !== null)
    if (isFile && others !== undefined && (await questionNamed(others, bank, context).catch(() => null)))
      throw new UserError(
        'The question comes first, and then the file.',
        `Try ${context.env.program} compare ${safeLine(others)} ${safeLine(first)}`,
      )
    const isQuestion = start !== undefined && (await questionNamed(start, bank, context).catch(() => null))
    if (!isQuestion) throw error
    throw new UserError(
      `There is no file ${safeLine(last ?? '')}.`,
      'Give a file with your answer, or - for standard input.',
    )
  }
}

async function hearCoach(
  question: Question,
  points: readonly KeyPoint[],
  answer: string,
  of: string | null,
  context: Context,
): Promise<void> {
  const { env, settings, style } = context
  const { askCoach, keepAdvice, waitingForCoach } = await import('../app/coach.ts')
  if (settings['coach.command'] !== null) env.err(`${waitingForCoach}\n`)
  const said = await askCoach(question, points, answer, context)
  if ('problem' in said) {
    if (said.isInterrupted) throw new Interrupted()
    throw new UserError(said.problem, said.hint)
  }
  const ending = said.ending === null ? '' : `\n${style.quiet(said.ending)}\n`
  env.out(`\n${style.heading('Your coach says')}\n\n${wrap(said.advice, env.size().columns)}\n${ending}`)
  keepAdvice(question, of, said.advice, context)
}

/** The last answer to a question that was typed. */
function lastWritten(question: Question, context: Context): LineOf<'attempt'> {
  const written = attemptsOf(context).findLast(
    (attempt) => attempt.question === question.id && attempt.typed !== null && attempt.typed.trim() !== '',
  )
  if (written !== undefined) return written
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
