import { expect, test } from 'vitest'
import { version } from '../../package.json'
import { greenroom, output } from '../world.ts'

/** Nothing is opened to print help, so that a home that cannot be is no harm. */
const nowhere = { home: '/nowhere/at/all' }

/** What stands in the tables of a help text, by title, without what is said of it. */
function tablesIn(help: string): Record<string, string[]> {
  const tables = help.matchAll(/^([A-Z][\w ]*):\n((?: {2}.*\n)+)/gm)
  const terms = (rows: string): string[] =>
    [...rows.matchAll(/^ {2}(\S.*?)(?: {2}|$)/gm)].map(([, term = '']) => term)
  return Object.fromEntries([...tables].map(([, title = '', rows = '']) => [title, terms(rows)]))
}

/** Whether a help text says what `--json` prints; that of a group of commands leaves it to theirs. */
const printsJson = (help: string): boolean => /^--json prints /m.test(help)

const commands: Record<string, string[]> = {
  Rehearse: ['drill', 'ladder', 'sprint', 'mock'],
  Prepare: ['plan', 'next', 'story', 'compare', 'bank'],
  'Look back': ['list', 'show', 'stats', 'report', 'takes', 'export'],
  Data: ['undo', 'redo', 'backup', 'restore', 'sync', 'doctor', 'config', 'completion'],
}

const everywhere = [
  '--bank <slug>',
  '--home <folder>',
  '--plain',
  '--json',
  '--ascii',
  '--no-color',
  '-q, --quiet',
]

test.each([[['--help']], [['-h']], [['help']]])(
  '%j shows the commands in their four groups, and flags',
  async (args) => {
    const help = await greenroom(args, nowhere)
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(tablesIn(help.out)).toEqual({
      Options: ['-V, --version', ...everywhere, '-h, --help'],
      ...commands,
      Examples: expect.arrayContaining(['greenroom mock --minutes 20']),
    })
  },
)

