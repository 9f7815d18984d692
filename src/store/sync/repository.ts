import { join } from 'node:path'
import { UserError } from '../../ports.ts'
import { withoutSecrets } from '../../text/secrets.ts'
import { safeguard } from '../backup/backups.ts'
import { succeeds, writeNewFile } from '../files.ts'
import { type DataFolder, namesIn, readBytes, statusOf } from '../folder.ts'
import { journalNames } from '../journal.ts'
import { type Git, refusalOf, type Said } from './git.ts'

const branch = 'refs/heads/main'
/** For people who look at the home with git: what is not synced. Nobody else's repository has it so. */
const excluded = '/*\n!/attempts/\n'
/** Names that are the same on every system, and lead nowhere else. */
export const isSynced = (name: string): boolean => /^[\w-][\w .-]{0,100}\.jsonl$/.test(name)

/** The journals of a commit or of the home: names with git's names for their contents. */
export type Tree = ReadonlyMap<string, string>

/** The repository in the home does not do what it should. */
export class Broken extends Error {}

/** git in the repository of the home: for what concerns only that, text or a `Broken`; for the rest what it said. */
export interface Repository {
  folder: string
  local(args: readonly string[], input?: string): Promise<Buffer>
  tried(args: readonly string[]): Promise<Said>
}

export async function openRepository(home: DataFolder, git: Git): Promise<Repository> {
  const folder = join(home.path, '.git')
  if (statusOf(folder) === null) await makeRepository(home, git, folder)
  const tried = (args: readonly string[], input?: string) =>
    git(['-C', home.path, '--git-dir', folder, ...args], input)
  const local = async (args: readonly string[], input?: string): Promise<Buffer> => {
    const said = await tried(args, input)
    if (said.code !== 0) throw unable(said)
    return said.out
  }
  await expectOurs(home, folder, tried)
  return { folder, local, tried }
}

/** Refuses a repository of the user's own, and one that this greenroom cannot use. */
async function expectOurs(home: DataFolder, folder: string, tried: Repository['tried']): Promise<void> {
  const setting = async (key: string): Promise<string> => {
    const said = await tried(['config', '--local', '--get', key])
    if (said.code === null) throw unable(said)
    return said.code === 0 ? said.out.toString().trim() : ''
  }
  const version = await setting('greenroom.version')
  if (version === '' && isMarked(folder)) throw new Broken('Its settings are gone')
  if (version === '') {
    throw new UserError(
      `${home.path} is a git repository of your own.`,
      'Move its folder .git away, or sync another folder, chosen with --home.',
    )
  }
  if (Number(version) > 1) {
    throw new UserError(
      'The git repository of your data was made by a newer greenroom.',
      'Upgrade this one, and sync then: nothing is lost.',
    )
  }
  if (!['', 'sha1'].includes(await setting('extensions.objectformat')))
    throw new Broken('Its objects have names that few remotes take')
}

/** Whether a repository that does not know its version was made here, or is nothing yet. */
function isMarked(folder: string): boolean {
  if (statusOf(folder)?.isDirectory() !== true) return readBytes(folder)?.length === 0
  return namesIn(folder).length === 0 || String(readBytes(join(folder, 'info', 'exclude'))) === excluded
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
  if (/unknown option/.test(err))
    return new UserError('This git is too old for sync.', 'Upgrade it: 2.29 is the first that will do.')
  const [, refused] = byDisk.find(([said]) => said.test(err)) ?? []
  return refused === undefined
    ? new Broken(err.trim() || `git ended with ${code}`)
    : Object.assign(new Error(err), { code: refused })
}

/** Made aside, so that a crash leaves either a whole one or none, and of two that are made at once one counts. */
async function makeRepository(home: DataFolder, git: Git, folder: string): Promise<void> {
  safeguard(home)
  const draft = join(home.path, `.git-${home.uuid()}`)
  try {
    await fillRepository(home, git, draft)
    home.files.rename(draft, folder)
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
    const said = await git(step)
    if (said.code !== 0) throw unable(said)
  }
  home.files.makeFolder(join(folder, 'info'), 0o700)
  writeNewFile(home.files, join(folder, 'info', 'exclude'), excluded, 0o600)
}

