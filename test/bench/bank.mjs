import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { marked } from 'marked'
import { build } from 'rolldown'

/** A bank in greenroom's own format, of so many questions with some 200 bytes each. */
function bankOf(questions) {
  const parts = []
  for (let n = 1; n <= questions; n++) {
    if (n % 50 === 1) parts.push(`## Section ${Math.ceil(n / 50)}\n`)
    parts.push(
      `### How would you approach situation ${n} with the team?\n\n**Answer:**\n\nI start with **facts ${n}**, then:\n\n` +
        `- **Listen** to everybody who was there\n- **Decide** what to do, and by when\n- Say it out loud, in writing\n`,
    )
  }
  return parts.join('\n')
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

function secondsOf(action) {
  const start = performance.now()
  action()
  return (performance.now() - start) / 1000
}

/** The reader of banks beside the bare `marked.lexer` on a part of the same text: MB/s of both and their ratio. */
export async function bank() {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-bench-'))
  const file = join(folder, 'read.mjs')
  await build({ input: 'src/bank/read.ts', output: { file, format: 'esm' }, logLevel: 'silent' })
  const { readBank } = await import(pathToFileURL(file))
  rmSync(folder, { recursive: true })

  const questions = 100_000
  const text = bankOf(questions)
  const megabytes = Buffer.byteLength(text) / 1e6
  const part = text.slice(0, text.indexOf('## Section 101'))
  const ours = []
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
