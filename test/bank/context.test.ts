import { describe, expect, test } from 'vitest'
import { divide, together } from '../../src/bank/context.ts'
import { readBank } from '../../src/import/read.ts'

const asked = 'What is the output?'
const code = '```js\nconsole.log(1)\n```\n\n- A: 1\n- B: 2'

describe('a question about code', () => {
  test('is divided from the code, and put together again', () => {
    const divided = divide(`${asked}\n\n${code}`)
    expect(divided).toEqual({ question: asked, context: code })
    expect(together(divided)).toBe(`${asked}\n\n${code}`)
  })

  test.each([asked, 'How?\n\nTake your time.', '```\ncode\n```'])('%j has none', (question) => {
    expect(divide(question)).toEqual({ question, context: null })
  })

  test('comes back whole from JSON', () => {
    const json = JSON.stringify([{ question: asked, context: code, answer: '1' }])
    expect(readBank(json, { slug: 'quiz' }).questions[0]?.question).toBe(`${asked}\n\n${code}`)
  })
})
