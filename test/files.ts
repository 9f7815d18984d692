import { mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Line } from '../src/progress/journal.ts'

/** A new, empty folder; it goes with all others when the tests are over. */
export const newFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'greenroom-')))

/** A file with this text in a new folder. */
export function fileWith(text: string | Uint8Array, name = 'bank.md'): string {
  const path = join(newFolder(), name)
  writeFileSync(path, text)
  return path
}

/** The journal of a home as it stands on the disk, line by line. */
export function journal(home: string): Line[] {
  const folder = join(home, 'attempts')
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Line => JSON.parse(line)),
  )
}
