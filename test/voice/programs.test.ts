import { expect, test } from 'vitest'
import { wordsOf } from '../../src/voice/command.ts'
import { programIn, recordersOf, withAudio } from '../../src/voice/programs.ts'

test.each([
  ['parecord --raw', ['parecord', '--raw']],
  ['  a   b ', ['a', 'b']],
  [
    `"C:\\Program Files\\sox.exe" -d 'two words' x"y z"`,
    ['C:\\Program Files\\sox.exe', '-d', 'two words', 'xy z'],
  ],
  ['a "" b', ['a', '', 'b']],
  ['a $HOME `b` ; c | d && e > f', ['a', '$HOME', '`b`', ';', 'c', '|', 'd', '&&', 'e', '>', 'f']],
  ['a "b', null],
  ["it's", null],
  ['', []],
])('the words of %s', (command, words) => expect(wordsOf(command)).toEqual(words))

test('the file comes in its place, whatever it is called', () => {
  expect(withAudio({ name: 'p', args: ['-f={audio}', '{audio}'] }, "/a $& b'.wav").args).toEqual([
    "-f=/a $& b'.wav",
    "/a $& b'.wav",
  ])
})

test('a command that is none', () => {
  expect(programIn(null)).toBe(null)
  expect(programIn('"')).toBe(null)
})

test.each([
  ['linux', ['parecord', 'arecord', 'rec', 'pw-record', 'ffmpeg']],
  ['darwin', ['rec', 'ffmpeg']],
  ['win32', ['sox', 'ffmpeg']],
])('the recorders of %s', (system, names) =>
  expect(recordersOf(system).map(({ name }) => name)).toEqual(names),
)
