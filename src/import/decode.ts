import type { Warning } from '../bank/model.ts'
import { warning } from './warnings/warning.ts'

/** How many bytes are examined to tell whether a file is text at all. */
const sampleBytes = 64 * 1024

/** Whether bytes are a picture, an archive or a program: these have NULs, and more than a few control characters. */
export function isBinary(bytes: Uint8Array): boolean {
  if (utf16Of(bytes)) return false
  const sample = bytes.subarray(0, sampleBytes)
  if (!sample.includes(0)) return false
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls++
  return controls > Math.max(2, sample.length / 100)
}

/** The text of some bytes: UTF-8, UTF-16 if it has a byte order mark, else CP1252, the old encoding of Windows. */
export function decode(bytes: Uint8Array): { text: string; warnings: Warning[] } {
  const utf16 = utf16Of(bytes)
  if (utf16) return decodedAs(utf16, 'UTF-16', bytes)
  const text = new TextDecoder().decode(bytes)
  const isOtherEncoding = text.includes('\ufffd') && !/[^\0-\x7f\ufffd]/.test(text)
  return isOtherEncoding ? decodedAs('windows-1252', 'CP1252', bytes) : { text, warnings: [] }
}

/** The encoding that a byte order mark stands for. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function decodedAs(encoding: string, name: string, bytes: Uint8Array): { text: string; warnings: Warning[] } {
  const message = `The source is not UTF-8, and was read as ${name}. Save it as UTF-8 to have it read alike everywhere.`
  return { text: new TextDecoder(encoding).decode(bytes), warnings: [warning('not-utf8', null, message)] }
}
