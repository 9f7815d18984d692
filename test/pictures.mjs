// Takes the pictures in docs/screens/ of the real program on a real pseudo terminal, and writes down what stands on them:
// npm run pictures. With --check it writes nothing, and names those that are not what the program shows today. The time,
// the history and the machine are always the same, and so are the bytes.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { today } from './pictures/history.mjs'
import { newPlace, rehearse, reset } from './pictures/place.mjs'
import { reportAsSvg } from './pictures/report.mjs'
import { screens } from './pictures/screens.mjs'
import { svg } from './pictures/svg.mjs'
import { played, textOf } from './pictures/terminal.mjs'
import { inWindows, nameOf, showIn, sizes } from './pictures/windows.mjs'

const folder = 'docs/screens'

const head = `# Screens

What greenroom shows, as pictures, light or dark as you read this, and as text. \`npm run pictures\` takes them of the real
program, in the home of somebody who rehearsed for three weeks and has an interview in eight days;
\`npm run pictures -- --check\` says which of them are no longer what it shows. The pages for windows of [40 × 15](40x15.md),
[80 × 24](80x24.md) and [120 × 50](120x50.md) have the text of those that look different there; the tests expect it.
`

/**
 * All pictures by the names of their files, and the page with all of them.
 * @returns {Promise<Map<string, string>>}
 */
async function taken() {
  const place = newPlace()
  const files = new Map()
  const parts = [head]
  try {
    await rehearse(place)
    for (const screen of screens) {
      const { name, title, about, args, rows = 24 } = screen
      const lines = await linesIn(screen, place, { columns: 80, rows })
      files.set(`${name}.svg`, svg(`${title}: ${about}`, lines))
      const command = ['greenroom', ...args].join(' ')
      parts.push(
        `## ${title}\n\n\`${command}\`: ${about}\n\n![${title}](${name}.svg)\n\n${fenced(textOf(lines))}`,
      )
    }
    reset(place, false)
    const report = await played(['report', 'report.html'], { place, session: { now: today, runs: 1 } })
    await report.end()
    files.set('report.svg', reportAsSvg(readFileSync(join(place.folder, 'desk/report.html'), 'utf8')))
    parts.push(
      `## The report\n\n\`greenroom report\`: the top of its page, in a browser.\n\n![The report](report.svg)\n`,
    )
    for (const size of sizes) files.set(`${nameOf(size)}.md`, await pageOf(size, place, parts.join('')))
  } finally {
    rmSync(place.folder, { recursive: true, force: true })
  }
  return files.set('README.md', parts.join('\n'))
}

const fenced = (/** @type {string} */ text) => `\`\`\`text\n${text}\n\`\`\`\n`

/**
 * @param {import('./pictures/windows.mjs').Screen} screen
 * @param {import('./pictures/terminal.mjs').Place} place
 * @param {import('./pictures/windows.mjs').Size} size
 */
async function linesIn(screen, place, size) {
  const program = await showIn(screen, place, size)
  const lines = program.lines()
  await program.end()
  return lines
}

/**
 * What stands in windows of one size, but for what is on the page with the pictures.
 * @param {import('./pictures/windows.mjs').Size} size
 * @param {import('./pictures/terminal.mjs').Place} place
 * @param {string} pictured
 */
async function pageOf(size, place, pictured) {
  const parts = [`# Screens in a window of ${size.columns} × ${size.rows}\n`]
  for (const screen of inWindows) {
    const text = fenced(textOf(await linesIn(screen, place, size)))
    if (!pictured.includes(text)) parts.push(`## ${screen.title}\n\n${text}`)
  }
  return parts.join('\n')
}

const files = await taken()
mkdirSync(folder, { recursive: true })
const there = readdirSync(folder)
const gone = there.filter((name) => !files.has(name))
if (process.argv.includes('--check')) {
  const changed = [...files].flatMap(([name, text]) =>
    there.includes(name) && readFileSync(join(folder, name), 'utf8') === text ? [] : name,
  )
  if (changed.length + gone.length > 0) {
    console.error(
      `Not what is shown today: ${[...changed, ...gone].join(', ')}.\nnpm run pictures takes them again.`,
    )
    process.exitCode = 1
  }
} else {
  for (const name of gone) rmSync(join(folder, name))
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}
