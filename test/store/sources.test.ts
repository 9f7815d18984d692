import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pathStamp, rawAddress, readPath } from '../../src/store/sources.ts'
import { newFolder } from '../files.ts'

test.each([
  ['https://github.com/a/b/blob/main/docs/q.md', 'https://raw.githubusercontent.com/a/b/main/docs/q.md'],
  ['https://github.com/a/b/blob/main/q.md#top', 'https://raw.githubusercontent.com/a/b/main/q.md'],
  ['https://github.com/a/b', 'https://raw.githubusercontent.com/a/b/HEAD/README.md'],
  ['https://gist.github.com/a/0123abcd', 'https://gist.githubusercontent.com/a/0123abcd/raw'],
  ['https://example.com/q.md', 'https://example.com/q.md'],
])('%s is read from %s', (address, raw) => {
  expect(rawAddress(address)).toBe(raw)
})

test('a folder with everything in it is not walked through to its end', () => {
  const folder = newFolder()
  for (let at = 0; at < 201; at++) {
    mkdirSync(join(folder, `${at}`))
    for (let file = 0; file < 100; file++) writeFileSync(join(folder, `${at}`, `${file}.png`), '')
  }
  writeFileSync(join(folder, '0', 'a.md'), '### Why?\n')
  expect(() => readPath(folder)).toThrow('has more than 20000 files.')
  expect(pathStamp(folder)).toBeNull()
  expect(pathStamp(join(folder, '0'))).toContain('a.md')
})
