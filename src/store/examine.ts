import { accessSync, constants, lstatSync, statfsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { isSlug } from '../bank/slug.ts'
import { UserError } from '../errors.ts'
import type {
  BackupFacts,
  BankFacts,
  ConfigFacts,
  CopyFacts,
  DeviceFacts,
  Examination,
  Failure,
  History,
  JournalFacts,
  Looked,
  MissingBank,
  Permissions,
  Place,
  SavedProgressFacts,
} from '../progress/examination.ts'
import { fold } from '../progress/fold.ts'
import type { Line } from '../progress/journal.ts'
import { merge } from '../progress/merge.ts'
import { aheadIn, jumpsIn, type Piece, piecesOf, stampOf } from '../progress/pieces.ts'
import type { Progress } from '../progress/progress.ts'
import { isSettingKey, parseSetting } from '../progress/settings.ts'
import { bankSlugs, readCopy } from './banks.ts'
import { editsByHand, isCurrent, readConfig } from './config.ts'
import { isCopied, storedDevice } from './device.ts'
import { attempt, codeOf, type Files } from './files.ts'
import { folders, type Home, isOwn, namesIn, ownFiles, readBytes, statusOf } from './home.ts'
import { isObject } from './quarantine.ts'
import { isAddress, pathStamp } from './sources.ts'
import { readProgress, type SavedProgress } from './summaries.ts'

/** Looks at everything in the home and changes nothing. What cannot be read is a finding like any other. */
export function examine(home: Home): Examination {
  // first: another process may go on, and then the journals are longer than it knew, which is nothing special
  const saved = looked(() => progressIn(home))
  const read = looked(() => journalsIn(home))
  const folded = 'failure' in read ? null : foldOf(read)
  return {
    home: home.path,
    place: looked(() => placeOf(home.path)),
    permissions: looked(() => permissionsOf(home.path)),
    disk: looked(() => diskOf(home.path)),
    history: 'failure' in read ? read : looked(() => historyOf(read, folded, saved, home)),
    progress: 'failure' in saved ? saved : { state: stateOf(saved, folded) },
    config: looked(() => configOf(home, saved, folded)),
    banks: looked(() => banksOf(home, folded)),
    backups: looked(() => backupsOf(home)),
    device: looked(() => deviceOf(home)),
    leftovers: looked(() => leftoversIn(home)),
  }
}

function looked<T extends object>(look: () => T): Looked<T> {
  try {
    return look()
  } catch (error) {
    return failureOf(error)
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { failure: error.message, remedy: error.hint }
  const reason = codeOf(error) || (error instanceof Error ? error.message : String(error))
  return { failure: `This could not be looked at: ${reason}.`, remedy: 'Mend or move away what is there.' }
}

/** A home in which nothing can be changed: what would move a file to quarantine leaves it and names it as stuck. */
function untouched(home: Home): Home {
  const refuse = (): never => {
    throw Object.assign(new Error('only looking'), { code: 'EROFS' })
  }
  const files: Files = {
    makeFolder: refuse,
    open: refuse,
    write: refuse,
    sync: refuse,
    close: refuse,
    link: refuse,
    rename: refuse,
    remove: refuse,
    removeFolder: refuse,
    protect: refuse,
    syncFolder: refuse,
    saveByConf: refuse,
  }
  return { ...home, files, notices: [], stuck: new Set() }
}

/** The nearest folder above that is there, or the path itself. */
function nearestPlace(path: string): string {
  let place = path
  while (lstatSync(place, { throwIfNoEntry: false }) === undefined && dirname(place) !== place) {
    place = dirname(place)
  }
  return place
}

function placeOf(path: string): Place {
  const status = statusOf(path)
  const { R_OK, W_OK, X_OK } = constants
  const place = nearestPlace(path)
  const readable = attempt(() => accessSync(place, R_OK | X_OK))
  const writable = attempt(() => accessSync(place, W_OK | X_OK))
  return { kind: status === null ? 'none' : status.isDirectory() ? 'folder' : 'file', readable, writable }
}

function diskOf(path: string): { freeBytes: number } {
  const { bavail, bsize } = statfsSync(nearestPlace(path))
  return { freeBytes: bavail * bsize }
}

/** Everything that is greenroom's own, by its path in the home; links are not followed. */
function ownPaths(path: string): string[] {
  const inside = folders.flatMap((folder) => {
    const status = lstatSync(join(path, folder), { throwIfNoEntry: false })
    return status?.isDirectory() ? namesIn(join(path, folder)).map((name) => `${folder}/${name}`) : []
  })
  return [...folders, ...inside, ...ownFiles]
}

function permissionsOf(path: string): Permissions {
  const user = userId()
  const known = user !== -1
  const found: Permissions = { known, open: [], foreign: [], unwritable: [] }
  if (!known || statusOf(path) === null) return found
  for (const name of [...(isOwn(path) ? ['.'] : []), ...ownPaths(path)]) {
    const status = lstatSync(join(path, name), { throwIfNoEntry: false })
    if (!status || status.isSymbolicLink()) continue
    const isForeign = user !== null && user !== 0 && status.uid !== user
    if (isForeign) found.foreign.push(name)
    else if (status.mode & 0o077) found.open.push(name)
    const isUsed = !/^(backups|quarantine)\//.test(name)
    if (isUsed && !isForeign && !attempt(() => accessSync(join(path, name), constants.W_OK))) {
      found.unwritable.push(name)
    }
  }
  return found
}

/** -1 on Windows, null where nobody knows. */
function userId(): number | null {
  try {
    return userInfo().uid
  } catch {
    return null
  }
}

function progressIn(home: Home): SavedProgress & { exists: boolean } {
  const quiet = untouched(home)
  const saved = readProgress(quiet)
  return { ...saved, exists: saved.progress !== null || quiet.stuck.has('progress.json') }
}

interface ReadJournal {
  device: string
  file: string
  bytes: Uint8Array
  pieces: Piece[]
  lines: Line[]
}

function journalsIn(home: Home): ReadJournal[] {
  const suffix = '.jsonl'
  return namesIn(join(home.path, 'attempts'))
    .filter((name) => name.endsWith(suffix))
    .map((name) => {
      const bytes = readBytes(join(home.path, 'attempts', name)) ?? new Uint8Array()
      const pieces = piecesOf(bytes)
      const lines = pieces.flatMap(({ line }) => line ?? [])
      return { device: name.slice(0, -suffix.length), file: `attempts/${name}`, bytes, pieces, lines }
    })
}

const foldOf = (journals: readonly ReadJournal[]): Progress =>
  fold(
    merge(journals),
    Object.fromEntries(journals.map(({ device, bytes }) => [device, bytes.length])),
    journals.flatMap(({ pieces }) => pieces.filter(({ newer }) => newer)).length,
  )

function historyOf(
  journals: readonly ReadJournal[],
  folded: Progress | null,
  saved: Looked<SavedProgress>,
  home: Home,
): History {
  const lines = journals.flatMap((journal) => journal.lines)
  const isHarmless = harmlessness(journals, home)
  const known = 'failure' in saved ? {} : (saved.progress?.journals ?? {})
  return {
    journals: journals.map((journal) => factsOf(journal, isHarmless)),
    doubles: doublesIn(journals),
    lost: Object.entries(known)
      .filter(([device, size]) => size > (folded?.journals[device] ?? 0))
      .map(([device]) => `attempts/${device}.jsonl`),
    ahead: aheadIn(lines, home.now().getTime()),
    attempts: Object.fromEntries([...(folded?.questions ?? [])].map(([id, { attempts }]) => [id, attempts])),
    settings: folded?.settings ?? {},
  }
}

type PieceState = JournalFacts['bad'][number]['state']

function factsOf(
  { file, device, bytes, pieces, lines }: ReadJournal,
  stateOf: (piece: Uint8Array) => PieceState,
): JournalFacts {
  return {
    file,
    device,
    lines: lines.length,
    newer: pieces.filter(({ line, newer }) => newer || (line?.v ?? 1) > 1).length,
    bad: pieces
      .filter(({ line, newer }) => line === null && !newer)
      .map(({ number, start, end }) => ({
        line: number,
        start,
        end,
        state: stateOf(bytes.subarray(start, end)),
      })),
    jumps: jumpsIn(pieces),
  }
}

/** Bytes as a text in which no two differ that differ as bytes. */
const exactly = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/**
 * What is the matter with a piece. One that is torn was written again if its line stands whole elsewhere: the same
 * version of it, for a review that was torn is more than the score before it.
 */
function harmlessness(journals: readonly ReadJournal[], home: Home): (piece: Uint8Array) => PieceState {
  if (!journals.some(({ pieces }) => pieces.some(({ line, newer }) => line === null && !newer)))
    return () => 'damaged'
  const lines = journals.flatMap((journal) => journal.lines)
  const ids = new Set(lines.map(({ id }) => id))
  const versions = new Set(lines.map(({ id, at }) => `${id} ${at}`))
  const aside = new Set(
    namesIn(join(home.path, 'quarantine'))
      .filter((name) => name.startsWith('journal-'))
      .flatMap((name) => exactly(bytesOf(join(home.path, 'quarantine', name))).split('\n')),
  )
  return (piece) => {
    if (aside.has(exactly(piece))) return 'aside'
    const { id, at } = stampOf(exactly(piece))
    if (id === null) return 'damaged'
    return (at === null ? ids.has(id) : versions.has(`${id} ${at}`)) ? 'again' : 'damaged'
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readBytes(path) ?? new Uint8Array()
  } catch {
    return new Uint8Array()
  }
}

/** How many lines are the same, byte for byte, as one before, in whichever journal. */
function doublesIn(journals: readonly ReadJournal[]): number {
  const seen = new Map<string, Uint8Array>()
  let doubles = 0
  for (const { bytes, pieces } of journals) {
    for (const { start, end, line } of pieces) {
      if (line === null) continue
      const key = `${line.id} ${line.at} ${end - start}`
      const piece = bytes.subarray(start, end)
      const first = seen.get(key)
      if (first === undefined) seen.set(key, piece)
      else if (Buffer.compare(first, piece) === 0) doubles++
    }
  }
  return doubles
}

function stateOf(
  { progress, newer, exists }: SavedProgress & { exists: boolean },
  folded: Progress | null,
): SavedProgressFacts['state'] {
  if (newer) return 'newer'
  if (progress === null) return exists ? 'unreadable' : 'none'
  if (folded === null) return 'current'
  const sizes = Object.entries(progress.journals)
  if (sizes.some(([device, size]) => size > (folded.journals[device] ?? 0))) return 'lost'
  if (!isDeepStrictEqual(progress.journals, folded.journals)) return 'behind'
  return isDeepStrictEqual(progress, folded) ? 'current' : 'other'
}

function configOf(home: Home, saved: Looked<SavedProgress>, folded: Progress | null): ConfigFacts {
  const quiet = untouched(home)
  const config = readConfig(quiet)
  const settings = folded?.settings ?? {}
  const strange = Object.entries(settings)
    .filter(([key, value]) => !isSettingKey(key) || 'problem' in parseSetting(key, String(value)))
    .map(([key]) => key)
  if (config === null) {
    const state = quiet.stuck.size > 0 ? 'unreadable' : 'none'
    return { state, refused: [], edited: [], strange }
  }
  const isAlone = Object.values(folded?.journals ?? {}).every((size) => size === 0)
  const lastSaved = 'failure' in saved ? null : (saved.progress?.settings ?? null)
  const edits = isAlone
    ? editsByHand({ ...config, asWritten: null }, null, settings)
    : editsByHand(config, lastSaved, settings)
  return {
    state: isCurrent(config, settings) ? 'current' : 'behind',
    refused: edits.problems.map((each) =>
      each.replace(/^config\.json: /, '').replace(/(?:, so it was left out)?\.(?: .*)?$/, ''),
    ),
    edited: Object.keys(edits.settings),
    strange,
  }
}

const isHere = (source: string): boolean => !isAddress(source) && source !== '-' && pathStamp(source) !== null

function banksOf(home: Home, folded: Progress | null): BankFacts {
  const sources = folded?.banks ?? {}
  const facts: BankFacts = { copies: [], unreadable: [], missing: [], newer: [] }
  const missing = (slug: string): MissingBank => {
    const source = Object.hasOwn(sources, slug) ? (sources[slug] ?? null) : null
    return { slug, source, here: source !== null && isHere(source) }
  }
  const slugs = bankSlugs(home)
  for (const slug of slugs) {
    const quiet = untouched(home)
    const copy = readCopyOr(quiet, slug)
    if (copy !== null) facts.copies.push(copyFacts(slug, copy))
    else if (quiet.stuck.size > 0) facts.unreadable.push(missing(slug))
    else facts.newer.push(slug)
  }
  facts.missing = Object.keys(sources)
    .filter((slug) => isSlug(slug) && !slugs.includes(slug))
    .map(missing)
  return facts
}

/** One that the system does not let us read is as good as a broken one. */
function readCopyOr(home: Home, slug: string): ReturnType<typeof readCopy> {
  try {
    return readCopy(home, slug)
  } catch {
    home.stuck.add(slug)
    return null
  }
}

function copyFacts(slug: string, { source, bank }: NonNullable<ReturnType<typeof readCopy>>): CopyFacts {
  const isLookedAfter = !isAddress(source) && source !== '-'
  return {
    slug,
    source,
    here: isLookedAfter ? isHere(source) : null,
    errors: bank.warnings.filter((each) => isObject(each) && each.severity === 'error').length,
    questions: bank.questions.map(({ id }) => id),
  }
}

const automatic = /^auto-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?:-\d+)?\.backup$/
const dayMs = 86_400_000

function backupsOf(home: Home): BackupFacts {
  const names = namesIn(join(home.path, 'backups')).filter((name) => automatic.test(name))
  const newest = names.toSorted().at(-1)
  if (newest === undefined) return { count: 0, newest: null, ageDays: null }
  const [, year, month, date, hour, minute, second] = (automatic.exec(newest) ?? []).map(Number)
  const made = new Date(year ?? 0, (month ?? 1) - 1, date, hour, minute, second)
  const ageDays = Math.max(0, Math.floor((home.now().getTime() - made.getTime()) / dayMs))
  return { count: names.length, newest: `backups/${newest}`, ageDays }
}

function deviceOf(home: Home): DeviceFacts {
  const quiet = untouched(home)
  const device = storedDevice(quiet)
  if (device === null) return { state: quiet.stuck.size > 0 ? 'unreadable' : 'none', id: null, host: null }
  const host = typeof device.host === 'string' ? device.host : null
  return { state: isCopied(device, home) ? 'copied' : 'own', id: device.id, host }
}

/** What greenroom and conf write beside a file before they put it in its place. */
const drafts: Record<string, RegExp> = {
  '': /^(\.(device|git)-[0-9a-f-]{36}$|(config|progress)\.json\.tmp-)/,
  'attempts/': /^\.draft-/,
  'banks/': /^\..*-[0-9a-f-]{36}$/,
  'backups/': /^\./,
}

const hourMs = 3_600_000

/** Drafts that a crash left; a young one may be in use. */
function leftoversIn(home: Home): string[] {
  const eldest = home.now().getTime() - hourMs
  return Object.entries(drafts).flatMap(([folder, isDraft]) =>
    namesIn(join(home.path, folder))
      .filter((name) => isDraft.test(name))
      .map((name) => folder + name)
      .filter((file) => {
        const status = lstatSync(join(home.path, file), { throwIfNoEntry: false })
        return status !== undefined && !status.isSymbolicLink() && status.mtimeMs < eldest
      }),
  )
}
