import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/progress/fold.ts'
import type { Line } from '../../src/progress/journal.ts'
import { merge } from '../../src/progress/merge.ts'
import { localTime } from '../../src/text/dates.ts'
import { attempt, draft, set } from './lines.ts'

const at = (minute: number, offset = 60) => localTime(new Date(Date.UTC(2026, 10, 23, 9, minute)), offset)

describe('merged journals', () => {
  it('take the last line of an id within a journal', () => {
    const lines = [
      attempt({ id: 'a', final: false, score: 2, at: at(5) }),
      attempt({ id: 'a', final: true, score: 3, at: at(1) }),
    ]
    expect(merge([{ device: 'here', lines }])).toMatchObject([{ id: 'a', score: 3, device: 'here' }])
  })

  it('take the later line of an id across journals, by instant and not by text', () => {
    const early = {
      device: 'x',
      lines: [attempt({ id: 'a', score: 1, at: '2026-11-23T10:00:00.000+05:00' })],
    }
    const late = { device: 'y', lines: [attempt({ id: 'a', score: 4, at: '2026-11-23T09:00:00.000+01:00' })] }
    expect(merge([early, late])).toMatchObject([{ score: 4, device: 'y' }])
    expect(merge([late, early])).toMatchObject([{ score: 4, device: 'y' }])
  })

  it('drop doubles', () => {
    const lines = [attempt({ id: 'a' }), set('count', 5)]
    expect(
      merge([
        { device: 'x', lines },
        { device: 'y', lines },
      ]),
    ).toHaveLength(2)
  })

  it('are sorted by instant, whatever journal they are in', () => {
    const x = { device: 'x', lines: ['a', 'd'].map((id) => attempt({ id, at: at(id === 'a' ? 1 : 4) })) }
    const y = { device: 'y', lines: ['b', 'c'].map((id) => attempt({ id, at: at(id === 'b' ? 2 : 3) })) }
    expect(merge([y, x]).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('keep the order of a journal within a millisecond', () => {
    const lines = ['c', 'b', 'a'].map((id) => attempt({ id, at: at(1) }))
    expect(merge([{ device: 'x', lines }]).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  it('keep the order of a journal when the clock of its device was put back', () => {
    const x = [set('count', 5, at(30)), set('count', 7, at(5)), set('count', 9, at(6))]
    const y = [set('cue', 'bell', at(10))]
    const journals = [
      { device: 'x', lines: x },
      { device: 'y', lines: y },
    ]
    expect(fold(merge(journals), {}).settings).toEqual({ count: 9, cue: 'bell' })
    expect(merge(journals).map(({ at }) => at)).toEqual([at(10), at(30), at(5), at(6)])
  })

  it('are not held back by one line from a clock that was years ahead', () => {
    const lines = [
      set('count', 5, '2036-01-01T10:00:00.000+01:00'),
      attempt({ id: 'x1', at: at(1) }),
      attempt({ id: 'x2', at: at(3) }),
    ]
    const y = { device: 'y', lines: [attempt({ id: 'y1', at: at(2) })] }
    expect(
      merge([{ device: 'x', lines }, y])
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['x1', 'y1', 'x2'])
  })

  const ids = fc.constantFrom('a', 'b', 'c', 'd')
  const times = fc.record({ minute: fc.nat(5), offset: fc.constantFrom(-300, 0, 60) })
  const line: fc.Arbitrary<Line> = fc.oneof(
    fc
      .record({ id: ids, time: times, score: fc.constantFrom(1, 2, 3, 4), extra: fc.boolean() })
      .map(({ id, time, score, extra }) => attempt({ id, at: at(time.minute, time.offset), score, extra })),
    fc
      .record({ id: ids, time: times, of: ids, text: fc.constantFrom('I led', '', null) })
      .map(({ id, time, of, text }) => draft({ id, at: at(time.minute, time.offset), of, text })),
    fc
      .record({ id: ids, time: times, of: ids })
      .map(({ id, time, of }): Line => ({ v: 1, type: 'undo', id, at: at(time.minute, time.offset), of })),
  )
  const journals = fc.array(fc.record({ device: fc.constantFrom('x', 'y', 'z'), lines: fc.array(line) }))

  it('give the same in any order', () => {
    fc.assert(
      fc.property(
        journals.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([some, shuffled]) => {
          expect(merge(shuffled)).toEqual(merge(some))
          expect(fold(merge(shuffled), {})).toEqual(fold(merge(some), {}))
        },
      ),
    )
  })

  it('stay the same when merged again', () => {
    fc.assert(
      fc.property(journals, (some) => {
        const once = merge(some)
        expect(merge([{ device: 'x', lines: once }]).map(({ id, at }) => [id, at])).toEqual(
          once.map(({ id, at }) => [id, at]),
        )
      }),
    )
  })
})
