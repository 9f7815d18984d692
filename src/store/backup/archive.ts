import { constants } from 'node:buffer'
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { UserError } from '../../ports.ts'
import { codeOf, withCode } from '../files.ts'

/** A file of the home: its path, with `/`, and its bytes. */
export interface Piece {
  path: string
  bytes: Uint8Array
}

const version = 1
const header = /^greenroom-backup ([1-9]\d*) sha256 ([0-9a-f]{64})$/
/** The most that a backup may hold, so that a small file cannot fill the memory. */
const most = 1024 ** 3
/** Without the lines with the paths. */
export const mostBytes = most - 1024 ** 2

export const sizeOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { bytes }) => sum + bytes.length, 0)

/** Refuses more than a backup may hold. */
export function expectRoom(pieces: readonly Piece[]): void {
  if (sizeOf(pieces) <= mostBytes) return
  throw new UserError(
    'Your journals and banks are more than the 1 GB that a backup holds.',
    'Copy the whole folder elsewhere from time to time; config path says where it is.',
  )
}

/**
 * Many files as one. The first line names the format, its version and the checksum of all that follows, which is gzip:
 * of each file a line of JSON, `{"path", "bytes"}`, its bytes and a newline. So `tail -n +2 FILE | gunzip` reads it too.
 */
export function pack(pieces: readonly Piece[]): Buffer {
  expectRoom(pieces)
  const parts = pieces.flatMap(({ path, bytes }) => [
    Buffer.from(`${JSON.stringify({ path, bytes: bytes.length })}\n`),
    bytes,
    Buffer.from('\n'),
  ])
  const body = gzipSync(Buffer.concat(parts))
  return Buffer.concat([Buffer.from(`greenroom-backup ${version} sha256 ${checksum(body)}\n`), body])
}

/** What was packed; or why it cannot be had: it is no backup, it was made by a newer greenroom, it is damaged, or it
 * holds too much. */
export function unpack(archive: Uint8Array): Piece[] | 'foreign' | 'newer' | 'damaged' | 'large' {
  const line = firstLine(archive)
  const [, made, sum] = header.exec(line) ?? []
  if (made === undefined) return /^greenroom-backup\b/.test(line) ? 'damaged' : 'foreign'
  if (Number(made) > version) return 'newer'
  const body = archive.subarray(line.length + 1)
  if (checksum(body) !== sum) return 'damaged'
  try {
    return [...piecesOf(gunzipSync(body, { maxOutputLength: most }))]
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'damaged'
  }
}

function* piecesOf(content: Buffer): Generator<Piece> {
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf('\n', at)
    const { path, bytes }: { path: string; bytes: number } = JSON.parse(content.toString('utf8', at, end))
    const next = end + 1 + bytes
    // what no greenroom could read again
    if (bytes > constants.MAX_STRING_LENGTH) throw withCode('ERR_BUFFER_TOO_LARGE')
    if (!isPath(path) || !(bytes >= 0) || next >= content.length) throw new Error(`no piece: ${path}`)
    yield { path, bytes: content.subarray(end + 1, next) }
    at = next + 1
  }
}

/** What may stand in a backup: nothing that leads out of the home, or that belongs to one machine. */
function isPath(path: unknown): boolean {
  if (typeof path !== 'string') return false
  if (path === 'came-up.md') return true
  const [, folder, name = ''] = /^(attempts|banks|quarantine|backups)\/([^./\\\0][^/\\\0]*)$/.exec(path) ?? []
  if (folder === 'attempts') return name.endsWith('.jsonl')
  if (folder === 'banks') return name.endsWith('.json')
  if (folder === 'backups') return /^bank-.*\.json$/.test(name)
  return folder === 'quarantine'
}

const checksum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function firstLine(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200))
  const end = start.indexOf('\n')
  return start.toString('latin1', 0, end < 0 ? start.length : end)
}
