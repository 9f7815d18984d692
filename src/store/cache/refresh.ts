import { noProgress, type Progress } from '../../progress/progress.ts'
import { isDeviceOnly, settingOf } from '../../progress/settings.ts'
import { dayOf } from '../../text/dates.ts'
import { append, type OpenFolder } from '../append.ts'
import { succeeds } from '../files.ts'
import { namesIn, notice, prepareHome, timeIn } from '../folder.ts'
import { journalSizes, readJournals } from '../journal.ts'
import { countingHere, localSettings, withLocal } from '../local.ts'
import { type Config, editsByHand, isCurrent, readConfig, saveConfig } from './config.ts'
import {
  isSame,
  keepWhatWasLost,
  newerWroteHere,
  readProgress,
  type SavedProgress,
  saveProgress,
} from './summaries.ts'

type Settings = Progress['settings']
type Sizes = Progress['journals']

interface How {
  /** Folds the journals even if `progress.json` seems current. */
  anew: boolean
  /** Saves `progress.json` and `config.json` if they are behind; otherwise notes that for later. */
  save: boolean
}

/** The progress that the journals amount to, once edits of `config.json` by hand are part of them. */
export async function refresh(home: OpenFolder, how: How): Promise<Progress> {
  const isUsed = namesIn(home.path).some((name) =>
    ['attempts', 'config.json', 'progress.json'].includes(name),
  )
  const config = readConfig(home)
  const saved = readProgress(home)
  const sizes = journalSizes(home)
  const isLost = keepWhatWasLost(home, saved.journals, sizes)
  if (saved.isOlder) await backUpOlder(home)
  const before = await progressIn(home, how.anew ? null : saved.progress)
  if (before.newerLines > 0) notice(home, newerWroteHere)
  // a config.json that was copied here, or outlived its journals, is the only place that has its settings
  const isAlone = isLost || isEmpty(sizes)
  const local = localSettings(home)
  const settings = withLocal(before.settings, local)
  const edits = config === null ? {} : editsIn(home, config, isAlone, saved.progress, settings)
  const changes = { ...notYetLocal(before.settings, local), ...edits }
  // not saved where the edits could not be kept, as they would look taken over
  if (!keep(home, changes)) return { ...before, settings: { ...settings, ...edits } }
  const progress = await progressIn(home, before)
  const whole = { ...progress, settings: withLocal(progress.settings, localSettings(home)) }
  if (isUsed) await saveIfBehind(home, progress, { config, settings: whole.settings }, saved, how)
  return whole
}

/** What greenroom 0.1.0 kept in this device's journal, and is kept apart from now on. */
const notYetLocal = (settings: Settings, local: Settings): Settings =>
  Object.fromEntries(
    Object.entries(settings).filter(([key]) => isDeviceOnly(key) && !Object.hasOwn(local, key)),
  )

/** Makes a backup before an older greenroom's data is rebuilt. Where that fails, `doctor` will say so. */
async function backUpOlder(home: OpenFolder): Promise<void> {
  const { safeguard } = await import('../backup/backups.ts')
  succeeds(() => prepareHome(home))
  succeeds(() => safeguard(home))
}

/** What is known already, if it is as long as the journals and holds today; else they are folded. */
async function progressIn(home: OpenFolder, known: Progress | null): Promise<Progress> {
  const sizes = journalSizes(home)
  const found = [home.folded, known].find(
    (each) => each && isEqual(each.journals, sizes) && holdsNow(each, home),
  )
  const progress = found ?? (await foldAnew(home))
  home.seen = { latest: progress.latest, sizes: progress.journals }
  return progress
}

function holdsNow({ holds: { from, until }, settings }: Progress, home: OpenFolder): boolean {
  if (from === null && until === null) return true
  const today = dayOf(timeIn(home), settingOf(settings, 'dayStart')) ?? 0
  return today >= (from ?? today) && (until === null || today < until)
}

async function foldAnew(home: OpenFolder): Promise<Progress> {
  const sizes = journalSizes(home)
  if (isEmpty(sizes)) home.folded = { ...noProgress, journals: sizes }
  else {
    const { fold } = await import('../../progress/fold.ts')
    const { lines, sizes, newerLines, latest } = readJournals(home)
    home.folded = fold(countingHere(home, lines), sizes, { unread: newerLines, latest, now: timeIn(home) })
  }
  return home.folded
}

/** The settings that were edited in `config.json` by hand; adds a notice for each that is not allowed. */
function editsIn(
  home: OpenFolder,
  config: Config,
  isAlone: boolean,
  saved: Progress | null,
  settings: Settings,
): Settings {
  const edits = isAlone
    ? editsByHand({ ...config, asWritten: null }, null, settings)
    : editsByHand(config, saved?.settings ?? null, settings)
  for (const problem of edits.problems) notice(home, problem)
  return edits.settings
}

/** Appends settings to the journal; returns whether that succeeded. */
const keep = (home: OpenFolder, settings: Settings): boolean =>
  succeeds(() => {
    for (const [key, value] of Object.entries(settings)) append(home, { type: 'set', key, value })
  })

/** Saves `progress.json` and `config.json` if they are behind, or notes that they are. */
async function saveIfBehind(
  home: OpenFolder,
  progress: Progress,
  { config, settings }: { config: Config | null; settings: Settings },
  saved: SavedProgress,
  { anew, save }: How,
): Promise<void> {
  const isOld = !isCurrent(config, settings)
  const isStale = !saved.isNewer && !isSaved(progress, saved.progress, anew)
  home.isBehind = !save && (isOld || isStale)
  if (save && isOld) await saveConfig(home, settings)
  if (save && isStale) await saveProgress(home, progress)
}

const isSaved = (progress: Progress, saved: Progress | null, anew: boolean): boolean =>
  saved !== null &&
  isEqual(saved.journals, progress.journals) &&
  saved.holds.from === progress.holds.from &&
  saved.holds.until === progress.holds.until &&
  (!anew || isSame(saved, progress))

const isEmpty = (sizes: Sizes): boolean => Object.values(sizes).every((size) => size === 0)

function isEqual(a: Sizes, b: Sizes): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
