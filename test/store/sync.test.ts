import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createNetServer } from 'node:net'
import { delimiter, join, resolve } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { UserError } from '../../src/ports.ts'
import type { MergedLine } from '../../src/progress/journal.ts'
import { type Git, gitWith } from '../../src/store/sync/git.ts'
import { diskWith, variables } from '../faults/disk.ts'
import { did } from '../faults/operations.ts'
import { bareRepository, git, linesIn, openIn, openToAll, putInPlace, settle } from '../faults/places.ts'
import { lostOf, type Written, worldOf } from '../faults/world.ts'
import { newFolder } from '../files.ts'
import { runBeside } from '../program/process.ts'
import { anAttempt, journalOf, lineOf, opened, read, readJson } from './home.ts'

type GitOf = (signal: AbortSignal) => Git

/** The same place for each test, as homes know remotes by their paths. */
const top = newFolder()
const folder = join(top, 'place')
let home = ''
let other = ''
let remote = ''
let written: Written = new Map()
let day = 1

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  home = join(folder, 'home')
  other = join(folder, 'other')
  remote = bareRepository(join(folder, 'remote.git'))
  written = new Map()
  day = 10
})

/** What many tests begin with. It takes git a while, so that it is done once and copied from then on. */
const beginnings = {
  /** A home that has synced its first attempt. */
  async synced() {
    await rehearse(home, '1')
    await sync(home)
  },
  /** Another home has synced since then, and this one has something new too. */
  async apart() {
    await beginnings.synced()
    await rehearse(other, '2')
    await sync(other)
    await rehearse(home, '3')
  },
}

const done = new Map<string, Written>()

async function begin(name: keyof typeof beginnings): Promise<void> {
  const copy = join(top, name)
  const before = done.get(name)
  if (before === undefined) {
    await beginnings[name]()
    cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
    done.set(name, structuredClone(written))
  } else {
    const homes = ['home', 'other'].filter((each) => existsSync(join(copy, each)))
    putInPlace(copy, folder, homes)
    written = structuredClone(before)
  }
}

/** Runs a command a day later; gives back what it said. */
async function says(where: string, command: string[], real: GitOf | null = null): Promise<string> {
  const disk = { ...diskWith(null), ...(real && { git: real }) }
  const world = await did(where, [command], { written, day: ++day, disk })
  return world.said()
}

const sync = (where: string, real: GitOf | null = null): Promise<string> =>
  says(where, ['sync', '--remote', remote], real)
const rehearse = (where: string, question: string): Promise<string> => says(where, ['drill', question])

async function refusal(saying: Promise<string>): Promise<string> {
  const error = await saying.catch((thrown) => thrown)
  if (error instanceof UserError) return `${error.message} ${error.hint}`
  throw new Error('nothing was refused', { cause: error })
}

const linesOf = (where: string): MergedLine[] => opened(where).lines()
const idsOf = (lines: readonly MergedLine[]): string[] => lines.map(({ id }) => id).sort()
const tip = (): string => git('--git-dir', remote, 'rev-parse', 'main').trim()

/** All are in step: everything acknowledged is everywhere, and nothing moves any more. */
async function expectInStep(...homes: string[]): Promise<void> {
  const at = tip()
  for (const where of homes) {
    expect(await says(where, ['sync'])).toMatch(/Already up to date\.\n$/)
    expect(lostOf(written, linesOf(where))).toEqual([])
    expect(linesOf(where).map(({ device, ...line }) => line)).toEqual(
      linesIn(remote).map(({ device, ...line }) => line),
    )
    expect(openIn(where)).toEqual([])
  }
  expect(tip()).toBe(at)
  expect(lostOf(written, linesIn(remote))).toEqual([])
}

/** Who commits. */
const by = ['-c', 'user.name=x', '-c', 'user.email=x@x']

/** A commit that others than greenroom make in the remote. */
function commit(files: Record<string, string>, { branch = 'main', link = '' } = {}): void {
  const work = join(folder, `work ${++day}`)
  git('init', '--quiet', `--initial-branch=${branch}`, work)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(work, path, '..'), { recursive: true })
    writeFileSync(join(work, path), text)
  }
  if (link !== '') {
    mkdirSync(join(work, link, '..'), { recursive: true })
    symlinkSync('/etc/passwd', join(work, link))
  }
  git('-C', work, 'add', '--all')
  git('-C', work, ...by, 'commit', '--quiet', '-m', 'x')
  git('-C', work, 'push', '--quiet', '--force', remote, `${branch}:${branch}`)
}

it('keeps what a process writes to a journal that it opened before it was replaced', async () => {
  await begin('synced')
  await sync(other)
  const path = join(other, journalOf(opened(home)))
  const file = openSync(path, 'a')
  await rehearse(home, '2')
  await sync(home)
  await sync(other)
  writeSync(file, lineOf(anAttempt(), 'late'))
  closeSync(file)
  await sync(other)
  expect(idsOf(linesOf(other))).toContain('late')
})

