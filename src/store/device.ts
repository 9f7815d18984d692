import { statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { attempt, codeOf, moveToFreeName, writeNewFile } from './files.ts'
import type { Home } from './home.ts'
import { readObject } from './quarantine.ts'

/** `host` and `inode`, of the home, betray a folder that was copied together with its id. */
interface Device {
  v: number
  id: string
  host: string
  inode: number
}

/** This device's id, null while it has none. */
export function readDevice(home: Home): string | null {
  const remedy = 'This copy of your data goes on under a new name.'
  return readObject<Device>(home, 'device', remedy, isDevice)?.id ?? null
}

function isDevice(value: Record<string, unknown>): boolean {
  // The id is the name of a file.
  return typeof value.v === 'number' && typeof value.id === 'string' && /^[\w-]{1,64}$/.test(value.id)
}

/** This device's id, made if it has none; of two processes that make one at once, both get the same. */
export function ensureDevice(home: Home): string {
  const known = readDevice(home)
  if (known !== null) return known
  const id = home.uuid()
  const device: Device = { v: 1, id, host: hostname(), inode: statSync(home.path).ino }
  const draft = join(home.path, `.device-${id}`)
  writeNewFile(home.files, draft, `${JSON.stringify(device)}\n`, 0o600)
  try {
    moveToFreeName(home.files, draft, join(home.path, 'device'))
    return id
  } catch (error) {
    attempt(() => home.files.remove(draft))
    const winner = codeOf(error) === 'EEXIST' ? readDevice(home) : null
    if (winner === null) throw error
    return winner
  }
}
