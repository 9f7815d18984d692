import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, startDecoder } from '../../src/terminal/keyboard/decoder.ts'
import { edited } from '../../src/terminal/keyboard/text-editing.ts'
import { safe } from '../../src/text/safe.ts'
import { columnOf, softRows } from '../../src/text/soft-wrap.ts'
import { edits, inserted, type Writing, windowOn, writingOf } from '../../src/text/writing.ts'
import { runs } from '../chance.ts'

/** A text after what a terminal sends, in a window of so many columns. */
function typed(bytes: string, columns = 80, start = writingOf([])): Writing {
  const { inputs } = decode(startDecoder, new TextEncoder().encode(bytes))
  return inputs.reduce(
    (writing, input) =>
      input.type === 'paste' ? inserted(writing, input.text) : edited(writing, input.key, columns, 10),
    start,
  )
}

/** A text as one string, with the cursor as a bar. */
const shown = ({ lines, line, at }: Writing): string =>
  lines.map((each, index) => (index === line ? `${each.slice(0, at)}|${each.slice(at)}` : each)).join('\n')

const up = '\u001b[A'
const down = '\u001b[B'
const left = '\u001b[D'
const home = '\u001b[H'
const family = '👩‍👩‍👧'

describe('a text that is being written', () => {
  test.each<[string, string, string]>([
    ['Enter begins a line, and breaks one', `ab${left}\rc`, 'a\nc|b'],
    [
      'the cursor goes up and down in its column',
      `one\rt\rthree${up}${up}-${down}${down}+`,
      'one-\nt\nthre+|e',
    ],
    ['Home and End', `one\rtwo${home}-\u001b[F+`, 'one\n-two+|'],
    ['Ctrl-Home and Ctrl-End', `one\rtwo\u001b[1;5H-\u001b[1;5F+`, '-one\ntwo+|'],
    [
      'Alt and Ctrl with arrows go by words',
      `one two three\u001b[1;3D\u001b[1;5D-\u001b[1;5C+`,
      'one -two+| three',
    ],
    ['Alt-b and Alt-f too, over lines', `one two\rthree\u001bb\u001bb\u001bb-\u001bf+`, 'one -two+|\nthree'],
    ['words of a language without blanks', `東京に行く\u001bb|`, '東京に||行く'],
    ['Ctrl-W takes a word with its signs', `well-known, ok, \u0017`, 'well-known, |'],
    ['at the start of a line it takes the break', `one\rtwo${home}\u0017`, 'one|two'],
    ['Ctrl-U takes what is before in the line', `one\rtwo${left}\u0015`, 'one\n|o'],
    ['Ctrl-K takes what is after, then the break', `one\rtwo${up}${home}\u000b\u000b`, '|two'],
    ['Ctrl-Y puts back what was cut last', `one two\u0017\r\u0019`, 'one \ntwo|'],
    ['Backspace joins lines', `one\r\u007ftwo`, 'onetwo|'],
    ['Delete joins lines', `one\rtwo${up}\u001b[3~`, 'one|two'],
    ['letters are taken whole', `a${family}e\u0301🇫🇷\u007f\u007f${left}b`, `ab|${family}`],
    ['a paste goes where the cursor is', `ad${left}\u001b[200~b\r\nc\u001b[201~!`, 'ab\nc!|d'],
    ['no control in a paste is one', '\u001b[200~a\u0003\u001b[31mb\u001b[201~', 'a[31mb|'],
    ['a full stop is a full stop', '.\ra.b\r.', '.\na.b\n.|'],
    ['Tab is a tab', 'a\tb', 'a\tb|'],
    ['keys without a meaning do nothing', `a\u001bx\u001b[5;5~\u0014\u001b`, 'a|'],
  ])('%s', (_name, bytes, text) => expect(shown(typed(bytes))).toBe(text))

  test('is broken between words, or beside wide letters, and up and down go by rows', () => {
    const rowsOf = (text: string, columns: number): string[] =>
      windowOn(inserted(writingOf([]), text), columns, 99).rows
    expect(rowsOf('one two three', 7)).toEqual(['one two', 'three'])
    expect(rowsOf('one two   three', 7)).toEqual(['one two', 'three'])
    expect(rowsOf('incomprehensible', 7)).toEqual(['incompr', 'ehensib', 'le'])
    expect(rowsOf('日本語は難しい', 7)).toEqual(['日本語', 'は難し', 'い'])
    expect(rowsOf(family.repeat(3), 5)).toEqual([family.repeat(2), family])
    const writing = typed('one two three', 7)
    expect(shown(typed(up, 7, writing))).toBe('one t|wo three')
    expect(windowOn(writing, 7, 9)).toMatchObject({ row: 1, column: 5 })
  })

  test('shows the rows around the cursor', () => {
    const writing = writingOf(Array.from({ length: 50 }, (_, index) => `line ${index}`))
    expect(windowOn(writing, 20, 3)).toEqual({ rows: ['line 47', 'line 48', 'line 49'], row: 2, column: 7 })
    const above = typed(up.repeat(20), 20, writing)
    expect(windowOn(above, 20, 3)).toEqual({ rows: ['line 28', 'line 29', 'line 30'], row: 1, column: 7 })
    expect(windowOn(edits.textStart(writing, 20, 3), 20, 3).rows[0]).toBe('line 0')
  })

  test('may be a megabyte on one line, in any writing', () => {
    for (const letter of ['a', '語', family]) {
      let writing = inserted(writingOf([]), letter.repeat(1_000_000 / letter.length))
      for (const key of [left, up, home, 'x', '\u001b[F', '\u007f', '\u001bb']) {
        writing = typed(key, 80, writing)
        expect(windowOn(writing, 80, 24).rows.length).toBeGreaterThan(12)
      }
    }
  })
})

