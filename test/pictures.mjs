// Draws the pictures in docs/ from the real program on a real pseudo terminal: npm run pictures
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as pty from '@lydell/node-pty'
import xterm from '@xterm/headless'

const columns = 80
const cell = { width: 8.4, height: 18 }
const ground = '#1d1f21'
const ink = '#d4d7d9'
/** The sixteen colours, then what the 256-colour cube says. */
const base = (
  '#1d1f21 #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #d4d7d9 ' +
  '#7f848e #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #ffffff'
).split(' ')

/**
 * @param {number} index
 * @returns {string | undefined}
 */
function colour(index) {
  if (index < 16) return base[index]
  if (index > 231)
    return `rgb(${Array(3)
      .fill(8 + (index - 232) * 10)
      .join(',')})`
  /** @type {(n: number) => number} */
  const level = (n) => (n === 0 ? 0 : 55 + n * 40)
  const cube = index - 16
  return `rgb(${[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level).join(',')})`
}

/** @type {(text: string) => string} */
const escaped = (text) =>
  text.replace(/[&<>]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[each] ?? each)

/**
 * One row as runs of cells that look alike.
 * @param {xterm.IBufferLine} line
 */
function runs(line) {
  /** @type {{ x: number, look: string, text: string }[]} */
  const all = []
  for (let x = 0; x < columns; x++) {
    const at = line.getCell(x)
    if (!at || at.getWidth() === 0) continue
    const fill = at.isFgDefault()
      ? ink
      : at.isFgRGB()
        ? `#${at.getFgColor().toString(16)}`
        : colour(at.getFgColor())
    const look = `fill="${fill}"${at.isBold() ? ' font-weight="bold"' : ''}${at.isDim() ? ' opacity=".65"' : ''}`
    const last = all.at(-1)
    if (last?.look === look) last.text += at.getChars() || ' '
    else all.push({ x, look, text: at.getChars() || ' ' })
  }
  return all.filter(({ text }) => text.trim() !== '')
}

/**
 * @param {string} title
 * @param {xterm.IBufferLine[]} lines
 */
function svg(title, lines) {
  const width = columns * cell.width + 24
  const height = lines.length * cell.height + 24
  const rows = lines.flatMap((line, y) =>
    runs(line).map(
      ({ x, look, text }) =>
        `<text xml:space="preserve" x="${(12 + x * cell.width).toFixed(1)}" y="${26 + y * cell.height}" ${look}>${escaped(text.trimEnd())}</text>`,
    ),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<title>${title}</title>
<rect width="100%" height="100%" rx="8" fill="${ground}"/>
${rows.join('\n')}
</svg>
`
}

/**
 * Runs the program, types after each text that it waits for, and draws what stands there at the end.
 * @param {string} name
 * @param {string[]} args
 * @param {string[][]} steps
 * @param {string} home
 */
async function picture(name, args, steps, home) {
  const terminal = new xterm.Terminal({ cols: columns, rows: 50, allowProposedApi: true })
  const child = pty.spawn(process.execPath, ['bin/greenroom.js', ...args], {
    cols: columns,
    rows: 50,
    env: { PATH: process.env.PATH, TERM: 'xterm-256color', GREENROOM_HOME: home },
  })
  const lines = () => Array.from({ length: 50 }, (_, y) => terminal.buffer.active.getLine(y) ?? []).flat()
  const text = () =>
    lines()
      .map((line) => line.translateToString(true))
      .join('\n')
  let look = () => {}
  child.onData((data) => terminal.write(data, () => look()))
  /** @type {(wanted: string) => Promise<void>} */
  const sees = (wanted) =>
    new Promise((done) => {
      look = () => text().includes(wanted) && done()
      look()
    })
  for (const [wanted = '', keys] of steps) {
    await sees(wanted)
    if (keys) child.write(keys)
  }
  const drawn = lines()
  const last = drawn.findLastIndex((line) => line.translateToString(true) !== '')
  writeFileSync(`docs/${name}.svg`, svg(`greenroom ${args.join(' ')}`.trim(), drawn.slice(0, last + 1)))
  child.kill()
}

const home = mkdtempSync(join(tmpdir(), 'greenroom-pictures-'))
mkdirSync('docs', { recursive: true })
const toReview = [
  ['Think', '\r'],
  ['0:04', '\r'],
  ['4 nailed it', '3'],
]
const ticked = [
  ['> [ ]', ' '],
  ['[✓] Pair', '\u001b[B'],
  ['> [ ] Design', ' '],
]
await picture('talk', ['drill', '2', '--talk', '10s'], [['Think', '\r'], ['0:09 of'], ['on time']], home)
await picture('review', ['drill', '2', '--talk', '6s'], [...toReview, ...ticked, ['[✓] Design']], home)
await picture(
  'results',
  ['drill', '2', '--talk', '6s'],
  [
    ...toReview,
    ['> [ ]', ' '],
    ['[✓]', '\r'],
    ['change next time', 'name the number first\r'],
    ['Results'],
    ['enter done'],
  ],
  home,
)
await picture('plan', ['plan', '--date', '+9d', '--minutes', '15'], [['not scored']], home)
await picture('home', [], [['Enter starts']], home)
rmSync(home, { recursive: true })
