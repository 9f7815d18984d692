// Mojibake is UTF-8 that was read as CP1252, so that each byte from 0x80 on became a character of its own: `â€™` for `’`.

/** What CP1252 has at 0x80 to 0x9F, with the control character of the same number where it has nothing. */
export const highCharacters = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const tail = `[\x80-\xbf${highCharacters}]`
const sequences = new RegExp(`[Â-ß]${tail}|[à-ï]${tail}{2}|[ð-ô]${tail}{3}`, 'g')
const suspect = new RegExp(`[Â-ô]${tail}`)
const garbled = /â€|Ã[\x80-\xbf]|ï¿½/

/** Whether it is worth examining a text line by line. */
export function mayBeMojibake(text: string): boolean {
  return suspect.test(text)
}

/** Whether a line that was fixed still looks garbled, in a way that cannot be read back. */
export function looksGarbled(line: string): boolean {
  return garbled.test(line)
}

/** Reads a line back: all of it if possible, else what nobody writes on purpose. `count` characters change. */
export function fixLine(line: string): { text: string; count: number } {
  if (!suspect.test(line)) return { text: line, count: 0 }
  const isWhole = isWhollyGarbled(line)
  let count = 0
  const text = line.replace(sequences, (sequence, at: number) => {
    const character = decode(sequence)
    if (character === null || !(isWhole || isCertain(sequence, line[at - 1] ?? ''))) return sequence
    count++
    return character
  })
  return { text, count }
}

/** Whether a line has two sequences or more, and no other character beyond ASCII. */
function isWhollyGarbled(line: string): boolean {
  let count = 0
  const rest = line.replace(sequences, (sequence) => {
    if (decode(sequence) === null) return sequence
    count++
    return ''
  })
  return count > 1 && !/[^\x00-\x7f]/.test(rest)
}

/** Whether nobody would write these characters side by side; `Ã…` and the like may end a word in capitals. */
function isCertain(sequence: string, before: string): boolean {
  if (/^(?:â|ðŸ|ï»¿|ï¿½)/.test(sequence)) return true
  return /^[ÂÃ]/.test(sequence) && !/\p{Lu}/u.test(before)
}

/** The character that a sequence is in UTF-8; null if there is none. */
function decode(sequence: string): string | null {
  const lead = sequence.charCodeAt(0)
  const length = sequence.length
  // `là »` with a no-break space and `Spaß…` could be decoded, but mean what they say.
  if (sequence.startsWith('à\xa0') || lead === 0xdf) return null
  let point = lead & (0xff >> (length + 1))
  for (const character of sequence.slice(1)) point = (point << 6) | (byteOf(character) & 0x3f)
  const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return point < smallest || point > 0x10ffff || isSurrogate ? null : String.fromCodePoint(point)
}

function byteOf(character: string): number {
  const high = highCharacters.indexOf(character)
  return high < 0 ? character.charCodeAt(0) : 0x80 + high
}
