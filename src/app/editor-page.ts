import { dirname } from 'node:path'
import { type Page, type Pages, type Shell, UserError } from '../ports.ts'
import { safeLine } from '../text/safe.ts'
import { listed } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'

/** How to save, for the template; null where the user chose their editor, or it is not vi. */
export async function howToSave({ env }: Context): Promise<string | null> {
  const { command, from } = await env.editor()
  return from === null && command === 'vi' ? 'In vi: i to write, Esc then :wq to save and leave.' : null
}

/** What is to be written in the user's editor. */
export interface Writing {
  /** The id of a question, or another name: what was left about it is offered. */
  about: string
  file: string
  /** What the editor opens with. */
  given: string
  /** Whether a text has something that is not saved yet. */
  isNew(text: string): boolean
  /** What the user has to do to be offered a text that was left. */
  again: string
  /** The same where nothing was left. */
  reopen: string
}

export interface Written {
  text: string
  /** The editor came back at once with nothing changed, so it may still be open elsewhere. */
  isStillOpen: boolean
  /** Says where the text is, in front of why it could not be saved. */
  keep(error: UserError): UserError
  /** To be called once the text is saved: its file goes, unless an editor may still be open on it. */
  done(): void
}

const advice = 'Set VISUAL or EDITOR to your editor, or give the text with --text.'

/**
 * Lets the user write in the editor, on a file in the home, which stays until its text is saved: whatever an editor leaves is
 * kept, however it ended. Null where the user quits when an earlier text is offered; throws UserError where the editor failed.
 * `shell`: the one that has the terminal, if any has.
 */
export async function writeInEditor(
  writing: Writing,
  context: Context,
  shell: Shell | null,
): Promise<Written | null> {
  const { env, store } = context
  const say = saying(context, shell)
  store.prepare()
  const pages = await store.pages()
  const page = await pageFor(writing, pages, context, shell)
  if (page === null) return null
  const edit = (): ReturnType<typeof env.edit> => env.edit(page.path)
  const end = await (shell === null ? edit() : shell.lend(edit))
  const failure = end === 'at once' ? null : end
  const left = pages.read(page.path)
  const text = left.bytes === null ? null : await decoded(left.bytes)
  if (failure === null && text !== null) {
    const isStillOpen = end === 'at once' && text === writing.given
    return {
      text,
      isStillOpen,
      keep: ({ message, hint }) => new UserError(`${message} What you wrote is kept in ${left.path}.`, hint),
      done() {
        if (isStillOpen) {
          say(`If your editor is still open, save there. ${writing.again} ${waiting}\n`)
          return
        }
        pages.drop(left)
        if (left.others.length > 0) say(`Your editor also left ${listed(left.others.map(safeLine))}.\n`)
      },
    }
  }
  const news = await pageWithNews(left, writing, pages)
  const kept = [...(news === null ? [] : [news.path]), ...left.others]
  const what = failure?.what ?? `The editor left no text that can be read in ${left.path}`
  if (kept.length > 0)
    throw new UserError(`${what}. What it left is kept in ${listed(kept.map(safeLine))}.`, writing.again)
  pages.drop(left)
  throw new UserError(`${what}, so nothing was changed.`, failure?.isStarted ? writing.reopen : advice)
}

/** Said where an editor came back at once. */
const waiting = 'To have greenroom wait for it, set VISUAL or EDITOR so that it does, such as code --wait.'

/** How to tell the user something: by the shell where one has the terminal. */
export const saying =
  ({ env }: Context, shell: Shell | null) =>
  (text: string): void =>
    shell === null ? env.err(text) : shell.print(wrap(text, env.size().columns))

/** A page with what was left of an earlier one, where the user wants that; else a new one. */
async function pageFor(
  writing: Writing,
  pages: Pages,
  context: Context,
  shell: Shell | null,
): Promise<Page | null> {
  const left: Page[] = []
  for (const page of pages.left(writing.about)) {
    const news = await pageWithNews(page, writing, pages)
    if (news !== null || page.others.length > 0) left.push(news ?? page)
    // one that a crash left as it was
    else if (pages.isOld(page)) pages.drop(page)
  }
  const last = left.at(-1)
  if (last === undefined) return pages.open(writing.about, writing.file, writing.given)
  const wish = await offer(last, context, shell)
  if (wish === 'quit') return null
  if (wish === 'use') return last
  const aside = left.map((page) => pages.setAside(page))
  saying(context, shell)(`What you wrote earlier is kept in ${listed(aside.map(safeLine))}.\n`)
  return pages.open(writing.about, writing.file, writing.given)
}

const help =
  'Enter opens it in your editor. n opens what is saved, and keeps the other text without offering it again. q leaves both as they are.'

async function offer(page: Page, context: Context, given: Shell | null): Promise<'use' | 'new' | 'quit'> {
  const { env, plain, style } = context
  const shell = given ?? (await env.shell({ plain, style }))
  const { columns } = env.size()
  const what = page.bytes === null ? dirname(page.path) : page.path
  const text = `What you wrote here earlier was not saved. It is in ${what}.`
  const keys = 'Enter goes on with it, n starts from what is saved, q quits, ? help'
  try {
    return await choose(shell, {
      prompt: { live: `${text}\n${keys}`, plain: `${text} ${keys}: ` },
      keys: { enter: 'use', n: 'new', q: 'quit' },
      atEnd: 'quit',
      help: `${wrap(help, columns)}\n`,
      reminder: 'Press Enter to go on with it, or type n to start from what is saved, q to quit.\n',
    })
  } finally {
    // the editor needs the terminal for itself
    if (given === null) shell.close()
  }
}

/** A page that has something new, or the one that an editor put beside it before it wrote; null where neither has. */
async function pageWithNews(page: Page, { isNew }: Writing, pages: Pages): Promise<Page | null> {
  if (page.bytes === null ? page.exists : isNew(await decoded(page.bytes))) return page
  const backup = pages.read(`${page.path}~`)
  return backup.bytes !== null && isNew(await decoded(backup.bytes)) ? backup : null
}

/** The text of a file, in whatever encoding it is. */
async function decoded(bytes: Uint8Array): Promise<string> {
  const { decode } = await import('../import/decode.ts')
  return decode(bytes).text
}
