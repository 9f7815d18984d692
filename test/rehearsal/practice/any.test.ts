import fc from 'fast-check'
import { expect, test } from 'vitest'
import { width } from '../../../src/text/wrap.ts'
import { runs } from '../../chance.ts'
import { inputs } from '../arbitrary.ts'
import { bare, item } from '../play.ts'
import { practise } from './play.ts'

const practices = fc.record({
  mode: fc.constantFrom('ladder' as const, 'sprint' as const, 'warm-up' as const),
  budgets: fc.array(fc.constantFrom(10_000, 90_000), { minLength: 1, maxLength: 4 }),
  asked: fc.constantFrom(
    'First?',
    bare('Second?'),
    `Why ${'so very long '.repeat(30)}?`,
    `Why “${'so… '.repeat(30)}”?`,
  ),
  strict: fc.boolean(),
  typed: fc.boolean(),
})

test('whatever is pressed, nothing that was done is lost, and the screen fits', () => {
  fc.assert(
    fc.property(
      practices,
      fc.array(inputs, { maxLength: 40 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 2, max: 12 }),
      fc.boolean(),
      ({ mode, budgets, asked, strict, typed }, pressed, columns, rows, ascii) => {
        const items = budgets.map((budgetMs) => item(asked, { budgetMs }))
        const played = practise(mode, items, { strict, typed: typed && mode === 'sprint' })(...pressed)
        const screen = played.screen(columns, rows, ascii).split('\n')
        expect(screen.length).toBeLessThan(rows)
        for (const line of screen) expect(width(line)).toBeLessThanOrEqual(columns)
        const text = played.textIn(columns, ascii)
        expect(text).not.toMatch(/[\u001b\u202e]/)
        if (ascii) expect(text).toMatch(/^[\0-\x7f\p{L}]*$/u)
        if (columns > 20)
          for (const line of text.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns)
        const { gone } = played.practice
        const recorded =
          played.record === null
            ? []
            : 'rounds' in played.record
              ? played.record.rounds
              : played.record.answers
        expect(recorded).toHaveLength(mode === 'warm-up' ? 0 : gone.length)
        practiseToTheEnd(played)
      },
    ),
    { numRuns: runs(150) },
  )
})

/** `end` ends it from anywhere, and then nothing goes on. */
function practiseToTheEnd(played: ReturnType<ReturnType<typeof practise>>): void {
  const before = played.record
  played.play('end')
  expect(played.phase).toBe('over')
  played.play('enter')
  expect(played.record).toEqual(before)
}
