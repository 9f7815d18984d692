import { execFile } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { helpTexts } from '../../src/help/texts.ts'
import { newFolder } from '../files.ts'
import { node, posixTest, run, script } from './process.ts'

/** Every example of the help, run by a shell as it stands. */

const examples = Object.entries(helpTexts).flatMap(([path, { examples }]) =>
  examples.map(([line]) => ({ path, line: `greenroom ${line}`.trim() })),
)

/** What a user has at hand: a history, a plan, a file of questions, a folder of them, an answer, a backup. */
let folder = ''
beforeAll(() => {
  folder = newFolder()
  const home = join(folder, 'home')
  run(['drill', '1', '2'], { home }, '\n\n3\n1\n\nslower\n\n\n2\n\n\n\n')
  run(['drill', '2', '--typed'], { home }, '\nI pair with a new hire every week.\n\n3\n\n\n\n')
  writeFileSync(join(folder, 'questions.md'), '# Questions\n\n## How do you hire?\n\nSlowly.\n')
  mkdirSync(join(folder, 'notes'))
  writeFileSync(join(folder, 'notes', 'one.md'), '# Google\n\n## Why Google?\n\nThe scale.\n')
  writeFileSync(join(folder, 'answer.txt'), 'I pair with a new hire every week, and we review code.\n')
  run(['backup', join(folder, 'mine.backup')], { home })
  run(['plan', '--date', '+10d'], { home })
  run(['plan', '--round', 'onsite', '--date', '+12d'], { home })
  run(['bank', 'add', join(folder, 'questions.md'), '--yes'], { home })
  for (const each of ['.zfunc', '.config/fish/completions'])
    mkdirSync(join(folder, each), { recursive: true })
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'greenroom'), `#!/bin/sh\nexec '${node}' '${script}' "$@"\n`)
  chmodSync(join(bin, 'greenroom'), 0o755)
})

const environment = (own: string) => ({
  PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
  HOME: own,
  PROFILE: join(own, 'profile.ps1'),
  GREENROOM_HOME: join(own, 'home'),
  LANG: 'C.UTF-8',
})

/** Runs a line in a folder like that one, answering every question with Enter. */
function runLine(line: string): Promise<{ code: number; err: string }> {
  const own = newFolder()
  cpSync(folder, own, { recursive: true })
  return new Promise((done) => {
    const child = execFile('sh', ['-c', line], { cwd: own, env: environment(own) }, (error, _out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, err }),
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end('\n'.repeat(200))
  })
}

test('each command has an example, and each example stands with its command', () => {
  for (const { path, line } of examples) expect(`${line} `).toContain(`greenroom ${path}`.trimEnd())
  expect(examples.length).toBeGreaterThan(60)
})

// they need another machine
const elsewhere = ['greenroom sync --remote git@example.org:me/rehearsals.git', 'greenroom sync']

posixTest('each example runs as it stands', async () => {
  for (const { line } of examples.filter((each) => !elsewhere.includes(each.line))) {
    const { code, err } = await runLine(line)
    expect({ line, code, err: code === 0 ? '' : err }).toEqual({ line, code: 0, err: '' })
  }
})
