import { join } from 'node:path'
import type { Synced } from '../env.ts'
import { UserError } from '../errors.ts'
import { safeguard } from './backups.ts'
import { attempt, writeNewFile } from './files.ts'
import { failed, type Git, refusalOf, type Said, withoutPassword } from './git.ts'
import { addFile, type Home, namesIn, notice, readBytes, statusOf } from './home.ts'
import { addLines, entriesIn, journalNames, linesHere, rawLines } from './journal.ts'
import { quarantine } from './quarantine.ts'
import { refusal } from './refusal.ts'
import { forgetProgress } from './summaries.ts'

// The home is a git repository of which only the journals are kept. git never merges a file and never writes one: trees
// and commits are made from the journals, on top of what the remote has, and what comes in is written here, line by line
// where two differ. So the history is one line, and the repository can be made anew at any time.

const branch = 'refs/heads/main'
/** For people who look at the home with git: what is not synced. Nobody else's repository has it so. */
const excluded = '/*\n!/attempts/\n'
/** Names that are the same on every system, and lead nowhere else. */
const isSynced = (name: string): boolean => /^[\w-][\w .-]{0,100}\.jsonl$/.test(name)

/** The journals of a commit or of the home: names with git's names for their contents. */
type Tree = ReadonlyMap<string, string>

export interface SyncOptions {
  /** An address or a path, as git takes it. */
  remote: string
  git: Git
  /** This device's id. */
  own(): string
  /** Gives this copy of the data another id. */
  renew(): void
  /** The remote answered and is fit for it. */
  reached(): void
}

/** The repository in the home does not do what it should. */
class Broken extends Error {}

/** Brings the journals here and those of the remote together, on both sides. */
export async function sync(home: Home, options: SyncOptions): Promise<Synced> {
  try {
    finishReplacing(home)
    return await bringTogetherAnyhow(home, options)
  } catch (error) {
    throw refusal(`${home.path} could not be synced`, error, 'sync again: nothing is lost')
  }
}

/** Where the repository in the home is broken, with another one. */
async function bringTogetherAnyhow(home: Home, options: SyncOptions): Promise<Synced> {
  try {
    return await bringTogether(home, options)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    quarantine(home, '.git', {
      kept: (place) =>
        `The git repository of your data was broken and is kept as ${place}. It was made anew.`,
      stuck:
        'The git repository of your data is broken. Delete its folder .git: everything stands in the journals.',
    })
  }
  try {
    return await bringTogether(home, options)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    throw failed(`git could not sync: ${error.message}`)
  }
}

async function bringTogether(home: Home, options: SyncOptions): Promise<Synced> {
  const { remote, git } = options
  const repository = await openRepository(home, git)
  const received: string[] = []
  for (let tries = 0; tries < 10; tries++) {
    const tip = await tipOf(remote, repository)
    const theirs = tip === null ? new Map() : await treeOf(tip, remote, repository)
    if (tries === 0) options.reached()
    received.push(...(await takeInAll(theirs, home, options, repository)))
    const here = await journalsHere(home, repository)
    const all = new Map([...here, ...theirs])
    const own = `${options.own()}.jsonl`
    if (here.has(own)) all.set(own, here.get(own))
    const commit = isEqual(all, theirs) ? tip : await send(all, tip, remote, repository)
    if (commit === null && all.size > 0) continue
    if (commit !== null) await show(commit, repository)
    return { received: entriesIn(received), sent: commit !== tip }
  }
  throw new UserError(`${withoutPassword(remote)} kept changing.`, 'Sync again in a moment.')
}

const isEqual = (a: Tree, b: Tree): boolean =>
  a.size === b.size && [...a].every(([name, content]) => b.get(name) === content)

/** git in the repository of the home: for what concerns only that, text or a `Broken`; for the rest what it said. */
interface Repository {
  folder: string
  local(args: readonly string[], input?: string): Promise<Buffer>
  tried(args: readonly string[]): Promise<Said>
}

async function openRepository(home: Home, git: Git): Promise<Repository> {
  const folder = join(home.path, '.git')
  if (statusOf(folder) === null) await makeRepository(home, git, folder)
  const tried = (args: readonly string[], input?: string) => git(['--git-dir', folder, ...args], input)
  const local = async (args: readonly string[], input?: string): Promise<Buffer> => {
    const said = await tried(args, input)
    if (said.code !== 0) throw unable(said)
    return said.out
  }
  const version = await tried(['config', '--local', '--get', 'greenroom.version'])
  if (version.code === 0) return { folder, local, tried }
  // 1 says that there is no such key; all else, that there is no repository that works.
  if (version.code !== 1) throw unable(version)
  if (String(readBytes(join(folder, 'info', 'exclude'))) === excluded)
    throw new Broken('Its settings are gone')
  throw new UserError(
    `${home.path} is a git repository of your own.`,
    'Move its folder .git away, or sync another folder, chosen with --home.',
  )
}

