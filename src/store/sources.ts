import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import { type BankSource, UserError } from '../ports.ts'
import { inMegabytes, longestSource } from '../text/limits.ts'
import { holdsSecret, namesUser } from '../text/secrets.ts'
import { codeOf } from './files.ts'

/** The most that is read as one bank: bytes, files of a folder, and whatever else is in it. */
const limits = { bytes: longestSource, files: 10_000, entries: 20_000 }

const endings = /\.(md|mdx|markdown|org|rst|txt|text|csv|tsv|json|ipynb|ya?ml|html?|xhtml)$/i
/** Documents that are no text: their first bytes are enough to say how to get text out of them. */
const documents = /\.(docx?|odt|rtf|pdf|pages|xlsx?|ods|epub|apkg|zip)$/i
const headBytes = 128 * 1024

interface FoundFile {
  path: string
  /** Its path in the folder that was named, with `/`. */
  name: string
  status: Stats
}

/** Whether a source is a web address and not a path. */
export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

/** Reads a file, or all files of a folder that may hold questions. */
export function readPath(path: string): BankSource {
  const place = resolve(path)
  const found = filesOf(place, path)
  const total = found.reduce((sum, file) => sum + (isHead(file) ? 0 : file.status.size), 0)
  if (total > limits.bytes) {
    throw new UserError(
      `${path} has ${Math.round(total / 1024 / 1024)} MB; at most ${inMegabytes(limits.bytes)} can be read.`,
      'Name a smaller file, or a part of it.',
    )
  }
  return {
    source: place,
    name: basename(place),
    stamp: stampOf(found),
    files: found.map((file) => ({
      name: file.name,
      bytes: isHead(file) ? readHead(file.path, path) : readFile(file.path, path),
    })),
  }
}

const isHead = ({ name, status }: FoundFile): boolean => documents.test(name) && status.size > headBytes

/** Times and sizes, which tell whether a file or folder changed; null if there is none. */
export function pathStamp(place: string): string | null {
  try {
    return stampOf(filesOf(place, place))
  } catch {
    return null
  }
}

const stampOf = (files: readonly FoundFile[]): string =>
  files.map(({ name, status }) => `${name} ${status.mtimeMs} ${status.size}`).join('\n')

function filesOf(place: string, named: string): FoundFile[] {
  const status = statusOf(place, named)
  if (status.isFile()) return [{ path: place, name: basename(place), status }]
  if (!status.isDirectory())
    throw new UserError(`${named} is not a file.`, 'Name a file or a folder with questions.')
  const found = [...walk(place, place, { seen: new Set(), entries: 0, named })].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  if (found.length > 0 && found.length <= limits.files) return found
  throw found.length === 0
    ? new UserError(
        `${named} has no file that could hold questions.`,
        'These can be read: .md, .org, .rst, .txt, .html, .csv, .tsv, .json, .yaml, .ipynb.',
      )
    : new UserError(`${named} has more than ${limits.files} files.`, 'Name a folder with fewer.')
}

/** A walk through a folder: the folders that it came through, as a link may lead back, and how much it saw. */
interface Walk {
  seen: Set<string>
  entries: number
  named: string
}

function* walk(root: string, folder: string, so: Walk): Generator<FoundFile> {
  const real = realpathSync(folder)
  if (so.seen.has(real)) return
  so.seen.add(real)
  for (const entry of readdirSync(folder)) {
    // the source of a bank from another machine may be the whole disk of this one
    if (++so.entries > limits.entries)
      throw new UserError(`${so.named} has more than ${limits.entries} files.`, 'Name a folder with fewer.')
    if (entry.startsWith('.') || entry === 'node_modules') continue
    const path = join(folder, entry)
    const status = statSync(path, { throwIfNoEntry: false })
    if (status?.isDirectory()) yield* walk(root, path, so)
    else if (status?.isFile() && (endings.test(entry) || documents.test(entry)))
      yield { path, name: relative(root, path).split(sep).join('/'), status }
  }
}

function statusOf(place: string, named: string): Stats {
  try {
    return statSync(place)
  } catch (error) {
    throw unreadable(named, error)
  }
}

function readFile(path: string, named: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw unreadable(named, error)
  }
}

function readHead(path: string, named: string): Uint8Array {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = new Uint8Array(headBytes)
      return bytes.subarray(0, readSync(file, bytes, 0, headBytes, 0))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw unreadable(named, error)
  }
}

function unreadable(named: string, error: unknown): UserError {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UserError(
      `${named} does not exist.`,
      'Check the path: it can be a file, a folder, an address or -.',
    )
  }
  const reason =
    code === 'EACCES' || code === 'EPERM' ? 'the permissions do not allow it' : code || String(error)
  return new UserError(`${named} cannot be read: ${reason}.`, 'Make it readable, or name another file.')
}

/** Reads a web address; for a page of GitHub that shows a file, the file itself. */
export async function readAddress(address: string): Promise<BankSource> {
  if (holdsSecret(address) || namesUser(address))
    throw new UserError(
      'An address with a password or a token in it is not fetched.',
      'Save the page as a file, and add that.',
    )
  const url = URL.canParse(rawAddress(address)) ? new URL(rawAddress(address)) : null
  if (url === null) throw new UserError(`${address} is not a valid address.`, 'Check its spelling.')
  const refuse = (what: string, hint: string): UserError => new UserError(`${address} ${what}.`, hint)
  const signal = AbortSignal.timeout(20_000)
  let bytes: Uint8Array
  try {
    const response = await fetch(url, { signal, headers: { accept: 'text/*, application/json, */*;q=0.5' } })
    if (!response.ok)
      throw refuse(`answers with ${response.status}`, 'Open it in a browser to see what is there.')
    bytes = await bodyOf(response, () =>
      refuse(`has more than ${inMegabytes(limits.bytes)}`, 'Save a part of it as a file, and add that.'),
    )
  } catch (error) {
    if (error instanceof UserError) throw error
    if (signal.aborted)
      throw refuse('did not answer in full within 20 s', 'Try again, or save it as a file and add that.')
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw refuse(
      `could not be reached (${reason || codeOf(cause)})`,
      'Check the address and your connection.',
    )
  }
  const name = decoded(url.pathname.slice(url.pathname.lastIndexOf('/') + 1)) || url.hostname
  return { source: address, name, stamp: null, files: [{ name, bytes }] }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function bodyOf(response: Response, tooLong: () => UserError): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > limits.bytes) throw tooLong()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Where the file itself is that a page of GitHub, or a gist, shows; other addresses stay as they are. */
export function rawAddress(address: string): string {
  return address
    .replace(
      /^https?:\/\/github\.com\/([^/]+\/[^/]+)\/(?:blob|raw)\//i,
      'https://raw.githubusercontent.com/$1/',
    )
    .replace(
      /^https?:\/\/github\.com\/([^/]+\/[^/#?]+)\/?$/i,
      'https://raw.githubusercontent.com/$1/HEAD/README.md',
    )
    .replace(
      /^https?:\/\/gist\.github\.com\/([^/]+\/[0-9a-f]+)\/?$/i,
      'https://gist.githubusercontent.com/$1/raw',
    )
    .replace(/#.*$/, '')
}
