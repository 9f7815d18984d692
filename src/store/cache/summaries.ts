import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Progress } from '../../progress/progress.ts'
import { safeLine } from '../../text/safe.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSealed } from '../checksum.ts'
import { patiently, refusesSync, succeeds, syncFolders, writeNewFile } from '../files.ts'
import { type DataFolder, jsonOf, notice, readBytes } from '../folder.ts'
import { quarantine, readOrQuarantine } from '../quarantine.ts'
import { parseProgress, progressText } from './progress-file.ts'

/**
 * The version of `progress.json` that this greenroom writes. The first two had no checksum; the third had no morning, and could
 * have settings of other devices; the fourth took writing for talking; the fifth took up to half more than the budget for not over.
 */
const version = 6

/** For people who also run a newer greenroom on the same data. */
export const newerWroteHere =
  'A newer greenroom wrote some of your data here. Nothing is lost; upgrade this one to see all of it.'

/** What is known from `progress.json`. */
export interface SavedProgress {
  /** Null if the file cannot be used. */
  progress: Progress | null
  /** The sizes of the journals that it was made from, in bytes, by device; known from an older greenroom's file too. */
  journals: Record<string, number>
  /** A newer greenroom wrote it, so it is neither used nor touched. */
  isNewer: boolean
  /** An older greenroom wrote it. */
  isOlder: boolean
}

const nothing: SavedProgress = { progress: null, journals: {}, isNewer: false, isOlder: false }

type Stored = Progress & { v: typeof version; checksum?: string }
type Older = Pick<Stored, 'journals'>

/** Reads `progress.json`. That of an older greenroom is not used, but rebuilt from the journals. */
export function readProgress(home: DataFolder): SavedProgress {
  const remedy = 'Nothing is lost: it is rebuilt from the journal.'
  const stored = readOrQuarantine(home, 'progress.json', remedy, storedIn)
  if (stored === null) return nothing
  if (stored === 'newer') {
    notice(home, newerWroteHere)
    return { ...nothing, isNewer: true }
  }
  if (!('questions' in stored)) return { ...nothing, journals: stored.journals, isOlder: true }
  const { v, checksum, ...progress } = stored
  return { ...nothing, progress, journals: progress.journals }
}

function storedIn(bytes: Buffer): Stored | Older | 'newer' | null {
  const isWhole = isSealed(bytes)
  const value = isWhole ? parseProgress(bytes) : jsonOf(bytes)
  if (!isObject(value) || typeof value.v !== 'number') return null
  if (value.v > version) return 'newer'
  if (value.v === version && !isWhole) return null
  // earlier ones of this version did not say on which days it holds, what is never to be said, which rounds there are, or of
  // which bank a change is
  if (value.v === version && 'holds' in value && 'never' in value && 'rounds' in value && 'changes' in value)
    return value as unknown as Stored
  const { v, journals } = value
  return v >= 1 && isObject(journals) && Object.values(journals).every(Number.isFinite)
    ? { journals: journals as Older['journals'] }
    : null
}

/** Sets `progress.json` aside if a journal lost lines, of which it may be all that is left; returns whether one did. */
export function keepWhatWasLost(
  home: DataFolder,
  saved: SavedProgress['journals'],
  sizes: Record<string, number>,
): boolean {
  const lost = Object.entries(saved).find(([device, size]) => size > (sizes[device] ?? 0))
  if (!lost) return false
  const journal = `attempts/${safeLine(lost[0])}.jsonl is shorter than it was, or gone;`
  const remedy = 'Restore it from a backup, unless this is what you wanted.'
  quarantine(home, 'progress.json', {
    moved: (place) => `${journal} what was known from it is kept as ${place}. ${remedy}`,
    left: `${journal} what was known from it stays in progress.json. ${remedy}`,
  })
  return true
}

/**
 * Deletes `progress.json` before a journal gets shorter for a good reason, so that no line is taken for lost; and `today.json`,
 * which knows the journals by their sizes too.
 */
export function forgetProgress(home: DataFolder): void {
  succeeds(() => home.files.remove(join(home.path, 'today.json')))
  if (readProgress(home).isNewer) return
  succeeds(() => home.files.remove(join(home.path, 'progress.json')))
  syncFolders(home.files, home.path)
}

/** Whether two are the same in every detail. */
export const isSame = (a: Progress, b: Progress): boolean => isDeepStrictEqual(inFull(a), inFull(b))

const inFull = (progress: Progress): Progress => ({ ...progress, questions: new Map(progress.questions) })

/** Writes `progress.json`, if that is possible. */
export const saveProgress = (home: DataFolder, progress: Progress): Promise<void> =>
  saveSummary(home, 'progress', progress, {
    serialize: () => progressText({ v: version, ...progress }),
    isWhole: isSealed,
  })

/** Writes `progress.json` or `config.json` with conf. Both can be rebuilt, so a failure is not reported. */
export async function saveSummary(
  home: DataFolder,
  name: 'progress' | 'config',
  value: object,
  { serialize, isWhole }: { serialize?(value: object): string; isWhole(bytes: Buffer): boolean },
): Promise<void> {
  const file = `${name}.json`
  // conf would try for a second before it gives up
  if (home.unmovable.has(file) || !succeeds(() => accessSync(home.path, constants.W_OK))) return
  try {
    await home.files.saveByConf(home.path, name, value, serialize)
  } catch (error) {
    // what it left behind is checked below
    if (refusesSync(error))
      succeeds(() => replaceFile(home, file, serialize?.(value) ?? JSON.stringify(value)))
  }
  const path = join(home.path, file)
  // on a full disk conf may replace a whole file by half a one
  if (!holds(path, isWhole)) succeeds(() => home.files.remove(path))
}

/** For a disk that refuses what conf insists on. */
function replaceFile({ files, path, uuid }: DataFolder, file: string, text: string): void {
  const draft = join(path, `${file}.tmp-${uuid()}`)
  writeNewFile(files, draft, text, 0o600)
  patiently(() => files.rename(draft, join(path, file)))
}

function holds(path: string, isWhole: (bytes: Buffer) => boolean): boolean {
  try {
    return isWhole(readBytes(path) ?? Buffer.alloc(0))
  } catch {
    return false
  }
}
