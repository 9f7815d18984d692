import { describe, expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { greenroom, inDays, output } from '../world.ts'

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

/** A home whose plan was for a day that is by now so many days ago. */
async function planFor(daysAgo: number): Promise<string> {
  const home = newFolder()
  await greenroom(['plan', '--date', '+3d'], { home })
  await greenroom(['drill', '1'], { home, input: answer })
  await greenroom(['config', 'set', 'plan.date', inDays(-daysAgo)], { home })
  return home
}

describe('the home screen', () => {
  test('tells of the interview, and asks what is planned', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+9d', '--minutes', '60'], { home })
    await greenroom(['drill', '1'], { home, input: answer })
    const { out } = await greenroom([], { home })
    expect(out).toMatch(
      /^Interview \w{3} \d+ \w{3}, in 9 days\n0 of 7 ready · 0 of 7 stories written\n\nToday: 6 questions, about \d+ minutes\n/,
    )
    expect(out).toContain('(3 min, not rehearsed yet)')
    expect(out).toContain('Question 1 of 6')
  })

  test('shows the plan to somebody without a history too', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+9d', '--minutes', '60'], { home })
    const { out } = await greenroom([], { home })
    expect(out).toMatch(
      /^Welcome to greenroom\..*\n[\s\S]*Interview .* in 9 days\n0 of 7 ready[\s\S]*Question 1 of 7/,
    )
  })

  test('shows the change of the bank that it is about', async () => {
    const home = newFolder()
    await greenroom(['bank', 'add', '-', '--as', 'mine', '--yes'], { home, input: '### Why?\n\nSo.\n' })
    await greenroom(['drill', '1'], { home, input: answer })
    await greenroom(['drill', '1', '--bank', 'mine'], { home, input: '\n\n3\n\n\nbreathe\n' })
    expect(await output([], { home })).toContain('Your change from last time: name the number')
    await greenroom(['bank', 'use', 'mine'], { home })
    expect(await output([], { home })).toContain('Your change from last time: breathe')
    await greenroom(['bank', 'use', 'manager'], { home })
    expect(await output([], { home })).not.toContain('change from last time')
  })

  test('offers the page before what was left unfinished', async () => {
    const home = newFolder()
    await greenroom(['drill', '1', '2'], { home, input: answer })
    await greenroom(['config', 'set', 'plan.date', inDays(0)], { home })
    expect(await output([], { home, input: '\n' })).toContain('your page for the morning')
  })

  test('offers the page for the morning on the day, and asks nothing that is scored', async () => {
    const home = await planFor(0)
    const { code, out } = await greenroom([], { home, input: '\n' })
    expect(code).toBe(0)
    expect(out).toContain('Today is the day')
    expect(out).toContain('your page for the morning')
    expect(out).not.toContain('Enter when you start to speak')
    expect(await output([], { home, input: 'q\n' })).not.toContain('# ')
  })

  test('asks on the day where nothing was rehearsed, and does not say that it is not scored', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+3d'], { home })
    await greenroom(['config', 'set', 'plan.date', inDays(0)], { home })
    const { out } = await greenroom([], { home, input: answer })
    expect(out).toContain('Today is the day, and nothing is rehearsed yet:')
    expect(out).not.toContain('nothing is scored')
    expect(out).toContain('Question 1 of 3')
    expect(out).toContain('Saved.')
    // from then on there is the page
    expect(await output([], { home, input: '\n' })).toContain('your page for the morning')
  })
})
