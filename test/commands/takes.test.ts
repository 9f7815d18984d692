import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { posixTest } from '../program/process.ts'
import { fakes } from '../sound/fake.ts'
import { speech } from '../voice/speech.ts'
import { greenroom, json, output, worldOf } from '../world.ts'

let home: string
beforeEach(() => {
  home = newFolder()
})

/** A take of so many seconds. */
async function record(question: string, id: string, seconds: number): Promise<void> {
  const store = await worldOf({ home }).env.store(home)
  const take = (await store.takes()).begin(question, id)
  take.add(speech([['speech', seconds * 1000]]))
  take.close()
}

async function recordThree(): Promise<void> {
  await record('leadership/hands-on-vs-leadership', 'a', 5)
  await record('leadership/hands-on-vs-leadership', 'b', 61)
  await record('gone/what-was-it', 'c', 1)
}

const files = (): string[] => readdirSync(join(home, 'takes'))

describe('takes', () => {
  test('lists them, the newest first, with length, size and question', async () => {
    await recordThree()
    const { out } = await greenroom(['takes'], { home })
    expect(out.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'DATE')).toMatchInlineSnapshot(`
      "1  DATE  0:01  33 KB   gone.what-was-it
      2  DATE  1:01  2.0 MB  How do you balance hands-on technical work vs leadership?
      3  DATE  0:05  161 KB  How do you balance hands-on technical work vs leadership?
      3 takes, 2.1 MB
      "
    `)
    expect(await json(['takes'], { home })).toMatchObject([
      {
        number: 1,
        question: null,
        id: 'c',
        ms: 1000,
        bytes: 32_044,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
      { number: 2, question: 'leadership/hands-on-vs-leadership', id: 'b', ms: 61_000 },
      { number: 3, id: 'a', ms: 5000, path: expect.stringMatching(/takes.\d+T\d+_.*_a\.wav$/) },
    ])
  })

  test('says how to get some where there are none', async () => {
    expect(await greenroom(['takes'], { home })).toEqual({
      code: 0,
      out: '',
      err: 'There are no takes. greenroom config set record true records your answers.\n',
    })
    expect(await json(['takes'], { home })).toEqual([])
    expect(existsSync(join(home, 'takes'))).toBe(false)
  })

  test('--delete removes those that are named, or all', async () => {
    await recordThree()
    expect(await greenroom(['takes', '--delete', '1', '3'], { home })).toMatchObject({
      err: '2 takes removed.\n',
    })
    expect(files()).toEqual([expect.stringContaining('_b.wav')])
    expect(await greenroom(['takes', '--delete', '--all'], { home })).toMatchObject({
      err: '1 take removed.\n',
    })
    expect(files()).toEqual([])
  })

  test('--delete alone asks', async () => {
    await recordThree()
    for (const [input, left] of [
      ['', 3],
      ['n\n', 3],
      ['y\n', 0],
    ] as const) {
      expect(await greenroom(['takes', '--delete'], { home, input })).toMatchObject({ code: 0 })
      expect(files()).toHaveLength(left)
    }
  })

  test.each([
    [['--delete', '4'], 'There is no take "4".'],
    [['--delete', 'x'], 'There is no take "x".'],
    [['play', '0'], 'There is no take "0".'],
    [['play'], 'takes cannot "play".'],
    [['sing', '1'], 'takes cannot "sing 1".'],
    [['--all'], '--all goes with --delete.'],
  ])('%j makes no sense', async (args, sentence) => {
    await recordThree()
    const { code, err } = await greenroom(['takes', ...args], { home })
    expect([code, err.split('\n')[0]]).toEqual([2, sentence])
    expect(files()).toHaveLength(3)
  })

  posixTest('play plays one', async () => {
    await recordThree()
    const fake = fakes('player', { names: ['aplay'] })
    expect(await output(['takes', 'play', '2'], { home, env: fake.env })).toMatch(/^Playing 1:01 of /)
    expect(fake.log()).toContainEqual(expect.stringMatching(/^args \["-q",".*_b\.wav"\] aplay$/))
  })

  posixTest('and says why it cannot', async () => {
    await recordThree()
    const { env } = fakes('fail', { names: ['aplay'] })
    expect(await greenroom(['takes', 'play', '2'], { home, env })).toMatchObject({
      code: 1,
      err: expect.stringContaining('The take could not be played: aplay: audio open error: No such device.'),
    })
  })
})

describe('config set', () => {
  test('record says what becomes of recordings', async () => {
    const { env } = fakes('record', { names: ['arecord'] })
    const { err } = await greenroom(['config', 'set', 'record', 'true'], { home, env })
    expect(err.replaceAll(home, 'HOME')).toMatchInlineSnapshot(`
      "record is true.
      Your spoken answers are recorded; greenroom doctor --mic tries it. They stay in HOME/takes on this machine: never synced, backed up or exported; the last 3 of each question, for 30 days. The microphone is open only while the talk clock runs. greenroom config set record off ends it. greenroom takes --delete removes them.
      "
    `)
    await greenroom(['config', 'set', 'record.keep', '0'], { home })
    const over = { SSH_CONNECTION: '1 2 3 4' }
    const again = await greenroom(['config', 'set', 'record', 'on'], { home, env: over })
    expect(again.err).toContain('No recording is kept, only what is measured of it.')
    expect(again.err).toContain('the microphone of the remote machine, not yours')
    expect(await greenroom(['config', 'set', 'record', 'off'], { home })).toMatchObject({
      err: 'record is false.\n',
    })
  })

  test('record says where there is no recorder, and how to get one', async () => {
    const env = { PATH: newFolder() }
    const { err } = await greenroom(['config', 'set', 'record', 'true'], { home, env })
    expect(err).toMatch(
      /^record is true\.\nNo recorder was found, so nothing can be recorded yet\. Install .*, or name one: greenroom config set record\.command\. Then greenroom doctor --mic tries it\. They stay/,
    )
    expect(err).not.toContain('are recorded')
  })

  test.each([
    ['record.keep', '-1'],
    ['record.days', '1.5'],
    ['record.command', '"arecord'],
    ['play.command', 'aplay'],
    ['play.command', 'aplay "{audio}'],
  ])('%s refuses %s', async (key, value) => {
    const { code, err } = await greenroom(['config', 'set', key, value], { home })
    expect([code, err]).toEqual([2, expect.stringContaining(`${key} must be`)])
  })
})

test('an answer that is typed is not recorded', async () => {
  await greenroom(['config', 'set', 'record', 'true'], { home })
  const fake = fakes('sound')
  await output(['drill', '1', '--typed'], { home, env: fake.env, input: '\nWords\n.\n3\n\n\n\n' })
  expect(fake.log()).toEqual([])
})
