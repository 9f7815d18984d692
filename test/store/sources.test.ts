import { expect, test } from 'vitest'
import { rawAddress } from '../../src/store/sources.ts'

test.each([
  ['https://github.com/a/b/blob/main/docs/q.md', 'https://raw.githubusercontent.com/a/b/main/docs/q.md'],
  ['https://github.com/a/b/blob/main/q.md#top', 'https://raw.githubusercontent.com/a/b/main/q.md'],
  ['https://github.com/a/b', 'https://raw.githubusercontent.com/a/b/HEAD/README.md'],
  ['https://gist.github.com/a/0123abcd', 'https://gist.githubusercontent.com/a/0123abcd/raw'],
  ['https://example.com/q.md', 'https://example.com/q.md'],
])('%s is read from %s', (address, raw) => {
  expect(rawAddress(address)).toBe(raw)
})
