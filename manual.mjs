// Writes man/greenroom.1 from the help of the built program, so that the two cannot differ: npm run manual
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'

/**
 * What stands in a table of a help text, with what each means.
 * @typedef {[term: string, meaning: string][]} Rows
 * @typedef {{ words: string[], usage: string, prose: string[], tables: Map<string, Rows> }} Help
 */

const run = promisify(execFile)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
/** The date of the newest release; empty before the first. */
const [, date = ''] = /^## .*(\d{4}-\d\d-\d\d)/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? []

/**
 * What no help text says; `test/package.test.ts` compares it with the README.
 * @type {Rows}
 */
const environment = [
  ['GREENROOM_HOME', 'the folder with your data'],
  ['GREENROOM_PLAIN', 'set to 1: plain mode'],
  ['GREENROOM_DEBUG', 'set to 1: say on standard error what is read, written and loaded, with times'],
  ['COLUMNS', 'how wide lines are where the output is no terminal'],
  ['NO_COLOR', 'set to anything: no colours'],
  ['FORCE_COLOR', 'colours even if the output is not a terminal; with 0, none'],
  ['VISUAL, EDITOR', 'the editor for stories'],
]
/** @type {Rows} */
const exitStatus = [
  ['0', 'success'],
  ['1', 'an error you can fix: one sentence says what it is, another what to do'],
  ['2', 'wrong usage'],
  ['70', 'a bug in greenroom'],
  ['130', 'interrupted; everything scored is saved'],
]
/** @type {Rows} */
const files = [
  ['attempts/*.jsonl', 'what you scored and wrote: journals, only ever appended to'],
  ['came-up.md', 'the questions that came up in your interviews'],
  ['banks/', 'copies of the banks that you added'],
  ['config.json, progress.json', 'made from the journals; change settings with greenroom config'],
  ['backups/', 'the last 14 automatic backups'],
  ['quarantine/', 'lines and files that could not be read'],
]

/**
 * One help text in parts: usage, paragraphs, and tables by title.
 * @param {string[]} words
 * @returns {Promise<Help>}
 */
async function helpOf(words) {
  // whatever npm starts this for, greenroom was not started by it
  const env = { ...process.env, npm_command: '', npm_lifecycle_event: '' }
  const { stdout } = await run(process.execPath, ['bin/greenroom.js', ...words, '--help'], { env })
  // started by its path here, and by its name once it is installed
  const blocks = stdout.trim().replaceAll('node bin/greenroom.js', 'greenroom').split(/\n\n+/)
  /** @type {Help} */
  const help = { words, usage: '', prose: [], tables: new Map() }
  for (const block of blocks) {
    const [first = '', ...rest] = block.split('\n')
    if (first.startsWith('Usage: ')) help.usage = first.slice('Usage: '.length)
    else if (/^[A-Z][\w ]*:$/.test(first)) help.tables.set(first.slice(0, -1), rowsOf(rest))
    else help.prose.push([first, ...rest].join('\n'))
  }
  return help
}

/**
 * The rows of a table such as `  --count <n>  how many`, where a long text goes on below; without those every table has.
 * @param {string[]} lines
 */
function rowsOf(lines) {
  /** @type {Rows} */
  const rows = []
  for (const line of lines) {
    const [, term, meaning = ''] = /^ {2}(\S.*?)(?: {2,}(\S.*))?$/.exec(line) ?? []
    const last = rows.at(-1)
    if (term) rows.push([term, meaning])
    else if (last) last[1] = `${last[1]} ${line.trim()}`.trim()
  }
  return rows.filter(([term]) => !/^(-h, --help|help \[command\])/.test(term))
}

/** The tables that are not of commands. */
const otherTables = ['Arguments', 'Options', 'Global Options', 'Settings', 'Facts', 'Examples']
/** @type {(help: Help) => string[]} */
const commandsOf = ({ tables }) =>
  [...tables].flatMap(([title, rows]) => (otherTables.includes(title) ? [] : rows.map(([term]) => term)))

/**
 * The help of a command and of its subcommands, in their order.
 * @param {string[]} words
 * @returns {Promise<Help[]>}
 */
async function helpsOf(words) {
  const help = await helpOf(words)
  const below = await Promise.all(
    commandsOf(help).map((term) => helpsOf([...words, term.split(' ')[0] ?? ''])),
  )
  return [help, ...below.flat()]
}

/** @type {Record<string, string>} */
const signs = { '\\': '\\e', '-': '\\-', '~': '\\(ti', '^': '\\(ha', '`': '\\(ga', "'": '\\(aq' }

/**
 * Escapes a text for roff, so that nothing in it is a request.
 * @type {(text: string) => string}
 */
const roff = (text) => text.replace(/[\\\-~^`']/g, (each) => signs[each] ?? each).replace(/^\./gm, '\\&.')
/** @type {(text: string) => string} */
const bold = (text) => `\\fB${roff(text)}\\fR`
/** @type {(rows: Rows) => string[]} */
const table = (rows) => rows.map(([term, meaning]) => `.TP\n${bold(term)}\n${roff(meaning)}`)

/** @param {Help} help */
function commandSection({ usage, prose: [summary = '', ...more], tables }) {
  return [
    `.SS ${roff(usage.replace(/ \[(options|command)\]/g, ''))}`,
    roff(summary),
    ...table([...(tables.get('Arguments') ?? []), ...(tables.get('Options') ?? [])]),
    ...more.map(paragraph),
    ...['Settings', 'Facts', 'Examples'].flatMap((title) => titledTable(title, tables.get(title) ?? [])),
  ]
}

/**
 * A paragraph; one that is indented keeps its lines.
 * @param {string} text
 */
const paragraph = (text) => (text.startsWith(' ') ? `.PP\n.nf\n${roff(text)}\n.fi` : `.PP\n${roff(text)}`)

/**
 * @param {string} title
 * @param {Rows} rows
 */
const titledTable = (title, rows) => (rows.length === 0 ? [] : [`.PP\n${title}:`, ...table(rows)])

const [root, ...commands] = /** @type {[Help, ...Help[]]} */ (await helpsOf([]))
const [purpose = '', ...more] = root.prose.join('\n').split('\n')
const page = [
  `.TH GREENROOM 1 "${date}" "greenroom ${version}" "User Commands"`,
  // no hyphens in the names of JSON fields
  '.nh',
  '.ad l',
  '.SH NAME',
  `greenroom \\- ${roff(purpose.charAt(0).toLowerCase() + purpose.slice(1).replace(/\.$/, ''))}`,
  '.SH SYNOPSIS',
  roff(root.usage).replace('greenroom', bold('greenroom')),
  '.SH DESCRIPTION',
  roff(more.join('\n')),
  '.PP',
  'Name a question by its number, by words that only it has, or by its id.',
  '.SH OPTIONS',
  'Every command takes these, and \\fB\\-\\-help\\fR.',
  ...table(root.tables.get('Options') ?? []),
  '.SH COMMANDS',
  ...commands.flatMap(commandSection),
  '.SH ENVIRONMENT',
  ...table(environment),
  '.SH EXIT STATUS',
  ...table(exitStatus),
  '.SH FILES',
  'All are in the folder of the file that \\fBgreenroom config path\\fR prints.',
  ...table(files),
]
mkdirSync('man', { recursive: true })
writeFileSync('man/greenroom.1', `${page.join('\n')}\n`)
