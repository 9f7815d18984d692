import { expect, test } from 'vitest'
import { spokenMsOf, wordsIn } from '../../src/answers/length.ts'

test.each([
  ['', 0],
  ['One, two – three!', 3],
  ['分别谈，再一起谈', 4],
  ['We said 你好 to 山田さん.', 6],
  ['팀에서 배운 것', 3],
])('%j has the length of %i words', (text, words) => {
  expect(wordsIn(text)).toBe(words)
})

test('a minute of Chinese is about as long as a minute of English', () => {
  // news is read with 250 to 300 letters a minute
  expect(spokenMsOf(wordsIn('先听双方的说法。'.repeat(40)))).toBeGreaterThan(50_000)
})
