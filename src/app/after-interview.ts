import { join } from 'node:path'
import type { Question } from '../bank/model.ts'
import { writeBank, writeQuestions } from '../bank/own-format/write.ts'
import { type Env, type Shell, UserError } from '../ports.ts'
import { dateOf } from '../text/dates.ts'
import { safe, safeLine } from '../text/safe.ts'
import { slugOf } from '../text/slug.ts'
import { count, dateInWords } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { keep, readSource } from './banks.ts'
import type { Session } from './context.ts'

/** The bank of questions that came up in the user's own interviews, and its file in the home. */
const slug = 'came-up'
const file = 'came-up.md'

/**
 * After an interview, asks which questions came up and adds them to a bank of the user's own; then its plan is over.
 * False where the user would rather quit, and is asked again next time.
 */
export async function askWhatCameUp(day: number, session: Session, shell: Shell, env: Env): Promise<boolean> {
  const { store } = session
  const { columns } = env.size()
  const when = dateInWords(dateOf(day))
  shell.print(
    `${wrap(`Your interview on ${when} is over. Which questions came up? They make a bank of your own.`, columns)}\n`,
  )
  const questions = shell.live ? await fromEditor(shell, columns, env) : await fromLines(shell)
  if (questions === null) return false
  store.prepare()
  if (questions.length > 0) {
    await add(questions, day, session, env)
    shell.print(
      `${wrap(`Added: ${count(questions.length, 'question')}. ${env.program} drill --bank ${slug} asks them.`, columns)}\n`,
    )
  }
  store.append({ type: 'set', key: 'plan.date', value: null })
  await store.save()
  return true
}

/** A question a line, up to an empty one; null where the user quits or the input ends before there is one. */
async function fromLines(shell: Shell): Promise<string[] | null> {
  const questions: string[] = []
  for (;;) {
    const line = await shell.ask('One question a line, Enter when there is no more, q later: ')
    if (line === null || line.trim().toLowerCase() === 'q') return questions.length > 0 ? questions : null
    if (line.trim() === '') return questions
    questions.push(safeLine(line).trim())
  }
}

const editorHelp =
  'Your editor opens an empty page: write one question a line, save it and leave the editor. Empty, it adds none.'

async function fromEditor(shell: Shell, columns: number, env: Env): Promise<string[] | null> {
  for (;;) {
    const key = await shell.ask(wrap('Enter writes them in your editor · n none · q later · ? help', columns))
    if (key === 'q' || key === null) return null
    if (key === 'n') return []
    if (key === '?') shell.print(`${wrap(editorHelp, columns)}\n`)
    if (key !== 'enter') continue
    try {
      const text = await shell.lend(() => env.edit('<!-- One question a line. -->\n\n'))
      return safe(text.replace(/<!--[\s\S]*?-->/g, ''))
        .split('\n')
        .map((line) => line.replace(/^[\s#*-]+/, '').trim())
        .filter((line) => line !== '')
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      shell.print(`${wrap(`${error.message}\n${error.hint}`, columns)}\n`)
    }
  }
}

/** With its id written down, so that it is read as a question whatever it looks like. */
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

/** Puts questions at the end of the user's own bank. */
async function add(questions: readonly string[], day: number, session: Session, env: Env): Promise<void> {
  const { store } = session
  const path = join(store.home, file)
  const isThere = (await env.stamp(path)) !== null
  const copy = store.bankCopy(slug)
  // where the file is gone, its copy is all that there is of what came up before
  const kept = copy === null ? '# Questions that came up\n' : writeBank(copy.bank)
  const before = isThere ? new TextDecoder().decode((await env.source(path)).files[0]?.bytes) : kept
  const added = writeQuestions(
    questions.map((question, index) => bareQuestion(question, index, dateOf(day))),
    slug,
  )
  await env.writeFile(path, `${before.trimEnd()}\n\n${added}`, { force: true, mode: 0o600 })
  const source = await env.source(path)
  const { bank, reworded } = await readSource(source, slug, session)
  store.append({ type: 'bank', slug, source: source.source, state: 'added' })
  keep(source, bank, reworded, session)
}
