import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { UserError } from '../../src/ports.ts'
import { plainShell } from '../../src/terminal/plain.ts'
import { longestInput, longestInputLine, mostInputLines } from '../../src/text/limits.ts'

/** A shell that gets its input in chunks as a pipe gives them. */
function shellOf(...texts: (string | Buffer)[]) {
  let read = 0
  function* chunks(): Generator<Buffer> {
    for (const text of texts) {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; at += 65_536) {
        read += 65_536
        yield bytes.subarray(at, at + 65_536)
      }
    }
  }
  const shell = plainShell({
    input: Readable.from(chunks()),
    write() {},
    bell() {},
    monotonic: () => 0,
    signal: new AbortController().signal,
    columns: () => 80,
  })
  return { shell, read: () => read }
}

test('a line that would fill the memory is refused, after those before it, and the rest is not read', async () => {
  const { shell, read } = shellOf('one\ntwo\n', Buffer.alloc(64 * 1024 ** 2, 'x'))
  expect([await shell.ask(''), await shell.ask('')]).toEqual(['one', 'two'])
  const refused = await shell.ask('').catch((error) => error)
  expect(refused).toBeInstanceOf(UserError)
  expect(`${refused.message} ${refused.hint}`).toBe(
    'A line of the input is longer than 1 MB. Break it into shorter lines.',
  )
  expect(read()).toBeLessThan(2 * longestInputLine)
})

test('a line as long as it may be is read whole', async () => {
  const { shell } = shellOf('x'.repeat(longestInputLine), '\nafter\n')
  expect((await shell.ask(''))?.length).toBe(longestInputLine)
  expect(await shell.ask('')).toBe('after')
})

test('an input of too many lines is refused', async () => {
  const { shell } = shellOf('y\n'.repeat(mostInputLines + 1))
  for (let line = 0; line < mostInputLines; line++) await shell.ask('')
  await expect(shell.ask('')).rejects.toThrow('The input has more than 20,000 lines.')
})

test('an input that is too long is refused', async () => {
  const { shell } = shellOf(...Array.from({ length: 70 }, () => `${'x'.repeat(longestInputLine - 1)}\n`))
  let lines = 0
  const refused = await (async () => {
    while ((await shell.ask('')) !== null) lines++
  })().catch((error) => error)
  expect(refused.message).toBe('The input has more than 64 MB.')
  expect(lines).toBe(longestInput / longestInputLine)
})
