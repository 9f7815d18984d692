import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { marked } from 'marked'
import { build } from 'rolldown'
import { bankText } from './homes.mjs'
import { median } from './measure.mjs'
import { withFolder } from './processes.mjs'

/** @param {() => unknown} action */
function secondsOf(action) {
  const start = performance.now()
  action()
  return (performance.now() - start) / 1000
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
  for (let round = 0; round < 5; round++) {
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
  console.log(`ratio         ${(median(ours) / median(theirs)).toFixed(1)}`)
}
