import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { attempt, codeOf, type Files } from './files.ts'
import { refusal } from './refusal.ts'

/** The user's folder, with what its keepers need of the world. */
export interface Home {
  path: string
  files: Files
  now(): Date
  uuid(): string
  /** Sentences for the user: what was mended, what was left out. */
  notices: string[]
}

/** Puts a sentence among the notices, once. */
export function notice(home: Home, sentence: string): void {
  if (!home.notices.includes(sentence)) home.notices.push(sentence)
}

/** `GREENROOM_HOME`, else where `conf` would put it: `~/.config/greenroom` on Linux. */
export function homeFolder(variables: Record<string, string | undefined>): string {
  return resolve(variables.GREENROOM_HOME || envPaths('greenroom', { suffix: '' }).config)
}

/** Makes the folders, and closes to others what is open to them. */
export function prepareHome(home: Home): void {
  try {
    home.files.makeFolder(home.path, 0o700)
    home.files.makeFolder(join(home.path, 'attempts'), 0o700)
  } catch (error) {
    throw refusal(`Nothing can be saved in ${home.path}`, error)
  }
  protect(home, home.path, 0o700)
  for (const folder of ['attempts', 'banks', 'backups', 'quarantine']) {
    const path = join(home.path, folder)
    protect(home, path, 0o700)
    for (const name of namesIn(path)) protect(home, join(path, name), 0o600)
  }
  for (const name of ['device', 'config.json', 'progress.json']) protect(home, join(home.path, name), 0o600)
}

function protect(home: Home, path: string, mode: number): void {
  const status = statSync(path, { throwIfNoEntry: false })
  // Somebody else's file stays as its owner wants it.
  if (status && status.mode & 0o077) attempt(() => home.files.protect(path, mode))
}

/** What is in a folder; nothing if there is none, or none that can be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(codeOf(error))) return []
    throw refusal(`${folder} cannot be read`, error)
  }
}

/** The bytes of a file, null if there is none. */
export function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
    throw refusal(`${path} cannot be read`, error)
  }
}
