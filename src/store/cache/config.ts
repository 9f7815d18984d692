import type { SettingValue } from '../../progress/journal.ts'
import { isSettingKey, parseSetting } from '../../progress/settings.ts'
import { safeLine } from '../../text/safe.ts'
import { isObject } from '../../text/safe-json.ts'
import { type DataFolder, jsonOf } from '../folder.ts'
import { readOrQuarantine } from '../quarantine.ts'
import { saveSummary } from './summaries.ts'

type Values = Record<string, SettingValue>

/** The settings in `config.json`, and as greenroom wrote them: a difference is an edit by hand. */
export interface Config {
  values: Record<string, unknown>
  /** Null in a file that greenroom did not write. */
  asWritten: Record<string, unknown> | null
}

/** Reads `config.json`; null if there is none that can be read. */
export function readConfig(home: DataFolder): Config | null {
  const remedy = 'It is rebuilt from your settings in the journal.'
  const stored = readOrQuarantine(home, 'config.json', remedy, settingsIn)
  if (stored === null) return null
  const { asWritten, ...values } = stored
  return { values, asWritten: isObject(asWritten) ? asWritten : null }
}

function settingsIn(bytes: Buffer): Record<string, unknown> | null {
  const value = jsonOf(bytes)
  return isObject(value) ? value : null
}

/**
 * Writes `config.json`, if that is possible, with a copy of the settings to recognise edits by: being in the same file it is
 * never newer or older than they are, so what another process wrote late is not taken for an edit.
 */
export const saveConfig = (home: DataFolder, settings: Values): Promise<void> =>
  saveSummary(
    home,
    'config',
    { ...settings, asWritten: settings },
    { isWhole: (bytes) => settingsIn(bytes) !== null },
  )

/** Whether `config.json` has just these settings. */
export function isCurrent(config: Config | null, settings: Values): boolean {
  return config?.asWritten != null && equal(config.values, settings) && equal(config.asWritten, settings)
}

function equal(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return changed(a, b).length === 0
}

function changed(a: Record<string, unknown>, b: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => valueIn(a, key) !== valueIn(b, key),
  )
}

function valueIn(values: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null
}

/** The edits in `config.json` that are to be set, and a sentence for each that is not allowed. */
export interface Edits {
  settings: Values
  problems: string[]
}

/**
 * The edits of a user: values that differ from those written last and from the journal's. Where it is not known what was
 * written, the journal is right about the keys that it has.
 */
export function editsByHand(config: Config, lastSaved: Values | null, settings: Values): Edits {
  const base = config.asWritten ?? lastSaved
  const keys = base
    ? changed(config.values, base)
    : Object.keys(config.values).filter((key) => !Object.hasOwn(settings, key))
  const edits: Edits = { settings: {}, problems: [] }
  for (const key of keys) {
    const value = valueIn(config.values, key)
    if (value !== valueIn(settings, key)) takeOver(edits, key, value, settings)
  }
  return edits
}

function takeOver(edits: Edits, key: string, value: unknown, settings: Values): void {
  if (!isSettingKey(key)) {
    const name = safeLine(key).slice(0, 60)
    edits.problems.push(
      `config.json: there is no setting ${name}, so it was left out. See all settings with config list.`,
    )
    return
  }
  const parsed =
    value === null
      ? { value }
      : parseSetting(key, isObject(value) || Array.isArray(value) ? '' : String(value))
  if ('problem' in parsed) edits.problems.push(`config.json: ${parsed.problem} The edit was ignored.`)
  else if (parsed.value !== valueIn(settings, key)) edits.settings[key] = parsed.value
}
