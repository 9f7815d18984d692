import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointsOf } from '../../src/rehearsal/item.ts'
import type { Attempt } from '../../src/rehearsal/records.ts'
import { promptOf } from '../../src/screens/prompts.ts'
import { inputs, rehearsals } from './arbitrary.ts'
import { type Played, play } from './play.ts'

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
  for (const [first, reviewed, changed, ...more] of versions(played)) {
    expect(first).toMatchObject({ final: false, score: first?.committed, made: [], change: null })
    expect(more).toEqual([])
    if (reviewed === undefined) continue
    // only the change comes later than the final score
    if (changed !== undefined) expect({ ...changed, change: null }).toEqual(reviewed)
    const { score, final, points, made, of, changeMade, change, ...rest } = changed ?? reviewed
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
