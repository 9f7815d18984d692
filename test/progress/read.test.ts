import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/progress/journal.ts'
import { readJournal, writeLine } from '../../src/progress/read.ts'
import { attempt, draft, ladder, rehearsal, set, skip, sprint, story, undo } from './lines.ts'

const stamp = '"v":1,"id":"a","at":"2026-11-23T10:12:33.123+01:00"'
const one = (raw: string) => readJournal(`\n${raw}\n`)

describe('a journal', () => {
  const lines: Line[] = [
    rehearsal(),
    attempt({ change: 'Slower', followUp: { text: 'And the café? 🎤', talkMs: 20_000 } }),
    skip('bank/two'),
    draft(),
    ladder(),
    sprint({ one: 'froze then said' }),
    story('bank/one', 'Line one\nline two\twith a tab'),
    undo('line-1'),
    set('count', 5),
  ]

  it('reads what was written', () => {
    expect(readJournal(lines.map(writeLine).join(''))).toEqual({ lines, bad: 0, newerLines: 0 })
  })

  it('is empty at first', () => {
    expect(readJournal('')).toEqual({ lines: [], bad: 0, newerLines: 0 })
    expect(readJournal('\n\n \r\n')).toEqual({ lines: [], bad: 0, newerLines: 0 })
  })

  it('keeps every other whole line, wherever a crash cut it and another line followed', () => {
    const bytes = Buffer.from(lines.slice(0, 4).map(writeLine).join(''))
    const after = attempt({ id: 'after' })
    const ends = lines.slice(0, 4).map((_, i) =>
      Buffer.byteLength(
        lines
          .slice(0, i + 1)
          .map(writeLine)
          .join(''),
      ),
    )
    for (let cut = 0; cut <= bytes.length; cut++) {
      const read = readJournal(bytes.subarray(0, cut).toString() + writeLine(after))
      // The last newline of a line may be missing: the next line brings one.
      const whole = ends.filter((end) => end - 1 <= cut).length
      expect(read.lines).toEqual([...lines.slice(0, whole), after])
      expect(read.bad).toBeLessThanOrEqual(1)
    }
  })

  it.each([
    ['no JSON', 'hello'],
    ['a torn line', `{${stamp},"type":"undo","of":`],
    ['two lines in one', `{${stamp},"type":"undo","of":"b"}{${stamp},"type":"undo","of":"b"}`],
    ['no object', '"text"'],
    ['null', 'null'],
    ['an array', `[{${stamp},"type":"undo","of":"b"}]`],
    ['no stamp', '{"type":"undo","of":"b"}'],
    ['no type', `{${stamp}}`],
    ['a time that is not one', '{"v":1,"id":"a","at":"noon","type":"undo","of":"b"}'],
    ['an undo of nothing', `{${stamp},"type":"undo"}`],
    ['a story that is a number', `{${stamp},"type":"story","question":"q","text":1}`],
    ['a setting that is an object', `{${stamp},"type":"set","key":"count","value":{}}`],
    ['nesting without an end', '['.repeat(200_000)],
    [
      'deep nesting with an escape',
      `{${stamp},"type":"new","x":"\\u0041","y":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    ],
  ])('counts and skips %s', (_, raw) => {
    expect(one(raw)).toEqual({ lines: [], bad: 1, newerLines: 0 })
  })

  const roundLine = (fields: object): string =>
    `{${stamp},"type":"round",${JSON.stringify({ name: 'phone', date: '2026-12-05', banks: ['mine'], topic: null, competency: null, kappa: 0, ...fields }).slice(1)}`

  it('reads the names of rounds and banks that can be typed', () => {
    for (const name of ['phone', "Anna's", 'Étape 2', 'a'.repeat(40)])
      expect(one(roundLine({ name, banks: ['mine', 'büro-2'] }))).toMatchObject({ lines: [{ name }], bad: 0 })
  })

  it.each([
    ['', { name: '' }],
    ['of signs', { name: '...' }],
    ['of the round without one', { name: 'Interview' }],
    ['over two lines', { name: 'phone\nonsite' }],
    ['with spaces around it', { name: ' phone ' }],
    ['like a flag', { name: '--clear' }],
    ['of 41 characters', { name: 'a'.repeat(41) }],
    ['of a bank that none can have', { banks: ['mine', '../x\u001b[2J'] }],
  ])('leaves out a round with a name %s', (_, fields) => {
    expect(one(roundLine(fields))).toEqual({ lines: [], bad: 1, newerLines: 0 })
  })

  it('leaves out a plan for banks that there cannot be', () => {
    const line = (slug: string) => one(`{${stamp},"type":"plan","kappa":0,"banks":["${slug}"]}`).lines.length
    expect([line('mine'), line('a b'), line('\\u001b[2J')]).toEqual([1, 0, 0])
  })

  it.each<[string, unknown]>([
    ['score', 5],
    ['score', '3'],
    ['committed', null],
    ['talkMs', -1],
    ['talkMs', '90'],
    ['mode', 'exam'],
    ['question', 7],
    ['made', [1]],
    ['followUp', 'text'],
    ['followUp', { text: 'And?' }],
    ['extra', 'no'],
    ['change', undefined],
    ['shape', true],
    ['shape', {}],
    ['shape', [['Action', '1']]],
    ['shape', [null]],
  ])('skips an attempt whose %s is %j', (field, value) => {
    expect(one(JSON.stringify({ ...attempt(), [field]: value }))).toEqual({
      lines: [],
      bad: 1,
      newerLines: 0,
    })
  })

  it('keeps what it does not know', () => {
    const unknown = `{${stamp},"type":"constructor","of":[1,{"a":null}]}`
    const newer = { ...attempt({ v: 2 }), mood: 'calm' }
    expect(one(unknown)).toEqual({ lines: [JSON.parse(unknown)], bad: 0, newerLines: 0 })
    expect(one(JSON.stringify(newer))).toEqual({ lines: [newer], bad: 0, newerLines: 0 })
  })

  it('distinguishes what only a newer greenroom understands from what is bad', () => {
    const newer = [
      { ...attempt({ v: 2 }), score: 'solid' },
      { ...story('bank/one', ''), v: 1.5, text: { parts: [] } },
    ]
    const bad = [
      { ...attempt(), score: 'solid' },
      { ...attempt({ v: 2 }), at: 'noon', score: 'solid' },
    ]
    const journal = [...newer, ...bad].map((line) => `\n${JSON.stringify(line)}\n`).join('')
    expect(readJournal(journal)).toEqual({ lines: [], bad: 2, newerLines: 2 })
  })

  it('removes what would harm a terminal', () => {
    const harmful = attempt({ change: 'a\u001b[2Jb\u0007', followUp: { text: 'x\u202ey', talkMs: 1 } })
    const [line] = one(JSON.stringify(harmful)).lines
    expect(line).toMatchObject({ change: 'a[2Jb', followUp: { text: 'x<U+202E>y' } })
    const raw = one(`{${stamp},"type":"story","question":"q","text":"a\u009bb\u200bc\\rd"}`).lines[0]
    expect(raw).toMatchObject({ text: expect.not.stringMatching(/[\u009b\u200b\r]/) })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json(), fc.constant(writeLine(attempt())))), (pieces) => {
        const { lines, bad } = readJournal(pieces.join('\n'))
        expect(lines.length + bad).toBeLessThanOrEqual(pieces.join('\n').split('\n').length)
      }),
    )
  })
})
