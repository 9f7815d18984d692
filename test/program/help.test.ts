import { expect, test } from 'vitest'
import { version } from '../../package.json'
import { newFolder, run } from './greenroom.ts'

test('--version prints the version of the package', () => {
  expect(run(['--version'], { home: newFolder() })).toEqual({ code: 0, out: `${version}\n`, err: '' })
})
