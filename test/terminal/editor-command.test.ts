import { expect, test } from 'vitest'
import { editorIn, programIn, startOf } from '../../src/terminal/editor-command.ts'

test.each([
  [{ VISUAL: 'code --wait', EDITOR: 'ed' }, 'code --wait', 'VISUAL'],
  [{ VISUAL: ' ', EDITOR: ' ed ' }, 'ed', 'EDITOR'],
  [{ VISUAL: '', EDITOR: '\t' }, 'vi', null],
  [{}, 'vi', null],
])('%j mean the editor %s', (variables, command, from) => {
  expect(editorIn(variables, 'linux')).toEqual({ command, from })
})

test('Windows has notepad', () => {
  expect(editorIn({}, 'win32')).toEqual({ command: 'notepad', from: null })
})

const file = '/home/me/unsaved/a/story.md'
const isFile = (path: string): boolean => path === 'C:\\Program Files\\ed.exe'

test('a name alone is started as it is, and all else by sh', () => {
  expect(startOf('vim', file, 'linux', isFile)).toEqual({ program: 'vim', args: [file], shell: false })
  for (const command of ['vim -u NONE', "'my ed'", 'my\\ ed', 'A=1 ed', '~/ed', '$ED'])
    expect(startOf(command, file, 'linux', isFile)).toEqual({
      program: 'sh',
      args: ['-c', `${command} "$@"`, command, file],
      shell: false,
    })
})

test.each([
  ['code.cmd --wait', 'code.cmd --wait "C:\\a b\\story.md"'],
  ['"C:\\Program Files\\ed.exe" -n', '"C:\\Program Files\\ed.exe" -n "C:\\a b\\story.md"'],
  ['C:\\Program Files\\ed.exe', '"C:\\Program Files\\ed.exe" "C:\\a b\\story.md"'],
])('on Windows %s is a line for the shell', (command, program) => {
  expect(startOf(command, 'C:\\a b\\story.md', 'win32', isFile)).toEqual({ program, args: [], shell: true })
})

test.each([
  ['vim', 'vim'],
  ['vim -u NONE', 'vim'],
  ["'my ed' -n", 'my ed'],
  ['"my ed" -n', 'my ed'],
  ['my\\ ed -n', 'my ed'],
  ['A=1 B="x y" ed', 'ed'],
  ['~/bin/ed', '/home/me/bin/ed'],
  ['$HOME/ed', '/home/me/ed'],
  [`"\${HOME}"/'my ed'`, '/home/me/my ed'],
])('the program of %s is %s', (command, program) => {
  expect(programIn(command, { HOME: '/home/me' }, 'linux')).toBe(program)
})

test.each([
  ['C:\\bin\\ed.exe -n', 'C:\\bin\\ed.exe'],
  ['"C:\\Program Files\\ed.exe" -n', 'C:\\Program Files\\ed.exe'],
])('on Windows the program of %s is %s', (command, program) => {
  expect(programIn(command, {}, 'win32')).toBe(program)
})
