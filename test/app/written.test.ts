import { expect, test } from 'vitest'
import { held } from '../../src/app/written.ts'
import { styleOf } from '../../src/screens/style.ts'
import { item, question } from '../rehearsal/play.ts'

const model =
  'We plan backwards from the date, all of us in one room, and we keep two weeks free for what nobody knows yet.'
const asked = item(question('How do you plan?', { answer: model }))
const counted = (text: string): string => held(asked, text, 80, styleOf({ level: 0, ascii: false })).counted

test('what can be counted in a written answer', () => {
  expect(counted('Um, I kept 2 weeks.')).toBe(
    '\n5 words, about 0:02 spoken · 1 filler · "I" 1, "we" 0 · 1 figure\n',
  )
})

test('the model answer is told from an answer of one’s own', () => {
  expect(counted(model)).toContain('word for word')
  expect(counted('We start at the end.')).not.toContain('word for word')
})
