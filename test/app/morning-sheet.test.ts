import { expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { greenroom } from '../world.ts'

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

test('export sheet has the story, else key points, and the change, the weakest first', async () => {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: answer })
  await greenroom(['drill', '2'], { home, input: '\n\n1\n\n\nbreathe\n' })
  await greenroom(['story', '1', '--text', 'We cut the bill by half. Then we went on.'], { home })
  const { out } = await greenroom(['export', 'sheet'], { home })
  expect(out.indexOf('mentor junior')).toBeLessThan(out.indexOf('hands-on'))
  expect(out).toContain('  We cut the bill by half.\n  *Change: name the number*\n')
  expect(out).toContain('*Change: breathe*')
  expect(out).toContain('And 5 more questions.')
})
