import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageOf, type State } from '../../src/answers/coverage.ts'
import { explicitKeyPoint } from '../../src/bank/key-points.ts'
import { runs } from '../chance.ts'
import { heldOut, inGeneral, type Labelled, mixed, retold } from './labelled.ts'
import { spoken } from './spoken.ts'

const pointsOf = (...texts: string[]) => texts.map((text) => ({ text, label: text }))

const statesOf = (points: readonly string[], answer: string): State[] =>
  coverageOf(pointsOf(...points), answer).map(({ state }) => state)

/** How well the guess agrees with the labels. */
function figuresOf(set: readonly Labelled[]) {
  const guesses = set.flatMap(({ answer, points }) =>
    coverageOf(
      points.map(([text]) => explicitKeyPoint(text)),
      answer,
    ).map(({ state }, at) => ({ state, isMade: points[at]?.[1] === true })),
  )
  const count = (of: (guess: (typeof guesses)[number]) => boolean): number => guesses.filter(of).length
  const made = count(({ isMade }) => isMade)
  const found = count(({ state }) => state !== 'missing')
  const right = count(({ state, isMade }) => state !== 'missing' && isMade)
  const covered = count(({ state }) => state === 'covered')
  return {
    points: guesses.length,
    precision: right / found,
    recall: right / made,
    coveredPrecision: count(({ state, isMade }) => state === 'covered' && isMade) / covered,
    missing: count(({ state }) => state === 'missing'),
    wronglyMissing: count(({ state, isMade }) => state === 'missing' && isMade),
  }
}

const sets = { retold, inGeneral, mixed, heldOut, spoken }

describe('the points that an answer makes', () => {
  test('are found in answers that were told from memory', () => {
    const figures = figuresOf(retold)
    expect(figures.points).toBeGreaterThanOrEqual(60)
    expect(figures.precision).toBeGreaterThanOrEqual(0.93)
    expect(figures.recall).toBeGreaterThanOrEqual(0.95)
    expect(figures.wronglyMissing / figures.missing).toBeLessThanOrEqual(0.14)
  })

  test('are found as well where general points are among them', () => {
    const figures = figuresOf([...retold, ...inGeneral])
    expect(figures.precision).toBeGreaterThanOrEqual(0.87)
    expect(figures.recall).toBeGreaterThanOrEqual(0.89)
  })

  test('are found less often in answers whose errors nobody looked at, and covered is then seldom wrong', () => {
    if (process.env.FIGURES) for (const [name, set] of Object.entries(sets)) console.log(name, figuresOf(set))
    const figures = figuresOf(spoken)
    expect(figures.points).toBeGreaterThanOrEqual(90)
    expect(figures.precision).toBeGreaterThanOrEqual(0.79)
    expect(figures.recall).toBeGreaterThanOrEqual(0.87)
    expect(figures.coveredPrecision).toBeGreaterThanOrEqual(0.87)
    const all = figuresOf(Object.values(sets).flat())
    expect(all.coveredPrecision).toBeGreaterThanOrEqual(0.9)
  })

  test('may be made in other words that say much the same, and a figure is a number', () => {
    const answer = 'I told my boss that it cost us 40 users.'
    expect(
      statesOf(['Informed the director', 'The price in customers', 'A result in numbers'], answer),
    ).toEqual(['covered', 'covered', 'covered'])
  })

  test('may be made by a phrase', () => {
    expect(statesOf(['Praise in public'], 'I thank people in front of others.')).toEqual(['covered'])
    expect(statesOf(['What I learnt'], 'These days I ask first.')).toEqual(['maybe'])
  })

  test('need their words together, and count the commonest less', () => {
    const scattered = 'The garden was cold. We went on. It rained. Nobody came. The plan stood.'
    expect(statesOf(['A garden plan with fence and gate'], scattered)).toEqual(['maybe'])
    expect(statesOf(['A garden plan with fence and gate'], 'The garden had a plan.')).toEqual(['covered'])
    expect(statesOf(['Weekly talk with an outside expert'], 'It took a week.')).toEqual(['missing'])
  })

  test('are not covered by words that only join others, in German neither', () => {
    expect(statesOf(['Die Dokumentation und der Test'], 'Das ist die Frage, und der ist nicht da.')).toEqual([
      'missing',
    ])
  })

  test('are not covered by a single word of several', () => {
    expect(statesOf(['Asked an expert from outside', 'Asked'], 'I asked my team.')).toEqual([
      'maybe',
      'covered',
    ])
  })

  test('are found whatever the form of a word, and with numbers in words', () => {
    expect(
      statesOf(
        ['Reviewing designs', '120 tickets', 'A party'],
        'I reviewed the design of a hundred and twenty tickets.',
      ),
    ).toEqual(['covered', 'covered', 'missing'])
  })

  test('come with the words that decided', () => {
    expect(coverageOf(pointsOf('Small goals, checked weekly'), 'We checked each goal.')[0]?.words).toEqual([
      'goals',
      'checked',
    ])
  })

  test('are all missing in an empty answer, and all covered in their own words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const points = pointsOf(...texts)
        expect(coverageOf(points, '').every(({ state }) => state === 'missing')).toBe(true)
        const own = coverageOf(points, texts.join('\n'))
        expect(own.every(({ state, words }) => state === 'covered' || words.length === 0)).toBe(true)
      }),
      { numRuns: runs(100) },
    )
  })
})