it('runs no program that the settings of the folder it is started in name', async () => {
  const strange = join(folder, 'strange')
  git('init', '--quiet', strange)
  git('-C', strange, 'config', 'core.sshCommand', `touch ${join(folder, 'run')}; /usr/bin/ssh`)
  await rehearse(home, '1')
  const script = resolve('bin/greenroom.js')
  const args = [script, 'sync', '--home', home, '--remote', 'git@127.0.0.1:x.git']
  spawnSync(process.execPath, args, { cwd: strange, env: { ...process.env, ...variables } })
  expect(existsSync(join(folder, 'run'))).toBe(false)
})

it('takes along what stands in a journal with an odd name only', async () => {
  await rehearse(home, '1')
  const copied = lineOf(anAttempt(), 'copied')
  writeFileSync(join(home, 'attempts', 'a (laptop’s conflicted copy).jsonl'), copied, { mode: 0o600 })
  await sync(home)
  await sync(other)
  expect(idsOf(linesOf(other))).toContain('copied')
  await sync(home)
  await expectInStep(home, other)
})

it('takes along what greenroom 0.1.0 synced under names that are odd, and gives it another', async () => {
  await rehearse(home, '1')
  await sync(home)
  const odd = ['a copy.jsonl', 'CON.jsonl', 'b.jsonl', 'B.jsonl']
  const journals = odd.map((name, at) => [`attempts/${name}`, lineOf(anAttempt(), `odd ${at}`)])
  const own = read(home, journalOf(opened(home)))
  commit({ [journalOf(opened(home))]: own, ...Object.fromEntries(journals) })
  await sync(home)
  await sync(other)
  await sync(home)
  for (const where of [home, other])
    expect(idsOf(linesOf(where))).toEqual(expect.arrayContaining(odd.map((_, at) => `odd ${at}`)))
  const names = git('--git-dir', remote, 'ls-tree', '-r', '--name-only', 'main').trim().split('\n')
  for (const name of names) expect(name).toMatch(/^attempts\/[A-Za-z0-9._-]+\.jsonl$/)
  expect(names.join().toLowerCase()).not.toContain('con.jsonl')
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  await expectInStep(home, other)
})

it('syncs a home whose path has a line break in it', async () => {
  home = join(folder, 'a\nb')
  await rehearse(home, '1')
  expect(await sync(home)).toBe('Up to date: sent what is new here.\n')
  expect(await sync(home)).toBe('Already up to date.\n')
})

describe('a first sync', () => {
  it('fills an empty remote, and the next one has nothing to do', async () => {
    await rehearse(home, '1')
    expect(await sync(home)).toBe('Up to date: sent what is new here.\n')
    await expectInStep(home)
    expect(git('--git-dir', remote, 'ls-tree', '-r', '--name-only', 'main')).toBe(
      `${journalOf(opened(home))}\n`,
    )
  })

  it('of a second home joins', async () => {
    await begin('synced')
    await rehearse(other, '2')
    expect(await sync(other)).toBe('Up to date: received 1 attempt, sent what is new here.\n')
    expect(await sync(home)).toMatch(/^Up to date: received 1 attempt/)
    await sync(other)
    await expectInStep(home, other)
    expect(opened(home).device()).not.toBe(opened(other).device())
  })

  it('of a home that is new has all of it', async () => {
    await begin('synced')
    await sync(other)
    await sync(home)
    await expectInStep(home, other)
  })

  it.each([
    ['two', ['1', '2']],
    ['four', ['1', '2', '3', '4']],
  ])('of %s processes at once makes one repository', async (_, all) => {
    await rehearse(home, '1')
    await Promise.all(all.map(() => sync(home)))
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual(['.git'])
    await expectInStep(home)
  })

  it('needs a remote', async () => {
    expect(await refusal(says(home, ['sync']))).toBe(
      'There is no remote to sync with yet. Make an empty git repository that your machines can reach, then run greenroom sync --remote URL.',
    )
  })

  it('takes a home that was open to others', async () => {
    await rehearse(home, '1')
    openToAll(home)
    await sync(home)
    openToAll(home)
    await sync(home)
    // nobody comes to what is in a folder that is closed
    expect(openIn(home).filter((each) => !each.includes('.git/'))).toEqual([])
  })
})

