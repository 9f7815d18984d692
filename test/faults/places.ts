import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import type { MergedLine } from '../../src/progress/journal.ts'
import { merge } from '../../src/progress/merge.ts'
import { readJournal } from '../../src/progress/read.ts'
import { unpack } from '../../src/store/backup/archive.ts'
import { variables } from './disk.ts'

/** Runs git as a user does, with nothing of the machine's settings. */
export function git(...args: string[]): string {
  return execFileSync('git', args, { env: variables, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A remote as a user makes one. */
export function bareRepository(path: string): string {
  git('init', '--quiet', '--bare', '--template=', '--initial-branch=main', path)
  mkdirSync(join(path, 'hooks'))
  return path
}

/** What the journals on the main branch of a remote amount to. */
export function linesIn(remote: string): MergedLine[] {
  const found = git('--git-dir', remote, 'grep', '--no-color', '^{', 'main', '--', 'attempts').split('\n')
  const journals = new Map<string, string>()
  for (const [, device = '', line = ''] of found.map(
    (each) => /^main:attempts\/(.*?)\.jsonl:(.*)$/.exec(each) ?? [],
  ))
    journals.set(device, `${journals.get(device) ?? ''}${line}\n`)
  return merge([...journals].map(([device, text]) => ({ device, lines: readJournal(text).lines })))
}

/** Puts a folder in the place of another, with homes in it that go on as if they had been moved. */
export function putInPlace(from: string, to: string, homes: readonly string[] = ['home']): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true, preserveTimestamps: true })
  for (const home of homes) settle(join(to, home))
}

/** Makes a copied home believe that it is the one it was copied from. */
export function settle(home: string): void {
  const file = join(home, 'device')
  const { ino: inode, birthtimeMs: born } = statSync(home)
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), inode, born }))
}

const everythingIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((each) =>
    join(each.parentPath, each.name),
  )

/** Closes nothing: how an early version, or a user, left the permissions. */
export function openToAll(home: string): void {
  for (const path of [home, ...everythingIn(home)])
    chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644)
}

/** Objects of git may only be read, and what a git that was killed leaves of them is open, in folders that are closed. */
const objectModes = [0o400, 0o444, 0o600]

/** What others than the user may look at; Windows has no such permissions. */
export function openIn(home: string): string[] {
  if (process.platform === 'win32') return []
  return [home, ...everythingIn(home)].flatMap((path) => {
    const status = lstatSync(path)
    const mode = status.mode & 0o7777
    const wanted = status.isDirectory()
      ? [0o700]
      : /\/\.git[^/]*\/objects\//.test(path)
        ? objectModes
        : [0o600]
    return wanted.includes(mode) ? [] : [`${mode.toString(8)} ${relative(home, path)}`]
  })
}

/** Files that cannot be read to their end; drafts, whose names begin with a dot, are none of anybody's. */
export function halvesIn(home: string): string[] {
  const files = everythingIn(home).map((path) => relative(home, path))
  return files.filter(
    (path) => !/(^|\/)\./.test(path) && !isWhole(path, readFileSyncOrNull(join(home, path))),
  )
}

function readFileSyncOrNull(path: string): Buffer | null {
  return lstatSync(path).isFile() ? readFileSync(path) : null
}

function isWhole(path: string, bytes: Buffer | null): boolean {
  if (bytes === null) return true
  if (path.endsWith('.backup')) return Array.isArray(unpack(bytes))
  // what an early version or a full disk left is kept as it is
  if (path.startsWith('quarantine/') || !(path.endsWith('.json') || path.endsWith('device'))) return true
  try {
    JSON.parse(bytes.toString())
    return true
  } catch {
    return false
  }
}

/** The journal lines of a home that nobody can read. */
export function tornIn(home: string): number {
  return readdirSync(join(home, 'attempts'))
    .filter((name) => name.endsWith('.jsonl') && !name.startsWith('.'))
    .flatMap((name) => readFileSync(join(home, 'attempts', name), 'utf8').split('\n'))
    .filter((line) => line !== '' && !(line.startsWith('{"') && line.endsWith('}'))).length
}
