import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bigHome, plannedHome, usedHome, wholeDrill } from './homes.mjs'
import { inRounds, rounded, spread } from './measure.mjs'
import { otherNodes } from './nodes.mjs'
import { bareOnTerminal, build, greenroom, onTerminal, run, runWithPeak, withFolder } from './processes.mjs'
import { startSection } from './report.mjs'
import { keep, machine } from './results.mjs'

/**
 * @import { Flags } from './bench.mjs'
 * @import { Home } from './homes.mjs'
 * @import { Line, Row, Thing } from './measure.mjs'
 * @import { Shows } from './processes.mjs'
 */

/** @typedef {(what: string, unit: string, values: number[]) => Row} MakeRow */

const naive = fileURLToPath(new URL('./naive/naive.mjs', import.meta.url))

/** The budgets of the first question, by the order of the homes. */
const firstQuestion = [1.7, 2.2]

/**
 * How long greenroom takes to start, to answer a key and to install, beside bare Node and beside the naive program.
 * `quick` leaves out the big homes.
 * @param {Flags} flags
 */
export async function start({ rounds = 15, write = false, quick = false, node = [], others = false } = {}) {
  build()
  const result = await withFolder(async (folder) => {
    const used = usedHome(folder)
    const big = quick ? [] : [bigHome(folder, 5000, 20_000), bigHome(folder, 100_000, 100_000)]
    const nodes = otherNodes(others ? [...new Set([...node, '22', '24'])] : node)
    const things = [
      ...[used, ...big].flatMap((home, index) => greenroomRows(home, index, folder)),
      ...naiveRows(used),
      ...nodes.flatMap((each) => ('path' in each ? otherRows(each, used) : [])),
    ]
    const rows = [...(await inRounds(rounds, things)), ...packed(folder)]
    const command = ['start', quick && '--quick', others && '--others'].filter(Boolean).join(' ')
    const note = nodes.flatMap((each) => ('reason' in each ? each.reason : [])).join(' ')
    return { command, machine: machine(), rounds, note, rows }
  })
  console.log(startSection(result))
  if (write) keep('start', result)
  if (result.rows.some(({ isMet }) => isMet === false)) process.exitCode = 1
}

/**
 * Bare Node through pipes and on a terminal: measured beside what is compared with it, so that both see the same load.
 * @param {string} table
 * @param {Home} at
 * @param {string} node
 */
function bareNode(table, { name, home }, node = process.execPath) {
  /** @type {(way: string) => Line} */
  const row = (way) => ({ table, what: `\`node -e 0\`, ${way}`, on: name, unit: 'ms' })
  const piped = row('pipes')
  const terminal = row('pseudo terminal')
  const things = [
    { rows: [piped], measure: () => [run(['-e', '0'], { home, node }).ms] },
    { rows: [terminal], measure: async () => [await bareOnTerminal({ home, node })] },
  ]
  return { piped, terminal, things }
}

/**
 * @param {Home} at
 * @param {number} index
 * @param {string} folder
 * @returns {Thing[]}
 */
function greenroomRows(at, index, folder) {
  const { name, home, shows } = at
  const table = 'greenroom'
  const bare = bareNode(table, at)
  /** @type {(what: string, more?: Partial<Line>) => Line} */
  const row = (what, more) => ({ table, what, on: name, unit: 'ms', ...more })
  /** @type {(what: string) => Line} */
  const memory = (what) => row(what, { unit: 'MB', ...(index === 0 && { budget: 65 }) })
  /** @type {Shows} */
  const isSaved = (out) => shows(out) && out.includes('Saved.')
  return [
    ...bare.things,
    command(row('`--help`', { base: bare.piped, budget: 1.25 }), greenroom('--help'), home, isHelp),
    command(row('`--version`', { base: bare.piped, budget: 1.25 }), greenroom('--version'), home, isVersion),
    command(row('`list`', { base: bare.piped }), greenroom('list'), home, shows),
    command(row('`next`', { base: bare.piped }), greenroom('next'), home, shows),
    {
      rows: [
        row('first question of `drill` painted', { base: bare.terminal, budget: firstQuestion[index] }),
        row('ready for Enter', { base: bare.terminal }),
        memory('memory at the first prompt'),
        row('key to repaint', { budget: 16 }),
        row('Enter to the score prompt', { budget: 60 }),
        memory('memory at the score prompt'),
      ],
      measure: () => session(home, shows),
    },
    ...planRows(plannedHome(at), index, bare.terminal),
    {
      rows: [row('first question after a Ctrl-C', { base: bare.terminal })],
      measure: async () => {
        await untilPainted(greenroom('drill'), { home, shows }, '\u0003')
        return [await untilPainted(greenroom('drill'), { home, shows })]
      },
    },
    {
      rows: [memory('memory of a plain drill of one')],
      measure: () => {
        const { out, megabytes } = runWithPeak(greenroom('drill', '1'), { home, folder, input: wholeDrill })
        check(isSaved(out), 'drill 1', out)
        return [megabytes]
      },
    },
  ]
}