describe('a remote', () => {
  it('that is missing is said to be', async () => {
    remote = join(folder, 'nowhere.git')
    expect(await refusal(sync(home))).toBe(
      `There is no git repository at ${remote}. Make an empty one for greenroom alone, for example with "git init --bare", and give its address with --remote.`,
    )
    expect(await refusal(says(home, ['sync']))).toMatch(/^There is no remote to sync with yet\./)
  })

  it.each([
    ['a file', () => commit({ 'README.md': 'hello' })],
    ['a file beside the journals', () => commit({ 'attempts/x.jsonl': 'hello', 'README.md': 'hello' })],
    ['another branch only', () => commit({ 'README.md': 'hello' }, { branch: 'trunk' })],
    ['a journal whose name leads elsewhere', () => commit({ 'attempts/deep/x.jsonl': '\n' })],
    ['a journal with a hidden name', () => commit({ 'attempts/.x.jsonl': '\n' })],
    ['a journal with a foreign name', () => commit({ 'attempts/a\\..\\b.jsonl': '\n' })],
    ['a link', () => commit({}, { link: 'attempts/x.jsonl' })],
    ['a link for the folder', () => commit({}, { link: 'attempts' })],
  ])('that has %s is refused', async (_, make) => {
    await rehearse(home, '1')
    make()
    const before = readdirSync(join(home, 'attempts'))
    const refs = git('--git-dir', remote, 'for-each-ref')
    expect(await refusal(sync(home))).toBe(
      `There are other things in ${remote}. Make an empty repository for greenroom alone, and give its address with --remote.`,
    )
    expect(readdirSync(join(home, 'attempts'))).toEqual(before)
    expect(git('--git-dir', remote, 'for-each-ref')).toBe(refs)
    expect(await refusal(says(home, ['sync']))).toMatch(/^There is no remote to sync with yet\./)
  })

  it.each(['../../evil.jsonl', '..', '/etc/x.jsonl', '.git/x.jsonl'])(
    'whose tree has the name %j is refused',
    async (name) => {
      const content = git('--git-dir', remote, 'hash-object', '-w', '/dev/null').trim()
      // git makes no such tree, so its bytes are made here
      const entry = (mode: string, path: string, id: string) =>
        Buffer.concat([Buffer.from(`${mode} ${path}\0`), Buffer.from(id, 'hex')])
      const object = (type: string, bytes: Buffer): string => {
        const file = join(folder, 'object')
        writeFileSync(file, bytes)
        return git('--git-dir', remote, 'hash-object', '-w', '--literally', '-t', type, file).trim()
      }
      const attempts = object('tree', entry('100644', name, content))
      const tree = object('tree', entry('40000', 'attempts', attempts))
      const made = git('--git-dir', remote, ...by, 'commit-tree', '-m', 'x', tree)
      git('--git-dir', remote, 'update-ref', 'refs/heads/main', made.trim())
      expect(await refusal(sync(home))).toMatch(/^There are other things in /)
      expect(existsSync(join(folder, 'evil.jsonl'))).toBe(false)
      expect(readdirSync(home).filter((each) => each.endsWith('.jsonl'))).toEqual([])
    },
  )

  it.each(['git://127.0.0.1:1/x', 'http://127.0.0.1:1/x.git'])(
    'that is offline, %s, is said to be',
    async (address) => {
      remote = address
      expect(await refusal(sync(home))).toBe(
        `${address} cannot be reached. Nothing is lost: sync again when you are online.`,
      )
    },
  )

  it('that wants credentials is said to', async () => {
    const server = createServer((_, response) => {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    remote = `http://user@127.0.0.1:${port}/x.git`
    expect(await refusal(sync(home))).toBe(
      `http://…@127.0.0.1:${port}/x.git needs credentials that git does not have. Give git a credential helper, or ssh an agent: once "git ls-remote" of it asks nothing, sync will work.`,
    )
    remote = `http://127.0.0.1:${port}/x.git`
    expect(await refusal(sync(home))).toMatch(/needs credentials that git does not have/)
  })

  it.each([
    'http://user:secret@host/x.git',
    'https://user:pa ss secret@host/x',
    'https://user:s@/e:cret@host/x',
    'https://ghp_secret@host/x',
    'https://host/x?access_token=cret',
    'https://host/x?private_token=glpat-cret',
    'https://1cret2cret3cret4cret5cret6cret7cret8@host/x',
  ])('with a password, %s, is refused, and it is not printed', async (address) => {
    const told = 'An address with a password or a token in it is not kept.'
    expect(await refusal(says(home, ['sync', '--remote', address]))).toContain(told)
    expect(await refusal(says(home, ['config', 'set', 'sync.remote', address]))).toContain(told)
    opened(home).append({ type: 'set', key: 'sync.remote', value: address })
    expect(await says(home, ['config', 'list'])).not.toMatch(/secret|cret|ghp_/)
    expect(await refusal(says(home, ['sync']))).not.toMatch(/secret|cret|ghp_/)
  })

  it('may name a user, however long the name is', async () => {
    const address = 'https://somebody-with-a-really-long-user-name@host/x'
    expect(await says(home, ['config', 'set', 'sync.remote', address])).toContain('sync.remote')
  })

  it('that is damaged is named, and the repository of the home is left alone', async () => {
    await begin('synced')
    for (const each of readdirSync(join(remote, 'objects'), { recursive: true, withFileTypes: true })) {
      if (!each.isFile()) continue
      chmodSync(join(each.parentPath, each.name), 0o600)
      truncateSync(join(each.parentPath, each.name))
    }
    await rehearse(other, '2')
    expect(await refusal(sync(other))).toBe(
      `${remote} is damaged. Make an empty one, and give its address with --remote: everything in it is on your machines.`,
    )
    expect(existsSync(join(other, 'quarantine'))).toBe(false)
  })

  it('of another user is said not to be trusted, and one of another hash not to fit', async () => {
    await rehearse(home, '1')
    const answers =
      (err: string): GitOf =>
      (signal) => {
        const real = gitWith(variables, signal)
        return async (args, input) =>
          args.includes('ls-remote') ? { code: 128, out: Buffer.alloc(0), err } : real(args, input)
      }
    const dubious = `fatal: detected dubious ownership in repository at '${remote}'\nTo add an exception\n\nand the repository exists.\n`
    expect(await refusal(sync(home, answers(dubious)))).toContain('git config --global --add safe.directory')
    expect(
      await refusal(sync(home, answers('fatal: something new\nand the repository exists.\n'))),
    ).toContain(`git could not sync with ${remote}: fatal: something new.`)
    remote = join(folder, 'sha256.git')
    git('init', '--quiet', '--bare', '--object-format=sha256', remote)
    expect(await refusal(sync(home))).toContain('uses another hash than SHA-1 for its objects')
  })

  it('that takes nothing is said not to, and nothing is lost', async () => {
    await rehearse(home, '1')
    const hook = join(remote, 'hooks', 'pre-receive')
    mkdirSync(join(remote, 'hooks'), { recursive: true })
    writeFileSync(hook, '#!/bin/sh\necho no >&2\nexit 1\n')
    chmodSync(hook, 0o755)
    expect(await refusal(sync(home))).toBe(
      `${remote} does not accept what is sent. Make sure that it is a bare repository with space left, whose branch main you may write to; nothing is lost.`,
    )
    const { settings } = await opened(home).progress()
    expect(settings['sync.remote']).toBeUndefined()
    rmSync(hook)
    await sync(home)
    await expectInStep(home)
  })

  it('that was rewritten to an older commit gets everything again', async () => {
    await begin('synced')
    const old = tip()
    await rehearse(home, '2')
    await sync(home)
    await sync(other)
    await sync(home)
    git('--git-dir', remote, 'update-ref', 'refs/heads/main', old)
    await sync(home)
    await sync(other)
    await sync(home)
    await expectInStep(home, other)
  })

  it('that was emptied, or is another one, gets everything again', async () => {
    await begin('synced')
    rmSync(remote, { recursive: true })
    bareRepository(remote)
    expect(await sync(home)).toMatch(/sent what is new here/)
    await expectInStep(home)
    remote = bareRepository(join(folder, 'next.git'))
    await sync(home)
    await expectInStep(home)
  })
})

/** git, before whose push something happens. */
const beforePush =
  (happens: () => Promise<unknown>): GitOf =>
  (signal) => {
    const real = gitWith(variables, signal)
    return async (args, input) => {
      if (args.includes('push')) await happens()
      return real(args, input)
    }
  }

describe('a push', () => {
  it('that comes late takes in what was faster, and is tried again', async () => {
    await rehearse(home, '1')
    await rehearse(other, '2')
    let raced = false
    const racing = beforePush(async () => {
      if (raced) return
      raced = true
      await sync(other)
    })
    expect(await sync(home, racing)).toMatch(/^Up to date: received .*, sent what is new here\.\n$/)
    await sync(other)
    await expectInStep(home, other)
  })

  it('that is always late gives up, and says so', async () => {
    await rehearse(home, '1')
    await rehearse(other, '2')
    await sync(other)
    const racing = beforePush(async () => {
      const next = git('--git-dir', remote, ...by, 'commit-tree', '-m', 'x', '-p', 'main', 'main^{tree}')
      git('--git-dir', remote, 'update-ref', 'refs/heads/main', next.trim())
    })
    expect(await refusal(sync(home, racing))).toBe(`${remote} kept changing. Sync again in a moment.`)
    await sync(home)
    await sync(other)
    await expectInStep(home, other)
  })

  it('to a branch whose lock was left behind is told from a race', async () => {
    await begin('synced')
    await rehearse(home, '2')
    writeFileSync(join(remote, 'refs', 'heads', 'main.lock'), '', { mode: 0o600 })
    expect(await refusal(sync(home))).toMatch(
      /^\S+ is locked by a git that may have crashed\. If no other machine is syncing, delete/,
    )
    rmSync(join(remote, 'refs', 'heads', 'main.lock'))
    await sync(home)
    await expectInStep(home)
  })
})

describe('git', () => {
  it('that is not installed is said to be missing, and everything else works', async () => {
    const without: GitOf = (signal) => gitWith({ PATH: folder }, signal)
    expect(await refusal(sync(home, without))).toBe(
      'git is not installed, and sync works through it. Install it: https://git-scm.com/downloads.',
    )
    expect(await rehearse(home, '1')).toMatch(/Saved\./)
  })

  it('is led nowhere else by the environment or by settings', async () => {
    const elsewhere = join(folder, 'elsewhere.git')
    bareRepository(elsewhere)
    const config = join(folder, 'gitconfig')
    writeFileSync(
      config,
      '[core]\n\tautocrlf = true\n\tquotePath = true\n[init]\n\tdefaultBranch = trunk\n[commit]\n\tgpgSign = true\n[push]\n\tdefault = nothing\n\tgpgSign = true\n\tpushOption = x\n[fetch]\n\tprune = true\n[transfer]\n\tfsckObjects = true\n[user]\n\tuseConfigOnly = true\n',
    )
    const led: GitOf = (signal) =>
      gitWith(
        {
          ...variables,
          GIT_CONFIG_GLOBAL: config,
          GIT_DIR: elsewhere,
          GIT_WORK_TREE: folder,
          GIT_INDEX_FILE: join(folder, 'index'),
          GIT_OBJECT_DIRECTORY: join(elsewhere, 'objects'),
          GIT_NAMESPACE: 'x',
          GIT_CONFIG: config,
          GIT_CEILING_DIRECTORIES: folder,
        },
        signal,
      )
    await rehearse(home, '1')
    await sync(home, led)
    expect(git('--git-dir', elsewhere, 'count-objects')).toMatch(/^0 objects/)
    expect(existsSync(join(folder, 'index'))).toBe(false)
    await rehearse(other, '2')
    await sync(other, led)
    await sync(home, led)
    await sync(other, led)
    await expectInStep(home, other)
  })

  it('of the user, in the home, is left alone, even where this git cannot read it', async () => {
    await rehearse(home, '1')
    git('init', '--quiet', home)
    git('-C', home, 'config', 'core.repositoryFormatVersion', '1')
    git('-C', home, 'config', 'extensions.refStorage', 'reftable')
    const own = readdirSync(join(home, '.git'))
    expect(await refusal(sync(home))).toContain('is a git repository of your own.')
    expect(readdirSync(join(home, '.git'))).toEqual(own)
  })

  it.each<[string, GitOf]>([
    ['does nothing', () => async () => ({ code: 1, out: Buffer.alloc(0), err: '' })],
    ['is another program', () => async () => ({ code: 127, out: Buffer.alloc(0), err: 'sh: not found' })],
  ])('that %s is no reason to set a repository aside', async (_, broken) => {
    await begin('synced')
    expect(await refusal(sync(home, broken))).toContain(remote)
    expect(existsSync(join(home, 'quarantine'))).toBe(false)
    expect(existsSync(join(home, '.git'))).toBe(true)
  })

  it('that is killed is no reason either', async () => {
    await begin('synced')
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'git'), '#!/bin/sh\nkill -9 $$\n', { mode: 0o755 })
    const killed: GitOf = (signal) => gitWith({ ...variables, PATH: `${bin}:${process.env.PATH}` }, signal)
    expect(await refusal(sync(home, killed))).toMatch(/^git was ended by SIGKILL\./)
    chmodSync(join(bin, 'git'), 0o644)
    const closed: GitOf = (signal) => gitWith({ ...variables, PATH: bin }, signal)
    expect(await refusal(sync(home, closed))).toMatch(/^git could not be started: /)
    expect(existsSync(join(home, 'quarantine'))).toBe(false)
  })

  it('of the user, in the home, is left alone', async () => {
    await rehearse(home, '1')
    git('init', '--quiet', home)
    const before = readdirSync(join(home, '.git'))
    expect(await refusal(sync(home))).toBe(
      `${home} is a git repository of your own. Move its folder .git away, or sync another folder, chosen with --home.`,
    )
    expect(readdirSync(join(home, '.git'))).toEqual(before)
  })
})

