import { lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../ports.ts'
import { distinct, isPortable } from '../../text/file-names.ts'
import { withoutSecrets } from '../../text/secrets.ts'
import { safeguard } from '../backup/backups.ts'
import { replaceBy, succeeds, writeNewFile } from '../files.ts'
import { type DataFolder, namesIn, readBytes, statusOf } from '../folder.ts'
import { journalNames } from '../journal.ts'
import { type Git, type GitResult, remoteError } from './git.ts'

const branch = 'refs/heads/main'
/** What is not synced, for people who use git in the home. It marks the repository too: no other has just this. */
const excluded = '/*\n!/attempts/\n'
/** The journals of these that are synced: with names that work on every system, none of which is another in capitals. */
export const syncedOf = (names: readonly string[]): string[] =>
  distinct(names).filter((name) => isPortable(name) && name.endsWith('.jsonl'))

/** What greenroom 0.1.0 synced. */
const wasSynced = (name: string): boolean => /^[\w-][\w .-]{0,100}\.jsonl$/.test(name)

/** The journals of a commit or of the home: by name, git's hash of the contents. */
export type Tree = ReadonlyMap<string, string>

/** The repository in the home does not work. */
export class BrokenRepository extends Error {}

/** git in the repository of the home. */
export interface Repository {
  folder: string
  /** For what concerns only this repository: the output. Throws where it fails. */
  output(args: readonly string[], input?: string): Promise<Buffer>
  /** However it ends. */
  run(args: readonly string[], input?: string): Promise<GitResult>
}

/** The repository in the home, created if there is none. */
export async function openRepository(home: DataFolder, git: Git): Promise<Repository> {
  const folder = join(home.path, '.git')
  if (statusOf(folder) === null) await makeRepository(home, git, folder)
  if (hasSpecial(folder))
    throw isMarked(folder) ? new BrokenRepository('It has something in it that is no file') : foreign(home)
  const run = (args: readonly string[], input?: string) =>
    git(['-C', home.path, '--git-dir', folder, ...args], input)
  const output = async (args: readonly string[], input?: string): Promise<Buffer> => {
    const result = await run(args, input)
    if (result.code !== 0) throw localError(result)
    return result.out
  }
  await expectOurs(home, folder, run)
  return { folder, output, run }
}

/** Whether there is a pipe or a device in a folder: git would wait for ever for somebody to write to it. */
function hasSpecial(folder: string): boolean {
  if (lstatSync(folder).isFile()) return false
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some((each) => {
    if (each.isFile() || each.isDirectory()) return false
    const status = statSync(join(each.parentPath, each.name), { throwIfNoEntry: false })
    return status !== undefined && !status.isFile() && !status.isDirectory()
  })
}

/** Throws for a repository of the user's own, and for one that this greenroom cannot use. */
async function expectOurs(home: DataFolder, folder: string, run: Repository['run']): Promise<void> {
  const setting = async (key: string): Promise<string> => {
    const { code, out, err } = await run(['config', '--local', '--get', key])
    if (code === null) throw localError({ code, out, err })
    return code === 0 ? out.toString().trim() : ''
  }
  const version = await setting('greenroom.version')
  if (version === '' && isMarked(folder)) throw new BrokenRepository('Its settings are gone')
  if (version === '') {
    throw foreign(home)
  }
  if (Number(version) > 1) {
    throw new UserError(
      'The git repository of your data was made by a newer greenroom.',
      'Upgrade this one, then sync: nothing is lost.',
    )
  }
  if (!['', 'sha1'].includes(await setting('extensions.objectformat')))
    throw new BrokenRepository('Its objects have hashes that few remotes accept')
}

const foreign = (home: DataFolder): UserError =>
  new UserError(
    `${home.path} is a git repository of your own.`,
    'Move its folder .git away, or sync another folder, chosen with --home.',
  )

/** Whether a repository without a version was made by greenroom, or is empty. */
function isMarked(folder: string): boolean {
  if (statusOf(folder)?.isDirectory() !== true) return readBytes(folder)?.length === 0
  return namesIn(folder).length === 0 || String(readBytes(join(folder, 'info', 'exclude'))) === excluded
}

/** Messages about the disk: another repository would fare no better. */
const diskErrors: readonly [message: RegExp, code: string][] = [
  [/No space left/i, 'ENOSPC'],
  [/quota exceeded/i, 'EDQUOT'],
  [/Read-only file system/i, 'EROFS'],
  [/Permission denied|insufficient permission/i, 'EACCES'],
]

/** Why git failed at something that concerns only the repository of the home. */
function localError({ code, err }: GitResult): Error {
  if (code === null)
    return new UserError('There was not enough time to finish.', 'Nothing is lost: sync again.')
  if (/unknown option/.test(err))
    return new UserError('This git is too old for sync.', 'Upgrade it to 2.29 or later.')
  const [, diskCode] = diskErrors.find(([message]) => message.test(err)) ?? []
  return diskCode === undefined
    ? new BrokenRepository(err.trim() || `git ended with ${code}`)
    : Object.assign(new Error(err), { code: diskCode })
}

/** Made beside its place, so that a crash leaves a whole one or none, and of two made at once one counts. */
async function makeRepository(home: DataFolder, git: Git, folder: string): Promise<void> {
  safeguard(home)
  const draft = join(home.path, `.git-${home.uuid()}`)
  try {
    await fillRepository(home, git, draft)
    replaceBy(home.files, draft, folder)
  } catch (error) {
    succeeds(() => home.files.removeFolder(draft))
    if (statusOf(folder) === null) throw error
  }
}

async function fillRepository(home: DataFolder, git: Git, folder: string): Promise<void> {
  const steps = [
    ['init', '--quiet', '--bare', '--template=', '--shared=0600', '--object-format=sha1', folder],
    ['--git-dir', folder, 'symbolic-ref', 'HEAD', branch],
    ['--git-dir', folder, 'config', 'core.bare', 'false'],
    ['--git-dir', folder, 'config', 'greenroom.version', '1'],
  ]
  for (const step of steps) {
    const result = await git(step)
    if (result.code !== 0) throw localError(result)
  }
  home.files.makeFolder(join(folder, 'info'), 0o700)
  writeNewFile(home.files, join(folder, 'info', 'exclude'), excluded, 0o600)
}

/** The newest commit of the remote, fetched; null if it is empty. `missed` was fetched before, and is not here yet. */
export async function tipOf(
  remote: string,
  repository: Repository,
  missed: string | null = null,
): Promise<string | null> {
  const { run } = repository
  const listed = await run(['ls-remote', '--heads', '--', remote])
  if (listed.code !== 0) throw remoteError(listed, remote)
  const heads = listed.out
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
  if (heads.length === 0) return null
  const [tip] = heads.find(([, name]) => name === branch) ?? []
  if (tip === undefined) throw otherThings(remote)
  const isHere = async () => (await run(['cat-file', '-e', `${tip}^{tree}`])).code === 0
  if (await isHere()) return tip
  // git sent nothing, as it believes that it has this commit: some of its objects are gone
  if (tip === missed) throw new BrokenRepository('It does not have what it fetched')
  // into no branch: so two that fetch at once do not wait for each other's lock, or for that of one that was killed
  const fetched = await run(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', remote, branch])
  if (fetched.code !== 0) throw transferError(fetched, remote, repository.folder)
  // it may have been rewritten since it was listed
  return (await isHere()) ? tip : tipOf(remote, repository, tip)
}

const otherThings = (remote: string): UserError =>
  new UserError(
    `There are other things in ${withoutSecrets(remote)}.`,
    'Make an empty repository for greenroom alone, and give its address with --remote.',
  )

/** Why git could not fetch or push: the damage may be in the repository of the home, not in the remote. */
function transferError(result: GitResult, remote: string, folder: string): Error {
  const isOurs =
    result.err.includes(folder.replaceAll('\\', '/')) ||
    /necessary objects|loose object|bad object|packfile|index file|invalid object|unable to read/i.test(
      result.err,
    )
  // the remote names its own objects relative to itself
  const isTheirs = /^remote: |(?<![\w.])\.\/objects\//m.test(result.err)
  return result.code !== null && isOurs && !isTheirs ? localError(result) : remoteError(result, remote)
}

/** The journals of a commit; throws if it has other things in it. */
export async function treeOf(commit: string, remote: string, { output }: Repository): Promise<Tree> {
  const listed = (await output(['ls-tree', '-r', '-z', commit])).toString()
  return new Map(
    listed
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [, content, name] = /^100644 blob (\w+)\tattempts\/([^/]*)$/.exec(entry) ?? []
        if (content === undefined || name === undefined || !wasSynced(name)) throw otherThings(remote)
        return [name, content]
      }),
  )
}

