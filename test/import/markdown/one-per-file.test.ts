import { describe, expect, test } from 'vitest'
import { asked } from '../asked.ts'

describe('one question in a file', () => {
  test('its heading asks', () => {
    const text =
      '# Tell me about a time you failed\n\n## Why it is asked\n\nTo see you learn.\n\n## Tips\n\n- Be brief\n'
    expect(asked(text, 'q7')).toEqual([
      ['Tell me about a time you failed', '## Why it is asked\n\nTo see you learn.\n\n## Tips\n\n- Be brief'],
    ])
  })

  test('or its name', () => {
    expect(
      asked('I once lost a week.\n\nIt taught me to ask.', '07-tell-me-about-a-time-you-failed'),
    ).toEqual([['tell me about a time you failed', 'I once lost a week.\n\nIt taught me to ask.']])
    expect(asked('# Notes\n\nA page on how, not who.', 'What is a fair review')).toEqual([
      ['What is a fair review', '# Notes\n\nA page on how, not who.'],
    ])
  })

  test.each(['How to install it', 'What we do', 'What is new'])('but not %s', (name) => {
    expect(asked('# Notes\n\nA page on how, not who.', name)).toEqual([])
  })
})