test.each([['--version'], ['-V']])('%s prints the version of the package', async (flag) => {
  expect(await greenroom([flag], nowhere)).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

const picking = ['--topic <text>', '--competency <name>', '--seed <n>']
const rehearsal = [
  '-n, --count <n>',
  '--minutes <n>',
  '--pick <by>',
  ...picking,
  '--think <time>',
  '--talk <time>',
  '--strict',
  '--typed',
  '--extra',
  '--aloud',
  '--no-follow-ups',
]
const file = ['--format <format>', '-o, --output <file>', '--force']

const flags: [command: string, flags: string[]][] = [
  ['drill [options] [question...]', rehearsal],
  ['ladder [options] [question...]', [...picking, '--strict']],
  ['sprint [options]', ['-n, --count <n>', ...picking, '--talk <time>', '--strict', '--typed']],
  ['mock [options] [question...]', [...rehearsal, '--warm-up']],
  [
    'plan [options]',
    ['--date <date>', '--minutes <n>', '--round <name>', '--topic <text>', '--competency <name>', '--clear'],
  ],
  ['next [options]', ['-n, --count <n>', '--exit-code']],
  ['story [options] [question...]', ['--text <text>', '--like <question>', '--never [line]', '--remove <n>']],
  ['compare [options] <question> [file]', ['--coach']],
  ['bank add [options] <source>', ['--as <slug>', '--yes', '--refresh']],
  ['bank list [options]', []],
  ['bank use [options] <slug>', []],
  ['bank remove [options] <slug>', ['--yes']],
  ['bank check [options] <source>', []],
  ['list [options] [text...]', []],
  ['show [options] <question...>', []],
  ['stats [options]', ['--since <date>']],
  ['report [options] [file]', ['--since <date>', '--force', '--open']],
  ['takes [options] [play <n>]', ['--delete [n...]', '--all']],
  ['export notes [options] [file]', file],
  ['export bank [options] [file]', file],
  ['export progress [options] [file]', file],
  ['export plan [options] [file]', [...file, '--at <time>']],
  ['export sheet [options] [file]', [...file, '--round <name>']],
  ['undo [options]', []],
  ['redo [options]', []],
  ['backup [options] [file]', ['--force']],
  ['restore [options] <file>', ['--replace']],
  ['sync [options]', ['--remote <url>']],
  ['doctor [options]', ['--fix', '--mic']],
  ['config list [options]', []],
  ['config get [options] <key>', []],
  ['config set [options] <key> <value>', []],
  ['config unset [options] <key>', []],
  ['config path [options]', []],
  ['completion [options] <shell>', []],
]

test.each(flags)('%s has its flags, and refuses others', async (usage, own) => {
  const path = usage.split(' ').filter((word) => /^[a-z]/.test(word))
  const help = await output([...path, '--help'], nowhere)
  expect(help).toContain(`Usage: greenroom ${usage}\n`)
  expect(tablesIn(help)).toMatchObject({
    Options: [...own, '-h, --help'],
    'Global Options': [
      '-V, --version',
      ...everywhere.filter((flag) => flag !== '--json' || printsJson(help)),
    ],
  })
  expect(await output(['help', ...path], nowhere)).toBe(help)
  expect(await greenroom([...path, '--none-such'], nowhere)).toEqual({
    code: 2,
    out: '',
    err: `Unknown option '--none-such'.\nSee greenroom ${path.join(' ')} --help.\n`,
  })
})

test('every command has its flags here', async () => {
  const tested = flags.map(([usage]) => usage.split(' ')[0])
  expect([...new Set(tested)]).toEqual(Object.values(commands).flat())
})

const paths = flags.map(([usage]) => usage.split(' ').filter((word) => /^[a-z]/.test(word)))

test.each(paths.map((path) => [path.join(' '), path]))(
  '%s refuses --json where its help has none',
  async (_, path) => {
    const help = await output([...path, '--help'], nowhere)
    if (printsJson(help)) return
    const [usage = ''] = help.split('\n')
    const words = usage.match(/<\w+/g)?.map(() => 'x') ?? []
    const { code, err } = await greenroom([...path, ...words, '--json'], nowhere)
    expect([code, err]).toEqual([2, expect.stringMatching(/^(\w+ ?)+ prints no JSON\.\n/)])
  },
)

test.each([40, 60, 80, 120])('in %i columns no line of help is wider', async (columns) => {
  for (const path of [[], ['bank'], ['config'], ...paths]) {
    const help = await output([...path, '--help'], { ...nowhere, columns })
    // the name of a file is not broken
    const wide = help
      .split('\n')
      .filter((line) => line.length > Math.min(columns, 80) && /\S\s+\S/.test(line))
    expect(wide).toEqual([])
  }
})

test('other names find their command, and what is looked for elsewhere is named', async () => {
  const usage = async (name: string): Promise<string> =>
    (await output([name, '--help'], nowhere)).split('\n')[0] ?? ''
  expect(await usage('ls')).toBe('Usage: greenroom list|ls [options] [text...]')
  expect(await usage('start')).toBe('Usage: greenroom drill|start [options] [question...]')
  expect(await usage('practice')).toBe('Usage: greenroom drill|practice [options] [question...]')
  expect(await usage('history')).toBe('Usage: greenroom stats|history [options]')
  const { code, err } = await greenroom(['import', 'x.md'], nowhere)
  expect([code, err]).toEqual([
    2,
    'There is no command "import".\nDid you mean bank add? All commands: greenroom --help.\n',
  ])
})

test('the flags and commands stand below the notes and the JSON, where a small window still shows them', async () => {
  const end = async (name: string): Promise<string> =>
    (await output([name, '--help'], { ...nowhere, columns: 80 })).split('\n').slice(-24).join('\n')
  expect(await end('plan')).not.toMatch(/leftOver|doesNotFit/)
  expect(await end('bank')).toMatch(/^ {2}add .*\n {2}list .*\n {2}use /m)
})