/** The journals of the home as they are now, stored among git's objects. */
export async function journalsHere(home: DataFolder, repository: Repository): Promise<Tree> {
  const { output } = repository
  const namesNow = (): string[] =>
    syncedOf(journalNames(home)).filter((name) => statusOf(join(home.path, 'attempts', name))?.size)
  const names = namesNow()
  if (names.length === 0) return new Map()
  const paths = names.map((name) => `attempts/${name}\n`).join('')
  let contents: string
  try {
    contents = (await output(['hash-object', '-w', '--no-filters', '--stdin-paths'], paths)).toString()
  } catch (error) {
    const there = new Set(namesNow())
    // a restore with --replace has moved them meanwhile: it is not the repository that is broken
    if (names.every((name) => there.has(name))) throw error
    return journalsHere(home, repository)
  }
  return new Map(
    contents
      .trim()
      .split('\n')
      .map((content, index) => [names[index] ?? '', content]),
  )
}

/** Pushes a commit with these journals on top of the remote's; returns git's result if another push may have been first. */
export async function send(
  all: Tree,
  tip: string | null,
  remote: string,
  { folder, output, run }: Repository,
): Promise<string | GitResult> {
  const entries = [...all].map(([name, content]) => `100644 blob ${content}\t${name}\0`)
  const attempts = await objectIn(output(['mktree', '-z'], entries.join('')))
  const tree = await objectIn(output(['mktree', '-z'], `040000 tree ${attempts}\tattempts\0`))
  const parents = tip === null ? [] : ['-p', tip]
  const commit = await objectIn(output(['commit-tree', ...parents, '-m', 'Sync', tree]))
  const pushed = await run(['push', '--quiet', '--porcelain', '--', remote, `${commit}:${branch}`])
  if (pushed.code !== 0) {
    const result = { ...pushed, err: `${pushed.err}\n${pushed.out}` }
    if (
      /\[rejected\]|cannot lock ref|failed to (update|lock)|incorrect old value|already exists/.test(
        result.err,
      )
    )
      return result
    throw transferError(result, remote, folder)
  }
  return commit
}

/** Moves branch and index to what was synced last, for people who use git in the home. */
export async function moveBranch(commit: string, { run }: Repository): Promise<void> {
  await run(['update-ref', branch, commit])
  await run(['read-tree', commit])
}

const objectIn = async (out: Promise<Buffer>): Promise<string> => (await out).toString().trim()
