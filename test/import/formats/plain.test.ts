import { describe, expect, test } from 'vitest'
import { asked, both } from '../asked.ts'

describe('plain text', () => {
  test.each([
    ['How do you plan?\nBackwards.\n\nWho decides?\nOne of us.\n'],
    ['```\nHow do you plan?\nBackwards.\n\nWho decides?\nOne of us.\n```\n'],
    ['```text\n1. How do you plan?\nBackwards.\n\n2. Who decides?\nOne of us.\n```\n'],
  ])('%j', (text) => {
    expect(asked(text)).toEqual(both)
  })
})
