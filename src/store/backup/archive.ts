import { constants } from 'node:buffer'
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { UserError } from '../../ports.ts'
import { unescapedName, uniqueNames } from '../../text/file-names.ts'
import { mostFilesInBackup, mostInBackup, mostLines } from '../../text/limits.ts'
import { countLines } from '../count-lines.ts'
import { codeOf, withCode } from '../files.ts'

/** A file of the home: its path, with `/`, and its bytes. */
export interface ArchiveEntry {
  path: string
  bytes: Uint8Array
}

const version = 1
const header = /^greenroom-backup ([1-9]\d*) sha256 ([0-9a-f]{64})$/
/** How much more than its own size a backup may hold, past a size that is no burden: what greenroom writes, up to 50 times. */
const mostGrowth = 100
const noBurden = 4 * 1024 ** 2
/** The most bytes of its files: the rest is for the lines that have their paths. */
export const maxBytes = mostInBackup - 1024 ** 2

export const sizeOf = (entries: readonly ArchiveEntry[]): number =>
  entries.reduce((sum, { bytes }) => sum + bytes.length, 0)

/** Throws for more than a backup can hold. */
export function expectRoom(entries: readonly ArchiveEntry[]): void {
  if (linesIn(entries) > mostLines) {
    throw new UserError(
      `Your journals have more than the ${mostLines.toLocaleString('en')} lines that a backup can hold.`,
      'Nobody answers so often: see with doctor which file it is, and move it out of the folder.',
    )
  }
  if (entries.length > mostFilesInBackup) {
    throw new UserError(
      `Your data has more than the ${mostFilesInBackup.toLocaleString('en')} files that a backup can hold.`,
      'Move what greenroom did not write out of the folder; config path shows where it is.',
    )
  }
  if (sizeOf(entries) <= maxBytes) return
  throw new UserError(
    'Your journals and banks are larger than the 1 GB that a backup can hold.',
    'Copy the whole folder elsewhere from time to time; config path shows where it is.',
  )
}

/**
 * Many files as one. The first line names the format, its version and the checksum of the rest, which is gzip: for each file
 * a line of JSON, `{"path", "bytes"}`, its bytes and a newline. Names are portable, see `uniqueNames`. So `tail -n +2 FILE | gunzip` reads it too.
 */
export function pack(entries: readonly ArchiveEntry[]): Buffer {
  expectRoom(entries)
  const nameOf = uniqueNames()
  const parts = entries.flatMap(({ path, bytes }) => [
    Buffer.from(`${JSON.stringify({ path: withName(packedPath(path), nameOf), bytes: bytes.length })}\n`),
    bytes,
    Buffer.from('\n'),
  ])
  const content = Buffer.concat(parts)
  const small = gzipSync(content)
  // what a crash filled with zeros must not look like a trap
  const body = content.length <= roomFor(small) ? small : gzipSync(content, { level: 0 })
  return Buffer.concat([Buffer.from(`greenroom-backup ${version} sha256 ${checksum(body)}\n`), body])
}

/** The most that may come out of a body. */
const roomFor = ({ length }: Uint8Array): number =>
  Math.min(mostInBackup, Math.max(noBurden, length * mostGrowth))

/** What was packed; or why not: it is not a backup, a newer greenroom made it, it is damaged, or it holds too much. */
export function unpack(archive: Uint8Array): ArchiveEntry[] | 'foreign' | 'newer' | 'damaged' | 'large' {
  const line = firstLine(archive)
  const [, made, sum] = header.exec(line) ?? []
  if (made === undefined) return /^greenroom-backup\b/.test(line) ? 'damaged' : 'foreign'
  if (Number(made) > version) return 'newer'
  const body = archive.subarray(line.length + 1)
  if (checksum(body) !== sum) return 'damaged'
  try {
    const entries = [...entriesIn(gunzipSync(body, { maxOutputLength: roomFor(body) }))]
    return linesIn(entries) > mostLines ? 'large' : entries
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'damaged'
  }
}

/** How many lines the journals have. */
const linesIn = (entries: readonly ArchiveEntry[]): number =>
  entries
    .filter(({ path }) => path.startsWith('attempts/'))
    .reduce((sum, { bytes }) => sum + countLines(bytes), 0)

function* entriesIn(content: Buffer): Generator<ArchiveEntry> {
  for (let at = 0, count = 1; at < content.length; count++) {
    if (count > mostFilesInBackup) throw withCode('ERR_BUFFER_TOO_LARGE')
    const end = content.indexOf('\n', at)
    const { path: escaped, bytes }: { path: string; bytes: number } = JSON.parse(
      content.toString('utf8', at, end),
    )
    const path = withName(escaped, unescapedName)
    const next = end + 1 + bytes
    // no greenroom could read it again
    if (bytes > constants.MAX_STRING_LENGTH) throw withCode('ERR_BUFFER_TOO_LARGE')
    if (!isBackedUp(path) || !(bytes >= 0) || next >= content.length) throw new Error(`not an entry: ${path}`)
    yield { path: unpackedPath(path), bytes: content.subarray(end + 1, next) }
    at = next + 1
  }
}

/** A path whose last part is made into another; what is no path stays what it is. */
const withName = (path: string, nameOf: (name: string) => string): string =>
  typeof path === 'string' ? path.replace(/[^/]*$/, nameOf) : path

/** Whether a backup has the file of this path: not one that leads out of the home, or belongs to one machine. */
export function isBackedUp(path: unknown): boolean {
  if (typeof path !== 'string') return false
  if (path === 'came-up.md' || unsaved.test(path)) return true
  const [, folder, name = ''] = /^(attempts|banks|quarantine|backups)\/([^./\\\0][^/\\\0]*)$/.exec(path) ?? []
  if (folder === 'attempts') return name.endsWith('.jsonl')
  if (folder === 'banks') return name.endsWith('.json')
  if (folder === 'backups') return /^bank-.*\.json$/s.test(name)
  return folder === 'quarantine'
}

/** A file that an editor left, a hidden one too: a swap file is. */
const unsaved = /^unsaved\/([\w-]+)\/((?!\.\.?$)[\w.-]+)$/

/** The first greenroom knows no such files, and would put them where it never deletes anything. */
const packedPath = (path: string): string => path.replace(unsaved, 'quarantine/unsaved.$1.$2')

function unpackedPath(path: string): string {
  const original = path.replace(/^quarantine\/unsaved\.([\w-]+)\./, 'unsaved/$1/')
  return unsaved.test(original) ? original : path
}

const checksum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function firstLine(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200))
  const end = start.indexOf('\n')
  return start.toString('latin1', 0, end < 0 ? start.length : end)
}
