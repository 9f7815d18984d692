import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { styleOf } from '../../src/screens/style.ts'
import { liveShell } from '../../src/terminal/live.ts'

/** A shell on a terminal in memory, on which somebody types `y` whenever asked, and the modes that it was in. */
function answered() {
  const modes: boolean[] = []
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    isRaw: false,
    setRawMode(isRaw: boolean) {
      modes.push(isRaw)
      this.isRaw = isRaw
      return this
    },
  })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  const shell = liveShell({
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    size: () => ({ columns: 80, rows: 24 }),
    style: styleOf({ level: 0, ascii: true }),
    monotonic: () => 0,
    signal: new AbortController().signal,
  })
  // each prompt that is drawn gets a key
  output.on('data', (chunk) => String(chunk).includes('now?') && input.write('y'))
  return { shell, modes, input }
}

test('between two prompts the terminal stays raw, lest what is typed is echoed, and it is cooked in the end', async () => {
  const { shell, modes, input } = answered()
  expect(await shell.ask('First, now? ')).toBe('y')
  expect(await shell.ask('Second, now? ')).toBe('y')
  expect(modes).not.toContain(false)
  expect(await shell.lend(async () => input.isRaw)).toBe(false)
  expect(input.isRaw).toBe(true)
  shell.close()
  expect(input.isRaw).toBe(false)
})
