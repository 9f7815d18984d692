import { expect, test } from 'vitest'
import { drill, lines, play } from './play.ts'

test('the change is one line of harmless text', () => {
  const played = play(drill(), 'enter', 'enter', '3', 'enter', ...lines('  slow\u001b[2J\tdown \u202e '))
  expect(played.attempt.change).toBe('slow[2J down <U+202E>')
})