describe('the repository of a home', () => {
  const inGit = (...path: string[]): string => join(home, '.git', ...path)
  const filesIn = (path: string): string[] =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))

  it.each<[string, () => void]>([
    ['has no head', () => rmSync(inGit('HEAD'))],
    ['has garbage in its config', () => writeFileSync(inGit('config'), '[core\n\0\0')],
    ['has an empty config', () => writeFileSync(inGit('config'), '')],
    [
      'has half of each object',
      () => {
        for (const file of filesIn(inGit('objects'))) {
          chmodSync(file, 0o600)
          truncateSync(file, readFileSync(file).length >> 1)
        }
      },
    ],
    [
      'has empty objects',
      () => {
        for (const file of filesIn(inGit('objects'))) {
          chmodSync(file, 0o600)
          truncateSync(file, 0)
        }
      },
    ],
    ['has no objects', () => rmSync(inGit('objects'), { recursive: true })],
    ['has a lock of its index', () => writeFileSync(inGit('index.lock'), '', { mode: 0o600 })],
    [
      'has a lock of its branch',
      () => writeFileSync(inGit('refs', 'heads', 'main.lock'), '', { mode: 0o600 }),
    ],
    [
      'has a lock of what it fetched',
      () => {
        mkdirSync(inGit('refs', 'remotes', 'origin'), { recursive: true, mode: 0o700 })
        writeFileSync(inGit('refs', 'remotes', 'origin', 'main.lock'), '', { mode: 0o600 })
      },
    ],
    ['has a lock of its config', () => writeFileSync(inGit('config.lock'), '', { mode: 0o600 })],
    [
      'has a lock of its packed branches',
      () => writeFileSync(inGit('packed-refs.lock'), '', { mode: 0o600 }),
    ],
    [
      'has garbage for a branch',
      () => writeFileSync(inGit('refs', 'heads', 'main'), 'garbage\n', { mode: 0o600 }),
    ],
    [
      'has garbage for what it fetched',
      () => {
        mkdirSync(inGit('refs', 'remotes', 'origin'), { recursive: true, mode: 0o700 })
        writeFileSync(inGit('refs', 'remotes', 'origin', 'main'), 'garbage\n', { mode: 0o600 })
      },
    ],
    [
      'lost a tree of what it fetched',
      () => {
        const tree = git('--git-dir', remote, 'rev-parse', 'main^{tree}').trim()
        git('--git-dir', inGit(), 'fetch', '--quiet', '--no-write-fetch-head', remote, 'main')
        rmSync(inGit('objects', tree.slice(0, 2), tree.slice(2)))
      },
    ],
    [
      'names its objects by another hash',
      () => {
        rmSync(inGit(), { recursive: true })
        git('init', '--quiet', '--bare', '--shared=0600', '--template=', '--object-format=sha256', inGit())
        git('--git-dir', inGit(), 'config', 'greenroom.version', '1')
      },
    ],
    ['has garbage for an index', () => writeFileSync(inGit('index'), 'garbage\n', { mode: 0o600 })],
    [
      'is an empty folder',
      () => {
        rmSync(inGit(), { recursive: true })
        mkdirSync(inGit())
      },
    ],
    [
      'is an empty file',
      () => {
        rmSync(inGit(), { recursive: true })
        writeFileSync(inGit(), '')
      },
    ],
    ['is gone', () => rmSync(inGit(), { recursive: true })],
  ])('that %s is repaired or replaced', async (_, breakIt) => {
    await begin('apart')
    breakIt()
    expect(await sync(home)).toMatch(/Up to date: received .*, sent what is new here\.\n$/)
    expect(lostOf(written, linesOf(home))).toEqual([])
    expect(lostOf(written, linesIn(remote))).toEqual([])
    expect(await sync(home)).toBe('Already up to date.\n')
    expect(openIn(home)).toEqual([])
  })
})

