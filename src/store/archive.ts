import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'

/** A file of the home: its path, with `/`, and its bytes. */
export interface Piece {
  path: string
  bytes: Uint8Array
}

const version = 1
const header = /^greenroom-backup ([1-9]\d*) sha256 ([0-9a-f]{64})$/
/** The most that a backup may hold, so that a small file cannot fill the memory. */
const most = 1024 ** 3

/**
 * Many files as one. The first line names the format, its version and the checksum of all that follows, which is gzip:
 * of each file a line of JSON, `{"path", "bytes"}`, its bytes and a newline. So `tail -n +2 FILE | gunzip` reads it too.
 */
export function pack(pieces: readonly Piece[]): Buffer {
  const parts = pieces.flatMap(({ path, bytes }) => [
    Buffer.from(`${JSON.stringify({ path, bytes: bytes.length })}\n`),
    bytes,
    Buffer.from('\n'),
  ])
  const body = gzipSync(Buffer.concat(parts))
  return Buffer.concat([Buffer.from(`greenroom-backup ${version} sha256 ${checksum(body)}\n`), body])
}

/** The checksum of what is packed; null where it is no backup. */
export function checksumIn(start: Uint8Array): string | null {
  return header.exec(firstLine(start))?.[2] ?? null
}

/** What was packed; or why it cannot be had: it is no backup, it was made by a newer greenroom, or it is damaged. */
export function unpack(archive: Uint8Array): Piece[] | 'foreign' | 'newer' | 'damaged' {
  const line = firstLine(archive)
  const [, made, sum] = header.exec(line) ?? []
  if (made === undefined) return /^greenroom-backup\b/.test(line) ? 'damaged' : 'foreign'
  if (Number(made) > version) return 'newer'
  const body = archive.subarray(line.length + 1)
  if (checksum(body) !== sum) return 'damaged'
  try {
    return [...piecesOf(gunzipSync(body, { maxOutputLength: most }))]
  } catch {
    return 'damaged'
  }
}

function* piecesOf(content: Buffer): Generator<Piece> {
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf('\n', at)
    const { path, bytes }: { path: string; bytes: number } = JSON.parse(content.toString('utf8', at, end))
    const next = end + 1 + bytes
    if (!isPath(path) || !(bytes >= 0) || next >= content.length) throw new Error(`no piece: ${path}`)
    yield { path, bytes: content.subarray(end + 1, next) }
    at = next + 1
  }
}

/** What may stand in a backup: nothing that leads out of the home, or that belongs to one machine. */
function isPath(path: unknown): boolean {
  if (typeof path !== 'string') return false
  if (path === 'came-up.md') return true
  const [, folder, name = ''] = /^(attempts|banks|quarantine|backups)\/([^/\\\0]+)$/.exec(path) ?? []
  if (folder === 'attempts') return name.endsWith('.jsonl')
  if (folder === 'banks') return name.endsWith('.json')
  if (folder === 'backups') return /^bank-.*\.json$/.test(name)
  return folder === 'quarantine' && name !== '.' && name !== '..'
}

const checksum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function firstLine(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200))
  const end = start.indexOf('\n')
  return start.toString('latin1', 0, end < 0 ? start.length : end)
}
