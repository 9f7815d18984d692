// Where greenroom runs while its pictures are taken: the home of somebody with three weeks of rehearsals behind them.
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { firstDay, history, interview, journalOf, today } from './history.mjs'
import { played, textOf } from './terminal.mjs'

/** As long as `/tmp/greenroom-123456`, so that lines break where they do here. */
const shownAs = '/home/robin/greenroom'

/** Files that are worked with, by their names: notes to be added as a bank, and an answer to compare. */
const desk = {
  'notes.md': `# What they asked me

Collected in October.

## Round one, on the phone

### How do you decide what not to do?

🎯 Write down what the quarter is for, in one line. What does not serve it waits, and I say so to whoever asked.

- One line for the quarter
- Say no early, and in person

### 如何处理团队中的冲突？

先分别听双方的说法，再一起谈。最后定下一条大家都同意的规则。

## Round two

### Wie gehen Sie mit einem Team um, das größer geworden ist?

Zwei Teams daraus machen, bevor es weh tut: ab neun Leuten.

**Time:** 60s

### What would your last team say about you?

Remember to call Ana before the interview.

### Why us?
`,
  'answer.txt': `We shipped three weeks late, because I had estimated the import without asking the people who run it. I noticed in
week four, when the first real file took nine hours. I told the customer the same day, and gave them two dates to choose from:
half of it on time, or all of it three weeks later. They took half. I moved one person from the reports to the import, and we
sent them the rest in two parts. Since then I never give a date before somebody has run the real data once. To be honest, um, I
knew it earlier.
`,
}

/** Programs that doctor looks for: what they would do is not done here. */
const programs = { git: 'echo git version 2.47.0', vi: '' }

/** Makes the folder with everything but the data. */
export function newPlace() {
  const folder = mkdtempSync('/tmp/greenroom-')
  for (const name of ['bin', 'desk', 'rec']) mkdirSync(join(folder, name))
  symlinkSync(resolve('bin/greenroom.js'), join(folder, 'bin/greenroom'))
  const all = Object.entries({ ...programs, '../rec/arecord': '', '../rec/aplay': '' })
  for (const [name, does] of all) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${does}\n`)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  for (const [name, text] of Object.entries(desk)) writeFileSync(join(folder, 'desk', name), text)
  return { folder, shownAs, path: join(folder, 'bin') }
}

/**
 * The same place with programs that record and play.
 * @param {import('./terminal.mjs').Place} place
 */
export const withRecorder = (place) => ({
  ...place,
  path: `${place.path}${delimiter}${join(place.folder, 'rec')}`,
})

/**
 * Fills the data of a place with three weeks, and sets them aside.
 * @param {import('./terminal.mjs').Place} place
 */
export async function rehearse(place) {
  const session = { now: firstDay - 60_000, runs: 0 }
  const greenroom = async (/** @type {string[]} */ ...args) => {
    const program = await played(args, { place, session, columns: 1000 })
    const lines = program.lines()
    await program.end()
    return lines
  }
  await greenroom('bank', 'use', 'manager')
  const bank = join(place.folder, 'desk', 'manager.json')
  const exported = await greenroom('export', 'bank', '--format', 'json', '-o', bank)
  if (!existsSync(bank)) throw new Error(`greenroom does not start:\n${textOf(exported)}`)
  const moments = history(JSON.parse(readFileSync(bank, 'utf8')).questions)
  rmSync(bank)
  const planned = firstDay + 8 * 24 * 60 * 60 * 1000
  append(
    place,
    moments.filter(({ at }) => at < planned),
  )
  session.now = planned
  await greenroom('plan', '--date', interview, '--minutes', '30')
  append(
    place,
    moments.filter(({ at }) => at >= planned),
  )
  addTakes(place, moments)
  session.now = today - 21 * 60 * 60 * 1000
  await greenroom('config', 'set', 'count', '5')
  session.now = today - 60_000
  const attempts = moments.filter(({ line }) => line.type === 'attempt').length
  const said = textOf(await greenroom('stats'))
  if (!said.includes(`${attempts} `)) throw new Error(`Not all ${attempts} attempts are read:\n${said}`)
  keep(place)
}

/**
 * Sets the data of a place aside as it is: each picture starts from it.
 * @param {{ folder: string }} place
 */
export const keep = (place) =>
  cpSync(dataOf(place), join(place.folder, 'kept'), { recursive: true, preserveTimestamps: true })

const dataOf = (/** @type {{ folder: string }} */ { folder }) => join(folder, 'data')

/**
 * Adds lines to the only journal.
 * @param {{ folder: string }} place
 * @param {readonly import('./history.mjs').Moment[]} moments
 */
function append(place, moments) {
  const folder = join(dataOf(place), 'attempts')
  const [name = ''] = readdirSync(folder)
  appendFileSync(join(folder, name), journalOf(moments))
}

/**
 * Recordings of the last answers, of silence: only how long they are is shown.
 * @param {{ folder: string }} place
 * @param {readonly import('./history.mjs').Moment[]} moments
 */
function addTakes(place, moments) {
  const folder = join(dataOf(place), 'takes')
  mkdirSync(folder, { mode: 0o700 })
  const spoken = moments.filter(({ line }) => line.type === 'attempt').slice(-9)
  for (const { at, line } of spoken) {
    const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
    const path = join(folder, `${stamp}_${String(line.question).replace('/', '.')}_${line.id}.wav`)
    writeFileSync(path, '', { mode: 0o600 })
    truncateSync(path, 44 + Math.round(Number(line.talkMs) * 16) * 2)
  }
}

/**
 * The data that was set aside again, or, where nobody has been here before, nothing.
 * @param {{ folder: string }} place
 * @param {boolean} isNew
 */
export function reset(place, isNew) {
  const data = dataOf(place)
  rmSync(data, { recursive: true, force: true })
  if (isNew) return
  cpSync(join(place.folder, 'kept'), data, { recursive: true, preserveTimestamps: true })
  // else it is taken for a copy on another machine
  const device = JSON.parse(readFileSync(join(data, 'device'), 'utf8'))
  const { ino, birthtimeMs } = statSync(data)
  writeFileSync(join(data, 'device'), JSON.stringify({ ...device, inode: ino, born: birthtimeMs }))
}
