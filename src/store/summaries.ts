import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { safeLine } from '../bank/safe.ts'
import type { Progress } from '../progress/progress.ts'
import { attempt } from './files.ts'
import { type Home, notice, readBytes } from './home.ts'
import { isObject, quarantine, readObject } from './quarantine.ts'

/** `newer`: a later greenroom wrote it, so that it is neither understood nor touched. */
export interface SavedProgress {
  progress: Progress | null
  newer: boolean
}

/** What `progress.json` holds; null if there is none that can be used. */
export function readProgress(home: Home): SavedProgress {
  const remedy = 'Nothing is lost: it is made anew from the journal.'
  const saved = readObject<Record<string, unknown>>(
    home,
    'progress.json',
    remedy,
    (value) => isNewer(value) || isProgress(value),
  )
  if (saved && isNewer(saved)) {
    notice(
      home,
      'A newer greenroom keeps your progress here. Nothing is lost; upgrade this one to see all of it.',
    )
    return { progress: null, newer: true }
  }
  return { progress: saved as Progress | null, newer: false }
}

/** Keeps `progress.json` if a journal lost something, of which it may be all that is left; says whether one did. */
export function keepWhatWasLost(home: Home, saved: Progress | null, sizes: Record<string, number>): boolean {
  const lost = Object.entries(saved?.journals ?? {}).find(([device, size]) => size > (sizes[device] ?? 0))
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
export function forgetProgress(home: Home): void {
  if (!readProgress(home).newer) attempt(() => home.files.remove(join(home.path, 'progress.json')))
}

function isNewer(value: Record<string, unknown>): boolean {
  return typeof value.v === 'number' && value.v > 1
}

function isProgress(value: Record<string, unknown>): boolean {
  const {
    v,
    journals,
    attempts,
    questions,
    stories,
    settings,
    banks,
    reworded,
    change,
    lastMock,
    unfinished,
  } = value
  return (
    v === 1 &&
    typeof attempts === 'number' &&
    [journals, questions, stories, settings, banks, reworded].every(isObject) &&
    Object.values(questions as object).every(isQuestionProgress) &&
    [stories, banks, reworded].flatMap((texts) => Object.values(texts as object)).every(isText) &&
    (change === null || typeof change === 'string') &&
    Array.isArray(lastMock) &&
    Array.isArray(unfinished) &&
    unfinished.every(isUnfinished)
  )
}

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

const isSchedule = (value: unknown): boolean =>
  isObject(value) &&
  [value.stability, value.difficulty, value.reps, value.lapses, value.lastDay, value.dueDay].every(
    Number.isFinite,
  )

const isText = (value: unknown): value is string => typeof value === 'string'

function isQuestionProgress(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.attempts === 'number' &&
    typeof value.lastScore === 'number' &&
    typeof value.lastTalkMs === 'number' &&
    typeof value.lastBudgetMs === 'number' &&
    Array.isArray(value.followUps) &&
    (value.schedule === null || isSchedule(value.schedule))
  )
}

/** Writes `progress.json` or `config.json`. A failure is none of the user's business: both can be made again. */
export async function saveSummary(home: Home, name: 'progress' | 'config', value: object): Promise<void> {
  const file = `${name}.json`
  // Where it may not write, conf tries for a second before it gives up.
  if (home.stuck.has(file) || !attempt(() => accessSync(home.path, constants.W_OK))) return
  try {
    await home.files.saveByConf(home.path, name, value)
  } catch {
    // What it left is looked at in any case.
  }
  const path = join(home.path, file)
  // On a full disk conf may put half a file in the place of a whole one.
  if (!attempt(() => JSON.parse(String(readBytes(path))))) attempt(() => home.files.remove(path))
}
