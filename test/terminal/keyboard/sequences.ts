import fc from 'fast-check'

// Sequences as terminals send them, made by the grammar of ECMA-48 and of the terminals' own manuals.

const characters = (from: number, to: number): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCharCode(code))

const many = (of: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(of, { maxLength }).map((parts) => parts.join(''))

/** What introduces a sequence: ESC and a letter, or its control of 8 bits, which is UTF-8 here. */
const introducer = (letter: string): fc.Arbitrary<string> =>
  fc.constantFrom(`\x1b${letter}`, String.fromCharCode(letter.charCodeAt(0) + 0x40))

/** A reply of a terminal: `CSI ? 62 ; 22 c`, `CSI > 0 ; 276 ; 0 c`, `CSI 24 ; 80 R`, `CSI ? 2026 ; 2 $ y`. */
const reply = fc
  .tuple(introducer('['), fc.constantFrom('?', '>', '=', '<'), many(fc.constantFrom(...'0123456789;:'), 12))
  .chain(([start, mark, parameters]) =>
    fc
      .tuple(many(characters(0x20, 0x2f), 2), characters(0x40, 0x7e))
      .map(([intermediates, final]) => start + mark + parameters + intermediates + final),
  )

/** A control sequence that is no key: its final byte is none of ours, or it has intermediates. */
const foreign = fc
  .tuple(introducer('['), many(fc.constantFrom(...'0123456789;:'), 12), many(characters(0x20, 0x2f), 2))
  .chain(([start, parameters, intermediates]) =>
    characters(0x40, 0x7e)
      .filter((final) => intermediates !== '' || !'ABCDFHu~M['.includes(final))
      .map((final) => start + parameters + intermediates + final),
  )

const stringContent = fc.oneof(
  characters(0x20, 0x7e),
  characters(0x08, 0x0d),
  fc.constantFrom('é', 'Ü', '日', '🎭'),
)

const st = fc.constantFrom('\x1b\\', '\x9c')

/** DCS, SOS, PM, APC up to ST; OSC up to ST or BEL. */
const controlString = fc.oneof(
  fc.tuple(fc.constantFrom(...'PX^_').chain(introducer), many(stringContent, 30), st),
  fc.tuple(introducer(']'), many(stringContent, 30), fc.oneof(st, fc.constant('\x07'))),
)

const coordinate = characters(0x21, 0x7e)

/** SGR (1006), urxvt (1015), X10 and highlight (1001) mouse reports. */
const mouse = fc.oneof(
  fc
    .tuple(
      fc.nat(127),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom('M', 'm'),
    )
    .map(([button, x, y, end]) => `\x1b[<${button};${x};${y}${end}`),
  fc
    .tuple(
      fc.integer({ min: 32, max: 127 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
    )
    .map(([button, x, y]) => `\x1b[${button};${x};${y}M`),
  fc.tuple(characters(0x20, 0x7e), coordinate, coordinate).map((at) => `\x1b[M${at.join('')}`),
  fc.tuple(coordinate, coordinate).map((at) => `\x1b[t${at.join('')}`),
  fc.array(coordinate, { minLength: 6, maxLength: 6 }).map((at) => `\x1b[T${at.join('')}`),
)

/** Single shifts, designations of character sets, function keys of the Linux console. */
const others = fc.oneof(
  characters(0x20, 0x7e).map((shifted) => `\x1bN${shifted}`),
  fc.constantFrom(...'EPQRSabcdz').map((final) => `\x1bO${final}`),
  fc
    .tuple(many(characters(0x20, 0x2f), 2), characters(0x30, 0x7e))
    .map(([more, final]) => `\x1b(${more}${final}`),
  fc.constantFrom(...'ABCDE').map((final) => `\x1b[[${final}`),
)

/** Any sequence that nobody typed. */
export const sequence: fc.Arbitrary<string> = fc.oneof(
  reply,
  foreign,
  controlString.map((parts) => parts.join('')),
  mouse,
  others,
)

/** Text as it may be cut by reads: somewhere, and at every byte. */
export const cut = (bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] => {
  const at = [...new Set(cuts.map((each) => each % (bytes.length + 1)))].sort((a, b) => a - b)
  return [...at, bytes.length].map((end, index) => bytes.subarray(at[index - 1] ?? 0, end))
}
