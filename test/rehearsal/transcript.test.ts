import { describe, expect, test } from 'vitest'
import { pointsOf } from '../../src/rehearsal/item.ts'
import { itemInHand, type Review } from '../../src/rehearsal/rehearsal.ts'
import {
  bare,
  countedWords,
  drill,
  heard,
  item,
  line,
  measuredVoice,
  type Played,
  play,
  question,
  story,
} from './play.ts'

const asked = item(
  question('First?', {
    keyPoints: [
      { label: 'Goals', text: 'Clear goals for everybody' },
      { label: 'Reviews', text: 'Reviews of all code' },
      {
        label: 'Blame',
        text: 'Blameless postmortems after incidents with the customers, in writing, every week',
      },
      { label: 'Budget', text: 'Money' },
    ],
  }),
)
const recorded = heard('')
/** Has the first and the second point, perhaps the third, and not the last. */
const text = 'Um, clear goals for all, and reviews of the code after incidents with customers.'

const inReview = (more = {}): Played => play(drill([asked], more), 'enter', '90s', 'enter', recorded, '3')

const reviewOf = ({ rehearsal }: Played): Review => {
  if (rehearsal.phase.name !== 'review') throw new Error(`in ${rehearsal.phase.name}`)
  return rehearsal.phase
}

const transcribed = heard(text)

describe('a transcript that comes in a review', () => {
  test('ticks what is covered, marks what may be, and is counted', () => {
    const played = inReview().play(transcribed)
    expect(reviewOf(played).ticked).toEqual([0, 1])
    expect(reviewOf(played).coverage?.map(({ state }) => state)).toEqual([
      'covered',
      'covered',
      'maybe',
      'missing',
    ])
    expect(played.screen(100)).toContain(
      '[ ] Blameless postmortems after incidents with the customers, in w…: maybe (incidents, customers)',
    )
    expect(played.attempt).toMatchObject({
      final: false,
      made: [],
      voice: { ...measuredVoice, ...countedWords },
    })
    expect(played.effects).toContainEqual({
      type: 'keep-transcript',
      question: 'bank/first-',
      text,
      as: 'attempt 0',
    })
    expect(played.text({ kind: 'transcript' })).toBe(
      `\nWhat you said, as your program heard it\n\n${text}\n\n8 words, 130 a minute, at least 2 fillers.\n`,
    )
    expect(played.play('enter').attempt).toMatchObject({
      made: ['Clear goals for everybody', 'Reviews of all code'],
      voice: countedWords,
    })
  })

  test('changes no tick that the user has set or taken away, and moves nothing', () => {
    const ticked = inReview().play('4', 'space', 'space', 'down', 'down', 'down', 'space')
    const played = ticked.play(transcribed)
    expect(reviewOf(played)).toMatchObject({ ticked: [1, 3], cursor: 3, score: 4 })
    expect(reviewOf(played.play('up', 'up', 'space')).ticked).toEqual([3])
  })

  test('leaves a review that the user has not touched as open as it was', () => {
    expect(inReview().play(transcribed).play('q').attempt).toMatchObject({ final: false, made: [] })
    const touched = inReview().play('space', transcribed, 'q')
    expect(touched.attempt).toMatchObject({ final: true })
  })

  test('is held against the points of a story that is written then', () => {
    const played = inReview().play(transcribed).play(story('# Mine\n\n- incidents\n- parrots'))
    expect(pointsOf(itemInHand(played.rehearsal)).map(({ label }) => label)).toContain('incidents')
    expect(reviewOf(played).ticked).toContain(0)
    expect(played.effects.find(({ type }) => type === 'compare')).toMatchObject({ text, isSpoken: true })
  })

  test('is what a coach gets', () => {
    const before = inReview({ hasCoach: true })
    expect(before.screen(120)).not.toContain('o coach')
    expect(before.play('o').effects.some(({ type }) => type === 'coach')).toBe(false)
    const played = before.play(transcribed)
    expect(played.screen(120)).toContain('o coach')
    expect(played.play('o').effects.at(-1)).toMatchObject({ type: 'coach', text, as: 'attempt 0' })
  })

  test('of a question without points has none to tick', () => {
    const asked = item(question('First?', { keyPoints: [] }))
    const played = play(drill([asked]), 'enter', 'enter', recorded, '3', transcribed)
    expect(reviewOf(played)).toMatchObject({ ticked: [], coverage: null })
    expect(played.screen()).not.toContain('share')
  })
})

test('one that comes while the change is asked for is counted, and ticks nothing', () => {
  const played = inReview().play('enter', transcribed)
  expect(played.phase).toBe('change')
  expect(played.attempt).toMatchObject({ final: true, made: [], voice: countedWords })
  expect(played.play(line('Slower')).attempt).toMatchObject({
    change: 'Slower',
    made: [],
    voice: countedWords,
  })
  const nothingToReview = play(drill([item(bare('First?'))]), 'enter', 'enter', recorded, '3')
  expect(nothingToReview.play(transcribed, line('')).attempt).toMatchObject({ voice: countedWords })
})

test('elsewhere one changes nothing', () => {
  const played = play(drill([asked]), 'enter')
  expect(played.play(transcribed).rehearsal).toEqual(played.rehearsal)
})

describe('in plain mode', () => {
  const answered = (): Played => play(drill([asked]), line(''), line(''), recorded, line('3'))

  test('the points are shown once more, and Enter takes what is covered', () => {
    const played = answered().play(transcribed)
    expect(played.printed.slice(-2)).toEqual(['transcript', 'points'])
    expect(played.text({ live: false, kind: 'points' })).toContain('1. Goals: covered (clear, goals)')
    expect(played.play(line(''), line('')).attempt.made).toEqual([
      'Clear goals for everybody',
      'Reviews of all code',
    ])
    expect(played.play(line('4'), line('')).attempt.made).toEqual(['Money'])
  })

  test('what was given by its numbers stands', () => {
    const played = answered().play(line('4'), transcribed)
    expect(played.printed.at(-1)).toBe('transcript')
    expect(played.play(line('')).attempt.made).toEqual(['Money'])
  })
})
