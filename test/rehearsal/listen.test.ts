import { describe, expect, test } from 'vitest'
import { update } from '../../src/rehearsal/update.ts'
import { drill, item, line, mock, Played, play } from './play.ts'

const voice = { firstMs: 900, longestPauseMs: 800, pauses: 0, silence: 0.1 }

/** The rehearsal after a recorder measured the answer that is being scored. */
const measured = ({ rehearsal, now }: Played): Played =>
  new Played(update(rehearsal, { type: 'voice', voice, now }), now)

const listened = (played: Played): unknown[] => played.effects.filter(({ type }) => type === 'listen')

test('what was measured is in every version of the attempt, at its end', () => {
  const played = measured(play(drill(), 'enter', '90s', 'enter')).play('3', 'enter', line('Breathe'))
  expect(played.attempts).toHaveLength(1)
  expect(played.attempt).toMatchObject({ voice, change: 'Breathe' })
  expect(Object.keys(played.records[0]?.entry ?? {}).at(-1)).toBe('voice')
})

test('elsewhere a measure changes nothing', () => {
  const played = play(drill(), 'enter')
  expect(measured(played).rehearsal).toEqual(played.rehearsal)
})

describe('l and L', () => {
  test('play the take of the answer in review, and the one before it', () => {
    const played = measured(play(drill([item('First?')], { keepsTakes: true }), 'enter', 'enter')).play(
      '3',
      'l',
      'L',
    )
    expect(listened(played)).toEqual([
      { type: 'listen', index: 0, older: false },
      { type: 'listen', index: 0, older: true },
    ])
    expect(played.screen(120)).toContain('l listen')
  })

  test('in plain mode too', () => {
    const played = measured(play(drill([item('First?')], { keepsTakes: true }), line(''), line('')))
    const review = played.play(line('3'), line('l'), line('1'), line('L'))
    expect(listened(review)).toHaveLength(2)
    expect(review.phase).toBe('review')
  })

  test('in the debrief of a mock, of each answer', () => {
    let played = play(mock([item('First?'), item('Second?')], { keepsTakes: true }), 'enter', 'enter')
    played = measured(played).play('3', 'enter', 'enter')
    played = measured(played).play('2', 'l', 'enter', 'l')
    expect(listened(played)).toEqual([
      { type: 'listen', index: 1, older: false },
      { type: 'listen', index: 0, older: false },
    ])
  })

  test('do nothing where nothing was recorded, or no take is kept', () => {
    const answered = play(drill(), 'enter', 'enter')
    for (const played of [
      measured(answered).play('3', 'l'),
      play(drill([item('First?')], { keepsTakes: true }), 'enter', 'enter', '3', 'l'),
    ]) {
      expect(listened(played)).toEqual([])
      expect(played.screen(120)).not.toContain('listen')
    }
  })
})
