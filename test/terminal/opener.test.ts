import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFile } from '../../src/terminal/opener.ts'
import { fileWith, newFolder } from '../files.ts'

test.skipIf(process.platform === 'win32')('a file is opened by a program of its own', async () => {
  const pipe = join(newFolder(), 'pipe')
  execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe])
  const program = fileWith(`#!/bin/sh\nprintf '%s' "$*" > '${pipe}'\n`, 'xdg-open')
  chmodSync(program, 0o700)
  expect(await openFile('/a b/$(page).html', () => program)).toBeNull()
  expect(await readFile(pipe, 'utf8')).toBe('/a b/$(page).html')
})

test('where there is none, or it cannot be started, that is said', async () => {
  expect(await openFile('/page.html', () => null)).toMatch(/^There is no \S+ here to open the page with$/)
  expect(await openFile('/page.html', () => fileWith('no program', 'open'))).toMatch(
    /^\S+ could not be started$/,
  )
})
