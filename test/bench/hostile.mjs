import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withFolder } from './processes.mjs'

/** @type {(count: number, of: (n: number) => string) => string} */
const many = (count, of) => Array.from({ length: count }, (_, n) => of(n)).join('')

/** Sources that nobody has, by the name of their file. Each is read or refused in 2 s and 300 MB. */
const sources = {
  'headings.md': () => many(120_000, (n) => `## What is ${n}?\n`),
  'items.txt': () => many(120_000, (n) => `- What is ${n}?\n`),
  'tabs.txt': () => many(120_000, (n) => `${n}.\tWhat is ${n}?\n`),
  'labels.md': () => many(25_000, (n) => `Q: What is ${n}?\nA: So.\n`),
  'open-quote.csv': () => `question,answer\n"open\n${many(200_001, (n) => `"Why ${n}?",So\n`)}`,
  'columns.csv': () => `question,answer${',x'.repeat(100_000)}\nWhy?,So${',y'.repeat(100_000)}\n`,
  'paragraph.html': () => `<html><body><p>${'word <b>bold</b> '.repeat(1_400_000)}`,
  'tags.html': () => `<html><body>${'<div>'.repeat(20_000)}Why?`,
  'cards.json': () =>
    JSON.stringify(Array.from({ length: 100_000 }, (_, n) => ({ q: `Why ${n}?`, a: 'So.' }))),
  'line.md': () => 'word '.repeat(12_000_000),
  'nested.md': () =>
    many(70_000, (n) => `${'  '.repeat(n % 8)}- ${n % 8 ? `Point ${n}` : `What is ${n}?`}\n`),
  'chat.txt': () =>
    many(
      50_000,
      (n) => `[10:${10 + (n % 50)}] ${n % 2 ? 'Ben: Because of that.' : `Ana: Why is it ${n}?`}\n`,
    ),
  'answers.txt': () => `Q: Why?\n${many(250_000, () => 'A: So.\n')}`,
  'parts.md': () => many(35_000, (n) => `${'#'.repeat((n % 6) + 1)} Part ${n}\n\n- What is ${n}?\n  - So\n`),
  'own.md': () => many(100_000, (n) => `### What is ${n}?\n\n**Answer:** So.\n\n`),
}

/** `bank check` of hostile sources: its time and what memory it takes at most. */
export async function hostile() {
  await withFolder(async (folder) => {
    for (const [name, textOf] of Object.entries(sources)) {
      const [file, peak] = [join(folder, name), join(folder, 'peak')]
      writeFileSync(file, textOf())
      const args = ['--require', resolve('test/bench/peak.cjs'), 'bin/greenroom.js', 'bank', 'check', file]
      const env = { ...process.env, GREENROOM_HOME: join(folder, 'home'), BENCH_PEAK: peak }
      const start = performance.now()
      spawnSync(process.execPath, args, { env })
      const seconds = (performance.now() - start) / 1000
      const memory = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(peak, 'utf8'))?.[1]) / 1024
      console.log(`${name.padEnd(16)}${seconds.toFixed(1).padStart(6)} s${memory.toFixed(0).padStart(6)} MB`)
    }
  })
}
