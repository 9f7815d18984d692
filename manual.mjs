// Writes man/greenroom.1 from what the built program says in its help, so that the two cannot differ: npm run manual
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
/** That of the newest release; none before the first. */
const [, date = ''] = /^## .*(\d{4}-\d\d-\d\d)/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? []

/** What no help says; `test/package.test.ts` compares it with the README. */
const environment = [
  ['GREENROOM_HOME', 'the folder with your data'],
  ['GREENROOM_PLAIN', 'set to 1: plain mode'],
  ['NO_COLOR', 'set to anything: no colours'],
  ['FORCE_COLOR', 'colours even where the output is no terminal, or none with 0'],
  ['VISUAL, EDITOR', 'the editor for stories'],
]
const exitStatus = [
  ['0', 'fine'],
  ['1', 'something you can mend: two sentences say what, and how'],
  ['2', 'wrong usage'],
  ['70', 'a bug in greenroom'],
  ['130', 'interrupted; what was scored is saved'],
]
const files = [
  ['attempts/*.jsonl', 'what you scored and wrote: journals that are only appended to'],
  ['came-up.md', 'the questions that came up in your interviews'],
  ['banks/', 'copies of the banks that you added'],
  ['config.json, progress.json', 'made from the journals; greenroom config changes settings'],
  ['backups/', 'the last 14 backups that were made by themselves'],
  ['quarantine/', 'what could not be read'],
]

/** One help text, cut up: usage, paragraphs, and tables by title. */
async function helpOf(words) {
  const { stdout } = await run(process.execPath, ['bin/greenroom.js', ...words, '--help'])
  const blocks = stdout.trim().split(/\n\n+/)
  const help = { words, usage: '', prose: [], tables: new Map() }
  for (const block of blocks) {
    const [first, ...rest] = block.split('\n')
    if (first.startsWith('Usage: ')) help.usage = first.slice('Usage: '.length)
    else if (/^[A-Z][\w ]*:$/.test(first)) help.tables.set(first.slice(0, -1), rowsOf(rest))
    else help.prose.push([first, ...rest].join('\n'))
  }
  return help
}

/** The rows of a table, without what each has: `  --count <n>  how many`, where a long text goes on below. */
function rowsOf(lines) {
  const rows = []
  for (const line of lines) {
    const [, term, said = ''] = /^ {2}(\S.*?)(?: {2,}(\S.*))?$/.exec(line) ?? []
    if (term) rows.push([term, said])
    else if (rows.length > 0) rows[rows.length - 1][1] += ` ${line.trim()}`
  }
  return rows.filter(([term]) => !/^(-h, --help|help \[command\])/.test(term))
}

const optionTables = ['Arguments', 'Options', 'Global Options']
const commandsOf = ({ tables }) =>
  [...tables].flatMap(([title, rows]) => (optionTables.includes(title) ? [] : rows.map(([term]) => term)))

/** The help of a command and of those below it, in their order. */
async function helpsOf(words) {
  const help = await helpOf(words)
  const below = await Promise.all(commandsOf(help).map((term) => helpsOf([...words, term.split(' ')[0]])))
  return [help, ...below.flat()]
}

const signs = { '\\': '\\e', '-': '\\-', '~': '\\(ti', '^': '\\(ha', '`': '\\(ga', "'": '\\(aq' }

/** A text as roff has it: nothing in it is a request. */
const roff = (text) => text.replace(/[\\\-~^`']/g, (each) => signs[each]).replace(/^\./gm, '\\&.')
const bold = (text) => `\\fB${roff(text)}\\fR`
const table = (rows) => rows.map(([term, said]) => `.TP\n${bold(term)}\n${roff(said)}`)

function commandSection({ usage, prose: [summary = '', ...more], tables }) {
  return [
    `.SS ${roff(usage.replace(/ \[(options|command)\]/g, ''))}`,
    roff(summary),
    ...table([...(tables.get('Arguments') ?? []), ...(tables.get('Options') ?? [])]),
    ...more.map((text) => `.PP\n${roff(text)}`),
  ]
}

const [root, ...commands] = await helpsOf([])
const [purpose = '', ...more] = root.prose.join('\n').split('\n')
const page = [
  `.TH GREENROOM 1 "${date}" "greenroom ${version}" "User Commands"`,
  // names such as those of JSON are not to be cut
  '.nh',
  '.ad l',
  '.SH NAME',
  `greenroom \\- ${roff(purpose.charAt(0).toLowerCase() + purpose.slice(1).replace(/\.$/, ''))}`,
  '.SH SYNOPSIS',
  roff(root.usage).replace('greenroom', bold('greenroom')),
  '.SH DESCRIPTION',
  roff(more.join('\n')),
  '.PP',
  'A question is named by its number, by words that only it has, or by its id.',
  '.SH OPTIONS',
  'Every command takes these, and \\fB\\-\\-help\\fR.',
  ...table(root.tables.get('Options')),
  '.SH COMMANDS',
  ...commands.flatMap(commandSection),
  '.SH ENVIRONMENT',
  ...table(environment),
  '.SH EXIT STATUS',
  ...table(exitStatus),
  '.SH FILES',
  'All of it is in the folder of the file that \\fBgreenroom config path\\fR prints.',
  ...table(files),
]
mkdirSync('man', { recursive: true })
writeFileSync('man/greenroom.1', `${page.join('\n')}\n`)
