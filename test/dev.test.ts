import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as pty from '@lydell/node-pty'
import { describe, expect, test } from 'vitest'
import { fileWith, newFolder } from './files.ts'
import { run } from './program/process.ts'

/** What helps people who work on greenroom: `npm run dev` and GREENROOM_DEBUG. */

describe('npm run dev', () => {
  test('runs the sources, with places in them in a stack trace, and leaves no build behind', () => {
    const broken = fileWith(
      `if (/main\\.js$/.test(process.argv[1])) {
        require('node:fs').lstatSync = () => { throw new TypeError('broken') }
      }`,
      'broken.cjs',
    )
    const { status, stderr } = spawnSync(process.execPath, ['test/dev.mjs', 'drill', '1'], {
      input: '',
      encoding: 'utf8',
      env: {
        ...process.env,
        GREENROOM_HOME: newFolder(),
        GREENROOM_DEBUG: '1',
        NODE_OPTIONS: `--require ${JSON.stringify(broken)}`,
      },
    })
    expect(status).toBe(70)
    expect(stderr).toMatch(/TypeError: broken\n(.*\n)*.*src\/app\/rehearse\.ts:\d+:\d+/)
    const [, script = ''] = / started .*: (\S*main\.js) drill 1\n/.exec(stderr) ?? []
    expect(script).toContain('greenroom-dev-')
    expect(existsSync(script)).toBe(false)
  })

  test('is live on a terminal', async () => {
    const program = pty.spawn(process.execPath, ['test/dev.mjs', 'drill', '1'], {
      env: { ...process.env, GREENROOM_HOME: newFolder() },
    })
    let shown = ''
    program.onData((data) => {
      if (!shown.includes('Think') && `${shown}${data}`.includes('Think')) program.write('q')
      shown += data
    })
    const code = await new Promise((done) => program.onExit(({ exitCode }) => done(exitCode)))
    expect([code, shown]).toEqual([0, expect.stringContaining('Nothing was scored')])
  })
})

describe('GREENROOM_DEBUG=1', () => {
  const debug = { GREENROOM_DEBUG: '1' }
  const answers = '\n\n3\n1\n\nslower\n'

  test('says on standard error what is loaded, read and written, and when', () => {
    const home = newFolder()
    const { code, err } = run(['drill', '1'], { home, env: debug }, answers)
    expect(code).toBe(0)
    const lines = err.trimEnd().split('\n')
    for (const line of lines)
      expect(line).toMatch(/^ *\d+\.\d ms {2}(started|loaded|read|wrote|renamed|linked|removed) /)
    expect(err).toMatch(/ started +Node \d.* drill 1\n/)
    expect(err).toMatch(/ loaded .*[\\/]dist[\\/]main\.js\n/)
    expect(err).toMatch(/ loaded .*[\\/]dist[\\/]session-[\w-]+\.js \(\d+ bytes\)\n/)
    expect(err).toMatch(/ wrote .*[\\/]attempts[\\/][\w-]+\.jsonl \(\d+ bytes\)\n/)
    expect(err).toMatch(/ renamed .* to .*progress\.json\n/)
    const second = run(['list'], { home, env: debug })
    expect(second.err).toMatch(/ read .*[\\/]progress\.json \(\d+ bytes\)\n/)
  })

  test('names the programs that are started', () => {
    expect(run(['doctor'], { home: newFolder(), env: debug }).err).toMatch(/ starting .*git.* --version\n/)
  })

  test('changes nothing on standard output', () => {
    const [quiet, told] = [{}, debug].map((env) => run(['show', '1'], { home: newFolder(), env }))
    expect(quiet?.err).toBe('')
    expect(told?.out).toBe(quiet?.out)
  })

  test('shows no password, and no control of the terminal', () => {
    const world = { home: newFolder(), env: debug }
    const { err } = run(['sync', '--remote', 'https://me:hush@localhost/\u001b[2Jx\u202e.git'], world)
    expect(err).toContain(' started ')
    expect(err).not.toMatch(/hush|[\u001b\u202e]/)
  })
})
