import { expect, test } from 'vitest'
import { bytesOf, msOf, soundIn, soundStart, wavHeader } from '../../src/voice/wav.ts'

test('the header of a file', () => {
  expect(Buffer.from(wavHeader(32_000)).toString('hex')).toBe(
    '52494646247d000057415645666d7420100000000100010080 3e0000007d00000200100064617461007d0000'.replaceAll(
      ' ',
      '',
    ),
  )
})

test('what is in a file that ends in the middle of a sample, or of its header', () => {
  expect([0, 20, 44, 45, 46, 101].map(soundIn)).toEqual([0, 0, 0, 0, 2, 56])
})

test('times and bytes', () => {
  expect(msOf(32_000)).toBe(1000)
  expect(bytesOf(20)).toBe(640)
})

test.each<[string, Uint8Array, number | 'text' | null]>([
  ['raw sound', new Uint8Array(64), 0],
  ['too few bytes to tell', new Uint8Array(63), null],
  ['a WAV header', Buffer.concat([wavHeader(0), new Uint8Array(100)]), 44],
  [
    'one with a chunk before the sound',
    Buffer.concat([
      wavHeader(0).subarray(0, 36),
      Buffer.from('LIST\x04\0\0\0abcddata\0\0\0\0'),
      new Uint8Array(100),
    ]),
    56,
  ],
  ['words', Buffer.from('Recording from the default device, press Ctrl-C to stop it now.\n'), 'text'],
  [
    'words in colour and other letters',
    Buffer.from(`\u001b[1m\tAufnahme läuft…\u001b[0m ${'ä'.repeat(40)}`),
    'text',
  ],
  ['a voice', Buffer.from(Int16Array.from({ length: 32 }, (_, at) => 9000 * Math.sin(at)).buffer), 0],
])('where the sound begins: %s', (_what, head, start) => expect(soundStart(head)).toBe(start))
