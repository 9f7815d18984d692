// Takes the pictures in docs/screens/ of the real program on a real pseudo terminal, and writes down what stands on them:
// npm run pictures. With --check it writes nothing, and names those that are not what the program shows today. The time,
// the history and the machine are always the same, and so are the bytes.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { today } from './pictures/history.mjs'
import { newPlace, rehearse, reset, withRecorder } from './pictures/place.mjs'
import { reportAsSvg } from './pictures/report.mjs'
import { screens } from './pictures/screens.mjs'
import { svg } from './pictures/svg.mjs'
import { shoot, textOf } from './pictures/terminal.mjs'

const folder = 'docs/screens'

const head = `# Screens

What greenroom shows, as pictures, light or dark as you read this, and as text. \`npm run pictures\` takes them of the real
program, in the home of somebody who rehearsed for three weeks and has an interview in eight days;
\`npm run pictures -- --check\` says which of them are no longer what it shows.
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
    for (const [index, screen] of screens.entries()) {
      const { name, title, about, args, isNew = false, recorders = false } = screen
      reset(place, isNew)
      const session = { now: today, runs: 1000 * (index + 1) }
      const lines = await shoot(args, { ...screen, place: recorders ? withRecorder(place) : place, session })
      files.set(`${name}.svg`, svg(`${title}: ${about}`, lines))
      const command = ['greenroom', ...args].join(' ')
      parts.push(
        `## ${title}\n\n\`${command}\`: ${about}\n\n![${title}](${name}.svg)\n\n\`\`\`text\n${textOf(lines)}\n\`\`\`\n`,
      )
    }
    reset(place, false)
    await shoot(['report', 'report.html'], { place, session: { now: today, runs: 1 } })
    files.set('report.svg', reportAsSvg(readFileSync(join(place.folder, 'desk/report.html'), 'utf8')))
    parts.push(
      `## The report\n\n\`greenroom report\`: the top of its page, in a browser.\n\n![The report](report.svg)\n`,
    )
  } finally {
    rmSync(place.folder, { recursive: true, force: true })
  }
  return files.set('README.md', parts.join('\n'))
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
