// Draws the cells of a terminal as SVG, in the colours of a light and of a dark one: a reader's own choice decides.

/** A cell of 14 px text, in px. */
const cell = { width: 8.4, height: 18 }
const margin = 14

/** Ground, ink, then the sixteen colours that are up to the terminal. */
const schemes = {
  light: '#ffffff #24292f #24292f #b3261e #116329 #7d4e00 #0a5dc2 #8250df #0e6e78 #57606a '.concat(
    '#57606a #b3261e #116329 #7d4e00 #0a5dc2 #8250df #0e6e78 #24292f',
  ),
  dark: '#15181c #d8dbde #15181c #f0787f #98c379 #e5c07b #6cb6ff #d2a8ff #56c2cf #d8dbde '.concat(
    '#8b949e #f0787f #98c379 #e5c07b #6cb6ff #d2a8ff #56c2cf #ffffff',
  ),
}

/** Names of the classes, in the order of a scheme. */
const names = ['ground', 'ink', ...Array.from({ length: 16 }, (_, index) => `c${index}`)]

/** @type {(colours: string, used: (name: string) => boolean) => string} */
const rules = (colours, used) =>
  colours
    .split(' ')
    .flatMap((colour, index) => (used(names[index] ?? '') ? `.${names[index]}{fill:${colour}}` : []))
    .join('')

/**
 * A colour of the 256, which no terminal changes.
 * @param {number} index
 */
function fixed(index) {
  if (index > 231) return hex(Array(3).fill(8 + (index - 232) * 10))
  const cube = index - 16
  const levels = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6]
  return hex(levels.map((level) => (level === 0 ? 0 : 55 + level * 40)))
}

/** @type {(parts: number[]) => string} */
const hex = (parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`

/** @type {(text: string) => string} */
const escaped = (text) =>
  text.replace(/[&<>]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[each] ?? each)

/**
 * The attribute that gives a thing its colour.
 * @param {boolean} isDefault
 * @param {boolean} isRgb
 * @param {number} value
 * @param {string} usual
 */
function fill(isDefault, isRgb, value, usual) {
  if (isDefault) return `class="${usual}"`
  if (isRgb) return `fill="#${value.toString(16).padStart(6, '0')}"`
  return value < 16 ? `class="c${value}"` : `fill="${fixed(value)}"`
}

/**
 * How a cell looks: its ink, what is behind it if anything is, and how its text is set.
 * @param {import('@xterm/headless').IBufferCell} at
 */
function lookOf(at) {
  const ink = fill(at.isFgDefault(), at.isFgRGB(), at.getFgColor(), 'ink')
  const behind = fill(at.isBgDefault(), at.isBgRGB(), at.getBgColor(), 'ground')
  const lines = [at.isUnderline() ? 'underline' : [], at.isStrikethrough() ? 'line-through' : []].flat()
  const set = [
    at.isBold() ? ' font-weight="bold"' : '',
    at.isItalic() ? ' font-style="italic"' : '',
    at.isDim() ? ' opacity=".7"' : '',
    lines.length > 0 ? ` text-decoration="${lines.join(' ')}"` : '',
  ].join('')
  const isInverse = at.isInverse() !== 0
  const ground = isInverse ? ink : at.isBgDefault() ? null : behind
  return { ground, text: (isInverse ? behind : ink) + set }
}

/**
 * One row as runs of cells that look alike; wide characters are runs of their own, as no font keeps to two cells.
 * @param {import('@xterm/headless').IBufferLine} line
 */
function runsOf(line) {
  /** @type {{ x: number, cells: number, ground: string | null, look: string, text: string }[]} */
  const runs = []
  for (let x = 0; x < line.length; x++) {
    const at = line.getCell(x)
    const cells = at?.getWidth() ?? 0
    if (!at || cells === 0) continue
    const { ground, text: look } = lookOf(at)
    const text = at.getChars() || ' '
    const last = runs.at(-1)
    const isSame = last?.look === look && last.ground === ground
    if (last && isSame && cells === 1 && last.cells === [...last.text].length) {
      last.text += text
      last.cells++
    } else runs.push({ x, cells, ground, look, text })
  }
  return runs
}

/** @type {(number: number) => string} */
const px = (number) => String(Math.round(number * 10) / 10)

/**
 * The words of a run with what is between them in one place: where blanks are many, fonts that are a little wider or
 * narrower would move what follows.
 * @param {{ x: number, cells: number, text: string }} run
 */
function* piecesOf({ x, cells, text }) {
  const isWide = cells > [...text].length
  for (const { 0: piece, index } of text.matchAll(/\S+(?: \S+)*/g)) {
    const before = [...text.slice(0, index)].length
    yield { x: x + before, cells: isWide ? cells : [...piece].length, piece }
  }
}

/**
 * Cells as an SVG at their true size: `title` says what it shows.
 * @param {string} title
 * @param {readonly import('@xterm/headless').IBufferLine[]} lines
 */
export function svg(title, lines) {
  const columns = Math.max(0, ...lines.map((line) => line.length))
  const width = Math.ceil(columns * cell.width) + 2 * margin
  const height = lines.length * cell.height + 2 * margin
  const left = (/** @type {number} */ x) => px(margin + x * cell.width)
  const rows = lines.flatMap((line, y) => {
    const top = margin + y * cell.height
    return runsOf(line).flatMap((run) => [
      ...(run.ground === null
        ? []
        : [
            `<rect x="${left(run.x)}" y="${top}" width="${px(run.cells * cell.width)}" height="${cell.height}" ${run.ground}/>`,
          ]),
      ...[...piecesOf(run)].map(
        ({ x, cells, piece }) =>
          `<text x="${left(x)}" y="${top + 13}" textLength="${px(cells * cell.width)}" ${run.look}>${escaped(piece)}</text>`,
      ),
    ])
  })
  const body = rows.join('\n')
  const used = (/** @type {string} */ name) => name === 'ground' || body.includes(`class="${name}"`)
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<title id="title">${escaped(title)}</title>
<style>text{white-space:pre}${rules(schemes.light, used)}@media (prefers-color-scheme:dark){${rules(schemes.dark, used)}}</style>
<rect class="ground" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" stroke="#888" stroke-opacity=".4"/>
${body}
</svg>
`
}
