const offset = 0x811c9dc5
const prime = 0x01000193

/**
 * FNV-1a in 32 bits (RFC 9923): it finds damage and edits by hand, not forgery. A loop of our own, because node:crypto and
 * node:zlib take longer to load than this takes for the megabytes that are read before the first question.
 */
export function checksumOf(bytes: Uint8Array): number {
  let hash = offset
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] as number), prime)
  return hash >>> 0
}

const sealOf = (bytes: Uint8Array): string =>
  `,"checksum":"${checksumOf(bytes).toString(16).padStart(8, '0')}"}`

const sealLength = sealOf(new Uint8Array()).length

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
