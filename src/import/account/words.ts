// Cuts a line into words, so that markup, punctuation and spacing do not count when a source is compared with its bank.

import { decodeEntities } from '../../text/entities.ts'
import { unicode } from '../../text/unicode.ts'

/** The words of a line. */
export interface Words {
  /** The line without tags and addresses of links; `separator` stands for a tag. */
  text: string
  /** A number for each word, the same for the same word. */
  hashes: number[]
  /** Where each word begins and ends in `text`. */
  starts: number[]
  ends: number[]
}

/** What stands in a text for a tag that was dropped. */
export const separator = '\x01'

const tag = /<(?:[/!]?[a-z][^<>]*|!--[^<>]*--)>/gi
const address = /\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g
/** Beyond so many characters a line is not compared any more: what it is has been found out by then. */
const mostCharacters = 1_000_000

/** The words of one line. `isJson` says that its backslashes are those of JSON. */
export function wordsOf(line: string, isJson = false): Words {
  const start = line.length > mostCharacters ? line.slice(0, mostCharacters) : line
  const text = bare(isJson ? withoutEscapes(start) : start)
  const words: Words = { text, hashes: [], starts: [], ends: [] }
  cut(text, words.hashes, words)
  return words
}

/** Only the numbers of the words of one line, which are added to `hashes`. */
export function addHashes(line: string, hashes: number[]): void {
  cut(bare(line.length > mostCharacters ? line.slice(0, mostCharacters) : line), hashes, null)
}

/** The numbers of the words of a text on one line. */
export function hashesOf(line: string): number[] {
  const hashes: number[] = []
  addHashes(line, hashes)
  return hashes
}

/** The number of the first word; undefined where there is none. */
export function firstHashOf(line: string): number | undefined {
  const hashes: number[] = []
  cut(bare(line.slice(0, 1000)), hashes, null, 1)
  return hashes[0]
}

function cut(text: string, hashes: number[], places: Words | null, most = Infinity): void {
  let hash = offset
  let open = -1
  for (let at = 0; at <= text.length && hashes.length < most; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0
    const kind = code < 128 ? asciiKind(code) : kindOf(code)
    if (open >= 0 && kind !== inWord) {
      hashes.push(hash)
      places?.starts.push(open)
      places?.ends.push(at)
      hash = offset
      open = -1
    }
    if (kind === none) continue
    const letter = code < 128 ? code | 0x20 : lowerOf(text.charAt(at))
    if (kind === inWord) {
      if (open < 0) open = at
      hash = Math.imul(hash ^ letter, prime)
    } else {
      hashes.push(Math.imul(offset ^ letter, prime))
      places?.starts.push(at)
      places?.ends.push(at + 1)
    }
  }
}

/** FNV-1a. */
const offset = 0x811c9dc5
const prime = 0x01000193

const none = 0
const inWord = 1
const alone = 2
type Kind = typeof none | typeof inWord | typeof alone

function asciiKind(code: number): Kind {
  const lower = code | 0x20
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) ? inWord : none
}

/** The kinds of the characters met so far, one more than each; 0 where it is not known yet. */
let kinds: Uint8Array | null = null

function kindOf(code: number): Kind {
  kinds ??= new Uint8Array(0x10000)
  const known = kinds[code] || kindIn(String.fromCharCode(code)) + 1
  kinds[code] = known
  return (known - 1) as Kind
}

/** In Chinese and Japanese each character counts as a word. Beyond the basic plane, as emoji are, no word is seen. */
function kindIn(character: string): Kind {
  if (character > '\u2000' && character < '\u2c00') return none
  if (unicode('[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]').test(character)) return alone
  return unicode('[\\p{L}\\p{N}\\p{M}]').test(character) ? inWord : none
}

const lowerOf = (character: string): number => character.toLowerCase().charCodeAt(0)

/** One number for a run of words. */
export function unitOf(hashes: readonly number[], from = 0, to = hashes.length): number {
  let hash = 17
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (hashes[at] ?? 0), prime)
  return hash
}

/** A line without tags, addresses of links and entities. */
function bare(line: string): string {
  let text = decodeEntities(withoutPrograms(line))
  if (text.includes('<')) text = text.replace(tag, separator)
  return text.includes('](') ? text.replace(address, ']') : text
}

const program = /<(style|script)\b/gi

/** A line without the styles and scripts that begin and end on it. */
function withoutPrograms(line: string): string {
  if (!line.includes('<')) return line
  const kept: string[] = []
  let from = 0
  for (const { index, 1: name = '' } of line.matchAll(program)) {
    if (index < from) continue
    const end = line.indexOf(`</${name}`, index)
    if (end < 0) break
    kept.push(line.slice(from, index))
    from = end
  }
  return kept.length === 0 ? line : `${kept.join('')}${line.slice(from)}`
}

const withoutEscapes = (line: string): string =>
  line.includes('\\')
    ? line.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, code: string | undefined, letter: string | undefined) => {
        if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
        return /[nrt]/.test(letter ?? '') ? separator : (letter ?? '')
      })
    : line
