import { expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { json, output } from '../world.ts'

/** A home with a plan in which some questions were never rehearsed. */
async function planned(minutes: string): Promise<string> {
  const home = newFolder()
  await output(['plan', '--date', '+9d', '--minutes', minutes], { home })
  return home
}

test('list says of a new question on which day it is asked', async () => {
  const home = await planned('10')
  const shown = await output(['list'], { home })
  expect(shown).toMatch(/ new +asked (?:tomorrow|in \d days) /)
  expect(shown).not.toMatch(/ new +(?:tomorrow|in \d)/)
})

test('what fills the minutes left is called new where it was never rehearsed', async () => {
  const home = await planned('10')
  await output(['drill', '1'], { home, input: '\n\n3\n\n\n\n' })
  const { leftOver } = await json(['plan'], { home })
  expect(leftOver).toMatchObject([{ kind: 'question', isNew: true }])
  const shown = await output(['plan'], { home })
  expect(shown).toContain(' more minutes, new: ')
  expect(shown).not.toContain('ahead of schedule')
})

test('the summary has the change that was ticked with the points', async () => {
  const home = newFolder()
  await output(['drill', '1'], { home, input: '\n\n3\n1 2\n\nslower\n' })
  const again = await output(['drill', '1'], { home, input: '\n\n3\n1 2 5\n\n\n' })
  expect(again).toContain('5. Your change from last time: slower')
  expect(again).toContain('2 of 4 points and the change')
})
