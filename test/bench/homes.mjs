import { randomUUID } from 'node:crypto'
import { appendFileSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { greenroom, run } from './processes.mjs'

/** @import { Shows } from './processes.mjs' */

/**
 * A home with some history. `shows`: whether a text has a question of its bank.
 * @typedef {{ name: string, home: string, shows: Shows }} Home
 */

/**
 * One whose bank has so many questions, from this file.
 * @typedef {Home & { file: string, questions: number }} BigHome
 */

/**
 * A bank in greenroom's own format, of so many questions with some 200 bytes each.
 * @param {number} questions
 */
export function bankText(questions) {
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

/** @type {(text: string) => boolean} */
const isOfBank = (text) => /How would you approach situation \d+ with the team\?/.test(text)

/**
 * Adds the attempts of one device at these questions in turn, over the last sixty days.
 * @param {string} home
 * @param {number} attempts
 * @param {string[]} ids
 */
export function writeAttempts(home, attempts, ids) {
  const folder = join(home, 'attempts')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = readdirSync(folder)[0] ?? `${randomUUID()}.jsonl`
  const step = (60 * 24 * 60 * 60 * 1000) / attempts
  const start = Date.now() - attempts * step
  const lines = Array.from({ length: attempts }, (_, i) => ({
    v: 1,
    id: randomUUID(),
    at: new Date(start + i * step).toISOString().replace('Z', '+00:00'),
    type: 'attempt',
    rehearsal: randomUUID(),
    mode: 'drill',
    question: ids[i % ids.length],
    thinkMs: 12_000 + (i % 7) * 100,
    talkMs: 80_000 + (i % 13) * 1000,
    budgetMs: 90_000,
    committed: 1 + (i % 4),
    score: 1 + ((i * 7) % 4),
    final: true,
    points: 'answer',
    made: ['Set the expectation before the project begins'],
    of: 4,
    changeMade: null,
    change: i % 3 ? null : 'name the number first',
    typed: null,
    followUp: null,
    extra: false,
  }))
  const journal = lines.map((line) => `\n${JSON.stringify(line)}\n`).join('')
  appendFileSync(join(folder, name), journal, { mode: 0o600 })
}

/**
 * A home that was used for one drill of the shipped bank. `shows` says whether a question of its bank stands in a text.
 * @param {string} folder
 * @returns {Home}
 */
export function usedHome(folder) {
  const home = join(folder, 'used')
  run(greenroom('drill', '1'), { home, input: wholeDrill })
  /** @type {{ question: string }[]} */
  const questions = JSON.parse(run(greenroom('list', '--json'), { home }).out)
  const texts = questions.map(({ question }) => question.replaceAll('*', ''))
  return { name: 'one attempt', home, shows: (text) => texts.some((each) => text.includes(each)) }
}

/**
 * A copy of a home, with a plan for its bank.
 * @param {Home} at
 * @returns {Home}
 */
export function plannedHome(at) {
  const home = `${at.home}-planned`
  cpSync(at.home, home, { recursive: true })
  run(greenroom('plan', '--date', '+10d', '--minutes', '20'), { home })
  return { ...at, home }
}

/** Start, done, score, no points, keep the score, no change. */
export const wholeDrill = '\n\n3\n\n\n\n'

/** @type {(number: number) => string} */
const counted = (number) => number.toLocaleString('en')

/**
 * A home whose chosen bank has so many questions, each attempted as often as the others, and whose progress is current.
 * @param {string} folder
 * @param {number} questions
 * @param {number} attempts
 * @returns {BigHome}
 */
export function bigHome(folder, questions, attempts) {
  const home = join(folder, `${questions}-${attempts}`)
  const file = join(folder, `${questions}.md`)
  writeFileSync(file, bankText(questions))
  run(greenroom('bank', 'add', file, '--as', 'big', '--yes'), { home })
  run(greenroom('bank', 'use', 'big'), { home })
  /** @type {{ id: string, question: string }[]} */
  const listed = JSON.parse(run(greenroom('list', '--json'), { home }).out)
  if (listed.length !== questions || !listed.every((each) => isOfBank(each.question)))
    throw new Error(`The bank of ${questions} questions is not the one that is listed.`)
  const ids = listed.map(({ id }) => id)
  writeAttempts(home, attempts, ids)
  run(greenroom('stats'), { home })
  const name = `${counted(questions)} questions, ${counted(attempts)} attempts`
  return { name, home, file, questions, shows: isOfBank }
}
