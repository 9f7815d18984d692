import { beforeAll, expect, test } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

const home = newFolder()

const bank = `### How do you hire?
### How do you hire *well*?
### Où étiez-vous ?
### 4 ways to say no
### Yes?
<!-- id: plainly-yes -->
Yes.

`

beforeAll(async () => {
  await output(['bank', 'add', fileWith(bank), '--as', 'mine', '--yes'], { home })
  await output(['bank', 'use', 'mine'], { home })
})

test.each([
  ['2', 'mine/how-do-you-hire-well'],
  [' 2 ', 'mine/how-do-you-hire-well'],
  ['mine/how-do-you-hire', 'mine/how-do-you-hire'],
  ['well', 'mine/how-do-you-hire-well'],
  ['HIRE WELL', 'mine/how-do-you-hire-well'],
  ['étiez', 'mine/ou-etiez-vous'],
  ['say no', 'mine/4-ways-to-say-no'],
  ['4', 'mine/4-ways-to-say-no'],
  ['leadership/mentor-engineers', 'leadership/mentor-engineers'],
])('%j names %s', async (name, id) => {
  expect((await json(['show', name], { home })).id).toBe(id)
})

test.each([
  [
    'hire',
    '"hire" is in 2 questions:\n1. How do you hire?\n2. How do you hire well?\nName one by its number, or give more of its words.\n',
  ],
  ['9', 'There is no question "9" in the bank mine, which has 5.\ngreenroom list shows them all.\n'],
  ['0', 'There is no question "0" in the bank mine, which has 5.\ngreenroom list shows them all.\n'],
  [
    'hire wall',
    'There is no question "hire wall" in the bank mine, which has 5.\nDid you mean 2. How do you hire well? greenroom list shows them all.\n',
  ],
  [
    'mentor',
    'There is no question "mentor" in the bank mine, which has 5.\ngreenroom list shows them all.\n',
  ],
  [
    'none/such',
    'There is no question "none/such" in the bank mine, which has 5.\ngreenroom list shows them all.\n',
  ],
])('%j names none', async (name, err) => {
  expect(await greenroom(['show', name], { home })).toEqual({ code: 1, out: '', err })
})
