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

const commands: Record<string, string[]> = {
  Rehearse: ['drill', 'ladder', 'sprint', 'mock'],
  Prepare: ['plan', 'next', 'story', 'compare', 'bank'],
  'Look back': ['list', 'show', 'stats', 'report', 'takes', 'export'],
  Data: ['undo', 'backup', 'restore', 'sync', 'doctor', 'config'],
}

const everywhere = ['--bank <slug>', '--home <folder>', '--plain', '--json', '--no-color', '-q, --quiet']

test.each([[['--help']], [['-h']], [['help']]])(
  '%j shows the commands in their four groups, and flags',
  async (args) => {
    const help = await greenroom(args, nowhere)
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(tablesIn(help.out)).toEqual({
      Options: ['-V, --version', ...everywhere, '-h, --help'],
      ...commands,
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
  ['plan [options]', ['--date <date>', '--minutes <n>', '--clear']],
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
  ['export sheet [options] [file]', file],
  ['undo [options]', []],
  ['backup [options] [file]', ['--force']],
  ['restore [options] <file>', ['--replace']],
  ['sync [options]', ['--remote <url>']],
  ['doctor [options]', ['--fix', '--mic']],
  ['config list [options]', []],
  ['config get [options] <key>', []],
  ['config set [options] <key> <value>', []],
  ['config unset [options] <key>', []],
  ['config path [options]', []],
]

test.each(flags)('%s has its flags, and refuses others', async (usage, own) => {
  const path = usage.split(' ').filter((word) => /^[a-z]/.test(word))
  const help = await output([...path, '--help'], nowhere)
  expect(help).toContain(`Usage: greenroom ${usage}\n`)
  expect(tablesIn(help)).toMatchObject({
    Options: [...own, '-h, --help'],
    'Global Options': ['-V, --version', ...everywhere],
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
