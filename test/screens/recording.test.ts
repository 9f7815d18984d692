import { expect, test } from 'vitest'
import { micLabel, notRecorded } from '../../src/screens/recording.ts'
import { styleOf } from '../../src/screens/style.ts'
import { view } from '../../src/screens/view.ts'
import { voiceSentence } from '../../src/screens/voice.ts'
import { width, wrap } from '../../src/text/wrap.ts'
import type { RecorderFailure } from '../../src/voice/failure.ts'
import { drill, play } from '../rehearsal/play.ts'

const plain = styleOf({ level: 0, ascii: false })
const ascii = styleOf({ level: 0, ascii: true })
const place = { program: 'greenroom', isRemote: false, system: 'linux' }

const usual = { firstMs: 900, longestPauseMs: 800, pauses: 0, silence: 0.1 }

test.each([
  [usual, 'No long pauses.'],
  [{ ...usual, longestPauseMs: 4200, pauses: 1 }, 'Your longest pause: 4.2 s.'],
  [{ ...usual, longestPauseMs: 4200, pauses: 3 }, 'Your longest pause: 4.2 s, of 3 pauses over 2 s.'],
  [{ ...usual, firstMs: 5000 }, 'Your first word came after 5.0 s.'],
  [{ ...usual, firstMs: null, silence: 0.5 }, '50 % of it was silence.'],
  [{ firstMs: 9000, longestPauseMs: 2500, pauses: 1, silence: 0.4 }, 'Your first word came after 9.0 s.'],
  [{ firstMs: null, longestPauseMs: 0, pauses: 0, silence: 1 }, 'No voice was heard.'],
])('of %j the one that stands out is said', (voice, sentence) => {
  expect(voiceSentence(voice)).toBe(sentence)
})

test('the level of the microphone', () => {
  expect(micLabel({ state: 'opening' }, plain)).toBe('mic…')
  expect([-96, -45, -30, -10, 0].map((db) => micLabel({ state: 'recording', db }, plain))).toEqual([
    '● rec ▯▯▯▯▯',
    '● rec ▮▯▯▯▯',
    '● rec ▮▮▮▯▯',
    '● rec ▮▮▮▮▮',
    '● rec ▮▮▮▮▮',
  ])
  expect(micLabel({ state: 'recording', db: -30 }, ascii)).toBe('* rec ###..')
})

test.each([120, 80, 40, 24])('stands beside the clock in %d columns, on its line', (columns) => {
  const { rehearsal, now } = play(drill(), 'enter', '5s')
  const [clock = ''] = view(rehearsal, { columns, rows: 24 }, plain, now, { status: '● rec ▮▮▯▯▯' }).split(
    '\n',
  )
  expect(width(clock)).toBeLessThan(columns)
  expect(clock).toContain('0:05')
  expect(clock).toContain('● rec')
})

test.each([120, 80, 40, 24])('what is transcribed stands beside the points in %d columns', (columns) => {
  const { rehearsal, now } = play(drill(), 'enter', '5s', 'enter', '3')
  const screen = view(rehearsal, { columns, rows: 24 }, plain, now, { status: 'transcribing…' })
  for (const line of screen.split('\n')) expect(width(line)).toBeLessThan(columns)
  expect(screen.split('Final score')[0]).toContain('transcribing…')
})

const failed = (said: string, name = 'arecord'): RecorderFailure => ({ name, how: 'ended', code: 1, said })

test.each(['none works', 'none found', 'zero'] as const)('over ssh of %s it is said', (kind) => {
  const text = notRecorded({ kind, failures: [failed('a: b')] }, { ...place, isRemote: true })
  expect(text).toContain('You are here over ssh: it would be the microphone of the remote machine')
})

test.each([false, true])('a trouble takes at most two lines of 80 columns, over ssh: %s', (isRemote) => {
  const failures = [failed('no '.repeat(100)), failed('b'), failed('c')]
  const kinds = ['none works', 'broken off', 'none found', 'zero', 'flood', 'too long'] as const
  for (const system of ['linux', 'darwin'])
    for (const kind of kinds) {
      const text = notRecorded({ kind, failures }, { ...place, system, isRemote })
      expect(wrap(text, 80).split('\n').length).toBeLessThanOrEqual(2)
    }
})

test.each([
  [
    [failed('arecord: main:831: audio open error: Device or resource busy')],
    'arecord: audio open error: Device or resource busy.',
  ],
  [[failed('/usr/bin/rec FAIL sox: Sorry, there is no device.', 'rec')], 'rec: Sorry, there is no device.'],
  [[failed('')], 'arecord ended with code 1.'],
  [[failed('\u001b[2J\u202eevil')], 'arecord: <U+202E>evil.'],
  [[failed('a: b'), failed('c: d'), failed('e')], 'arecord: b (nor could 2 other recorders).'],
  [[failed('no sound at all '.repeat(4)), failed('c')], `arecord: ${'no sound at all '.repeat(4).trim()}.`],
  [[failed('no sound at all '.repeat(9))], `arecord: ${'no sound at all '.repeat(9).slice(0, 72)}...`],
  [
    [{ name: 'no-such', how: 'absent' as const, code: null, said: '' }],
    'there is no program no-such, which record.command names.',
  ],
])('why nothing was recorded, %#', (failures, reason) => {
  const text = notRecorded({ kind: 'none works', failures }, place)
  expect(text).toBe(`Your answer was not recorded: ${reason} greenroom doctor --mic finds out why.`)
})
