import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterAttempt } from '../../src/progress/after-attempt.ts'
import { fold } from '../../src/progress/fold.ts'
import type { MergedLine } from '../../src/progress/journal.ts'
import { onMorningOf, type Progress } from '../../src/progress/progress.ts'
import type { Score } from '../../src/rehearsal/records.ts'
import { dateOf } from '../../src/text/dates.ts'
import { attempt, story } from './lines.ts'

/** Attempts at three questions and stories, in the order of their days. */
const histories = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 6 }),
      isStory: fc.boolean(),
      question: fc.constantFrom('bank/one', 'bank/two', 'bank/three'),
      score: fc.constantFrom<Score>(1, 2, 3, 4),
      talkMs: fc.integer({ min: 0, max: 300_000 }),
      extra: fc.boolean(),
      change: fc.option(fc.constantFrom('', 'slower'), { nil: null }),
      typed: fc.option(fc.constantFrom('', 'So.'), { nil: null }),
      asked: fc.option(fc.constantFrom('Why?', 'How?'), { nil: null }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all
      .sort((a, b) => a.day - b.day)
      .map(({ day, isStory, asked, ...given }, index): MergedLine => {
        const at = `${dateOf(20_000 + day)}T10:${10 + index}:00.000+01:00`
        if (isStory) return story(given.question, given.change, at)
        return attempt({ ...given, at, followUp: asked === null ? null : { text: asked, talkMs: 1000 } })
      }),
  )

/** In no order. */
const known = ({ questions, morning }: Progress) => ({
  questions,
  morning: { ...morning, questions: Object.fromEntries(morning.questions) },
})

it('is what the journal is folded to', () => {
  fc.assert(
    fc.property(histories, (lines) => {
      const last = lines.at(-1)
      if (last?.type !== 'attempt') return
      const { v: _v, type: _type, id: _id, at, device: _device, ...answer } = last
      const day = fold([last], {}).morning.day
      expect(known(afterAttempt(fold(lines.slice(0, -1), {}), answer, day, at))).toEqual(
        known(fold(lines, {})),
      )
    }),
  )
})

it('keeps what stood on the morning of the latest day', () => {
  fc.assert(
    fc.property(histories, (lines) => {
      const progress = fold(lines, {})
      const { day } = progress.morning
      const before = fold(
        lines.filter(({ at }) => at.slice(0, 10) < dateOf(day)),
        {},
      )
      const { questions, stories } = onMorningOf(day, progress)
      expect({ questions: new Map([...questions].sort()), stories }).toEqual({
        questions: new Map([...before.questions].sort()),
        stories: before.stories,
      })
    }),
  )
})
