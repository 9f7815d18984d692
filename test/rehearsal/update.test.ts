import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointsOf } from '../../src/rehearsal/item.ts'
import type { Attempt } from '../../src/rehearsal/records.ts'
import { nextTick } from '../../src/rehearsal/update.ts'
import { promptOf } from '../../src/screens/prompts.ts'
import { runs } from '../chance.ts'
import { inputs, rehearsals } from './arbitrary.ts'
import { drill, item, line, lines, type Played, play } from './play.ts'

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
    if (changed !== undefined) expect({ ...changed, change: null, pending: 'change' }).toEqual(reviewed)
    const { score, final, points, made, of, changeMade, change, pending: _, ...rest } = changed ?? reviewed
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
    { numRuns: runs(150) },
  )
})

test('? prints help at every step and changes nothing', () => {
  for (const before of [[], ['enter'], ['enter', 'enter'], ['enter', 'enter', '3']]) {
    const played = play(drill(), ...before)
    const asked = played.play('?')
    expect(asked.printed.at(-1)).toBe('help')
    expect(asked.rehearsal).toEqual(played.rehearsal)
  }
  const change = play(drill(), 'enter', 'enter', '3', 'enter')
  expect(change.play(...lines('?')).printed.at(-1)).toBe('help')
  expect(change.play(...lines('?'), ...lines('')).attempt.change).toBe(null)
})

test.each([
  [[], 'yes', "Press Enter when you start to speak, or type x for don't know, s to skip, q to quit."],
  [[], 'enter', "Press Enter when you start to speak, or type x for don't know, s to skip, q to quit."],
  [[''], 'p', 'Press Enter when you have finished, or type s to skip, q to quit.'],
  [['', ''], '', 'Type a number from 1 to 4, or q to quit.'],
  [['', ''], 'b', 'Type a number from 1 to 4, or q to quit.'],
  [['', ''], '5', 'Type a number from 1 to 4, or q to quit.'],
  [['', '', '3'], '1 3', 'Type the numbers of the points you made, from 1 to 2, or press Enter for none.'],
  [['', '', '3'], 'all', 'Type the numbers of the points you made, from 1 to 2, or press Enter for none.'],
  [['', '', '3', ''], 'x', 'Type a number from 1 to 4, or press Enter to keep your first score.'],
])('after %j the line "%s" is answered by a sentence, and the prompt again', (before, text, sentence) => {
  const played = play(drill(), ...lines(...before))
  const answered = played.play(line(text))
  expect(answered.rehearsal).toEqual(played.rehearsal)
  expect(answered.text({ kind: 'invalid', columns: 120 })).toBe(`${sentence}\n`)
})

test('the next tick is due when the second is full, and never while no clock runs', () => {
  const played = play(drill(), 'enter')
  expect(nextTick(played.rehearsal, played.now + 300)).toBe(700)
  for (const still of [played.play('p'), played.play('s'), played.play('enter')]) {
    expect(nextTick(still.rehearsal, still.now)).toBe(null)
  }
})

test('a rehearsal that is over stays over', () => {
  const over = play(drill([item('First?'), item('Second?')]), 'q')
  expect(over.play('enter', 'end', '?', line('x'), '3s').effects).toEqual(over.effects)
})
