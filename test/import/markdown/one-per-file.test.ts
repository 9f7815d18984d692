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
  })
})
