import { Command, CommanderError } from 'commander'
import { version } from '../package.json'
import type { CommonOptions } from './app/options.ts'
import { type Env, UsageError } from './ports.ts'
import { nearest } from './text/nearest.ts'
import { safeLine } from './text/safe.ts'

/** A command file: declares its arguments and flags, and what runs with them. */
interface CommandFile {
  define(command: Command, env: Env): void
}

type Entry = [name: string, summary: string, load: () => Promise<CommandFile>]

/** All commands, in the groups that help shows. Only the file of the one that runs is loaded. */
const groups: [title: string, commands: Entry[]][] = [
  [
    'Rehearse',
    [
      ['drill', 'rehearse questions, with feedback after each', () => import('./commands/drill.ts')],
      ['ladder', 'the same answer in less and less time', () => import('./commands/ladder.ts')],
      ['sprint', 'first lines against the clock', () => import('./commands/sprint.ts')],
      ['mock', 'a timed interview, with feedback at the end', () => import('./commands/mock.ts')],
    ],
  ],
  [
    'Prepare',
    [
      ['plan', 'the way to an interview date', () => import('./commands/plan.ts')],
      ['next', 'what to rehearse now, and why', () => import('./commands/next.ts')],
      ['story', 'your own answers: write one, list what is missing', () => import('./commands/story.ts')],
      ['compare', 'hold a written answer against the key points', () => import('./commands/compare.ts')],
      ['bank', 'question banks: add, list, use, remove, check', () => import('./commands/bank.ts')],
    ],
  ],
  [
    'Look back',
    [
      ['list', 'the questions, with last score and due date', () => import('./commands/list.ts')],
      ['show', 'one question: answer, key points, story, attempts', () => import('./commands/show.ts')],
      ['stats', 'scores, time discipline, calibration, weakest', () => import('./commands/stats.ts')],
      ['report', 'where you stand, as one HTML page with charts', () => import('./commands/report.ts')],
      ['takes', 'your recordings: list, play, delete', () => import('./commands/takes.ts')],
      ['export', 'your notes, your progress or a bank, as a file', () => import('./commands/export.ts')],
    ],
  ],
  [
    'Data',
    [
      ['undo', 'take back the last attempt, or what changed a story', () => import('./commands/undo.ts')],
      ['redo', 'bring back what undo took', () => import('./commands/redo.ts')],
      ['backup', 'write everything to one file', () => import('./commands/backup.ts')],
      ['restore', 'bring back what a backup holds', () => import('./commands/restore.ts')],
      ['sync', 'merge with your other machines, through git', () => import('./commands/sync.ts')],
      ['doctor', 'check data, banks and terminal, and fix problems', () => import('./commands/doctor.ts')],
      ['config', 'settings: list, get, set, unset, path', () => import('./commands/config.ts')],
      ['completion', 'tab completion for your shell', () => import('./commands/completion.ts')],
    ],
  ],
]

/** What completion scripts run; nobody types it. */
const hidden: Entry = ['complete', 'answers with what may come next', () => import('./commands/complete.ts')]

export const aliases: Record<string, string> = {
  note: 'story',
  ls: 'list',
  history: 'stats',
  start: 'drill',
  practice: 'drill',
  practise: 'drill',
}

