import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decode,
  giveUp,
  type Input,
  patience,
  startDecoder,
  typedText,
} from '../../../src/terminal/keyboard/decoder.ts'
import { runs } from '../../chance.ts'
import { cut, sequence } from './sequences.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What comes of reads, each one decoded after the other. A pause, in ms, lets what is overdue be given up. */
function inputsOf(...reads: (Uint8Array | string | number)[]): Input[] {
  let decoder = startDecoder
  const inputs: Input[] = []
  for (const read of reads) {
    let left = typeof read === 'number' ? read : 0
    for (let ms = patience(decoder); ms !== null && ms <= left; ms = patience(decoder)) {
      left -= ms
      const given = giveUp(decoder)
      decoder = given.decoder
      inputs.push(...given.inputs)
    }
    if (typeof read === 'number') continue
    const decoded = decode(decoder, typeof read === 'string' ? bytesOf(read) : read)
    decoder = decoded.decoder
    inputs.push(...decoded.inputs)
  }
  return inputs
}

/** Inputs in short: `ctrl+c`, `A` for what is typed, `[pasted]`. */
const inShort = (inputs: Input[]): string =>
  inputs
    .map((input) => {
      if (input.type === 'paste') return `[${input.text}]`
      const { name, text, ctrl, alt } = input.key
      return `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${text.trim() || name}`
    })
    .join(' ')

const keys = (...reads: (Uint8Array | string | number)[]): string => inShort(inputsOf(...reads))

describe('keys', () => {
  test.each<[string, string]>([
    ['qQ1?é日🎭', 'q Q 1 ? é 日 🎭'],
    ['\r \t\x7f\b\n', 'enter space tab backspace backspace enter'],
    ['\r\n\n', 'enter enter'],
    ['\x03\x04\x1a\x15', 'ctrl+c ctrl+d ctrl+z ctrl+u'],
    ['\x1b[A\x1bOB\x1b[C\x1bOD\x1b[H\x1bOF', 'up down right left home end'],
    ['\x1b[1~\x1b[3~\x1b[4~\x1b[5~\x1b[6~', 'home delete end pageup pagedown'],
    ['\x1b[1;5C\x1b[1;3D\x1b[1;2A', 'ctrl+right alt+left up'],
    ['\x1bOM\x1bOp\x1bOq\x1bOy\x1bOk\x1bOX', 'enter 0 1 9 + ='],
    ['\x1bq\x1b3\x1b\x7f\x1bé', 'alt+q alt+3 alt+backspace alt+é'],
    ['\x1b\r\x1b\x03', 'enter ctrl+c'],
    ['\x1b\x1b[A', 'up'],
  ])('%j are %s', (text, expected) => expect(keys(text)).toBe(expected))
})

describe("kitty's and xterm's codes", () => {
  test.each<[string, string]>([
    ['\x1b[99;5u\x1b[27;5;99~', 'ctrl+c ctrl+c'],
    ['\x1b[100;5u\x1b[122;5u\x1b[27;5;117~', 'ctrl+d ctrl+z ctrl+u'],
    ['\x1b[13u\x1b[13;2u\x1b[13;5u\x1b[27;2;13~\x1b[57414u', 'enter enter enter enter enter'],
    ['\x1b[109;5u\x1b[104;5u\x1b[105;5u', 'enter backspace tab'],
    ['\x1b[113u\x1b[113;1u\x1b[113;65u\x1b[113;129u', 'q q q q'],
    ['\x1b[32u\x1b[32;2u\x1b[27u\x1b[127u\x1b[9u', 'space space escape backspace tab'],
    ['\x1b[57400u\x1b[57408u\x1b[57413u', '1 9 +'],
    ['\x1b[57419u\x1b[57420u\x1b[57417u\x1b[57418u', 'up down left right'],
    ['\x1b[97;2u\x1b[97:65;2u\x1b[47:63;2u\x1b[27;2;63~\x1b[233u', 'A A ? ? é'],
    ['\x1b[97;;229u\x1b[97;3u\x1b[97;9u', 'å alt+a alt+a'],
    ['\x1b[1089::99;5u\x1b[99;69u', 'ctrl+c ctrl+c'],
    ['\x1b[1;1:1A\x1b[1;1:2B', 'up down'],
    // let go, modifiers alone, function keys, Ctrl with Shift
    ['\x1b[113;1:3u\x1b[1;1:3A\x1b[57441u\x1b[57358;65u\x1b[57376u\x1b[99;6u\x1b[32;5u', ''],
    ['\x1b[u\x1b[0u\x1b[55296u\x1b[9999999u\x1b[27;5~\x1b[27;5;~', ''],
  ])('%j are %s', (text, expected) => expect(keys(text)).toBe(expected))
})

