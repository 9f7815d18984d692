import { randomUUID } from 'node:crypto'
// A process of its own for `processes.test.ts`: appends lines to a home and tells each id once it is acknowledged, or
// what is refused.
import { writeSync } from 'node:fs'
import { UserError } from '../../src/ports.ts'
import { openStore } from '../../src/store/open.ts'

const [home = '', name = '', count = '', mode = ''] = process.argv.slice(2)
const store = openStore({ home, now: () => new Date(), uuid: randomUUID })

async function write(): Promise<void> {
  if (mode === 'reads') writeSync(1, `${(await store.progress()).attempts} attempts\n`)
  store.prepare()
  writeSync(1, `${store.device()}\n`)
  for (let number = 1; number <= Number(count); number++) {
    const line = store.append({
      type: 'story',
      question: `${name}/${number}`,
      text: 'Well, '.repeat(number % 500),
    })
    writeSync(1, `${line.id}\n`)
    if (mode === 'saves') await store.save()
  }
}

write().catch((error) => {
  if (!(error instanceof UserError)) throw error
  writeSync(1, `${error.message} ${error.hint}\n`)
  process.exitCode = 1
})
