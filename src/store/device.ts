import { hostname } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../ports.ts'
import { isObject } from '../text/safe-json.ts'
import { codeOf, type Files, moveToFreeName, replaceBy, succeeds, writeNewFile } from './files.ts'
import { type DataFolder, jsonOf, statusOf } from './folder.ts'
import { readOrQuarantine } from './quarantine.ts'

/** `inode` and `born` are those of the home: they tell a folder that was copied, id and all. `host` is for people. */
interface Device {
  v: number
  id: string
  host: string
  inode: number
  born: number
}

const file = 'device'

/** This device's id, null while it has none. */
export function readDevice(home: DataFolder): string | null {
  const device = storedDevice(home)
  return device && !isCopied(device, home) ? device.id : null
}

/** The device in the file, which may be that of the folder this one was copied from; null if there is none. */
export function storedDevice(home: DataFolder): Device | null {
  return readOrQuarantine(home, file, 'This copy of your data continues under a new device id.', deviceIn)
}

function deviceIn(bytes: Buffer): Device | null {
  const value = jsonOf(bytes)
  if (!isObject(value) || typeof value.v !== 'number' || typeof value.id !== 'string') return null
  // the id becomes the name of a file
  return /^[\w-]{1,64}$/.test(value.id) ? (value as unknown as Device) : null
}

/** Both must differ: some file systems renumber their folders at each start, others do not know when they were made. */
export function isCopied({ inode, born }: Device, home: DataFolder): boolean {
  const here = fingerprint(home)
  return here.inode !== inode && here.born !== born
}

function fingerprint(home: DataFolder): Pick<Device, 'inode' | 'born'> {
  const status = statusOf(home.path)
  return { inode: status?.ino ?? 0, born: status?.birthtimeMs ?? 0 }
}

/** This device's id, created if it has none; two processes that do so at once get the same one. */
export function ensureDevice(home: DataFolder): string {
  const stored = storedDevice(home)
  // the folder that this one was copied from keeps its id
  if (stored) return isCopied(stored, home) ? renewDevice(home) : stored.id
  try {
    return makeDevice(home, moveToFreeName)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    const winner = readDevice(home)
    if (winner !== null) return winner
    throw new UserError(
      `Nothing can be saved in ${home.path}: its file "device" cannot be read.`,
      'Move it away, or choose another folder with --home.',
    )
  }
}

/** Replaces the id of this copy of the data with a new one. */
export function renewDevice(home: DataFolder): string {
  return makeDevice(home, replaceBy)
}

function makeDevice(home: DataFolder, place: (files: Files, from: string, to: string) => void): string {
  const device: Device = { v: 1, id: home.uuid(), host: hostname(), ...fingerprint(home) }
  const draft = join(home.path, `.device-${home.uuid()}`)
  writeNewFile(home.files, draft, `${JSON.stringify(device)}\n`, 0o600)
  try {
    place(home.files, draft, join(home.path, file))
    return device.id
  } catch (error) {
    succeeds(() => home.files.remove(draft))
    throw error
  }
}
