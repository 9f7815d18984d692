// A process of its own for `processes.test.ts`: appends lines to a home, telling each id once it is acknowledged.
import { writeSync } from 'node:fs'
import { openStore } from '../../src/store/open.ts'

const [home = '', name = '', count = '', saves = ''] = process.argv.slice(2)
const store = openStore({ home, now: () => new Date() })

async function write(): Promise<void> {
  store.prepare()
  writeSync(1, `${store.device()}\n`)
  for (let number = 1; number <= Number(count); number++) {
    const line = store.append({
      type: 'story',
      question: `${name}/${number}`,
      text: 'Well, '.repeat(number % 500),
    })
    writeSync(1, `${line.id}\n`)
    if (saves === 'saves') await store.save()
  }
}

void write()
