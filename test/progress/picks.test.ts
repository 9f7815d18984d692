import { describe, expect, it } from 'vitest'
import { fold } from '../../src/progress/fold.ts'
import { type PickOptions, pick } from '../../src/progress/picks.ts'
import { seeded } from '../../src/progress/random.ts'
import { dayOfDate } from '../../src/text/dates.ts'
import { attempt } from './lines.ts'

const on = (date: string) => `${date}T10:00:00.000+01:00`
const today = dayOfDate('2026-11-23') ?? 0
const questions = ['new', 'blanked', 'overdue', 'solid', 'shaky'].map((id) => ({ id }))
const progress = fold(
  [
    attempt({ question: 'overdue', score: 3, at: on('2026-11-15') }),
    attempt({ question: 'solid', score: 3, at: on('2026-11-22') }),
    attempt({ question: 'shaky', score: 2, at: on('2026-11-22') }),
    attempt({ question: 'blanked', score: 1, at: on('2026-11-21') }),
  ],
  {},
)

const picked = (options: Partial<PickOptions>) =>
  pick(questions, progress, { by: 'due', count: 5, day: today, random: null, ...options })
const ids = (options: Partial<PickOptions>) => picked(options).map(({ question }) => question.id)

describe('picks', () => {
  it('by due are the most overdue, then new ones, then the weakest', () => {
    expect(ids({ by: 'due' })).toEqual(['overdue', 'blanked', 'new', 'shaky', 'solid'])
  })

  it('by weak are those with the lowest score, then new ones', () => {
    expect(ids({ by: 'weak' })).toEqual(['blanked', 'shaky', 'overdue', 'solid', 'new'])
  })

  it('by new are new ones, then as by due', () => {
    expect(ids({ by: 'new' })).toEqual(['new', 'overdue', 'blanked', 'shaky', 'solid'])
  })

  it('say why', () => {
    expect(picked({}).map(({ reason }) => reason)).toEqual([
      'due for 5 days',
      'due since yesterday',
      'not rehearsed yet',
      'last score 2, shaky',
      'last score 3, solid',
    ])
    expect(picked({ day: today - 1 })[1]?.reason).toBe('due today')
  })

  it('are at most as many as wanted, the same ones as of all', () => {
    for (const count of [1, 3, 200]) expect(ids({ count })).toEqual(ids({ count: 5 }).slice(0, count))
  })

  it('put those to avoid last', () => {
    expect(ids({ avoid: ['overdue', 'new'] })).toEqual(['blanked', 'shaky', 'solid', 'overdue', 'new'])
  })

  it('at random are the same for the same seed, and all orders come up', () => {
    const order = (seed: number) => ids({ by: 'random', random: seeded(seed) }).join()
    expect(order(7)).toBe(order(7))
    expect(new Set(Array.from({ length: 2000 }, (_, seed) => order(seed))).size).toBe(120)
  })
})
