import { expect, it } from 'vitest'
import { fold } from '../../src/progress/fold.ts'
import { budgetMinutes, usualMinutes } from '../../src/progress/minutes.ts'
import { attempt } from './lines.ts'

const times = { thinkMs: 30_000, budgetMs: 90_000 }
const words = (count: number) => Array(count).fill('word').join(' ')
const knownAfter = (...lines: Parameters<typeof fold>[0]) => fold(lines, {}).questions.get('bank/one') ?? null

it('a question usually takes think time, budget, 30 s for scoring, and reading at 240 words a minute', () => {
  expect(usualMinutes({ answer: null }, null, null, times)).toBe(2.5)
  expect(usualMinutes({ answer: words(240) }, null, null, times)).toBe(3.5)
  expect(usualMinutes({ answer: words(240) }, null, words(120), times)).toBe(3)
})

it('a question takes as long as its answers took so far, without those in which nothing was said', () => {
  const spoken = attempt({ thinkMs: 10_000, talkMs: 80_000 })
  const blanked = attempt({ thinkMs: 60_000, talkMs: 0, score: 1 })
  expect(usualMinutes({ answer: null }, knownAfter(spoken, blanked), null, times)).toBe(2)
  expect(usualMinutes({ answer: null }, knownAfter(blanked), null, times)).toBe(2.5)
})

it('a follow-up takes 45 s', () => {
  expect(budgetMinutes({ followUps: [] }, 90_000, 30_000)).toBe(2)
  expect(budgetMinutes({ followUps: ['And then?'] }, 90_000, 30_000)).toBe(2.75)
})
