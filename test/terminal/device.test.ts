import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Screen, screenOn } from '../../src/terminal/device.ts'

/** A screen, and what it wrote to the terminal so far. */
function recorded(): { screen: Screen; pieces: string[] } {
  const pieces: string[] = []
  const write = (text: string): boolean => pieces.push(text.replace(/\u001b\[\?2026[hl]/g, '')) > 0
  return { screen: screenOn({ write } as NodeJS.WriteStream), pieces }
}

test('what is written until the next prompt is drawn goes to the terminal in one piece', async () => {
  const { screen, pieces } = recorded()
  screen.write('the old frame goes, ')
  await turn()
  screen.write('the new one comes')
  expect(pieces).toEqual([])
  await turn()
  expect(pieces).toEqual(['the old frame goes, the new one comes'])
})

test('a flush does not cut short what is written after it', async () => {
  const { screen, pieces } = recorded()
  screen.write('a question')
  await turn()
  screen.flush()
  screen.write('the old frame goes, ')
  await turn()
  screen.write('the new one comes')
  await turn()
  expect(pieces).toEqual(['a question', 'the old frame goes, the new one comes'])
})
