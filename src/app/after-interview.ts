import { join } from 'node:path'
import type { Question } from '../bank/model.ts'
import { writeBank, writeQuestions } from '../bank/own-format/write.ts'
import { type Env, type Shell, UserError } from '../ports.ts'
import { type Round, setAside } from '../progress/rounds.ts'
import type { Score } from '../rehearsal/records.ts'
import { separator, shownIn } from '../screens/layout.ts'
import { landedNames } from '../screens/words.ts'
import { dateOf } from '../text/dates.ts'
import { plainText } from '../text/plain-text.ts'
import { safe, safeLine } from '../text/safe.ts'
import { slugOf } from '../text/slug.ts'
import { unicode } from '../text/unicode.ts'
import { count, dateInWords } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { allBanks, importBank, keepBank } from './banks.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'
import { howToSave, type Writing, writeInEditor } from './editor-page.ts'

/** The bank of questions that came up in the user's own interviews, and its file in the home. */
const slug = 'came-up'
const file = 'came-up.md'

/**
 * After an interview, asks which questions came up and adds them to a bank of the user's own; then its round is over.
 * False where the user would rather quit, and is asked again next time.
 */
export async function askWhatCameUp(round: Round, context: Context, shell: Shell): Promise<boolean> {
  const { day } = round
  const { store, env, style } = context
  const { columns } = env.size()
  const when = dateInWords(dateOf(day), dateOf(context.today))
  shell.print(
    `${wrap(`Your interview${round.name === null ? '' : ` (${shownIn(style, round.name)})`} on ${when} is over. Which questions came up? They make a bank of your own.`, columns)}\n`,
  )
  const given = shell.live ? await fromEditor(context, shell) : await fromLines(shell)
  if (given === null) return false
  const { questions, done } = given
  store.prepare()
  const added = questions.length === 0 ? [] : await addCameUp(questions, day, context)
  if (added.length > 0) {
    shell.print(
      `${wrap(`Added: ${count(added.length, 'question')}. ${env.program} drill --bank ${slug} asks them.`, columns)}\n`,
    )
  }
  done?.()
  store.append(setAside(round))
  await askHowTheyLanded(added, day, context, shell)
  return true
}

/** Asks of each question how it landed; what fell flat leads the next plan. Enter skips one, q the rest. */
async function askHowTheyLanded(
  questions: readonly Question[],
  day: number,
  context: Context,
  shell: Shell,
): Promise<void> {
  const { store, env, style } = context
  const { columns } = env.size()
  const known = questions.length === 0 ? new Map<string, string>() : await idsByWords(context)
  const scale = scores.map((score) => `${score} ${landedNames[score]}`)
  for (const { id, question } of questions) {
    const asked = shownIn(style, `How did it land: ${plainText(question)}`)
    const prompt = `${asked}\n${[...scale, 'Enter skips, q ends:'].join(separator(style))}`
    const landed = await choose<Score | 'pass' | 'end'>(shell, {
      prompt: { live: prompt, plain: `${wrap(prompt, columns)} ` },
      keys: { 1: 1, 2: 2, 3: 3, 4: 4, enter: 'pass', q: 'end' },
      atEnd: 'end',
      help: `${wrap(landedHelp, columns)}\n`,
      reminder: 'Type 1 to 4, or press Enter to skip it, q to end.\n',
    })
    if (landed === 'end') return
    if (landed === 'pass') continue
    const interview = dateOf(day)
    // where a bank asks the same, that question has the answer and the history
    store.append({ type: 'landed', question: known.get(wordsOf(question)) ?? id, landed, interview })
  }
}

const scores: readonly Score[] = [1, 2, 3, 4]
const landedHelp =
  'How your answer landed, as far as you could tell. What fell flat comes first in your next plan, until it is solid.'

/** The ids of the questions of all banks in use, by the words of each of their wordings. */
async function idsByWords(context: Context): Promise<Map<string, string>> {
  const banks = (await allBanks(context)).filter((bank) => bank.slug !== slug)
  return new Map(
    banks
      .flatMap((bank) => bank.questions)
      .flatMap(({ id, question, alsoAskedAs = [] }) =>
        [question, ...alsoAskedAs].map((wording) => [wordsOf(wording), id] as const),
      )
      .reverse(),
  )
}

/** The words of a question, without regard to case, marks and punctuation. */
const wordsOf = (question: string): string =>
  plainText(question).toLowerCase().replace(unicode('[^\\p{L}\\p{N}]+', 'gu'), ' ').trim()

