import { describe, expect, test } from 'vitest'
import { type Choice, choose } from '../../src/app/choose.ts'
import type { Shell } from '../../src/ports.ts'

const choice: Choice<'again' | 'stop' | 'end'> = {
  prompt: { live: 'Enter again · q stop', plain: 'Enter again, q stop: ' },
  keys: { enter: 'again', q: 'stop' },
  atEnd: 'end',
  help: 'Enter asks again.\n',
  reminder: 'Press Enter, or type q.\n',
}

/** What comes of these replies, and all that was on the screen. */
async function asked(live: boolean, replies: readonly (string | null)[], what = choice) {
  const left = [...replies]
  let screen = ''
  const shell = {
    live,
    ask: async (prompt: string) => {
      screen += `${prompt}\n`
      return left.shift() ?? null
    },
    print: (text: string) => {
      screen += text
    },
  } as Shell
  return { chosen: await choose(shell, what), screen, left }
}

describe.each([
  { live: true, prompt: choice.prompt.live },
  { live: false, prompt: choice.prompt.plain },
])('a question with keys, live: $live', ({ live, prompt }) => {
  test.each([
    ['enter', 'again'],
    ['', 'again'],
    [' Q ', 'stop'],
    [null, 'end'],
  ])('takes %j for %s', async (reply, chosen) => {
    expect(await asked(live, [reply])).toEqual({ chosen, screen: `${prompt}\n`, left: [] })
  })

  test('helps at ? and asks again', async () => {
    const { chosen, screen } = await asked(live, ['?', 'q'])
    expect({ chosen, screen }).toEqual({
      chosen: 'stop',
      screen: `${prompt}\nEnter asks again.\n${prompt}\n`,
    })
  })

  test('asks again at anything else, with a reminder in plain mode', async () => {
    const { chosen, screen } = await asked(live, ['x', 'toString', 'q'])
    const said = live ? '' : 'Press Enter, or type q.\n'
    expect({ chosen, screen }).toEqual({
      chosen: 'stop',
      screen: `${prompt}\n${said}${prompt}\n${said}${prompt}\n`,
    })
  })
})

test('without help, ? is like any other key', async () => {
  const { help: _help, ...silent } = choice
  expect((await asked(true, ['?', 'q'], silent)).screen).toBe(
    `${choice.prompt.live}\n${choice.prompt.live}\n`,
  )
})
