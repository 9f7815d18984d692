import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { version } from '../../package.json'

test('--version prints the version of the package', () => {
  expect(execFileSync('node', ['bin/greenroom.js', '--version'], { encoding: 'utf8' })).toBe(`${version}\n`)
})