/**
 * What the plan asks first is kept; where it is not, as in the first rehearsal after days off, it is worked out.
 * @param {Home} at
 * @param {number} index
 * @param {Line} base
 * @returns {Thing[]}
 */
function planRows({ name, home, shows }, index, base) {
  /** @type {(what: string, more?: Partial<Line>) => Line} */
  const row = (what, more) => ({ table: 'greenroom', what, on: name, unit: 'ms', base, ...more })
  const painted = async () => [await untilPainted(greenroom('drill'), { home, shows })]
  return [
    { rows: [row('first question with a plan', { budget: firstQuestion[index] })], measure: painted },
    {
      rows: [row('first question with a plan, worked out')],
      measure: () => {
        rmSync(join(home, 'today.json'), { force: true })
        return painted()
      },
    },
  ]
}

/** @type {Shows} */
const isHelp = (out) => out.includes('drill')
/** @type {Shows} */
const isVersion = (out) => /^\d+\.\d+\.\d+\n$/.test(out)

/**
 * A command through pipes, with a look at whether it did what is measured.
 * @param {Line} row
 * @param {string[]} args
 * @param {string} home
 * @param {Shows} isRight
 * @param {string} node
 * @returns {Thing}
 */
function command(row, args, home, isRight, node = process.execPath) {
  const measure = () => {
    const { ms, out } = run(args, { home, node })
    check(isRight(out), args.join(' '), out)
    return [ms]
  }
  return { rows: [row], measure }
}

/**
 * @param {boolean} isRight
 * @param {string} name
 * @param {string} out
 */
function check(isRight, name, out) {
  if (!isRight) throw new Error(`${name} did not do what is measured:\n${out.slice(0, 2000)}`)
}

/** @type {(text: string) => Shows} */
const says = (text) => (screen) => screen.includes(text)

/**
 * A drill on a terminal up to the score, ended with `q`: that keeps the progress current for the next one.
 * @param {string} home
 * @param {Shows} shows
 */
async function session(home, shows) {
  const drill = onTerminal(greenroom('drill'), { home })
  const question = await drill.sees(shows)
  const ready = await drill.sees(says('Enter when you start to speak'))
  const first = drill.peak()
  await settled()
  await drill.type('\r', says('Enter when you have finished'))
  await settled()
  const repaint = await drill.type('p', says('Paused'))
  await drill.type('p', says('p pause'))
  await settled()
  const score = await drill.type('\r', says('4 nailed it'))
  const peak = drill.peak()
  await drill.quit('q')
  return [question, ready, first, repaint, score, peak]
}

/** Nobody answers at once: what is loaded in the background has been loaded by then. */
const settled = () => pause(300)

/**
 * @param {Home} used
 * @returns {Thing[]}
 */
function naiveRows(used) {
  const table = 'naive program'
  const { name, home, shows } = used
  const bare = bareNode(table, used)
  /** @type {(what: string, base?: Line) => Line} */
  const row = (what, base) => ({ table, what, on: name, unit: 'ms', base })
  return [
    ...bare.things,
    command(row('`--help`', bare.piped), [naive, '--help'], home, isHelp),
    {
      rows: [
        row('first question painted', bare.terminal),
        row('ready for Enter', bare.terminal),
        { ...row('memory at the first prompt'), unit: 'MB' },
      ],
      measure: () => firstPrompt([naive, 'drill'], { home, shows }, '\u0003'),
    },
  ]
}

