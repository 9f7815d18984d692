// A recorder as tests need it: sends a sound at a set speed, and does to signals what `FAKE` says. It notes its start and
// every signal in the file `FAKE_LOG`.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

const name = basename(process.argv[1] ?? '')
/** What this one does: `arecord=fail,rec=sound`, or one word for all. */
const acts = Object.fromEntries(
  (process.env.FAKE ?? 'sound').split(',').map((each) => (each.includes('=') ? each.split('=') : ['', each])),
)
const act = acts[name] ?? acts[''] ?? 'absent'
/** @param {string} what */
const note = (what) =>
  process.env.FAKE_LOG && appendFileSync(process.env.FAKE_LOG, `${what} ${name} ${process.pid}\n`)
const samples = process.env.FAKE_SOUND ? readFileSync(process.env.FAKE_SOUND) : tone()
const pieceMs = 50
const piece = 32 * pieceMs
const speed = Number(process.env.FAKE_SPEED ?? 1)

note('start')
if (act === 'fail' || act === 'player' || act === 'voice' || act === 'stubborn')
  note(`args ${JSON.stringify(process.argv.slice(2))}`)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    note(signal)
    if (!act.includes('stubborn')) process.exit(0)
  })
}

/** A second of 440 Hz. */
function tone() {
  const bytes = Buffer.alloc(32_000)
  for (let at = 0; at < 16_000; at++)
    bytes.writeInt16LE(Math.round(8000 * Math.sin((at * 2 * Math.PI * 440) / 16_000)), at * 2)
  return bytes
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

/**
 * Sends pieces of a sound, the next as soon as it is due.
 * @param {(count: number) => Buffer | null} next
 * @param {number} everyMs
 */
function send(next, everyMs) {
  let sent = 0
  const timer = setInterval(() => {
    const bytes = next(sent++)
    if (bytes !== null) return void process.stdout.write(bytes)
    clearInterval(timer)
    fail('read error: No such device')
  }, everyMs)
}

/** @param {number} count */
const loop = (count) => {
  const from = (count * piece) % samples.length
  return samples.subarray(from, from + piece)
}

switch (act.replace('stubborn', '').replace(/^-|-$/g, '')) {
  case 'fail':
    fail('audio open error: No such device')
    break
  case 'player':
    break
  case 'voice':
    note(`read ${JSON.stringify(readFileSync(0, 'utf8'))}`)
    break
  case 'transcriber': {
    // hears nothing before a test has written it down
    const file = process.env.FAKE_HEARD ?? ''
    const timer = setInterval(() => {
      if (!existsSync(file)) return
      clearInterval(timer)
      process.stdout.write(readFileSync(file))
    }, 10)
    break
  }
  case 'words':
    process.stdout.write(
      'Recording from the default device. Press Ctrl-C to stop the recording, and have fun.\n',
    )
    setInterval(() => {}, 1000)
    break
  case 'zero':
    send(() => Buffer.alloc(piece), pieceMs / speed)
    break
  case 'flood': {
    const much = Buffer.alloc(1 << 20, 1)
    const pour = () => {
      while (process.stdout.write(much));
      process.stdout.once('drain', pour)
    }
    pour()
    break
  }
  case 'unplugged':
    send((count) => (count < 4 ? loop(count) : null), pieceMs / speed)
    break
  case 'wav':
    process.stdout.write(
      Buffer.from(
        '524946462400000057415645666d74201000000001000100803e0000007d0000020010006461746100000000',
        'hex',
      ),
    )
    send(loop, pieceMs / speed)
    break
  case 'sound':
    send(loop, pieceMs / speed)
    break
  default:
    // sends nothing
    setInterval(() => {}, 1000)
}
process.stdout.on('error', () => process.exit(1))
