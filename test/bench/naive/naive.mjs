// What greenroom would be, written straight on: one module, every library imported at its top, nothing bundled. It is
// there to be measured beside greenroom, see start.mjs.
import { readFileSync } from 'node:fs'
import { createPrompt, isEnterKey, useKeypress, useState } from '@inquirer/core'
import chalk from 'chalk'
import { Command } from 'commander'
import Conf from 'conf'
import { Marked } from 'marked'
import { markedTerminal } from 'marked-terminal'
import { createEmptyCard } from 'ts-fsrs'

function questions() {
  const text = readFileSync(new URL('../../../data/leadership.md', import.meta.url), 'utf8')
  return text
    .split(/^### /m)
    .slice(1)
    .map((part) => ({ question: part.split('\n')[0], card: createEmptyCard() }))
}

/** @type {(config: { message: string }) => Promise<boolean>} */
const start = createPrompt((/** @type {{ message: string }} */ { message }, done) => {
  const [isDone, setDone] = useState(false)
  useKeypress((key) => {
    if (!isEnterKey(key)) return
    setDone(true)
    done(true)
  })
  return isDone ? '' : chalk.bold(message)
})

async function drill() {
  const settings = new Conf({
    projectName: 'naive',
    cwd: process.env.GREENROOM_HOME ?? '.',
    configName: 'naive',
  })
  const [first] = questions()
  const marked = new Marked(/** @type {any} */ (markedTerminal)())
  console.log(marked.parse(first?.question ?? ''))
  await start({ message: `Enter when you start to speak (${settings.get('think', '30s')})` })
}

const program = new Command('naive').description('rehearse leadership interviews in the terminal')
program.command('drill').description('rehearse questions, with feedback after each').action(drill)
await program.parseAsync()
