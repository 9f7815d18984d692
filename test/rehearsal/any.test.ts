import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointsOf } from '../../src/rehearsal/item.ts'
import type { Attempt } from '../../src/rehearsal/records.ts'
import type { Rehearsal } from '../../src/rehearsal/rehearsal.ts'
import { promptOf } from '../../src/render/prompts.ts'
import {
  away,
  bare,
  drill,
  type Input,
  item,
  line,
  mock,
  type Played,
  play,
  question,
  story,
  unseen,
} from './play.ts'

const texts = ['', '1', '1 2', '3', '4', '9', '?', 'x', 's', 'q', '.', 'b', 'words', '\u001b[2J\u202e']

const inputs: fc.Arbitrary<Input> = fc.oneof(
  fc.constantFrom('enter', 'space', '1', '2', '3', '4', 'up', 'down', ...'xsqpcbmae?z'),
  fc.constantFrom(...texts).map(line),
  fc.constantFrom('1s', '40s', '3m'),
  fc.constantFrom('3s', '10m').map(away),
  fc.constantFrom('20s', '4m').map(unseen),
  fc.constantFrom('', '- One\n- Two', 'Just so.').map(story),
)

const items = fc.uniqueArray(
  fc.record({
    asked: fc.constantFrom(
      question('First?'),
      question('Second?', { keyPoints: [] }),
      question('Third?', { answer: null }),
      bare('Fourth?'),
    ),
    story: fc.constantFrom(null, '- Mine\n- Yours'),
    lastChange: fc.constantFrom(null, 'Breathe'),
    followUp: fc.constantFrom(null, 'And then?'),
    budgetMs: fc.constantFrom(5000, 90_000),
  }),
  { minLength: 1, maxLength: 3, selector: ({ asked }) => asked.id },
)

const rehearsals: fc.Arbitrary<Rehearsal> = fc
  .record({ kind: fc.constantFrom(drill, mock), items, strict: fc.boolean(), typed: fc.boolean() })
  .chain(({ kind, items, strict, typed }) =>
    fc.constantFrom('none' as const, 'words' as const, 'bell' as const).map((cue) =>
      kind(
        items.map(({ asked, ...more }) => item(asked, more)),
        { cue, options: { strict, typed } },
      ),
    ),
  )

/** Each attempt with its versions, as `as` names them. */
function versions(played: Played): Attempt[][] {
  const all = new Map<string, Attempt[]>()
  for (const { as, entry } of played.records) {
    if (entry.type === 'attempt') all.set(as, [...(all.get(as) ?? []), entry])
  }
  return [...all.values()]
}

function check(played: Played): void {
  const held = played.rehearsal.answered.map(({ attempt }) => ({ type: 'attempt', ...attempt }))
  expect(held).toEqual(played.attempts)
  for (const [first, last, ...more] of versions(played)) {
    expect(first).toMatchObject({ final: false, score: first?.committed, made: [], change: null })
    expect(more).toEqual([])
    if (last === undefined) continue
    const { score, final, points, made, of, changeMade, change, ...rest } = last
    expect(final).toBe(true)
    expect(first).toMatchObject(rest)
    expect(made.length).toBeLessThanOrEqual(of)
  }
  for (const { thinkMs, talkMs, followUp } of played.attempts) {
    expect(Math.min(thinkMs, talkMs, followUp?.talkMs ?? 0)).toBeGreaterThanOrEqual(0)
  }
}

test('whatever happens, nothing throws, nothing scored is lost, and it ends', () => {
  fc.assert(
    fc.property(rehearsals, fc.array(inputs, { maxLength: 60 }), (rehearsal, given) => {
      let played = play(rehearsal)
      for (const input of given) {
        const before = played
        played = played.play(input)
        for (const { entry } of played.records.slice(before.records.length)) {
          if (entry.type !== 'attempt' || !entry.final) continue
          const asked = before.rehearsal.items.find((each) => each.question.id === entry.question)
          const known = asked === undefined ? [] : pointsOf(asked).map((point) => point.text)
          expect(known).toEqual(expect.arrayContaining(entry.made))
        }
        expect(typeof promptOf(played.rehearsal)).toBe('string')
        expect(played.screen(40, 10).split('\n').length).toBeLessThan(10)
      }
      played.text()
      check(played)
      const ended = played.play('end')
      expect(ended.phase).toBe('over')
      check(ended)
      expect(ended.records.filter(({ entry }) => entry.type === 'rehearsal').length).toBeLessThanOrEqual(1)
      expect(ended.play(...given).effects).toEqual(ended.effects)
    }),
    { numRuns: 400 },
  )
})
