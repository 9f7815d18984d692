import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Line, MergedLine } from '../progress/journal.ts'
import { merge } from '../progress/merge.ts'
import { readJournal, writeLine } from '../progress/read.ts'
import { attempt, type Files } from './files.ts'
import { type Home, namesIn, readBytes, statusOf, textOf } from './home.ts'
import { refusal } from './refusal.ts'

const suffix = '.jsonl'

function journalPath(home: Home, device: string): string {
  return join(home.path, 'attempts', `${device}${suffix}`)
}

function devicesIn(home: Home): string[] {
  return namesIn(join(home.path, 'attempts'))
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
}

/** Makes this device's journal if there is none, and shows that it can be written. */
export function openJournal(home: Home, device: string): void {
  const path = journalPath(home, device)
  const isNew = !existsSync(path)
  home.files.close(home.files.open(path, 'a', 0o600))
  if (!isNew) return
  for (const folder of [dirname(path), home.path, dirname(home.path)])
    attempt(() => home.files.syncFolder(folder))
}

/** Returns once the line is on the disk, in one piece; what a crash or a full disk tore before it stays apart. */
export function appendLine(home: Home, device: string, line: Line): void {
  const { files } = home
  const path = journalPath(home, device)
  const bytes = Buffer.from(writeLine(line))
  try {
    const file = files.open(path, 'a', 0o600)
    try {
      writeOnePiece(files, file, bytes)
      files.sync(file)
    } finally {
      attempt(() => files.close(file))
    }
  } catch (error) {
    throw refusal(`This could not be saved in ${path}`, error)
  }
}

/** Another process may write between two writes, so the rest of a short one cannot just follow it. */
function writeOnePiece(files: Files, file: number, bytes: Uint8Array): void {
  for (let tries = 0; tries < 3; tries++) {
    if (files.write(file, bytes) === bytes.length) return
  }
  throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
}

/** The bytes of each journal, by device. */
export function journalSizes(home: Home): Record<string, number> {
  return Object.fromEntries(
    devicesIn(home).map((device) => [device, statusOf(journalPath(home, device))?.size ?? 0]),
  )
}

/** The lines of all journals, merged, how many of a newer version were left out, and how many bytes of each were read. */
export function readJournals(home: Home): {
  lines: MergedLine[]
  newer: number
  sizes: Record<string, number>
} {
  const journals = devicesIn(home).map((device) => {
    const bytes = readBytes(journalPath(home, device)) ?? Buffer.alloc(0)
    const { lines, newer } = readJournal(textOf(bytes))
    // Nobody else has these lines yet, and to copy one takes as long as to read it.
    for (const line of lines) Object.assign(line, { device })
    return { device, size: bytes.length, lines, newer }
  })
  const sizes = Object.fromEntries(journals.map(({ device, size }) => [device, size]))
  return { lines: merge(journals), newer: journals.reduce((sum, { newer }) => sum + newer, 0), sizes }
}