/** The questions that came up, and what is to be done when they are saved. */
interface CameUp {
  questions: string[]
  done?(): void
}

/** One question a line, up to an empty one; null where the user quits or the input ends before there is one. */
async function fromLines(shell: Shell): Promise<CameUp | null> {
  const questions: string[] = []
  for (;;) {
    const line = await shell.ask('One question a line, Enter when there are no more, q later: ')
    if (line === null || line.trim().toLowerCase() === 'q') return questions.length > 0 ? { questions } : null
    if (line.trim() === '') return { questions }
    questions.push(safeLine(line).trim())
  }
}

const editorHelp =
  'Your editor opens an empty page: write one question a line, save it and leave the editor. An empty page adds nothing.'

async function fromEditor(context: Context, shell: Shell): Promise<CameUp | null> {
  const { columns } = context.env.size()
  const keys = ['Enter writes them in your editor', 'n none', 'q later', '? help']
  const prompt = keys.join(separator(context.style))
  for (;;) {
    const wish = await choose(shell, {
      prompt: { live: prompt, plain: prompt },
      keys: { enter: 'write', n: 'none', q: 'later' },
      atEnd: 'later',
      help: `${wrap(editorHelp, columns)}\n`,
    })
    if (wish !== 'write') return wish === 'none' ? { questions: [] } : null
    try {
      const written = await writeInEditor(await pageOf(context), context, shell)
      if (written?.isStillOpen) written.done()
      else if (written !== null) return { questions: questionsIn(written.text), done: written.done }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      shell.print(`${wrap(`${error.message}\n${error.hint}`, columns)}\n`)
    }
  }
}

const pageOf = async (context: Context): Promise<Writing> => ({
  about: slug,
  file: 'questions.md',
  given: `\n<!-- ${['One question a line.', await howToSave(context)].filter(Boolean).join(' ')} -->\n\n`,
  isNew: (text) => questionsIn(text).length > 0,
  again: 'Press Enter to go on with it.',
  reopen: 'Press Enter to open it again.',
})

const questionsIn = (text: string): string[] =>
  safe(text.replace(/<!--[\s\S]*?-->/g, ''))
    .split('\n')
    .map((line) => line.replace(/^[\s#*-]+/, '').trim())
    .filter((line) => line !== '')

/** With its id written out, so that it is read as a question whatever it looks like. */
const bareQuestion = (question: string, index: number, section: string): Question => ({
  id: `${slug}/${slugOf(question) || `q-${index + 1}`}`,
  number: index + 1,
  section,
  question,
  answer: null,
  keyPoints: [],
  followUps: [],
  budgetMs: null,
  shape: null,
  line: index + 1,
})

/** Puts questions at the end of the user's own bank; returns them as they are in it. */
async function addCameUp(questions: readonly string[], day: number, context: Context): Promise<Question[]> {
  const { store, env } = context
  const path = join(store.home, file)
  const mode = 0o600
  await prepareFile(path, mode, context)
  const added = writeQuestions(
    questions.map((question, index) => bareQuestion(question, index, dateOf(day))),
    slug,
  )
  // to the end, as another process may add to it at the same time
  await env.appendFile(path, `\n\n${added}`, { mode })
  const source = await env.source(path)
  const imported = await importBank(source, slug, context)
  store.append({ type: 'bank', slug, source: source.source, state: 'added' })
  keepBank(source, imported, context)
  return imported.bank.questions.slice(-questions.length)
}

/** Makes sure that there is a file to add to, in UTF-8. */
async function prepareFile(path: string, mode: number, { store, env }: Context): Promise<void> {
  if ((await env.stamp(path)) === null) {
    // where the file is gone, its copy is all that is left of what came up before
    const copy = store.bankCopy(slug)
    const text = copy === null ? '# Questions that came up\n' : writeBank(copy.bank)
    await env.writeFile(path, text.trimEnd(), { force: false, mode }).catch(unlessThere(path, env))
    return
  }
  const { decode } = await import('../import/decode.ts')
  const [source] = (await env.source(path)).files
  if (source === undefined) return
  const { text, warnings } = decode(source.bytes)
  // it warns of every other encoding, and of nothing else
  if (warnings.length > 0) await env.writeFile(path, text, { force: true, mode })
}

/** Another process may have made it first. */
const unlessThere =
  (path: string, env: Env) =>
  async (error: unknown): Promise<void> => {
    if ((await env.stamp(path)) === null) throw error
  }