it('a repository of a newer greenroom is left alone', async () => {
  await begin('synced')
  git('-C', home, 'config', 'greenroom.version', '2')
  expect(await refusal(sync(home))).toBe(
    'The git repository of your data was made by a newer greenroom. Upgrade this one, then sync: nothing is lost.',
  )
})

describe('a home that was copied', () => {
  const idIn = (where: string): unknown => readJson(where, 'device').id

  it.each([
    ['', () => {}],
    [', unnoticed', () => settle(other)],
  ])('with its id%s loses nothing, and gets an id of its own', async (_, unnoticed) => {
    await begin('synced')
    cpSync(home, other, { recursive: true, preserveTimestamps: true })
    unnoticed()
    await rehearse(home, '2')
    await rehearse(other, '3')
    await sync(home)
    await sync(other)
    await rehearse(home, '4')
    await rehearse(other, '5')
    await sync(other)
    await sync(home)
    await sync(other)
    await expectInStep(home, other)
    expect(idIn(other)).not.toBe(idIn(home))
  })

  it('says that it goes on under a new id, and takes no journal for cut off', async () => {
    await begin('synced')
    cpSync(home, other, { recursive: true, preserveTimestamps: true })
    settle(other)
    await says(other, ['undo'])
    await rehearse(home, '2')
    await sync(other)
    writeFileSync(join(home, 'today.json'), '')
    expect(await sync(home)).toBe(
      'Another copy of your data has the same device id, so this one now has a new one.\nUp to date: received 1 other entry, sent what is new here.\n',
    )
    expect(await says(home, ['stats'])).not.toContain('quarantine')
    // the sizes of the journals would no longer tell whether it is of them
    expect(existsSync(join(home, 'today.json'))).toBe(false)
  })

  it('and put back, as from an old image of the machine, loses nothing', async () => {
    await begin('synced')
    const image = join(folder, 'image')
    cpSync(home, image, { recursive: true, preserveTimestamps: true })
    await rehearse(home, '2')
    await sync(home)
    rmSync(home, { recursive: true })
    renameSync(image, home)
    settle(home)
    await rehearse(home, '3')
    await sync(home)
    await expectInStep(home)
  })

  it('keeps what a process appends that still has the old id', async () => {
    await begin('synced')
    cpSync(home, other, { recursive: true, preserveTimestamps: true })
    settle(other)
    await rehearse(home, '2')
    await rehearse(other, '3')
    await sync(home)
    const journal = join(other, journalOf(opened(other)))
    const late = 'late'
    await sync(
      other,
      beforePush(async () => appendFileSync(journal, lineOf(anAttempt(), late))),
    )
    await sync(other)
    await sync(home)
    await sync(other)
    expect(idsOf(linesOf(home))).toContain(late)
    await expectInStep(home, other)
  })
})