describe('what nobody typed', () => {
  test.each<[string, string]>([
    ['DA1', '\x1b[?62;1;2;4;22c'],
    ['DA2', '\x1b[>41;354;0c'],
    ['DA3', '\x1bP!|00000000\x1b\\'],
    ['DSR', '\x1b[0n\x1b[24;80R\x1b[?24;80;1R'],
    ['DECRPM', '\x1b[?2026;2$y'],
    ['OSC 10 and 11', '\x1b]10;rgb:ffff/ffff/ffff\x07\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\'],
    ['OSC 52', `\x1b]52;c;${'cTEyMzQK'.repeat(2000)}\x07`],
    ['XTVERSION', '\x1bP>|XTerm(379)\x1b\\\x1bP>|tmux 3.4\x1b\\'],
    ['XTGETTCAP', '\x1bP1+r544e=787465726d\x1b\\'],
    ['kitty keyboard flags', '\x1b[?1u'],
    ['kitty graphics', '\x1b_Gi=31;OK\x1b\\'],
    ['focus', '\x1b[I\x1b[O'],
    ['window size', '\x1b[8;24;80t\x1b[4;600;800t'],
    ['SGR mouse', '\x1b[<0;33;2M\x1b[<0;33;2m\x1b[<64;10;10M'],
    ['urxvt mouse', '\x1b[32;33;2M'],
    ['X10 mouse', '\x1b[M !!\x1b[M#44\x1b[M 13'],
    ['X10 mouse in UTF-8', '\x1b[M é1'],
    ['highlight tracking', '\x1b[tq1\x1b[T3q1s24\x1b[té4'],
    ['function keys', '\x1bOP\x1b[15~\x1b[24;5~\x1b[[A\x1b[[E\x1b[1;2P'],
    ['a paste that never began', '\x1b[201~'],
    ['a character set', '\x1b(B\x1b%G'],
    ['a screen saver of controls', '\x9b?62c\x9d11;x\x9c\x90>|x\x9c'],
  ])('%s is swallowed, split at each byte or not', (_name, text) => {
    expect(keys(text)).toBe('')
    expect(keys(...[...bytesOf(text)].map((byte) => Uint8Array.of(byte)))).toBe('')
    expect(keys(`${text}3`)).toBe('3')
  })

  test('nor are raw bytes: 8-bit controls, and a mouse beyond column 95', () => {
    expect(keys(Uint8Array.of(0x9b, 0x3f, 0x36, 0x63), '3')).toBe('3')
    expect(keys(Uint8Array.of(0x1b, 0x5b, 0x4d, 0x20, 0xa9, 0x34), '3')).toBe('3')
    // coordinates that may be UTF-8: the next report begins anew, and no 4 is left over
    const report = [0x1b, 0x5b, 0x4d, 0x20, 0xc3, 0xa9]
    expect(keys(Uint8Array.from([...report, ...report, 0x1b, 0x5b, 0x4d, 0x20, 0xc3, 0x34]), '3')).toBe('3')
  })

  test('whatever the sequence and however it is split, and the key behind it is a key', () => {
    fc.assert(
      fc.property(
        fc.array(sequence, { maxLength: 4 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (sequences, cuts) => {
          const reads = cut(bytesOf(`${sequences.join('')}3`), cuts)
          expect(keys(...reads)).toBe('3')
        },
      ),
      { numRuns: runs(2000) },
    )
  })

  test('a split changes nothing of anything', () => {
    const piece = fc.oneof(sequence, fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 4 }))
    const raw = fc.uint8Array({ maxLength: 12 })
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece.map(bytesOf), raw)),
        fc.array(fc.nat(), { maxLength: 8 }),
        (parts, cuts) => {
          const bytes = Uint8Array.from(parts.flatMap((part) => [...part]))
          expect(inputsOf(...cut(bytes, cuts))).toEqual(inputsOf(bytes))
        },
      ),
      { numRuns: runs(1000) },
    )
  })
})

