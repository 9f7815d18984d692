import { describe, expect, test } from 'vitest'
import { coverageOf } from '../../src/answers/coverage.ts'
import { pointsOf } from '../../src/rehearsal/item.ts'
import { itemInHand, type Review } from '../../src/rehearsal/rehearsal.ts'
import { update } from '../../src/rehearsal/update.ts'
import { bare, drill, item, line, Played, play, question, story } from './play.ts'

const voice = { firstMs: 900, longestPauseMs: 800, pauses: 0, silence: 0.1 }
const counted = { words: 8, wordsAMinute: 130, fillers: 2 }
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
/** Has the first and the second point, perhaps the third, and not the last. */
const text = 'Um, clear goals for all, and we did reviews of the code after incidents.'

/** The rehearsal after a recorder measured the answer that is being scored. */
const recorded = ({ rehearsal, now }: Played): Played =>
  new Played(update(rehearsal, { type: 'voice', voice, now }), now)

const inReview = (more = {}): Played =>
  recorded(play(drill([asked], more), 'enter', '90s', 'enter')).play('3')

/** The rehearsal after the answer in hand was transcribed. */
function heard({ rehearsal, now }: Played): Played {
  const coverage = coverageOf(pointsOf(itemInHand(rehearsal)), text)
  return new Played(update(rehearsal, { type: 'transcript', text, counted, coverage, now }), now)
}

const reviewOf = ({ rehearsal }: Played): Review => {
  if (rehearsal.phase.name !== 'review') throw new Error(`in ${rehearsal.phase.name}`)
  return rehearsal.phase
}

describe('a transcript that comes in a review', () => {
  test('ticks what is covered, marks what may be, and is counted', () => {
    const played = heard(inReview())
    expect(reviewOf(played).ticked).toEqual([0, 1])
    expect(reviewOf(played).coverage?.map(({ state }) => state)).toEqual([
      'covered',
      'covered',
      'maybe',
      'missing',
    ])
    expect(played.screen(100)).toContain('[ ] Blame: maybe (incidents)')
    expect(played.attempt).toMatchObject({ final: false, made: [], voice: { ...voice, ...counted } })
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
      voice: counted,
    })
  })

  test('changes no tick that the user has set or taken away, and moves nothing', () => {
    const ticked = inReview().play('4', 'space', 'space', 'down', 'down', 'down', 'space')
    const played = heard(ticked)
    expect(reviewOf(played)).toMatchObject({ ticked: [1, 3], cursor: 3, score: 4 })
    expect(reviewOf(played.play('up', 'up', 'space')).ticked).toEqual([3])
  })

  test('leaves a review that the user has not touched as open as it was', () => {
    expect(heard(inReview()).play('q').attempt).toMatchObject({ final: false, made: [] })
    const touched = heard(inReview().play('space')).play('q')
    expect(touched.attempt).toMatchObject({ final: true })
  })

  test('is held against the points of a story that is written then', () => {
    const played = heard(inReview()).play(story('# Mine\n\n- incidents\n- parrots'))
    expect(pointsOf(itemInHand(played.rehearsal)).map(({ label }) => label)).toContain('incidents')
    expect(reviewOf(played).ticked).toContain(0)
    expect(played.effects.find(({ type }) => type === 'compare')).toMatchObject({ text, isSpoken: true })
  })

  test('is what a coach gets', () => {
    const before = inReview({ hasCoach: true })
    expect(before.screen(120)).not.toContain('o coach')
    expect(before.play('o').effects.some(({ type }) => type === 'coach')).toBe(false)
    const played = heard(before)
    expect(played.screen(120)).toContain('o coach')
    expect(played.play('o').effects.at(-1)).toMatchObject({ type: 'coach', text, as: 'attempt 0' })
  })

  test('of a question without points has none to tick', () => {
    const answered = recorded(play(drill([item(question('First?', { keyPoints: [] }))]), 'enter', 'enter'))
    const played = heard(answered.play('3'))
    expect(reviewOf(played)).toMatchObject({ ticked: [], coverage: null })
    expect(played.screen()).not.toContain('share')
  })
})

test('one that comes while the change is asked for is counted, and ticks nothing', () => {
  const played = heard(inReview().play('enter'))
  expect(played.phase).toBe('change')
  expect(played.attempt).toMatchObject({ final: true, made: [], voice: counted })
  expect(played.play(line('Slower')).attempt).toMatchObject({ change: 'Slower', made: [], voice: counted })
  const nothingToReview = recorded(play(drill([item(bare('First?'))]), 'enter', 'enter')).play('3')
  expect(heard(nothingToReview).play(line('')).attempt).toMatchObject({ voice: counted })
})

test('elsewhere one changes nothing', () => {
  const played = play(drill([asked]), 'enter')
  expect(heard(played).rehearsal).toEqual(played.rehearsal)
})

describe('in plain mode', () => {
  const answered = (): Played => recorded(play(drill([asked]), line(''), line(''))).play(line('3'))

  test('the points are shown once more, and Enter takes what is covered', () => {
    const played = heard(answered())
    expect(played.printed).toEqual(['transcript', 'points'])
    expect(played.text({ live: false, kind: 'points' })).toContain('1. Goals: covered (clear, goals)')
    expect(played.play(line(''), line('')).attempt.made).toEqual([
      'Clear goals for everybody',
      'Reviews of all code',
    ])
    expect(played.play(line('4'), line('')).attempt.made).toEqual(['Money'])
  })

  test('what was given by its numbers stands', () => {
    const played = heard(answered().play(line('4')))
    expect(played.printed).toEqual(['transcript'])
    expect(played.play(line('')).attempt.made).toEqual(['Money'])
  })
})
