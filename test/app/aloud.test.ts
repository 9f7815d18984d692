import { expect } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { posixTest as test } from '../program/process.ts'
import { fakes } from '../sound/fake.ts'
import { greenroom, output } from '../world.ts'

const input = '\n\n3\n\n\n'

/** A bank whose question has what other programs might take for more than words. */
async function bankOf(question: string): Promise<string> {
  const home = newFolder()
  await output(
    ['bank', 'add', fileWith(`## A\n\n### ${question}\n\n**Answer:** Yes.\n`), '--as', 'mine', '--yes'],
    { home },
  )
  await output(['bank', 'use', 'mine'], { home })
  return home
}

const hostile = `What of \`$(touch here)\` and <break time="9s"/> \`[[h@'loU]] [[[[rate 9]]]]\` "quotes"?`

test('--aloud hands the words of a question to the standard input of a voice', async () => {
  const home = await bankOf(hostile)
  const { env, log } = fakes('voice', { names: ['espeak-ng'] })
  expect(await output(['drill', '1', '--aloud'], { home, env, input })).toContain('Saved.')
  expect(log().filter((line) => !line.startsWith('start'))).toEqual([
    'args ["--stdin"] espeak-ng',
    `read ${JSON.stringify(`What of $(touch here) and <break time="9s"/> [h@'loU] [rate 9] "quotes"?`)} espeak-ng`,
  ])
})

test('or to the one argument of a command', async () => {
  const home = await bankOf('Why?')
  await greenroom(['config', 'set', 'aloud', 'on'], { home })
  await greenroom(['config', 'set', 'aloud.command', 'talker --say={text} -x'], { home })
  const { env, log } = fakes('voice', { names: ['talker', 'espeak-ng'] })
  await output(['drill', '1'], { home, env, input })
  expect(log()).toContain('args ["--say=Why?","-x"] talker')
})

test('a text is never an option of the program', async () => {
  const home = await bankOf('--help -f/etc/passwd, why?')
  await greenroom(['config', 'set', 'aloud.command', 'talker {text}'], { home })
  const { env, log } = fakes('voice', { names: ['talker'] })
  await output(['drill', '1', '--aloud'], { home, env, input })
  expect(log()).toContain('args ["help -f/etc/passwd, why?"] talker')
})

test('where none can, it is said once, and the rehearsal goes on', async () => {
  const home = newFolder()
  const { env } = fakes('fail', { names: ['spd-say', 'espeak-ng'] })
  const out = await output(['drill', '1', '2', '--aloud'], { home, env, input: `${input}\n${input}\n\n` })
  expect(
    out.split('The question could not be read aloud: spd-say: audio open error: No such device.'),
  ).toHaveLength(2)
  expect(out).toContain('espeak-ng')
})

test('nothing is read where nobody asked for it', async () => {
  const { env, log } = fakes('voice', { names: ['espeak-ng'] })
  await output(['drill', '1'], { home: newFolder(), env, input })
  expect(log()).toEqual([])
})
