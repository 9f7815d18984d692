import { expect, test } from 'vitest'
import { futureLinesIn, jumpsIn, rawLinesOf, stampIn } from '../../src/doctor/raw-lines.ts'
import { readJournal, writeLine } from '../../src/progress/read.ts'
import { set } from '../progress/lines.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const lineAt = (at: string): string => writeLine(set('count', 5, at))

test('raw lines have the numbers of an editor, and their bytes', () => {
  const line = lineAt('2026-11-23T10:00:00.000+01:00').trim()
  const journal = bytesOf(`\n${line}\n\n{"torn ü\n${line}`)
  const rawLines = rawLinesOf(journal)
  expect(rawLines.map(({ number, line }) => [number, line?.type ?? null])).toEqual([
    [2, 'set'],
    [4, null],
    [5, 'set'],
  ])
  const torn = rawLines[1]
  expect(new TextDecoder().decode(journal.subarray(torn?.start, torn?.end))).toBe('{"torn ü')
})

test.each([
  ['nothing', ''],
  ['a byte order mark', `\ufeff${lineAt('2026-11-23T10:00:00Z').trim()}\n`],
  [
    'a byte order mark inside',
    `${lineAt('2026-11-23T10:00:00Z')}\ufeff${lineAt('2026-11-23T10:00:00Z').trim()}`,
  ],
  ['Windows line ends', lineAt('2026-11-23T10:00:00Z').replaceAll('\n', '\r\n')],
  ['zeros, as a file system leaves them', `${lineAt('2026-11-23T10:00:00Z')}\0\0\0\0`],
  ['blanks', ' \n\t\n'],
])('are the lines that readJournal reads: %s', (_, journal) => {
  const { lines, bad } = readJournal(new TextDecoder().decode(bytesOf(journal)))
  const rawLines = rawLinesOf(bytesOf(journal))
  expect(rawLines.flatMap(({ line }) => line ?? [])).toEqual(lines)
  expect(rawLines.filter(({ line }) => line === null)).toHaveLength(bad)
})

test.each([
  ['{"v":1,"id":"a-1","at":"2026-11-23T10:00:00Z","ty', { id: 'a-1', at: '2026-11-23T10:00:00Z' }],
  ['{"v":1,"id":"a-1","at":"2026-1', { id: 'a-1', at: null }],
  ['{"v":1,"id":"a-', { id: null, at: null }],
])('what is left of a stamp: %s', (text, stamp) => {
  expect(stampIn(text)).toEqual(stamp)
})

test.each([
  ['forward', ['10:00:00', '10:05:00'], []],
  ['back by a minute', ['10:01:00', '10:00:00'], []],
  ['back by more', ['10:05:00', '10:00:00', '10:01:00'], [{ line: 4, backMs: 300_000 }]],
  [
    'back twice',
    ['10:05:00', '10:00:00', '09:00:00'],
    [
      { line: 4, backMs: 300_000 },
      { line: 6, backMs: 3_600_000 },
    ],
  ],
])('a clock that goes %s', (_, times, jumps) => {
  const journal = times.map((time) => lineAt(`2026-11-23T${time}.000+01:00`)).join('')
  expect(jumpsIn(rawLinesOf(bytesOf(journal)))).toEqual(jumps)
})

test('another time zone is not a jump', () => {
  const journal = lineAt('2026-11-23T10:00:00+01:00') + lineAt('2026-11-23T04:05:00-05:00')
  expect(jumpsIn(rawLinesOf(bytesOf(journal)))).toEqual([])
})

test('lines are dated in the future if that is by more than a day', () => {
  const journal = ['2026-11-24T09:00:00Z', '2027-01-01T00:00:00Z'].map(lineAt).join('')
  const now = Date.UTC(2026, 10, 23, 9)
  expect(futureLinesIn(rawLinesOf(bytesOf(journal)), now)).toMatchObject([
    { line: 4, at: '2027-01-01T00:00:00Z', instant: Date.UTC(2027, 0) },
  ])
})
