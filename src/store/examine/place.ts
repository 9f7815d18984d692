import { accessSync, constants, lstatSync, type Stats, statfsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import type { BackupFacts, DeviceFacts, Permissions, Place } from '../../doctor/examination.ts'
import { automaticBackups, expectPossible } from '../backup/backups.ts'
import { isCopied, storedDevice } from '../device.ts'
import { succeeds } from '../files.ts'
import { type DataFolder, isOwn, namesIn, ownPaths, statusOf } from '../folder.ts'
import { readOnly } from './read-only.ts'

/** The path itself, or the nearest folder above it that exists. */
function nearestPlace(path: string): string {
  let place = path
  while (lstatSync(place, { throwIfNoEntry: false }) === undefined && dirname(place) !== place) {
    place = dirname(place)
  }
  return place
}

/** What there is at the path of the home, and whether it can be read and written. */
export function placeOf(path: string): Place {
  const status = statusOf(path)
  const { R_OK, W_OK, X_OK } = constants
  const place = nearestPlace(path)
  const readable = succeeds(() => accessSync(place, R_OK | X_OK))
  const writable = succeeds(() => accessSync(place, W_OK | X_OK))
  return { kind: status === null ? 'none' : status.isDirectory() ? 'folder' : 'file', readable, writable }
}

/** The free space on the disk of the home. */
export function diskOf(path: string): { freeBytes: number } {
  const { bavail, bsize } = statfsSync(nearestPlace(path))
  return { freeBytes: bavail * bsize }
}

/** What is open to other users, belongs to them, or is closed to this one. */
export function permissionsOf(path: string): Permissions {
  const user = userId()
  const supported = user !== -1
  const found: Permissions = { supported, openToOthers: [], ownedByOthers: [], inaccessible: [] }
  if (!supported || statusOf(path) === null) return found
  for (const name of [...(isOwn(path) ? ['.'] : []), ...ownPaths(path)]) {
    const status = statusIn(path, name)
    if (!status || status.isSymbolicLink()) continue
    const isForeign = user !== null && user !== 0 && status.uid !== user
    if (isForeign) found.ownedByOthers.push(name)
    else if (status.mode & 0o077) found.openToOthers.push(name)
    const isUsed = status.isDirectory() || !/^(backups|quarantine)\//.test(name)
    const { R_OK, W_OK, X_OK } = constants
    const needed = status.isDirectory() ? R_OK | W_OK | X_OK : R_OK | W_OK
    if (isUsed && !isForeign && !succeeds(() => accessSync(join(path, name), needed))) {
      found.inaccessible.push(name)
    }
  }
  return found
}

/** Null where there is nothing, or where its folder is closed to us. */
function statusIn(home: string, name: string): Stats | null {
  try {
    return lstatSync(join(home, name), { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}

/** -1 on Windows, null where it is unknown. */
function userId(): number | null {
  try {
    return userInfo().uid
  } catch {
    return null
  }
}

const dayMs = 86_400_000

/** How many automatic backups there are, and how old the newest is; throws where none could be made. */
export function backupsOf(home: DataFolder): BackupFacts {
  expectPossible(home)
  const all = automaticBackups(home)
  const newest = all.at(-1)
  const now = home.now().getTime()
  return {
    count: all.length,
    newest: newest === undefined ? null : `backups/${newest.name}`,
    ageDays: newest === undefined ? null : Math.max(0, Math.floor((now - newest.madeAt) / dayMs)),
    inFuture: all.filter(({ madeAt }) => madeAt > now).length,
    quarantined: namesIn(join(home.path, 'quarantine')).length,
  }
}

/** Whether the id of the device is this folder’s own. */
export function deviceOf(home: DataFolder): DeviceFacts {
  const quiet = readOnly(home)
  const device = storedDevice(quiet)
  if (device === null)
    return { state: quiet.unmovable.size > 0 ? 'unreadable' : 'none', id: null, host: null }
  const host = typeof device.host === 'string' ? device.host : null
  return { state: isCopied(device, home) ? 'copied' : 'own', id: device.id, host }
}

/** The names, by folder, of what greenroom and conf write before they move it into place. */
const drafts: Record<string, RegExp> = {
  '': /^(\.(device|git)-[0-9a-f-]{36}$|(config|progress)\.json\.tmp-)/,
  'attempts/': /^\.draft-/,
  'banks/': /^\..*-[0-9a-f-]{36}$/,
  'backups/': /^\./,
}

const hourMs = 3_600_000

/** Drafts that a crash left behind; a recent one may be in use. */
export function leftoversIn(home: DataFolder): string[] {
  const anHourAgo = home.now().getTime() - hourMs
  return Object.entries(drafts).flatMap(([folder, isDraft]) =>
    namesIn(join(home.path, folder))
      .filter((name) => isDraft.test(name))
      .map((name) => folder + name)
      .filter((file) => {
        const status = lstatSync(join(home.path, file), { throwIfNoEntry: false })
        return status !== undefined && !status.isSymbolicLink() && status.mtimeMs < anHourAgo
      }),
  )
}
