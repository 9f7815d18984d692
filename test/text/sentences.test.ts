import { expect, test } from 'vitest'
import { sentencesOf } from '../../src/text/sentences.ts'

test.each([
  ['I ask. I wait!\nThen, "I decide." Done', ['I ask.', 'I wait!', 'Then, "I decide."', 'Done']],
  ['Tools, e.g. a board, help. So do habits.', ['Tools, e.g. a board, help.', 'So do habits.']],
  ['Version 1.5 came. ok then', ['Version 1.5 came. ok then']],
  ['Well... I do. Really?!', ['Well...', 'I do.', 'Really?!']],
  ['你好。再见！', ['你好。', '再见！']],
  ['', []],
])('%j has the sentences %j', (paragraph, sentences) => {
  expect(sentencesOf(paragraph)).toEqual(sentences)
})
