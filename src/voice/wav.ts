// A take is a WAV file: 16 kHz, mono, 16 bits, little-endian, with the plain header of 44 bytes.
// http://soundfile.sapp.org/doc/WaveFormat/

export const sampleRate = 16_000
const bytesASecond = sampleRate * 2

/** The length of the header, in bytes. */
export const headerLength = 44

/** How long so many bytes of sound last, in ms. */
export const msOf = (bytes: number): number => (bytes / bytesASecond) * 1000

/** How many bytes of sound last so many ms; whole samples. */
export const bytesOf = (ms: number): number => Math.floor((ms / 1000) * sampleRate) * 2

/** The header of a file with so many bytes of sound. */
export function wavHeader(bytes: number): Uint8Array {
  const header = new Uint8Array(headerLength)
  const view = new DataView(header.buffer)
  const text = (at: number, word: string): void => {
    for (let index = 0; index < word.length; index++) header[at + index] = word.charCodeAt(index)
  }
  text(0, 'RIFF')
  view.setUint32(4, headerLength - 8 + bytes, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  // PCM, one channel
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, bytesASecond, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, bytes, true)
  return header
}

/** How many bytes of sound are in a file of `size` bytes: whole samples, whatever its header says. */
export const soundIn = (size: number): number => Math.max(0, Math.floor((size - headerLength) / 2) * 2)

/** The longest header that a recorder may send before its sound. */
const longestHeader = 4096

/**
 * Where the sound begins in the first bytes that a recorder sent: at 0, or behind a WAV header that it was not asked for.
 * Null where more bytes are needed to tell, `text` where it is no sound but words.
 */
export function soundStart(head: Uint8Array): number | 'text' | null {
  if (head.length < 64) return null
  const word = (at: number): string => String.fromCharCode(...head.subarray(at, at + 4))
  if (word(0) !== 'RIFF' || word(8) !== 'WAVE') return isText(head.subarray(0, 64)) ? 'text' : 0
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  for (let at = 12; at + 8 <= head.length; at += 8 + view.getUint32(at + 4, true))
    if (word(at) === 'data') return at + 8
  return head.length < longestHeader ? null : 'text'
}

/** Whether bytes are UTF-8, perhaps in colours; sound soon has others. */
function isText(bytes: Uint8Array): boolean {
  if (!bytes.every((byte) => byte >= 0x20 || whiteOrEscape.has(byte))) return false
  try {
    // the last letter may be cut
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

const whiteOrEscape = new Set([0x08, 0x09, 0x0a, 0x0d, 0x1b])
