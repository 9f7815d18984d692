import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileWith, journal, newFolder } from '../files.ts'
import { greenroom, json, output, type WorldOptions } from '../world.ts'

const answer = '\n\n3\n1\n\nslower\n'

/** A home with one attempt, one story and one setting. */
async function used(): Promise<string> {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: answer })
  await greenroom(['story', '2', '--text', 'Mine.'], { home })
  await greenroom(['config', 'set', 'count', '2'], { home })
  return home
}

describe('plain mode', () => {
  /** Whether a drill asks plainly; where it is to be live, there is no terminal here. */
  async function isPlain(args: string[], options: Partial<WorldOptions>): Promise<boolean> {
    const home = newFolder()
    for (const set of args.filter((each) => each.includes('=')))
      await greenroom(['config', 'set', ...set.split('=')], { home })
    const flags = args.filter((each) => !each.includes('='))
    const { out, err } = await greenroom(['drill', '1', ...flags], { home, input: 'q\n', ...options })
    expect(`${out}${err}`).toMatch(/Enter when you start to speak|There is no terminal here/)
    return out.includes('Enter when you start to speak')
  }

  test.each<[string[], Partial<WorldOptions>, boolean]>([
    [[], { interactive: true }, false],
    [[], { interactive: false }, true],
    [['--plain'], { interactive: true }, true],
    [['plain=true'], { interactive: true }, true],
    [[], { interactive: true, env: { GREENROOM_PLAIN: '1' } }, true],
    [[], { interactive: true, env: { GREENROOM_PLAIN: 'yes' } }, true],
    [[], { interactive: true, env: { GREENROOM_PLAIN: '' } }, false],
    [['plain=true'], { interactive: true, env: { GREENROOM_PLAIN: '0' } }, false],
    [['plain=true', '--plain'], { interactive: true, env: { GREENROOM_PLAIN: 'off' } }, true],
    [[], { interactive: true, env: { TERM: 'dumb' } }, true],
    [[], { interactive: true, env: { TERM: 'xterm' } }, false],
  ])('with %j and %j: %s', async (args, options, plain) => {
    expect(await isPlain(args, options)).toBe(plain)
  })
})

describe('a home that cannot be used', () => {
  test('because there is a file in its place is refused before the first question', async () => {
    const home = fileWith('', 'home')
    const { code, out, err } = await greenroom(['drill'], { home })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/there is a file where a folder should be\.\n.*--home/)
  })

  test.skipIf(process.platform === 'win32')(
    'because it is on a device that takes nothing is refused too',
    async () => {
      const { code, err } = await greenroom(['drill'], { home: '/proc/greenroom' })
      expect(code).toBe(1)
      expect(err).toMatch(/^Nothing can be saved in /)
    },
  )

  test('is no reason not to look', async () => {
    expect((await greenroom(['list'], { home: '/proc/greenroom' })).code).toBe(0)
  })
})

describe('broken files', () => {
  test.each(['config.json', 'progress.json'])(
    '%s that is no JSON is set aside and made anew, said once',
    async (name) => {
      const home = await used()
      writeFileSync(join(home, name), '{"count": 5')
      const { code, err } = await greenroom(['stats', '--json'], { home })
      expect(code).toBe(0)
      expect(err).toContain(`${name} could not be read and was moved to quarantine/`)
      const [kept = ''] = readdirSync(join(home, 'quarantine'))
      expect(readFileSync(join(home, 'quarantine', kept), 'utf8')).toBe('{"count": 5')
      expect((await greenroom(['stats', '--json'], { home })).err).toBe('')
      expect(await output(['config', 'get', 'count'], { home })).toBe('2\n')
      expect((await json(['show', '2'], { home })).story).toBe('Mine.')
    },
  )

  test('a journal with torn and foreign lines gives all the others', async () => {
    const home = await used()
    const [name = ''] = readdirSync(join(home, 'attempts'))
    const path = join(home, 'attempts', name)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, `\u0000\u00ff{"v":1,"type":"att\nnot ours\n${text}{"v":1,"type":"attempt","id":"to`)
    expect((await greenroom(['drill', '3'], { home, input: answer })).code).toBe(0)
    expect((await json(['stats'], { home })).attempts).toBe(2)
  })

  test('a config edited by hand counts from the next start', async () => {
    const home = await used()
    const path = join(home, 'config.json')
    const config = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...config, count: 1, talk: 'soon' }))
    const { out, err } = await greenroom(['drill'], { home })
    expect(out).toContain('Question 1 of 1')
    expect(err).toContain('config.json: talk must be a duration')
    expect(journal(home).findLast((line) => line.type === 'set')).toMatchObject({ key: 'count', value: 1 })
  })
})
