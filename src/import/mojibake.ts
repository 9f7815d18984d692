/** UTF-8 that was read as CP1252: each byte from 0x80 on has become a character of its own. */

/** What CP1252 has at 0x80 to 0x9F; where it has nothing, the control character of the same number stands. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const TAIL = `[\x80-\xbf${HIGH}]`
const SEQUENCE = new RegExp(`[Â-ß]${TAIL}|[à-ï]${TAIL}{2}|[ð-ô]${TAIL}{3}`, 'g')
const SUSPECT = new RegExp(`[Â-ô]${TAIL}`)
const REMAINS = /â€|Ã[\x80-\xbf]|ï¿½/

export interface Mended {
  text: string
  /** How many characters were put right. */
  count: number
}

/** Whether it is worth looking at the text line by line. */
export function mayBeMojibake(text: string): boolean {
  return SUSPECT.test(text)
}

/** Whether a line still looks garbled, though not so that one could say what it was. */
export function remainsGarbled(line: string): boolean {
  return REMAINS.test(line)
}

/** Puts a line right: wholly where all of it can be read back, else only what cannot have been meant. */
export function mendLine(line: string): Mended {
  if (!SUSPECT.test(line)) return { text: line, count: 0 }
  const whole = isWhollyGarbled(line)
  let count = 0
  const text = line.replace(SEQUENCE, (sequence, at: number) => {
    const character = decode(sequence)
    if (character === null || !(whole || isCertain(sequence, line[at - 1] ?? ''))) return sequence
    count++
    return character
  })
  return { text, count }
}

/** Two sequences or more, and no character that is not a part of one. */
function isWhollyGarbled(line: string): boolean {
  let sequences = 0
  const rest = line.replace(SEQUENCE, (sequence) => {
    if (decode(sequence) === null) return sequence
    sequences++
    return ''
  })
  return sequences > 1 && !/[^\x00-\x7f]/.test(rest)
}

/** Nobody writes these next to each other, but `Ã…` and the like may well end a word in capitals. */
function isCertain(sequence: string, before: string): boolean {
  if (/^(?:â|ðŸ|ï»¿|ï¿½)/.test(sequence)) return true
  return /^[ÂÃ]/.test(sequence) && !/\p{Lu}/u.test(before)
}

function decode(sequence: string): string | null {
  const lead = sequence.charCodeAt(0)
  const length = sequence.length
  // `là »` with a no-break space, and `Spaß…`: both would decode, both are what they look like.
  if (sequence.startsWith('à\xa0') || lead === 0xdf) return null
  let point = lead & (0xff >> (length + 1))
  for (const character of sequence.slice(1)) point = (point << 6) | (byteOf(character) & 0x3f)
  const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return point < smallest || point > 0x10ffff || isSurrogate ? null : String.fromCodePoint(point)
}

function byteOf(character: string): number {
  const high = HIGH.indexOf(character)
  return high < 0 ? character.charCodeAt(0) : 0x80 + high
}