describe('sync.auto', () => {
  it('syncs at the end of a rehearsal', async () => {
    await sync(home)
    await says(home, ['config', 'set', 'sync.auto', 'true'])
    expect(await rehearse(home, '1')).not.toMatch(/Not synced/)
    expect(lostOf(written, linesIn(remote))).toEqual([])
  })

  it.each<[string, () => unknown]>([
    ['cannot be reached', () => renameSync(remote, `${remote}.away`)],
    [
      'is offline',
      async () => {
        remote = 'git://127.0.0.1:1/x'
        await says(home, ['config', 'set', 'sync.remote', remote])
      },
    ],
    [
      'takes nothing',
      () => {
        writeFileSync(join(remote, 'hooks', 'pre-receive'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
      },
    ],
    ['has other things in it', () => commit({ 'README.md': 'hello' })],
  ])('never fails a rehearsal where the remote %s, and says so in a line', async (_, happens) => {
    await sync(home)
    await says(home, ['config', 'set', 'sync.auto', 'true'])
    await happens()
    const said = await rehearse(home, '1')
    expect(said.match(/^Not synced\. .*\.$/gm)).toHaveLength(1)
    expect(lostOf(written, linesOf(home))).toEqual([])
  })

  it('lets go of a remote that never answers', async () => {
    const server = createNetServer((socket) => void onTestFinished(() => void socket.destroy()))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const address = `git://127.0.0.1:${(server.address() as AddressInfo).port}/x`
    await says(home, ['config', 'set', 'sync.remote', address])
    await says(home, ['config', 'set', 'sync.auto', 'true'])
    const ended = await runBeside(['drill', '1'], { home }, '\n\n3\n1\n\nSlower.\n')
    expect(ended).toMatchObject({ code: 0, err: `Not synced. ${address} did not answer in time.\n` })
    expect(ended.out).toContain('Saved.')
  })
})

it.skipIf(process.platform === 'win32')('stops a git that does not want to', async () => {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  // it says that it has begun, and then waits for ever
  const script = `trap "" TERM\n: > '${join(bin, 'begun')}'\nexec tail -f /dev/null`
  writeFileSync(join(bin, 'git'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const controller = new AbortController()
  const watcher = watch(bin, (_, name) => name === 'begun' && controller.abort())
  onTestFinished(() => watcher.close())
  const deaf: GitOf = () => gitWith({ ...variables, PATH: `${bin}:${process.env.PATH}` }, controller.signal)
  await rehearse(home, '1')
  expect(await refusal(sync(home, deaf))).toContain('Nothing is lost: sync again')
})

it('takes no journal from a remote that has more lines than anybody writes', async () => {
  await rehearse(home, '1')
  commit({ 'attempts/theirs.jsonl': 'x\n'.repeat(1_000_001) })
  expect(await refusal(sync(home))).toBe(
    `${remote} has a journal that is larger than greenroom writes. Make an empty repository, and give its address with --remote: everything of yours is on your machines.`,
  )
  expect(readdirSync(join(home, 'attempts'))).toHaveLength(1)
})

it('takes no journal from a remote with a line that is longer than any that comes in', async () => {
  await rehearse(home, '1')
  commit({ 'attempts/theirs.jsonl': `x\n${'y'.repeat(65 * 1024 ** 2)}\n` })
  expect(await refusal(sync(home))).toContain('has a journal that is larger than greenroom writes.')
})

it('takes no journals from a remote with which those here could not be read any more', async () => {
  await rehearse(home, '1')
  commit({ 'attempts/a.jsonl': 'x\n'.repeat(600_000), 'attempts/b.jsonl': 'y\n'.repeat(600_000) })
  expect(await refusal(sync(home))).toContain(`${remote} has more in its journals than greenroom writes.`)
  await rehearse(home, '2')
})

describe.skipIf(process.platform === 'win32')('a pipe in the repository of the home', () => {
  it.each(['HEAD', 'config', 'index', 'refs/heads/main', 'packed-refs'])(
    'in the place of %s keeps nobody waiting: it starts again with a new one',
    async (name) => {
      await begin('synced')
      const path = join(home, '.git', name)
      rmSync(path, { force: true })
      spawnSync('sh', ['-c', 'mkfifo -m 600 "$0"', path])
      await rehearse(home, '2')
      const real: GitOf = (signal) => gitWith(variables, signal, join(home, '.git'))
      expect(await sync(home, real)).toMatch(/^The git repository of your data was broken and was moved to/)
      await expectInStep(home)
    },
  )

  it('of the user’s own leaves that as it is', async () => {
    await rehearse(home, '1')
    git('init', '--quiet', home)
    rmSync(join(home, '.git', 'HEAD'))
    spawnSync('sh', ['-c', 'mkfifo "$0"', join(home, '.git', 'HEAD')])
    expect(await refusal(sync(home))).toContain('is a git repository of your own.')
    expect(existsSync(join(home, '.git', 'HEAD'))).toBe(true)
    expect(existsSync(join(home, 'quarantine'))).toBe(false)
  })
})

describe('a restore during a sync', () => {
  it.each([
    ['', 'hash-object'],
    ['', 'push'],
    ['--replace', 'hash-object'],
    ['--replace', 'fetch'],
    ['--replace', 'push'],
  ])('%s before %s loses nothing, and breaks no repository', async (flag, step) => {
    await begin('synced')
    await rehearse(other, '3')
    const backup = join(folder, 'other.backup')
    await says(other, ['backup', backup])
    await sync(other)
    let isDone = false
    const meddling: GitOf = (signal) => {
      const real = gitWith(variables, signal)
      return async (args, input) => {
        if (args.includes(step) && !isDone) {
          isDone = true
          await says(home, ['restore', backup, ...(flag === '' ? [] : [flag])])
        }
        return real(args, input)
      }
    }
    await rehearse(home, '2')
    const said = await sync(home, meddling).catch((error) => {
      expect(error).toBeInstanceOf(UserError)
      return ''
    })
    expect(isDone).toBe(true)
    expect(said).not.toContain('was broken')
    for (const where of [home, other, home]) await sync(where)
    const aside = readdirSync(join(home, 'backups'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => readFileSync(join(home, 'backups', name), 'utf8'))
    const ids = idsOf(linesOf(home)).join() + aside.join()
    for (const id of written.keys()) expect(ids).toContain(id)
    expect(openIn(home)).toEqual([])
  })
})

it.skipIf(process.platform === 'win32')('ends what git has started along with it', async () => {
  const controller = new AbortController()
  let hangUp = (): void => {}
  const hungUp = new Promise<void>((done) => {
    hangUp = done
  })
  // git-remote-http is the one that calls, and waits for an answer for ever
  const server = createNetServer((socket) => {
    socket.on('error', () => {}).on('close', hangUp)
    socket.resume()
    controller.abort()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  remote = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.git`
  await rehearse(home, '1')
  const slow: GitOf = () => gitWith(variables, controller.signal)
  expect(await refusal(sync(home, slow))).toContain('did not answer in time')
  await hungUp
})

it.skipIf(process.platform === 'win32')(
  'ends what its git has started where that hears no signal',
  async () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const child = `trap "" TERM\necho $$ > '${join(bin, 'child')}'\n: > '${join(bin, 'begun')}'\nexec tail -f /dev/null`
    writeFileSync(join(bin, 'child.sh'), child)
    writeFileSync(join(bin, 'git'), `#!/bin/sh\nsh '${join(bin, 'child.sh')}' >/dev/null 2>&1 &\nwait\n`, {
      mode: 0o755,
    })
    const controller = new AbortController()
    const watcher = watch(bin, (_, name) => name === 'begun' && controller.abort())
    onTestFinished(() => watcher.close())
    const slow: GitOf = () => gitWith({ ...variables, PATH: `${bin}:${process.env.PATH}` }, controller.signal)
    await rehearse(home, '1')
    expect(await refusal(sync(home, slow))).toContain('Nothing is lost: sync again')
    const pid = readFileSync(join(bin, 'child'), 'utf8').trim()
    // nobody may have collected it yet
    expect(spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout.trim()).toMatch(
      /^(Z.*)?$/,
    )
  },
)

it('runs git by its full path, and none that lies in the folder of the moment', async () => {
  const strange = join(folder, 'strange')
  mkdirSync(strange)
  const file = join(strange, process.platform === 'win32' ? 'git.exe' : 'git')
  if (process.platform === 'win32') copyFileSync(process.execPath, file)
  else writeFileSync(file, `#!/bin/sh\n: > '${join(strange, 'run')}'\n`, { mode: 0o755 })
  await rehearse(home, '1')
  const script = resolve('bin/greenroom.js')
  const found = process.env.PATH ?? ''
  const env = { ...process.env, ...variables, PATH: ['.', '', found].join(delimiter) }
  for (const args of [['sync', '--remote', remote], ['doctor']]) {
    const ended = spawnSync(process.execPath, [script, ...args, '--home', home], { cwd: strange, env })
    expect(String(ended.stderr)).not.toContain('git is not installed')
  }
  expect(existsSync(join(strange, 'run'))).toBe(false)
  expect(linesIn(remote).length).toBeGreaterThan(0)
})

it('stops when the time is up, and loses nothing', async () => {
  await rehearse(home, '1')
  const stopped: GitOf = () => gitWith(variables, AbortSignal.abort())
  expect(await refusal(sync(home, stopped))).toBe(
    'There was not enough time to finish. Nothing is lost: sync again.',
  )
  await sync(home)
  await expectInStep(home)
  expect(worldOf({ home }).said()).toBe('')
})
