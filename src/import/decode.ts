import type { Warning } from '../bank/model.ts'

export interface Decoded {
  text: string
  warnings: Warning[]
}

/** How much of a file is looked at to tell whether it is text at all. */
const sampleBytes = 64 * 1024

/** Whether these are not the bytes of a text: a picture, an archive, a program. Those have NUL, and more than a few. */
export function isBinary(bytes: Uint8Array): boolean {
  if (hasUtf16Mark(bytes)) return false
  const sample = bytes.subarray(0, sampleBytes)
  if (!sample.includes(0)) return false
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls++
  return controls > Math.max(2, sample.length / 100)
}

/** Bytes as text: UTF-8, UTF-16 with its mark, or else what Windows wrote before it had either (CP1252). */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', 'UTF-16', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', 'UTF-16', bytes)
  const text = new TextDecoder().decode(bytes)
  const isOtherEncoding = text.includes('\ufffd') && !/[^\0-\x7f\ufffd]/.test(text)
  return isOtherEncoding ? as('windows-1252', 'CP1252', bytes) : { text, warnings: [] }
}

function as(encoding: string, name: string, bytes: Uint8Array): Decoded {
  return {
    text: new TextDecoder(encoding).decode(bytes),
    warnings: [
      {
        severity: 'warning',
        line: null,
        code: 'not-utf8',
        message: `The source is written in ${name}, and was read so. Save it as UTF-8 to have it read alike everywhere.`,
      },
    ],
  }
}

const hasUtf16Mark = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