/** What the disk refuses is no fault of the repository, and another one would fare no better. */
const byDisk: readonly [said: RegExp, code: string][] = [
  [/No space left/i, 'ENOSPC'],
  [/quota exceeded/i, 'EDQUOT'],
  [/Read-only file system/i, 'EROFS'],
  [/Permission denied|insufficient permission/i, 'EACCES'],
]

/** Why git could not do what concerns only the repository of the home. */
function unable({ code, err }: Said): Error {
  if (code === null) return new UserError('There was no time to finish.', 'Nothing is lost: sync again.')
  const [, refused] = byDisk.find(([said]) => said.test(err)) ?? []
  return refused === undefined
    ? new Broken(err.trim() || `git ended with ${code}`)
    : Object.assign(new Error(err), { code: refused })
}

/** Made aside, so that a crash leaves either a whole one or none, and of two that are made at once one counts. */
async function makeRepository(home: Home, git: Git, folder: string): Promise<void> {
  safeguard(home)
  const draft = join(home.path, `.git-${home.uuid()}`)
  try {
    await fillRepository(home, git, draft)
    home.files.rename(draft, folder)
  } catch (error) {
    attempt(() => home.files.removeFolder(draft))
    if (statusOf(folder) === null) throw error
  }
}

async function fillRepository(home: Home, git: Git, folder: string): Promise<void> {
  const steps = [
    ['init', '--quiet', '--bare', '--template=', '--shared=0600', folder],
    ['--git-dir', folder, 'symbolic-ref', 'HEAD', branch],
    ['--git-dir', folder, 'config', 'core.bare', 'false'],
    ['--git-dir', folder, 'config', 'greenroom.version', '1'],
  ]
  for (const step of steps) {
    const said = await git(step)
    if (said.code !== 0) throw unable(said)
  }
  home.files.makeFolder(join(folder, 'info'), 0o700)
  writeNewFile(home.files, join(folder, 'info', 'exclude'), excluded, 0o600)
}

/** The newest commit of the remote, fetched; null where it is empty. */
async function tipOf(remote: string, repository: Repository): Promise<string | null> {
  const { tried } = repository
  const listed = await tried(['ls-remote', '--heads', '--', remote])
  if (listed.code !== 0) throw refusalOf(listed, withoutPassword(remote))
  const heads = listed.out
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
  if (heads.length === 0) return null
  const [tip] = heads.find(([, name]) => name === branch) ?? []
  if (tip === undefined) throw otherThings(remote)
  const isHere = async () => (await tried(['cat-file', '-e', `${tip}^{tree}`])).code === 0
  if (await isHere()) return tip
  // Into no branch of ours: of two that fetch at once neither waits for the lock of the other, or of one that was killed.
  const fetched = await tried([
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--',
    remote,
    branch,
  ])
  if (fetched.code !== 0) throw unlessBroken(fetched, remote, repository)
  // It may have been rewritten since it was listed.
  return (await isHere()) ? tip : tipOf(remote, repository)
}

const otherThings = (remote: string): UserError =>
  new UserError(
    `There are other things in ${withoutPassword(remote)}.`,
    'Make an empty repository for greenroom alone, and give its address with --remote.',
  )

/** What a crash or a bad disk left in the repository of the home is no fault of the remote. */
function unlessBroken(said: Said, remote: string, { folder }: Repository): Error {
  const isOurs =
    said.err.includes(folder.replaceAll('\\', '/')) ||
    /necessary objects|loose object|bad object|packfile|index file|invalid object|unable to read/i.test(
      said.err,
    )
  return said.code !== null && isOurs && !/^remote: /m.test(said.err)
    ? unable(said)
    : refusalOf(said, withoutPassword(remote))
}

/** The journals of a commit; refuses one that has other things in it. */
async function treeOf(commit: string, remote: string, { local }: Repository): Promise<Tree> {
  const listed = (await local(['ls-tree', '-r', '-z', commit])).toString()
  return new Map(
    listed
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [, content, name] = /^100644 blob (\w+)\tattempts\/([^/]*)$/.exec(entry) ?? []
        if (content === undefined || name === undefined || !isSynced(name)) throw otherThings(remote)
        return [name, content]
      }),
  )
}

/** The journals of the home as they are now, put among git's objects. */
async function journalsHere(home: Home, { local }: Repository): Promise<Tree> {
  const names = journalNames(home).filter(
    (name) => isSynced(name) && statusOf(join(home.path, 'attempts', name))?.size,
  )
  if (names.length === 0) return new Map()
  const paths = names.map((name) => `${join(home.path, 'attempts', name)}\n`).join('')
  const contents = (await local(['hash-object', '-w', '--no-filters', '--stdin-paths'], paths)).toString()
  return new Map(
    contents
      .trim()
      .split('\n')
      .map((content, index) => [names[index] ?? '', content]),
  )
}

