import { isDeepStrictEqual } from 'node:util'
import type { ConfigFacts, Examined, SavedProgressFacts } from '../../doctor/examination.ts'
import type { Progress } from '../../progress/progress.ts'
import { isSettingKey, parseSetting } from '../../progress/settings.ts'
import { editsByHand, isCurrent, readConfig } from '../cache/config.ts'
import { isSame, readProgress, type SavedProgress } from '../cache/summaries.ts'
import type { DataFolder } from '../folder.ts'
import { readOnly } from './read-only.ts'

/** Reads progress.json, and says whether there is one. */
export function progressIn(home: DataFolder): SavedProgress & { exists: boolean } {
  const quiet = readOnly(home)
  const saved = readProgress(quiet)
  return { ...saved, exists: saved.progress !== null || quiet.unmovable.has('progress.json') }
}

/** Compares progress.json with the journals, as they were folded. */
export function stateOf(
  { progress, journals, isNewer, isOlder, exists }: SavedProgress & { exists: boolean },
  folded: Progress | null,
): SavedProgressFacts['state'] {
  if (isNewer) return 'newer'
  if (progress === null && !isOlder) return exists ? 'unreadable' : 'none'
  if (folded === null) return 'current'
  const sizes = Object.entries(journals)
  if (sizes.some(([device, size]) => size > (folded.journals[device] ?? 0))) return 'ahead'
  if (progress === null) return 'behind'
  if (!isDeepStrictEqual(progress.journals, folded.journals)) return 'behind'
  return isSame(progress, folded) ? 'current' : 'mismatched'
}

/** Compares config.json with the settings of the journals. */
export function configOf(
  home: DataFolder,
  saved: Examined<SavedProgress>,
  { folded, settings }: { folded: Progress | null; settings: Progress['settings'] },
): ConfigFacts {
  const quiet = readOnly(home)
  const config = readConfig(quiet)
  const unknown = Object.entries(settings)
    .filter(([key, value]) => !isSettingKey(key) || 'problem' in parseSetting(key, String(value)))
    .map(([key]) => key)
  if (config === null) {
    const state = quiet.unmovable.size > 0 ? 'unreadable' : 'none'
    return { state, refused: [], edited: [], unknown }
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
    unknown,
  }
}