/** @type {(...program: Parameters<typeof firstPrompt>) => Promise<number>} */
const untilPainted = async (...program) => (await firstPrompt(...program))[0]

/**
 * How long it takes until the first question is painted, and until it can be answered; the memory it took until then. Then
 * the keys that end it are pressed.
 * @param {string[]} args
 * @param {{ shows: Shows, home: string, node?: string }} options
 * @param {string} last
 * @returns {Promise<[painted: number, ready: number, peak: number]>}
 */
async function firstPrompt(args, { shows, ...options }, last = 'q') {
  const program = onTerminal(args, options)
  const painted = await program.sees(shows)
  const ready = await program.sees(says('Enter when you start to speak'))
  const peak = program.peak()
  await program.quit(last)
  return [painted, ready, peak]
}

/**
 * The same home on another Node, beside that Node; the budgets are for Node 20.
 * @param {{ name: string, path: string }} node
 * @param {Home} used
 * @returns {Thing[]}
 */
function otherRows(node, used) {
  const { home, shows } = used
  const bare = bareNode(node.name, used, node.path)
  /** @type {(what: string, base: Line) => Line} */
  const row = (what, base) => ({ table: node.name, what, on: used.name, unit: 'ms', base })
  return [
    ...bare.things,
    command(row('`--help`', bare.piped), greenroom('--help'), home, isHelp, node.path),
    command(row('`--version`', bare.piped), greenroom('--version'), home, isVersion, node.path),
    {
      rows: [row('first question of `drill` painted', bare.terminal)],
      measure: async () => [await untilPainted(greenroom('drill'), { home, shows, node: node.path })],
    },
  ]
}

/**
 * What is downloaded and installed, and how long npm takes for it.
 * @param {string} folder
 * @returns {Row[]}
 */
function packed(folder) {
  const flags = ['--ignore-scripts', '--json', '--pack-destination', folder]
  const [{ filename, size, entryCount }] = JSON.parse(npm(['pack', ...flags], '.'))
  /** @type {MakeRow} */
  const row = (what, unit, values) => ({ table: 'package', what, on: '', unit, ...spread(values) })
  const budget = 300
  return [
    { ...row('size of the tarball', 'kB', [rounded(size / 1000)]), budget, isMet: size / 1000 <= budget },
    row('files in it', '', [entryCount]),
    ...installRows(row, 'greenroom', [resolve(folder, filename)], join(folder, 'empty')),
    ...installRows(row, 'the naive program', naivePackages(), join(folder, 'empty')),
  ]
}

/** The libraries that the naive program imports, in the versions that it is measured with; theirs are up to npm. */
function naivePackages() {
  /** @type {{ packages: Record<string, { version: string }> }} */
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const imported = [...readFileSync(naive, 'utf8').matchAll(/ from '([^:']+)'/g)].map(([, name]) => name)
  return imported.map((name) => `${name}@${packages[`node_modules/${name}`]?.version}`)
}

/**
 * Installs them in an empty folder, three times; once before fills npm's cache, so that nothing has to be fetched.
 * @param {MakeRow} row
 * @param {string} whose
 * @param {string[]} names
 * @param {string} empty
 */
function installRows(row, whose, names, empty) {
  install(names, empty)
  const first = install(names, empty)
  const { packages, bytes } = first
  const times = [first, install(names, empty), install(names, empty)].map(({ ms }) => ms)
  return [
    row(`packages of ${whose}`, '', [packages]),
    row(`${whose}, installed`, 'MB', [bytes / 1e6]),
    row(`\`npm install\` of ${whose}`, 'ms', times),
  ]
}

/**
 * @param {string[]} names
 * @param {string} empty
 */
function install(names, empty) {
  mkdirSync(empty)
  const start = performance.now()
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--prefix', empty, ...names], empty)
  const ms = performance.now() - start
  const modules = join(empty, 'node_modules')
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'))
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).map((name) =>
    lstatSync(join(modules, name)),
  )
  const bytes = files.reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
  rmSync(empty, { recursive: true })
  return { ms, packages: Object.keys(packages).length, bytes }
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`)
  return stdout
}