/** The newest commit of the remote, fetched; null where it is empty. `missed` was fetched before, and did not come. */
export async function tipOf(
  remote: string,
  repository: Repository,
  missed: string | null = null,
): Promise<string | null> {
  const { tried } = repository
  const listed = await tried(['ls-remote', '--heads', '--', remote])
  if (listed.code !== 0) throw refusalOf(listed, remote)
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
  // Nothing was sent, as git believes that it is here: some of what it needs is gone.
  if (tip === missed) throw new Broken('It does not have what it fetched')
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
  if (fetched.code !== 0) throw unlessBroken(fetched, remote, repository.folder)
  // It may have been rewritten since it was listed.
  return (await isHere()) ? tip : tipOf(remote, repository, tip)
}

const otherThings = (remote: string): UserError =>
  new UserError(
    `There are other things in ${withoutSecrets(remote)}.`,
    'Make an empty repository for greenroom alone, and give its address with --remote.',
  )

/** What a crash or a bad disk left in the repository of the home is no fault of the remote. */
function unlessBroken(said: Said, remote: string, folder: string): Error {
  const isOurs =
    said.err.includes(folder.replaceAll('\\', '/')) ||
    /necessary objects|loose object|bad object|packfile|index file|invalid object|unable to read/i.test(
      said.err,
    )
  // what the other side complains of is in a folder of its own
  const isTheirs = /^remote: |(?<![\w.])\.\/objects\//m.test(said.err)
  return said.code !== null && isOurs && !isTheirs ? unable(said) : refusalOf(said, remote)
}

/** The journals of a commit; refuses one that has other things in it. */
export async function treeOf(commit: string, remote: string, { local }: Repository): Promise<Tree> {
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
export async function journalsHere(home: DataFolder, { local }: Repository): Promise<Tree> {
  const names = journalNames(home).filter(
    (name) => isSynced(name) && statusOf(join(home.path, 'attempts', name))?.size,
  )
  if (names.length === 0) return new Map()
  const paths = names.map((name) => `attempts/${name}\n`).join('')
  const contents = (await local(['hash-object', '-w', '--no-filters', '--stdin-paths'], paths)).toString()
  return new Map(
    contents
      .trim()
      .split('\n')
      .map((content, index) => [names[index] ?? '', content]),
  )
}

/** Puts a commit with these journals on top of the remote's; what git said where somebody may have been faster. */
export async function send(
  all: Tree,
  tip: string | null,
  remote: string,
  { folder, local, tried }: Repository,
): Promise<string | Said> {
  const entries = [...all].map(([name, content]) => `100644 blob ${content}\t${name}\0`)
  const attempts = await named(local(['mktree', '-z'], entries.join('')))
  const tree = await named(local(['mktree', '-z'], `040000 tree ${attempts}\tattempts\0`))
  const parents = tip === null ? [] : ['-p', tip]
  const commit = await named(local(['commit-tree', ...parents, '-m', 'Sync', tree]))
  const pushed = await tried(['push', '--quiet', '--porcelain', '--', remote, `${commit}:${branch}`])
  if (pushed.code !== 0) {
    const said = { ...pushed, err: `${pushed.err}\n${pushed.out}` }
    if (
      /\[rejected\]|cannot lock ref|failed to (update|lock)|incorrect old value|already exists/.test(said.err)
    )
      return said
    throw unlessBroken(said, remote, folder)
  }
  return commit
}

/** For people who look at the home with git: what was synced last is where its branch and its index are. */
export async function show(commit: string, { tried }: Repository): Promise<void> {
  await tried(['update-ref', branch, commit])
  await tried(['read-tree', commit])
}

const named = async (out: Promise<Buffer>): Promise<string> => (await out).toString().trim()
