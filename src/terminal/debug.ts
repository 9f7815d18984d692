import childProcess from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { safeLine } from '../text/safe.ts'
import { withoutSecrets } from '../text/secrets.ts'

// GREENROOM_DEBUG=1. It watches from outside, by wrapping functions of Node, so nothing else knows of it. What it imports
// must be in the file that main.ts is in: the store takes functions of node:fs when it is loaded.

type Report = (verb: string, what: string) => void

/** From now on, says in a line each which files are read, written and loaded, and which programs are started. */
export function startDebug(say: (line: string) => void): void {
  const report: Report = (verb, what) => {
    const ms = (process.uptime() * 1000).toFixed(1).padStart(8)
    say(`${ms} ms  ${verb.padEnd(8)} ${withoutSecrets(safeLine(what))}\n`)
  }
  const [script = '', ...args] = process.argv.slice(1)
  const modules = createRequire(script).cache
  report('started', [`Node ${process.versions.node} on ${process.platform}:`, script, ...args].join(' '))
  for (const path of Object.keys(modules)) report('loaded', path)
  watchFiles(report, (path) => modules[path]?.loaded === false)
  watchPrograms(report)
}

interface OpenFile {
  path: string
  readBytes: number
  writtenBytes: number
}

/** `isModule`: whether Node is reading this file in order to run it. */
function watchFiles(report: Report, isModule: (path: string) => boolean): void {
  const open = new Map<unknown, OpenFile>()
  /** A file by its path, or by its descriptor. */
  const sized = (file: unknown, bytes: number): string => `${open.get(file)?.path ?? file} (${bytes} bytes)`
  const bytesOf = (data: unknown): number => Buffer.byteLength(data as string | Uint8Array)

  const after: Record<string, (args: unknown[], result: unknown) => void> = {
    openSync: ([path], file) => open.set(file, { path: String(path), readBytes: 0, writtenBytes: 0 }),
    readSync([file], bytes) {
      const own = open.get(file)
      if (own) own.readBytes += Number(bytes)
    },
    writeSync([file], bytes) {
      const own = open.get(file)
      if (own) own.writtenBytes += Number(bytes)
    },
    closeSync([file]) {
      const own = open.get(file)
      if (own && own.readBytes > 0) report('read', sized(file, own.readBytes))
      if (own && own.writtenBytes > 0) report('wrote', sized(file, own.writtenBytes))
      open.delete(file)
    },
    readFileSync: ([file], data) =>
      report(isModule(String(file)) ? 'loaded' : 'read', sized(file, bytesOf(data))),
    writeFileSync: ([file, data]) => report('wrote', sized(file, bytesOf(data))),
    renameSync: ([from, to]) => report('renamed', `${from} to ${to}`),
    linkSync: ([from, to]) => report('linked', `${from} to ${to}`),
    unlinkSync: ([path]) => report('removed', String(path)),
    rmSync: ([path]) => report('removed', String(path)),
  }
  // some of them call others
  let depth = 0
  for (const [name, say] of Object.entries(after)) {
    wrap(fs, name, (call, args) => {
      depth += 1
      try {
        const result = call()
        if (depth === 1) say(args, result)
        return result
      } finally {
        depth -= 1
      }
    })
  }
}

function watchPrograms(report: Report): void {
  for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync']) {
    wrap(childProcess, name, (call, [program, args]) => {
      report('starting', [program, ...(Array.isArray(args) ? args : [])].join(' '))
      return call()
    })
  }
  wrap(globalThis, 'fetch', (call, [address]) => {
    report('fetching', String(address))
    return call()
  })
}

/** Replaces a function of an object by one that gets to know each call. */
function wrap(owner: object, name: string, wrapper: (call: () => unknown, args: unknown[]) => unknown): void {
  const wrapped = new Proxy(Reflect.get(owner, name), {
    apply: (original, self, args) => wrapper(() => Reflect.apply(original, self, args), args),
  })
  Reflect.set(owner, name, wrapped)
}
