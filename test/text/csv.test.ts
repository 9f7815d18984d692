import { expect, test } from 'vitest'
import { csv } from '../../src/text/csv.ts'

test('CSV has no formulas, and quotes what needs it', () => {
  expect(
    csv([
      ['section', 'question', 'answer'],
      ['=x', '+1?', 'a "b",\nc'],
      [null, '\tHow?', '-'],
      [null, '@x', null],
      [1, true, 2.5],
    ]),
  ).toBe('section,question,answer\n\'=x,\'+1?,"a ""b"",\nc"\n,\'\tHow?,\'-\n,\'@x,\n1,true,2.5\n')
})
