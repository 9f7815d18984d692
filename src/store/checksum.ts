import { crc32 } from 'node:zlib'

/**
 * CRC-32, as in gzip (RFC 1952): it finds damage and edits by hand, not forgery. To load zlib takes half a millisecond, a
 * loop of our own over 2 MB of progress four, as it runs before it is compiled.
 */
export const checksumOf = (bytes: Uint8Array): number => crc32(bytes)

const sealOf = (bytes: Uint8Array): string =>
  `,"checksum":"${checksumOf(bytes).toString(16).padStart(8, '0')}"}`

const sealLength = ',"checksum":"01234567"}'.length

/** The JSON of an object, with the checksum of all that is before it as a last field `checksum`. */
export function sealed(json: string): string {
  const body = json.slice(0, -1)
  return body + sealOf(Buffer.from(body))
}

/** Whether bytes are just as `sealed` made them. */
export function isSealed(bytes: Buffer): boolean {
  const end = Math.max(0, bytes.length - sealLength)
  return bytes.toString('latin1', end) === sealOf(bytes.subarray(0, end))
}
