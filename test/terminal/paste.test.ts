import { expect, test } from 'vitest'
import { addToPaste, type Paste, pastedLine, startPaste } from '../../src/terminal/paste.ts'

/** Pastes text into a line, `|` being the cursor: the lines that it ends, and the line that is left. */
function pasteInto(line: string, text: string, reading: 'line' | 'text'): [finished: string[], left: string] {
  const cursor = line.indexOf('|')
  let paste: Paste = startPaste(line.replace('|', ''), cursor)
  const lines: string[] = []
  for (const character of text) {
    const name = { '\r': 'return', '\n': 'enter' }[character]
    const added = addToPaste(
      paste,
      { name: name ?? character, characters: name === undefined ? character : '' },
      reading,
    )
    paste = added.paste
    if (added.finished !== null) lines.push(added.finished)
  }
  return [lines, pastedLine(paste)]
}

test.each<[string, string, 'line' | 'text', string[], string]>([
  ['|', 'word', 'line', [], 'word'],
  ['a|d', 'bc', 'line', [], 'abcd'],
  ['say |', 'no\rmore', 'line', [], 'say no more'],
  ['|!', 'one\r\ntwo\nthree', 'line', [], 'one two three!'],
  ['|', 'one\r\rtwo', 'line', [], 'one  two'],
  ['|', 'one\rtwo', 'text', ['one'], 'two'],
  ['I |.', 'am\r\nhere', 'text', ['I am'], 'here.'],
  ['|', '\n\n', 'text', ['', ''], ''],
  ['|', '.\rq', 'text', ['.'], 'q'],
])('into %j, %j read as a %s: %j and %j', (line, text, reading, finished, left) => {
  expect(pasteInto(line, text, reading)).toEqual([finished, left])
})