/** Runs the command that the arguments name. Throws UsageError where they make no sense. */
export async function parse(args: string[], env: Env): Promise<void> {
  const [first, dashes, ...typed] = args
  if (first === 'complete' && dashes === '--') {
    // at a press of Tab nobody waits for what parses flags, and the words are no flags of ours
    const { complete } = await import('./commands/complete.ts')
    return complete(typed, env)
  }
  const root = program(env)
  let words: string[] = []
  try {
    words = root.parseOptions(args).operands
    const asksHelp = words[0] === 'help'
    if (asksHelp) words.shift()
    if (asksHelp || args.includes('--help') || args.includes('-h')) {
      const { explain } = await import('./help/explain.ts')
      await explain(root, words[0], env)
    }
    addCommands(root, words[0])
    await defineCommand(
      root,
      words,
      root.opts<CommonOptions>().quiet === true ? { ...env, err: () => {} } : env,
    )
    await root.parseAsync(asksHelp ? [...words, '--help'] : args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return
    const { meantBy } = await import('./help/other-names.ts')
    throw usageErrorOf(error, [env.program, ...pathOf(root, words)].join(' '), meantBy(error, words))
  }
}

/** The words that name the command, without its arguments. */
function pathOf(root: Command, [word, nested]: readonly string[]): string[] {
  const command = root.commands.find((each) => each.name() === word || each.aliases().includes(word ?? ''))
  const inner = command?.commands.find((each) => each.name() === nested)
  return [command, inner].flatMap((each) => each?.name() ?? [])
}

/** Where `--bank` is given more than once: `one,two`. */
const allSlugs = (slug: string, before?: string): string =>
  before === undefined || before.split(',').includes(slug) ? (before ?? slug) : `${before},${slug}`

function program(env: Env): Command {
  const root = new Command('greenroom')
    .description(
      'Rehearse leadership interviews in the terminal.\nWithout a command: quick practice, or what you left unfinished.',
    )
    .version(version, '-V, --version', 'print the version')
    .option('--bank <slug>', 'the question bank', allSlugs)
    .option('--home <folder>', 'where your data is')
    .option('--plain', 'no repainting, one line read for each question asked')
    .option('--json', 'print JSON')
    .option('--ascii', 'draw and punctuate with ASCII only')
    .option('--no-color', 'no colours')
    .option('-q, --quiet', 'data and errors only')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .hook('preAction', async (_root, command) => {
      if (root.opts<CommonOptions>().json !== true) return
      const { refuseJson } = await import('./help/json.ts')
      refuseJson(command)
    })
    .configureOutput({ writeOut: env.out, writeErr: () => {}, outputError: () => {} })
    .exitOverride()
    .action(async () => {
      const { greenroom } = await import('./commands/greenroom.ts')
      await greenroom(root.opts<CommonOptions>(), env)
    })
  return root
}

/** Adds the command that a word names, or all of them where it names none. */
function addCommands(root: Command, word: string | undefined): void {
  const only = entryOf(word)
  for (const [title, commands] of groups) {
    root.commandsGroup(`${title}:`)
    for (const entry of commands) {
      const [name, summary] = entry
      if (only === undefined || entry === only) root.command(name).description(summary)
    }
  }
  if (only === hidden) root.command(hidden[0], { hidden: true })
}

/** All commands with their flags, which no start needs: for what is written from them. */
export async function wholeProgram(env: Env): Promise<Command> {
  const root = program(env)
  addCommands(root, undefined)
  for (const command of root.commands) await defineCommand(root, [command.name()], env)
  return root
}

const entryOf = (word = ''): Entry | undefined =>
  [...groups.flatMap(([, commands]) => commands), hidden].find(([name]) => name === (aliases[word] ?? word))

/** Loads the file of the command that the words name, if they name one. */
async function defineCommand(root: Command, [word, nested]: readonly string[], env: Env): Promise<void> {
  if (word === undefined) return
  const name = aliases[word] ?? word
  const entry = entryOf(word)
  const command = await commandNamed(root, name, word, env)
  if (entry === undefined) return
  if (name !== word) command.alias(word)
  const file = await entry[2]()
  file.define(command, env)
  if (command.commands.length > 0 && nested !== undefined) await commandNamed(command, nested, nested, env)
}

async function commandNamed(parent: Command, name: string, typed: string, env: Env): Promise<Command> {
  const names = parent.commands.map((each) => each.name())
  const found = parent.commands[names.indexOf(name)]
  if (found !== undefined) return found
  const isRoot = parent.parent === null
  const { otherNames } = await import('./help/other-names.ts')
  const known = isRoot && Object.hasOwn(otherNames, typed) ? otherNames[typed] : undefined
  const near = known ?? nearest(typed, isRoot ? [...names, 'help'] : names)
  const [program, path] = isRoot
    ? [env.program, '']
    : [`${env.program} ${parent.name()}`, `${parent.name()} `]
  throw new UsageError(
    `There is no command "${path}${safeLine(typed)}".`,
    `${near == null ? '' : `Did you mean ${path}${near}? `}All commands: ${program} --help.`,
  )
}

/** Commander's own errors, worded like all others; `meant`: what is known to have been meant. */
function usageErrorOf({ message }: CommanderError, command: string, meant: string | null): UsageError {
  const [what = '', guess] = message
    .replace(/^error: /, '')
    .split(/\n(?=\(Did you mean)/)
    .map(safeLine)
  const hint = meant ?? /Did you mean (?:one of )?(.*)\?/.exec(guess ?? '')?.[1]
  const sentence = what.startsWith('(outputHelp)') ? 'A command is missing' : what.replace(/\.$/, '')
  return new UsageError(
    `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`,
    `${hint === undefined ? '' : `Did you mean ${hint}? `}See ${command} --help.`,
  )
}
