import { describe, expect, test } from 'vitest'
import { draftOf } from '../../src/rehearsal/draft.ts'
import type { Drafted } from '../../src/rehearsal/records.ts'
import { bare, drill, item, line, lines, mock, type Played, play } from './play.ts'

const typing = { options: { typed: true } }
const two = [item('First?'), item('Second?')]

const draft = (played: Played, text = ''): Drafted | null => draftOf(played.rehearsal, text, played.now)

/** The same rehearsal as it is taken up again, with this draft. */
const takenUp = ({ rehearsal }: Played, drafted: Drafted | null, at = rehearsal.at): Played =>
  play({ ...rehearsal, at, draft: drafted, phase: { name: 'over', next: 'quit' } })

const answer = ['enter', 'enter', '3'] as const

describe('a draft', () => {
  test('is what was written of an answer, with the line that is being typed', () => {
    const played = play(drill(two, typing), '10s', 'enter', line('I led'), '20s')
    expect(draft(played, 'the migr')).toEqual({
      as: 'attempt 0',
      what: 'answer',
      question: 'bank/first-',
      text: 'I led\nthe migr',
      thinkMs: 10_000,
      talkMs: 20_000,
    })
    expect(draft(played.play(line('.')))).toMatchObject({ text: 'I led', talkMs: 20_000 })
  })

  test('is the change that is being typed', () => {
    const played = play(drill(two), ...answer, 'enter')
    expect(draft(played, 'slow')).toMatchObject({ as: 'attempt 0', what: 'change', text: 'slow' })
  })

  test('is the change after a mock', () => {
    const played = play(mock([item('First?')]), ...answer, 'enter')
    expect(draft(played, 'slow')).toMatchObject({ as: 'rehearsal', what: 'change', question: null })
  })

  test.each(['', 'q'])('is given up where a mock gets no change after all, by "%s"', (text) => {
    const { effects } = play(mock([item('First?')]), ...answer, 'enter', line(text))
    const draft = expect.objectContaining({ as: 'rehearsal', what: 'change', text: null })
    expect(effects).toContainEqual({ type: 'draft', draft })
  })

  test.each([
    ['while somebody thinks', []],
    ['while somebody speaks', ['enter']],
    ['in a review', [...answer]],
    ['at the results', [...answer, 'enter', line('')]],
  ])('is not there %s', (_, inputs) => expect(draft(play(drill(), ...inputs))).toBeNull())

  test('is kept where somebody quits, and given up where the question is skipped', () => {
    const played = play(drill(two, typing), 'enter', ...lines('I led', '.'))
    const kept = played.play('q')
    expect(kept.effects).toContainEqual({
      type: 'draft',
      draft: expect.objectContaining({ as: 'attempt 0', text: 'I led' }),
    })
    expect(kept.text()).toContain('To go on with what you wrote, start greenroom without a command.')
    const skipped = play(drill(two, typing), 'enter', line('I led'), 's', 's')
    expect(skipped.effects).toContainEqual({ type: 'draft', draft: expect.objectContaining({ text: null }) })
  })
})

test('a change that is left once more where the input ends stays a draft', () => {
  const left = play(drill(), ...answer, 'enter')
  const again = takenUp(left, draft(left, 'slow'), 1).play('end')
  expect([again.records, again.ended]).toEqual([[], false])
  expect(again.text({ kind: 'stopped' })).toContain('Go on where you stopped with: greenroom')
})

describe('a rehearsal that is taken up', () => {
  test('goes on with an answer that was half written', () => {
    const left = play(drill(two, typing), '10s', 'enter', line('I led'), '20s')
    const again = takenUp(left, draft(left, 'the migr'))
    expect(again.printed).toEqual(['question 1 of 2', 'written-so-far'])
    const scored = again.play('5s', ...lines('it', '.'), '3')
    expect(scored.attempt).toMatchObject({ typed: 'I led\nthe migr\nit', thinkMs: 10_000, talkMs: 25_000 })
    expect(scored.play('enter', line('')).phase).toBe('think')
  })

  test('has that answer once: not again after it was skipped', () => {
    const left = play(drill(two, typing), 'enter', line('I led'))
    const again = takenUp(left, draft(left)).play('s', 's')
    expect(again.phase).toBe('think')
  })

  test.each([
    ['nothing was typed', ''],
    ['some of it was typed', 'slow'],
  ])('asks for the change where %s', (_, text) => {
    const left = play(drill(two), ...answer, 'enter')
    const again = takenUp(left, draft(left, text), 1)
    expect([again.phase, again.printed]).toEqual(['change', ['review-of']])
    const saidOf = (typed: string) => again.play(line(typed)).rehearsal.answered[0]?.attempt
    expect(saidOf('')).toMatchObject({ final: true, change: text || null })
    expect(saidOf('')).not.toHaveProperty('pending')
    expect(saidOf('louder')).toMatchObject({ change: 'louder' })
    expect(saidOf('-')).toMatchObject({ change: text === '' ? '-' : null })
    expect(again.play(line('')).printed.at(-1)).toBe('question 2 of 2')
  })

  test('asks for the change of its last question, and then shows the results', () => {
    const left = play(drill(), ...answer, 'enter')
    const again = takenUp(left, null, 1)
    expect(again.phase).toBe('change')
    expect(again.play(line('slower')).printed).toEqual(['review-of', 'saved', 'results'])
  })

  test.each([
    ['declined', line('')],
    ['given', line('slower')],
    ['left out with q', line('q')],
  ] as const)('asks for no change that was %s', (_, input) => {
    const left = play(drill(two), ...answer, 'enter').play(input)
    expect(left.attempt).not.toHaveProperty('pending')
    expect(takenUp(left, null, 1).printed).toEqual(['question 2 of 2'])
  })

  test('asks for points and score that were not given', () => {
    const left = play(drill(two), ...answer, 'space')
    expect(takenUp(left, null, 1).phase).toBe('review')
    const without = play(drill([item(bare('First?'))]), ...answer)
    expect(takenUp(without, draft(without, 'slow'), 1).rehearsal.phase).toMatchObject({
      name: 'change',
      typed: 'slow',
    })
  })

  test('has what was typed of the change after a mock', () => {
    const left = play(mock([item('First?')]), ...answer, 'enter')
    const again = takenUp(left, draft(left, 'slow'), 1)
    expect(again.play(line('')).records.at(-1)?.entry).toMatchObject({ state: 'end', change: 'slow' })
  })
})