const letters = fc.constantFrom(
  'a',
  'b',
  ' ',
  '\t',
  '.',
  'é',
  'e\u0301',
  '\u0301',
  '語',
  family,
  '👍🏽',
  '🇫🇷',
  '🇩',
  '\u200d',
  'क्षि',
  '\ud83d',
)
const pieces = fc.array(letters, { maxLength: 12 }).map((all) => all.join(''))
const someText = fc.array(pieces, { maxLength: 4 }).map((all) => all.join('\n'))
const names = Object.keys(edits) as (keyof typeof edits)[]
const action = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  someText.map((text) => ({ text })),
)
const done = (actions: readonly (keyof typeof edits | { text: string })[], columns: number, rows: number) =>
  actions.reduce(
    (writing, each) =>
      typeof each === 'string' ? edits[each](writing, columns, rows) : inserted(writing, each.text),
    writingOf([]),
  )
const columns = fc.integer({ min: 2, max: 20 })

describe('whatever is done to it', () => {
  test('the cursor stands between two letters', () => {
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 30 }),
        columns,
        fc.integer({ min: 1, max: 9 }),
        (actions, width, rows) => {
          const { lines, line, at } = done(actions, width, rows)
          const own = lines[line] ?? ''
          const places = [...new Intl.Segmenter().segment(own)].map(({ index }) => index)
          expect([...places, own.length]).toContain(at)
          expect(lines.join('\n')).toBe(safe(lines.join('\n')))
        },
      ),
      { numRuns: runs(300) },
    )
  })

  test('its rows have all of it, in order, and none is wider than the window but for blanks', () => {
    fc.assert(
      fc.property(someText, columns, (text, width) => {
        const { lines } = inserted(writingOf([]), text)
        const rows = softRows(lines, width)
        const found: string[] = []
        for (let row = rows.at(0, 0) as ReturnType<typeof rows.after>; row !== null; row = rows.after(row)) {
          const part = (lines[row.line] ?? '').slice(row.start, row.end)
          found[row.line] = (found[row.line] ?? '') + part
          expect(rows.at(row.line, row.start)).toEqual(row)
          const before = rows.before(row)
          if (before !== null) expect(rows.after(before)).toEqual(row)
          if ([...new Intl.Segmenter().segment(part.trimEnd())].length > 1)
            expect(columnOf(part.trimEnd(), 1000)).toBeLessThanOrEqual(width)
        }
        expect(found).toEqual(lines)
      }),
      { numRuns: runs(300) },
    )
  })

  test('the row of the cursor is in the window, and what is left of the cursor fits it', () => {
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 30 }),
        columns,
        fc.integer({ min: 1, max: 9 }),
        (actions, width, room) => {
          const { rows, row, column } = windowOn(done(actions, width, room), width, room)
          expect(rows.length).toBeLessThanOrEqual(room)
          expect(rows[row]).toBeDefined()
          expect(column).toBeLessThanOrEqual(width)
        },
      ),
      { numRuns: runs(300) },
    )
  })

  test('what is cut can be put back, and nothing else is lost', () => {
    const cuts = names.filter((name) => /^take(?!Letter)/.test(name))
    const unitsOf = (...texts: string[]): string => [...texts.join('')].sort().join('')
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), fc.constantFrom(...cuts), (actions, cut) => {
        const before = { ...done(actions, 10, 5), cut: '' }
        const taken = edits[cut](before, 10, 5)
        const all = before.lines.join('\n')
        expect(unitsOf(taken.lines.join('\n'), taken.cut)).toBe(unitsOf(all))
        expect(unitsOf(edits.putBack(taken).lines.join('\n'))).toBe(unitsOf(all))
      }),
      { numRuns: runs(300) },
    )
  })
})
