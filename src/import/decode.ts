import type { Warning } from '../bank/model.ts'
import { highCharacters } from './mojibake.ts'
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

interface Decoded {
  text: string
  warnings: Warning[]
}

/** The text of some bytes: UTF-8 or UTF-16, else in the old encoding that makes the most plausible text of them. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), warnings: [notUtf8('UTF-16')] }
  const text = new TextDecoder().decode(bytes)
  const old = text.includes('\ufffd') ? decodedAsOld(bytes, text) : null
  return old ?? { text, warnings: [] }
}

const notUtf8 = (name: string): Warning =>
  warning(
    'not-utf8',
    null,
    `The source is not UTF-8, and was read as ${name}. Save it as UTF-8 to have it read alike everywhere.`,
  )

/** UTF-16 by its byte order mark, or by the zeros that every other byte of a text in Latin letters is. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2048)
  const zeros: [even: number, odd: number] = [0, 0]
  let controls = 0
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 0 : 1]++
    else if (byte < 9 || (byte > 13 && byte < 32)) controls++
  })
  const [even, odd] = zeros
  const isHalf = Math.max(even, odd) * 5 > sample.length && Math.min(even, odd) * 20 < Math.max(even, odd)
  if (sample.length < 8 || !isHalf || controls * 20 > sample.length) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** An encoding from before UTF-8, and how well a text that was decoded so reads, from 0 to 1. */
interface OldEncoding {
  label: string
  name: string
  likeness: (text: string) => number
}

const oldEncodings: readonly OldEncoding[] = [
  { label: 'shift_jis', name: 'Shift-JIS', likeness: japanese },
  { label: 'euc-jp', name: 'EUC-JP', likeness: japanese },
  { label: 'euc-kr', name: 'EUC-KR', likeness: korean },
  { label: 'gb18030', name: 'GBK', likeness: chinese },
  { label: 'big5', name: 'Big5', likeness: chinese },
  { label: 'windows-1251', name: 'CP1251', likeness: cyrillic },
  { label: 'koi8-r', name: 'KOI8-R', likeness: cyrillic },
  { label: 'windows-1253', name: 'CP1253', likeness: greek },
  ...centralEuropean('windows-1250', 'CP1250'),
  ...centralEuropean('iso-8859-2', 'ISO-8859-2'),
  { label: 'windows-1254', name: 'CP1254', likeness: lettersOf('çÇğĞıİöÖşŞüÜâî', /[ğĞıİşŞ]/g) },
]

const leastLikeness = 0.5

/** The text in the old encoding that fits best, else in CP1252; null where the bytes are UTF-8 with a few broken ones. */
function decodedAsOld(bytes: Uint8Array, asUtf8: string): Decoded | null {
  if (countOf(asUtf8, /[^\0-\x7f\ufffd]/g) >= countOf(asUtf8, /\ufffd/g)) return null
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const sample = bytes.subarray(first, first + sampleBytes)
  let best: OldEncoding | null = null
  let likeness = leastLikeness
  for (const each of oldEncodings) {
    const text = textIn(each.label, sample)
    const found = text === null ? 0 : each.likeness(text)
    if (found > likeness) {
      best = each
      likeness = found
    }
  }
  const text = best === null ? cp1252(bytes) : new TextDecoder(best.label).decode(bytes)
  return { text, warnings: [notUtf8(best?.name ?? 'CP1252')] }
}

/** The start of a text; null where a byte means nothing in the encoding. */
function textIn(label: string, bytes: Uint8Array): string | null {
  try {
    // as a stream, as the sample may end within a character
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

/** Node decodes CP1252 as if it were Latin-1: what is at 0x80 to 0x9F, such as `’` and `€`, would be lost. */
function cp1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (character) => highCharacters[character.charCodeAt(0) - 0x80] ?? character)
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The share of the characters beyond ASCII that a pattern with the flag `g` finds. */
const shareOf = (text: string, pattern: RegExp): number =>
  countOf(text, pattern) / Math.max(1, countOf(text, /[^\0-\x7f]/gu))

/** Japanese has hiragana and katakana, and hardly any of those that are half as wide. */
function japanese(text: string): number {
  if (shareOf(text, /[\u3041-\u30ff]/g) < 0.1 || shareOf(text, /[\uff61-\uff9f]/g) > 0.2) return 0
  return shareOf(text, /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]/g)
}

/** The most frequent syllables: a third of a Korean text. */
const syllables = /[이다는을가에하고의를한지로은기사어시나자도서대아리인해니습까요있면무게것일]/g

function korean(text: string): number {
  if (shareOf(text, syllables) < 0.2) return 0
  return shareOf(text, /[\uac00-\ud7a3\u3000-\u303f\uff01-\uff5e]/g)
}

/** The most frequent characters, short and long: a third of a Chinese text. */
const characters =
  /[的一是不了在人有我他这這中大来來上个個国國到说說们們为為子和你地出道也时時年得就那要下以生会會自着去之过過家学學对對可里能好都成事作当當想看开開用行方如何前所本经經面同工最什么麼怎样樣请請题題问問答理解法团團队隊目标標]/g

function chinese(text: string): number {
  if (shareOf(text, characters) < 0.15) return 0
  return shareOf(text, /[\u2014-\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]/g)
}

/** Cyrillic words hold no Latin letters, and most letters are small ones: in the wrong encoding they would be capitals. */
function cyrillic(text: string): number {
  const words = text.match(/\p{L}*[^\0-\x7f]\p{L}+/gu) ?? []
  const proper = words.filter((word) =>
    /^[\u0400-\u042f]?[\u0430-\u045f\u0491]+$|^[\u0400-\u042f]{2,6}$/.test(word),
  )
  return shareOf(text, /[оеаинтсрвлкмдпу]/g) < 0.35 ? 0 : proper.length / Math.max(1, words.length)
}

/** Greek words hold no Latin letters, and most letters are small ones. */
function greek(text: string): number {
  const words = text.match(/\p{L}*[^\0-\x7f]\p{L}+/gu) ?? []
  const proper = words.filter((word) => /^[\u0386-\u03ab]?[\u03ac-\u03ce]+$|^[\u0386-\u03ab]{2,}$/.test(word))
  return shareOf(text, /[αεηιοτνσρςκπυ]/g) < 0.3 ? 0 : proper.length / Math.max(1, words.length)
}

/** Polish, Czech with Slovak, and Hungarian. */
function centralEuropean(label: string, name: string): OldEncoding[] {
  return [
    lettersOf('ąćęłńóśźżĄĆĘŁŃÓŚŹŻ', /[ąćęłńśźżŁŚŻ]/g),
    lettersOf('áäčďéěíĺľňóôřšťúůýžÁČĎÉÍĽŇÓŘŠŤÚÝŽ', /[čěřšžůľťČŘŠŽ]/g),
    lettersOf('áéíóöőúüűÁÉÍÓÖŐÚÜŰ', /[őűŐŰ]/g),
  ].map((likeness) => ({ label, name, likeness }))
}

/** How many of the letters beyond ASCII belong to a language: nearly all, of which several are in no Western one. */
function lettersOf(alphabet: string, typical: RegExp): (text: string) => number {
  const own = new RegExp(`[${alphabet}]`, 'g')
  return (text) => {
    const letters = countOf(text, /(?![\0-\x7f„“”’‘–—…«»•§°€])./gu)
    const telling = text.match(typical) ?? []
    const isEnough = new Set(telling).size > 1 && telling.length * 6 >= letters
    return isEnough && countOf(text, own) >= letters * 0.97 ? countOf(text, own) / letters : 0
  }
}
