import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Progress } from '../../progress/progress.ts'
import { safeLine } from '../../text/safe.ts'
import { isObject } from '../../text/safe-json.ts'
import { succeeds } from '../files.ts'
import { type DataFolder, notice, readBytes, statusOf } from '../folder.ts'
import { quarantine, readObject } from '../quarantine.ts'
import { type Columns, columnsOf, isColumns, questionsOf } from './columns.ts'

/** The version of `progress.json` that this greenroom writes. */
const version = 2

/** For whoever also runs a later greenroom on the same data. */
export const newerWroteHere =
  'A newer greenroom wrote some of your data here. Nothing is lost; upgrade this one to see all of it.'

/** What is known from `progress.json`. */
export interface SavedProgress {
  /** Null if there is none that can be used. */
  progress: Progress | null
  /** The bytes of the journals that it was made from; an older greenroom's are of use too. */
  journals: Record<string, number>
  /** A later greenroom wrote it, so that it is neither understood nor touched. */
  newer: boolean
  /** An earlier greenroom wrote it. */
  older: boolean
}

/** Progress as it stands in the file. */
type Stored = Omit<Progress, 'questions'> & { questions: Columns }

/** Reads `progress.json`. That of an older greenroom is not used: it is made anew from the journal. */
export function readProgress(home: DataFolder): SavedProgress {
  const remedy = 'Nothing is lost: it is made anew from the journal.'
  const stored = readObject<Record<string, unknown>>(
    home,
    'progress.json',
    remedy,
    (value) => isNewer(value) || isOlder(value) || isStored(value),
  )
  if (!stored) return { progress: null, journals: {}, newer: false, older: false }
  if (isNewer(stored)) {
    notice(home, newerWroteHere)
    return { progress: null, journals: {}, newer: true, older: false }
  }
  const { questions, ...rest } = stored as unknown as Stored
  const { journals } = rest
  if (isOlder(stored)) return { progress: null, journals, newer: false, older: true }
  return { progress: { ...rest, questions: questionsOf(questions) }, journals, newer: false, older: false }
}

/** Keeps `progress.json` if a journal lost something, of which it may be all that is left; says whether one did. */
export function keepWhatWasLost(
  home: DataFolder,
  saved: SavedProgress['journals'],
  sizes: Record<string, number>,
): boolean {
  const lost = Object.entries(saved).find(([device, size]) => size > (sizes[device] ?? 0))
  if (!lost) return false
  const journal = `attempts/${safeLine(lost[0])}.jsonl is shorter than it was, or gone:`
  const remedy = 'Bring it back from a backup, unless this is what you wanted.'
  quarantine(home, 'progress.json', {
    kept: (place) => `${journal} what was known from it is kept as ${place}. ${remedy}`,
    stuck: `${journal} what was known from it stays in progress.json. ${remedy}`,
  })
  return true
}

/** Lets go of `progress.json` before a journal gets shorter for a good reason, so that nothing is taken for lost. */
export function forgetProgress(home: DataFolder): void {
  if (!readProgress(home).newer) succeeds(() => home.files.remove(join(home.path, 'progress.json')))
}

function isNewer({ v }: Record<string, unknown>): boolean {
  return typeof v === 'number' && v > version
}

function isOlder({ v, journals }: Record<string, unknown>): boolean {
  return typeof v === 'number' && v >= 1 && v < version && isNumbers(journals)
}

function isStored(value: Record<string, unknown>): boolean {
  const { v, journals, newer, attempts, questions, total, byBank, change, unfinished } = value
  const { stories, settings, banks, reworded, lastMock, lastMockDay, plan } = value
  return (
    v === version &&
    isNumbers(journals) &&
    [newer, attempts].every(Number.isFinite) &&
    isColumns(questions) &&
    isTally(total) &&
    isObject(byBank) &&
    Object.values(byBank).every(isTally) &&
    isObject(settings) &&
    [stories, banks, reworded].every((texts) => isObject(texts) && Object.values(texts).every(isText)) &&
    (change === null || isText(change)) &&
    Array.isArray(lastMock) &&
    (lastMockDay === null || Number.isFinite(lastMockDay)) &&
    (plan === null || isPlan(plan)) &&
    Array.isArray(unfinished) &&
    unfinished.every(isUnfinished)
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isNumbers = (value: unknown): boolean => isObject(value) && Object.values(value).every(Number.isFinite)

function isTally(value: unknown): boolean {
  if (!isObject(value)) return false
  const { attempts, scores, finals, overrated, zones, ratios, firstAt, lastAt, days } = value
  return (
    [attempts, scores, finals, overrated, ratios].every(Number.isFinite) &&
    isZones(zones) &&
    [firstAt, lastAt].every((at) => at === null || isText(at)) &&
    isObject(days) &&
    Object.entries(days).every(([day, sums]) => Number.isInteger(Number(day)) && isDay(sums))
  )
}

const isZones = (value: unknown): boolean =>
  isObject(value) && [value.short, value['on time'], value['wrap up'], value.over].every(Number.isFinite)

const isDay = (value: unknown): boolean =>
  isObject(value) && [value.attempts, value.scores].every(Number.isFinite)

const isPlan = (value: unknown): boolean =>
  isObject(value) && Array.isArray(value.banks) && value.banks.every(isText) && Number.isFinite(value.kappa)

function isUnfinished(value: unknown): boolean {
  return (
    isObject(value) &&
    [value.id, value.at, value.device, value.mode].every(isText) &&
    typeof value.pid === 'number' &&
    isObject(value.options) &&
    Array.isArray(value.questions) &&
    Array.isArray(value.done)
  )
}

const storedOf = ({ questions, ...rest }: Progress): Stored => ({ ...rest, questions: columnsOf(questions) })

/** Whether two say the same. */
export const isSame = (a: Progress, b: Progress): boolean => isDeepStrictEqual(storedOf(a), storedOf(b))

/** Writes `progress.json`; a failure is none of the user's business, see `saveSummary`. */
export const saveProgress = (home: DataFolder, progress: Progress): Promise<void> =>
  saveSummary(home, 'progress', storedOf(progress))

/** Writes `progress.json` or `config.json`. A failure is none of the user's business: both can be made again. */
export async function saveSummary(
  home: DataFolder,
  name: 'progress' | 'config',
  value: object,
): Promise<void> {
  const file = `${name}.json`
  // Where it may not write, conf tries for a second before it gives up.
  if (home.stuck.has(file) || !succeeds(() => accessSync(home.path, constants.W_OK))) return
  // The one is edited by hand, the other is large.
  const text = name === 'config' ? JSON.stringify(value, null, '\t') : JSON.stringify(value)
  try {
    await home.files.saveByConf(home.path, name, value, text)
  } catch {
    // What it left is looked at in any case.
  }
  const path = join(home.path, file)
  // On a full disk conf may put half a file in the place of a whole one.
  if (!succeeds(() => checkWhole(path, text))) succeeds(() => home.files.remove(path))
}

/** Throws where a file is neither as it was to be written nor whole in another way, as another process writes it. */
function checkWhole(path: string, text: string): void {
  if (statusOf(path)?.size !== Buffer.byteLength(text)) JSON.parse(String(readBytes(path)))
}
