// Loaded before greenroom while its pictures are taken: time, chance and the machine are the same each time.
const crypto = require('node:crypto')
const fs = require('node:fs')
const os = require('node:os')

const { STUDIO_CLOCK = '', STUDIO_RUN = '' } = process.env
const { setTimeout: setRealTimeout, setInterval: setRealInterval, clearInterval: clearReal } = globalThis

/** What the photographer's clock shows, in ms since 1970. It stands still until it is set. */
const shown = () => Number(fs.readFileSync(STUDIO_CLOCK, 'utf8'))
let now = shown()

/**
 * Who waits for a moment.
 * @type {Map<any, { due: number, every: number | null, action: () => void }>}
 */
const waiting = new Map()

/** Short waits, such as for the rest of what a key sends, are about the machine and not about the user's time. In ms. */
const shortest = 100

/** @type {(isRepeated: boolean) => any} */
const waitFor =
  (isRepeated) =>
  (/** @type {(...args: unknown[]) => void} */ action, ms = 0, /** @type {unknown[]} */ ...args) => {
    if (ms < shortest) return (isRepeated ? setRealInterval : setRealTimeout)(action, ms, ...args)
    // it keeps the process alive as the real one does
    const timer = setRealInterval(() => {}, 2 ** 30)
    waiting.set(timer, { due: now + ms, every: isRepeated ? ms : null, action: () => action(...args) })
    return timer
  }

const forget = (/** @type {any} */ timer) => {
  waiting.delete(timer)
  clearReal(timer)
}

/** Once the clock was set, each who waited is woken at their moment, and then the photographer is told. */
function wake() {
  const until = shown()
  if (until === now) return
  for (;;) {
    const [first] = [...waiting].sort(([, a], [, b]) => a.due - b.due)
    if (first === undefined || first[1].due > until) break
    const [timer, wait] = first
    now = wait.due
    if (wait.every === null) forget(timer)
    else wait.due += wait.every
    wait.action()
  }
  now = until
  fs.writeFileSync(`${STUDIO_CLOCK}.seen`, String(until))
}
setRealInterval(wake, 2).unref()

globalThis.setTimeout = waitFor(false)
globalThis.setInterval = waitFor(true)
globalThis.clearTimeout = forget
globalThis.clearInterval = forget
process.hrtime.bigint = () => BigInt(now) * 1_000_000n
globalThis.Date = new Proxy(Date, {
  construct: (real, args) => Reflect.construct(real, args.length === 0 ? [now] : args),
  get: (real, name) => (name === 'now' ? () => now : Reflect.get(real, name)),
})

let seed = Number(STUDIO_RUN)
Math.random = () => {
  seed = (seed * 48_271 + 11) % 2_147_483_647
  return seed / 2_147_483_647
}

let ids = 0
/** @type {() => any} */
const nextId = () => {
  const digits = crypto.createHash('sha256').update(`${STUDIO_RUN} ${ids++}`).digest('hex')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-8$4-$5')
}
crypto.randomUUID = nextId

/** @type {any} */
const disk = () => ({ bavail: 48e9 / 4096, bsize: 4096 })
fs.statfsSync = disk
os.hostname = () => 'laptop'
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '24.11.0' } })