/** Takes in what differs, and gives back the lines that are new here. */
async function takeInAll(
  theirs: Tree,
  home: Home,
  { own, renew }: SyncOptions,
  repository: Repository,
): Promise<string[]> {
  const ours = await journalsHere(home, repository)
  const known = linesOnce(home)
  const received: string[] = []
  for (const [name, content] of theirs) {
    if (ours.get(name) === content) continue
    const bytes = await repository.local(['cat-file', 'blob', content])
    const here = readBytes(join(home.path, 'attempts', name))
    const isOwn = name === `${own()}.jsonl`
    if (isOwn && here !== null && startsWith(here, bytes)) continue
    for (const line of rawLines(bytes)) {
      if (!known().has(line)) received.push(line)
      known().add(line)
    }
    if (isOwn) {
      notice(home, 'Another copy of your data has the same id, so this one goes on under a new one.')
      renew()
    }
    if (here === null) addFile(home, `attempts/${name}`, bytes)
    else replaceJournal(home, name, bytes)
  }
  return received
}

/** All lines that are here before anything comes in, read when somebody asks. */
function linesOnce(home: Home): () => Set<string> {
  let lines: Set<string> | undefined
  return () => {
    lines ??= linesHere(home)
    return lines
  }
}

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  Buffer.compare(bytes.subarray(0, start.length), start) === 0

const replaced = '.replaced-'

/**
 * Gives another device's journal the contents that the remote has. What only the one that is here says makes a journal of
 * its own first; and the old file keeps a name until it is certain that nobody appended to it in the meantime, as a
 * process may that still writes under an id that was given up.
 */
function replaceJournal(home: Home, name: string, bytes: Uint8Array): void {
  const { files } = home
  const folder = join(home.path, 'attempts')
  const path = join(folder, name)
  rescue(home, path, bytes)
  const draft = join(folder, `.draft-${home.uuid()}`)
  try {
    writeNewFile(files, draft, bytes, 0o600)
    // Where there are no links, there is only the moment in which both are read.
    attempt(() => files.link(path, join(folder, `${replaced}${home.uuid()}`)))
    if (bytes.length < (statusOf(path)?.size ?? 0)) forgetProgress(home)
    files.rename(draft, path)
  } catch (error) {
    attempt(() => files.remove(draft))
    throw error
  }
  finishReplacing(home)
}

/** Lets go of journals that were replaced, also those of a sync that did not come to its end. */
function finishReplacing(home: Home): void {
  const folder = join(home.path, 'attempts')
  for (const name of namesIn(folder).filter((each) => each.startsWith(replaced))) {
    const path = join(folder, name)
    rescue(home, path)
    attempt(() => home.files.remove(path))
  }
}

/** Makes a journal of the lines of a file that neither another journal nor `elsewhere` has. */
function rescue(home: Home, path: string, elsewhere: Uint8Array = new Uint8Array()): void {
  const own = rawLines(readBytes(path) ?? new Uint8Array())
  const others = new Set(rawLines(elsewhere))
  const missing = own.filter((line) => !others.has(line))
  if (missing.length === 0) return
  const here = linesHere(home, path)
  const lost = missing.filter((line) => !here.has(line))
  if (lost.length > 0) addLines(home, lost)
}

/** Puts a commit with these journals on top of the remote's; null where somebody was faster. */
async function send(
  all: Tree,
  tip: string | null,
  remote: string,
  { local, tried }: Repository,
): Promise<string | null> {
  const entries = [...all].map(([name, content]) => `100644 blob ${content}\t${name}\0`)
  const attempts = await named(local(['mktree', '-z'], entries.join('')))
  const tree = await named(local(['mktree', '-z'], `040000 tree ${attempts}\tattempts\0`))
  const parents = tip === null ? [] : ['-p', tip]
  const commit = await named(local(['commit-tree', ...parents, '-m', 'Sync', tree]))
  const pushed = await tried(['push', '--quiet', '--porcelain', '--', remote, `${commit}:${branch}`])
  if (pushed.code !== 0) {
    const said = `${pushed.out}\n${pushed.err}`
    if (/\[rejected\]|cannot lock ref|failed to (update|lock)|incorrect old value|already exists/.test(said))
      return null
    throw refusalOf({ ...pushed, err: said }, withoutPassword(remote))
  }
  return commit
}

/** For people who look at the home with git: what was synced last is where its branch and its index are. */
async function show(commit: string, { tried }: Repository): Promise<void> {
  await tried(['update-ref', branch, commit])
  await tried(['read-tree', commit])
}

const named = async (out: Promise<Buffer>): Promise<string> => (await out).toString().trim()
