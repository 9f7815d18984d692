/** A character of which not all bytes have come: the bits so far, and how many bytes are missing. */
export interface Partial {
  bits: number
  missing: number
  /** The smallest character that needs so many bytes. */
  least: number
}

/** No character has begun. */
export const noCharacter: Partial = { bits: 0, missing: 0, least: 0 }

const illFormed = '\ufffd'

/**
 * Takes the next byte of UTF-8, and gives the characters that it completes: U+FFFD for what is ill-formed. A byte from
 * 0x80 to 0x9F where a character should begin is the control of ISO 8859 that it is on terminals with 8 bits.
 */
export function nextByte(partial: Partial, byte: number): { partial: Partial; characters: string[] } {
  if (partial.missing > 0 && !isContinuation(byte)) {
    const { partial: begun, characters } = nextByte(noCharacter, byte)
    return { partial: begun, characters: [illFormed, ...characters] }
  }
  if (partial.missing > 1) return { partial: withBits(partial, byte), characters: [] }
  if (partial.missing === 1) {
    return { partial: noCharacter, characters: [characterOf(withBits(partial, byte))] }
  }
  if (byte < 0xa0) return { partial: noCharacter, characters: [String.fromCharCode(byte)] }
  if (byte >= 0xc2 && byte < 0xe0) return begin(byte & 0x1f, 1, 0x80)
  if (byte >= 0xe0 && byte < 0xf0) return begin(byte & 0x0f, 2, 0x800)
  if (byte >= 0xf0 && byte < 0xf5) return begin(byte & 0x07, 3, 0x10000)
  return { partial: noCharacter, characters: [illFormed] }
}

export const isContinuation = (byte: number): boolean => byte >= 0x80 && byte < 0xc0

const begin = (bits: number, missing: number, least: number) => ({
  partial: { bits, missing, least },
  characters: [],
})

const withBits = ({ bits, missing, least }: Partial, byte: number): Partial => ({
  bits: (bits << 6) | (byte & 0x3f),
  missing: missing - 1,
  least,
})

function characterOf({ bits, least }: Partial): string {
  const isSurrogate = bits >= 0xd800 && bits <= 0xdfff
  return bits < least || bits > 0x10ffff || isSurrogate ? illFormed : String.fromCodePoint(bits)
}
