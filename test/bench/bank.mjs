import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { marked } from 'marked'
import { build } from 'rolldown'
import { formats, questionsOfEach } from './formats.mjs'
import { bankText } from './homes.mjs'
import { median } from './measure.mjs'
import { withFolder } from './processes.mjs'

/**
 * Of the processor, which other programs on the machine do not change.
 * @param {() => unknown} action
 */
function secondsOf(action) {
  const before = process.cpuUsage()
  action()
  return process.cpuUsage(before).user / 1e6
}

const rounds = 5

/**
 * How fast each format of others is read, which takes 3 MB/s at least.
 * @param {(text: string, options: { slug: string }) => { questions: unknown[] }} readBank
 */
function foreign(readBank) {
  console.log(`Other formats, ${questionsOfEach} questions each; medians of ${rounds} rounds`)
  for (const [name, textOf] of Object.entries(formats)) {
    const text = textOf()
    const megabytes = Buffer.byteLength(text) / 1e6
    const found = readBank(text, { slug: 'bench' }).questions.length
    if (found !== questionsOfEach) throw new Error(`${name}: ${found} questions, not ${questionsOfEach}`)
    const speeds = Array.from(
      { length: rounds },
      () => megabytes / secondsOf(() => readBank(text, { slug: 'bench' })),
    )
    console.log(
      `${name.padEnd(14)}${median(speeds).toFixed(1).padStart(6)} MB/s (${megabytes.toFixed(1)} MB)`,
    )
  }
}

/** The reader of banks beside the bare `marked.lexer` on a part of the same text: MB/s of both and their ratio. */
export async function bank() {
  const { readBank } = await withFolder(async (folder) => {
    const file = join(folder, 'read.mjs')
    await build({ input: 'src/import/read.ts', output: { file, format: 'esm' }, logLevel: 'silent' })
    return await import(pathToFileURL(file).href)
  })
  const questions = 100_000
  const text = bankText(questions)
  const megabytes = Buffer.byteLength(text) / 1e6
  const part = text.slice(0, text.indexOf('## Section 101'))
  /** @type {number[]} */
  const ours = []
  /** @type {number[]} */
  const theirs = []
  for (let round = 0; round < rounds; round++) {
    ours.push(megabytes / secondsOf(() => readBank(text, { slug: 'bench' })))
    theirs.push(Buffer.byteLength(part) / 1e6 / secondsOf(() => marked.lexer(part)))
  }
  const found = readBank(text, { slug: 'bench' }).questions.length
  if (found !== questions) throw new Error(`${found} questions were found, not ${questions}`)
  console.log(
    `A bank of ${questions} questions, ${megabytes.toFixed(1)} MB; medians of ${ours.length} rounds`,
  )
  console.log(`greenroom     ${median(ours).toFixed(1)} MB/s`)
  console.log(
    `marked.lexer  ${median(theirs).toFixed(1)} MB/s (on ${(part.length / 1e6).toFixed(1)} MB of it)`,
  )
  console.log(`ratio         ${(median(ours) / median(theirs)).toFixed(1)}\n`)
  foreign(readBank)
}
