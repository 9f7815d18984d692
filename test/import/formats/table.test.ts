import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked, both, sections } from '../asked.ts'

describe('tables', () => {
  test.each([
    ['Question,Answer\nHow do you plan?,Backwards.\nWho decides?,One of us.\n'],
    ['question;answer\r\n"How do you plan?";"Backwards."\r\n"Who decides?";One of us.'],
    ['Front\tBack\nHow do you plan?\tBackwards.\nWho decides?\tOne of us.\n'],
    ['id,Prompt,Sample Answer,Level\nx,How do you plan?,Backwards.,1\ny,Who decides?,One of us.,2\n'],
    ['How do you plan?\tBackwards.\nWho decides?\tOne of us.\n'],
  ])('%j', (text) => {
    expect(asked(text)).toEqual(both)
  })

  test('with line breaks, quotes and sections', () => {
    const text =
      'Topic,Question,Answer\nPlans,"How, ""really"", do you plan?","First:\n- back\n- wards"\nPower,Who?,\'=me\n'
    expect(asked(text)).toEqual([
      ['How, "really", do you plan?', 'First:\n- back\n- wards'],
      ['Who?', '=me'],
    ])
    expect(sections(text)).toEqual(['Plans', 'Power'])
    expect(readBank(text, { slug: 'mine' }).questions.map((each) => each.line)).toEqual([2, 5])
  })

  test('of one column', () => {
    expect(asked('Question\nWhy?\nHow?\n')).toEqual([
      ['Why?', null],
      ['How?', null],
    ])
  })
})
