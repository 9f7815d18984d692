import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { programPath } from '../../src/store/programs.ts'
import { newFolder } from '../files.ts'
import { node, onTerminal, run, script } from './process.ts'

/** Command lines completed by the real shells, as far as they are here. */

/** What a shell would run, were it not quoted. */
const trap = '$(touch trapped)'
const section = `What's "hard" \\ here: ${trap}`
const questions = `# Traps\n\n## ${section}\n\n### How do you lead?\n\nBy asking.\n\n## Pay = money; more\n\n### How do you pay?\n\nWell.\n`

let home = ''
/** A folder with a `greenroom` that completes, and else prints its arguments as JSON. */
let folder = ''
beforeAll(() => {
  home = newFolder()
  folder = newFolder()
  writeFileSync(join(folder, 'traps.md'), questions)
  expect(run(['bank', 'add', join(folder, 'traps.md'), '--yes'], { home }).code).toBe(0)
  expect(run(['bank', 'use', 'traps'], { home }).code).toBe(0)
  expect(run(['plan', '--date', '+5d', '--round', 'onsite'], { home }).code).toBe(0)
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(
    join(bin, 'greenroom'),
    `#!/bin/sh
case $1 in complete | completion) exec '${node}' '${script}' "$@" ;; esac
exec '${node}' -e 'console.log("\\nran " + JSON.stringify(process.argv.slice(1)))' -- "$@"
`,
  )
  chmodSync(join(bin, 'greenroom'), 0o755)
})

const environment = () => ({
  PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
  HOME: folder,
  GREENROOM_HOME: home,
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
  PS1: '> ',
  PROMPT: '> ',
})

interface ShellCase {
  name: string
  args: string[]
  /** Typed first: has it complete `greenroom`. */
  load: string
}

const shells: ShellCase[] = [
  { name: 'bash', args: ['--norc', '--noprofile'], load: 'source <(greenroom completion bash)' },
  {
    name: 'zsh',
    args: ['-f'],
    load: 'autoload -Uz compinit; compinit -u; source <(greenroom completion zsh)',
  },
  { name: 'fish', args: ['--no-config'], load: 'greenroom completion fish | source' },
  {
    name: 'pwsh',
    args: ['-NoProfile'],
    load: 'greenroom completion powershell | Out-String | Invoke-Expression',
  },
]

const cases: [typed: string, ran: string[]][] = [
  ['dri\t', ['drill']],
  ['bank us\tman\t', ['bank', 'use', 'manager']],
  ['config set cue be\t', ['config', 'set', 'cue', 'bell']],
  ['show how-do-you-l\t', ['show', 'how-do-you-lead']],
  ['drill --topic Wh\t', ['drill', '--topic', section]],
  ['drill --topic "Wh\t', ['drill', '--topic', section]],
  ["drill --topic 'Wh\t", ['drill', '--topic', section]],
  ['drill --topic Pay\t', ['drill', '--topic', 'Pay = money; more']],
  ['drill --pick=ra\t', ['drill', '--pick=random']],
  ['drill --topic=Pay\t', ['drill', '--topic=Pay = money; more']],
  ['plan --round=\t', ['plan', '--round=onsite']],
  ['bank check trap\t', ['bank', 'check', 'traps.md']],
]

/** The arguments that the last command on a screen was given. */
const lastRan = (screen: string): unknown =>
  JSON.parse(/^ran (\[.*\])$/m.exec(screen.slice(screen.lastIndexOf('\nran [') + 1))?.[1] ?? 'null')

describe.each(
  shells.filter(({ name }) => process.platform !== 'win32' && programPath(name, process.env) !== null),
)('$name', ({ name, args, load }) => {
  test('completes commands, values and names, and quotes what it would run', async () => {
    const shell = onTerminal(name, args, environment(), { columns: 200, rows: 50 })
    shell.type(`cd '${folder}'; ${load}; echo load''ed\r`)
    await shell.sees('loaded')
    for (const [typed, ran] of cases) {
      const ends = (): number => shell.screen().split('ran [').length
      const before = ends()
      shell.type(`greenroom ${typed}`)
      // the line is sent once it is complete
      const word = ran.at(-1)?.match(/\w+/g)?.at(-1) ?? ''
      await shell.until(() => shell.screen().split('\n').at(-1)?.includes(word) === true)
      shell.type('\r')
      await shell.until(() => ends() > before)
      expect(lastRan(shell.screen()), `${name}: ${typed}`).toEqual(ran)
    }
    expect(existsSync(join(folder, 'trapped'))).toBe(false)
    shell.type('exit\r')
    await shell.ended
  })
})
