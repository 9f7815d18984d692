import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { diskFiles, type Files } from '../../src/store/files.ts'

/** What is on a disk: `now` as the system shows it, `safe` as it comes back after a power cut. */
interface Node {
  now: Buffer | Map<string, Node>
  safe: Buffer | Map<string, Node>
  mode: number
}

/** What git writes is its own: it comes back as it is. */
const isForeign = (name: string): boolean => name.startsWith('.git') || name.endsWith('.git')

/**
 * The files of a folder on a disk that keeps nothing which was not synced: of a file what `sync` was called for, of a folder
 * the names that were in it at `syncFolder`. Most disks keep more, and none may be relied on to.
 */
export function volatile(root: string): { files: Files; cutPower(): void } {
  const top = nodeOf(root)
  const open = new Map<number, Node>()

  function find(path: string): Node | undefined {
    const steps = relative(root, path).split(/[/\\]/)
    if (steps[0] === '..') return undefined
    return steps
      .filter((step) => step !== '')
      .reduce<Node | undefined>(
        (node, step) => (node?.now instanceof Map ? node.now.get(step) : undefined),
        top,
      )
  }
  const namesAround = (path: string): Map<string, Node> => {
    const names = find(dirname(path))?.now
    return names instanceof Map ? names : new Map()
  }
  const put = (path: string, node: Node | undefined): void => {
    if (node) namesAround(path).set(basename(path), node)
  }
  const made = (path: string, mode: number): void => {
    if (find(path) || relative(root, path).startsWith('..')) return
    made(dirname(path), mode)
    put(path, { now: new Map(), safe: new Map(), mode })
  }

  const files: Files = {
    ...diskFiles,
    makeFolder(path, mode) {
      diskFiles.makeFolder(path, mode)
      made(path, mode)
    },
    open(path, flags, mode) {
      const file = diskFiles.open(path, flags, mode)
      if (!find(path)) put(path, { now: Buffer.alloc(0), safe: Buffer.alloc(0), mode })
      const node = find(path)
      if (node) open.set(file, node)
      return file
    },
    write(file, bytes) {
      const count = diskFiles.write(file, bytes)
      const node = open.get(file)
      if (node?.now instanceof Buffer) node.now = Buffer.concat([node.now, bytes.subarray(0, count)])
      return count
    },
    sync(file) {
      diskFiles.sync(file)
      const node = open.get(file)
      if (node) node.safe = node.now
    },
    close(file) {
      open.delete(file)
      diskFiles.close(file)
    },
    link(from, to) {
      diskFiles.link(from, to)
      put(to, find(from))
    },
    rename(from, to) {
      diskFiles.rename(from, to)
      const node = find(from)
      namesAround(from).delete(basename(from))
      put(to, node)
    },
    remove(path) {
      diskFiles.remove(path)
      namesAround(path).delete(basename(path))
    },
    removeFolder(path) {
      diskFiles.removeFolder(path)
      namesAround(path).delete(basename(path))
    },
    syncFolder(path) {
      const node = find(path)
      if (node?.now instanceof Map) node.safe = new Map(node.now)
      // which Windows refuses
      diskFiles.syncFolder(path)
    },
    async saveByConf(folder, name, value, serialize) {
      await diskFiles.saveByConf(folder, name, value, serialize)
      // it syncs the file, and not its name
      put(join(folder, `${name}.json`), nodeOf(join(folder, `${name}.json`)))
    },
  }
  return { files, cutPower: () => comeBack(root, top) }
}

/** What is there, all of it safe. */
function nodeOf(path: string): Node {
  const status = lstatSync(path)
  const now = status.isDirectory()
    ? new Map(
        readdirSync(path)
          .filter((name) => !isForeign(name))
          .map((name) => [name, nodeOf(join(path, name))]),
      )
    : readFileSync(path)
  return { now, safe: now instanceof Map ? new Map(now) : now, mode: status.mode & 0o777 }
}

/** Makes a folder what it is after a power cut; it stays the same folder, as a disk keeps that too. */
function comeBack(path: string, { safe }: Node): void {
  if (!(safe instanceof Map)) return
  for (const name of readdirSync(path)) {
    const node = safe.get(name)
    const isKept = isForeign(name) || (node?.safe instanceof Map && lstatSync(join(path, name)).isDirectory())
    if (!isKept) rmSync(join(path, name), { recursive: true, force: true })
  }
  for (const [name, node] of safe) {
    const place = join(path, name)
    if (node.safe instanceof Map) {
      mkdirSync(place, { recursive: true, mode: node.mode })
      comeBack(place, node)
    } else writeFileSync(place, node.safe, { mode: node.mode })
  }
}