describe('what is not whole', () => {
  test.each<[string, (string | number)[], string]>([
    ['a lone ESC is Escape after a moment', ['\x1b', 100, 'q'], 'escape q'],
    ['and with a key at once it is Alt', ['\x1b', 99, 'q'], 'alt+q'],
    ['what comes late still belongs to it', ['\x1b', 150, '[?62;2', 150, '2c3'], 'escape 3'],
    ['but not for ever', ['\x1b', 1200, '[3'], 'escape [ 3'],
    ['a string without end', ['\x1bP1234', 1000, '3'], '3'],
    ['a string without end, and a sequence', ['\x1b]11;rgb:\x1b[A3'], 'up 3'],
    ['a string whose end is torn', ['\x1b]11;x\x1b', 500, '\\3'], '3'],
    ['Alt-[ and a key later', ['\x1b[', 1000, '3'], '3'],
    ['Alt-. and a key', ['\x1b.', 100, '3'], '3'],
    ['Ctrl-C in a control sequence', ['\x1b[12\x03'], 'ctrl+c'],
    ['Ctrl-C in a string', ['\x1b]11;1234\x031'], 'ctrl+c 1'],
    ['Ctrl-C in a mouse report', ['\x1b[M \x031'], 'ctrl+c 1'],
    ['Ctrl-C in a highlighted text', ['\x1b[T1234\x031'], 'ctrl+c 1'],
    ['a highlighted text whose rest never comes', ['\x1b[t', 1000, '3'], '3'],
    ['Enter in a control sequence', ['\x1b[12\r'], 'enter'],
    ['ESC in a control sequence', ['\x1b[12\x1b[A'], 'up'],
    ['a letter beyond ASCII in a control sequence', ['\x1b[1é'], 'é'],
  ])('%s', (_name, reads, expected) => expect(keys(...reads)).toBe(expected))

  test('a character in two reads is one, and bytes that are none do not hide the next key', () => {
    expect(keys(Uint8Array.of(0xc3), 5000, Uint8Array.of(0xa9))).toBe('é')
    expect(keys(Uint8Array.of(0xf0, 0x9f, 0x8e), Uint8Array.of(0xad))).toBe('🎭')
    expect(keys(Uint8Array.of(0xe9), 'q')).toBe('\ufffd q')
    expect(keys(Uint8Array.of(0xff, 0xc0, 0xed, 0xa0, 0x80), 'q')).toBe('\ufffd \ufffd \ufffd q')
  })
})

describe('a paste', () => {
  const pasted = (text: string): string => `\x1b[200~${text}\x1b[201~`

  test.each<[string, (string | number)[], string]>([
    ['comes as one', [pasted('one two')], '[one two]'],
    ['in pieces too', ['\x1b[20', '0~one', ' two\x1b[2', '01', '~3'], '[one two] 3'],
    ['holds no command', [pasted('\x03\x04q\x1b[A\x1a\x7f')], '[q[A]'],
    ['has line feeds alone', [pasted('a\rb\r\nc\nd\u2028e\r\rf')], '[a\nb\nc\nd\ne\n\nf]'],
    ['has no end', ['\x1b[200~one', 1000, '3'], '[one] 3'],
    ['is not ended by what looks like it', [pasted('\x1b[201\x1b[20q')], '[[201[20q]'],
    ['is empty', [`${pasted('')}3`], '3'],
    ['keeps tabs', [pasted('a\tb')], '[a\tb]'],
  ])('%s', (_name, reads, expected) => expect(keys(...reads)).toBe(expected))
})

test.each([
  ['slower\t and \x1b[<0;33;2Mshorter\x1b]11;rgb:0/0/0\x07', 'slower\t and shorter'],
  ['\x1b[?62;22c3', '3'],
  ['\x1b[Aab\x1bPx', 'ab'],
])('of the line %j, %j was typed', (line, text) => expect(typedText(line)).toBe(text))
