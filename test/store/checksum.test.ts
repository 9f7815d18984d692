import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checksumOf, isSealed, sealed } from '../../src/store/checksum.ts'

it('the checksum is the CRC-32 that everybody else has', () => {
  expect(checksumOf(Buffer.from('123456789'))).toBe(0xcbf43926)
})

it('what is sealed is still JSON, with the checksum as its last field', () => {
  expect(JSON.parse(sealed('{"a":"ö"}'))).toEqual({ a: 'ö', checksum: expect.stringMatching(/^[\da-f]{8}$/) })
})

it('what is sealed is found changed wherever a byte is another one, or is missing', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.string()),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (value, at, bits) => {
        const bytes = Buffer.from(sealed(JSON.stringify({ ...value, last: 1 })))
        expect(isSealed(bytes)).toBe(true)
        expect(isSealed(bytes.subarray(0, at % bytes.length))).toBe(false)
        bytes.writeUInt8(bytes.readUInt8(at % bytes.length) ^ bits, at % bytes.length)
        expect(isSealed(bytes)).toBe(false)
      },
    ),
  )
})
