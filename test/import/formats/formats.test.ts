import { expect, test } from 'vitest'
import { detectFormat, formats } from '../../../src/import/formats/formats.ts'
import { asked } from '../asked.ts'

const others: Record<string, object> = {
  'file-name': { question: 'why do you lead', answer: 'So.' },
  quoted: { question: 'Why us then?', answer: null },
}

test.each(formats)('$name is detected in $example', ({ name, example }) => {
  const { format, reading } = detectFormat(example, name === 'file-name' ? 'why-do-you-lead' : null)
  expect(format).toBe(name)
  expect(reading.drafts[0]).toMatchObject(
    others[name] ?? { question: expect.stringMatching(/^Why\?$/), answer: 'So.' },
  )
})

test('a text that is one code fence is read as what is in it', () => {
  expect(detectFormat('```\n## Why?\nSo.\n```\n', null).format).toBe('markdown')
})

test('a fence that is never closed is reported where fences have a meaning', () => {
  expect(detectFormat('## Why?\nSo.\n```js\n', null).reading.unclosedFence).toBe(3)
  expect(detectFormat('Question,Answer\nWhy?,So.\n```js,x\n', null).reading.unclosedFence).toBeNull()
})

test.each([
  [''],
  ['\n\n'],
  ['Just some words.'],
  [
    '# A library\n\n## Installation\n\n```sh\nnpm i it\n```\n\n## Usage\n\n- fast\n- small\n\n## License\n\nMIT\n',
  ],
  [
    '# Notes on lists\n\n## Array\n\n* A list in memory.\n* **Access:** `O(1)`\n\n## Stack\n\n* Last in, first out.\n\n[more](https://example.com)\n',
  ],
  ['std::string a;\nstd::vector b;\n'],
  ['a,b\n1,2\n'],
  ['{"name": "thing", "version": "1.0.0"}'],
  ['* one\n* two\n'],
])('there is no question in %j', (text) => {
  expect(asked(text)).toEqual([])
})
