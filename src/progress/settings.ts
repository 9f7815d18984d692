import type { Question, Shape } from '../bank/model.ts'
import { dateOf, dayOfDate } from '../text/dates.ts'
import { formatDuration, typedDuration } from '../text/duration.ts'
import { holdsSecret } from '../text/secrets.ts'
import { isSlug } from '../text/slug.ts'
import { audioPlace, wordsOf } from '../voice/command.ts'
import type { SettingValue } from './journal.ts'

/** The most days ahead that an interview is planned for. One that is farther was set by a clock that was ahead. */
export const farthestInterview = 366

/** Every config key, with its value as the program uses it. */
export interface Settings {
  /** Slug of the chosen bank. */
  bank: string
  /** Questions of a drill. */
  count: number
  /** Think time and talk time in ms. */
  think: number
  talk: number
  /** Minutes after midnight at which a day starts. */
  dayStart: number
  /** The day of the interview, see `dayOf`. */
  'plan.date': number | null
  /** Minutes to rehearse a day. */
  'plan.minutes': number | null
  cue: 'none' | 'bell' | 'words'
  plain: boolean
  ascii: boolean
  followUps: boolean
  shape: 'auto' | Shape
  /** A program that says something about a written answer, and whether that is kept. */
  'coach.command': string | null
  'coach.keep': boolean
  /** The git remote of `sync`, and whether it runs by itself. */
  'sync.remote': string | null
  'sync.auto': boolean
  /** Spoken answers are recorded. */
  record: boolean
  'record.command': string | null
  /** The last takes of each question that are kept, and for how many days; 0 keeps the numbers only. */
  'record.keep': number
  'record.days': number
  'play.command': string | null
  /** A program that writes down what was said in a take, and whether that is kept. */
  'transcribe.command': string | null
  'transcribe.keep': boolean
  /** Questions are read aloud. */
  aloud: boolean
  'aloud.command': string | null
}

export type SettingKey = keyof Settings

interface Setting<T> {
  default: T
  /** What is allowed, to follow "must be". */
  allowed: string
  /** Undefined where the text is not allowed. */
  read(text: string): T | undefined
  /** As the journal and `config.json` have it: readable, and `read` gives the same value again. */
  stored(value: T): SettingValue
}

function choice<T extends string>(...words: [T, ...T[]]): Setting<T> {
  const [first, ...rest] = words
  return {
    default: first,
    allowed: `${words.slice(0, -1).join(', ')} or ${rest.at(-1) ?? first}`,
    read: (text) => words.find((word) => word === text.toLowerCase()),
    stored: (value) => value,
  }
}

function flag(initial: boolean): Setting<boolean> {
  return {
    default: initial,
    allowed: 'true or false',
    read(text) {
      if (/^(true|yes|on|1)$/i.test(text)) return true
      return /^(false|no|off|0)$/i.test(text) ? false : undefined
    },
    stored: (value) => value,
  }
}

function integer(initial: number, most: number, least = 1): Setting<number> {
  return {
    default: initial,
    allowed: `a whole number from ${least} to ${most}`,
    read(text) {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : -1
      return value >= least && value <= most ? value : undefined
    },
    stored: (value) => value,
  }
}

function duration(initialMs: number): Setting<number> {
  return {
    default: initialMs,
    allowed: 'a duration from 1s to 60m, such as 90s, 2m, 1m30s or 2:30',
    read(text) {
      const ms = typedDuration(text)
      return ms !== null && ms >= 1000 && ms <= 3_600_000 ? ms : undefined
    },
    stored: formatDuration,
  }
}

/** A setting that may be absent, which is its default and reads as `none`. */
function optional<T extends string | number>(setting: Omit<Setting<T>, 'default'>): Setting<T | null> {
  return {
    default: null,
    allowed: `${setting.allowed}, or none`,
    read: (text) => (text === 'none' ? null : setting.read(text)),
    stored: (value) => (value === null ? null : setting.stored(value)),
  }
}

/** A program with its arguments, which is started without a shell; with `place`, that has to stand in one of them. */
function command(place: string | null, example: string): Setting<string | null> {
  return optional({
    allowed: `a command${place === null ? '' : ` with ${place} for the file,`} such as: ${example}`,
    read(text) {
      const [name, ...args] = text.length <= 1000 ? (wordsOf(text) ?? []) : []
      return name && (place === null || args.some((arg) => arg.includes(place))) ? text : undefined
    },
    stored: (value) => value,
  })
}

const timeOfDay: Setting<number> = {
  default: 4 * 60,
  allowed: 'a time from 00:00 to 23:59, such as 04:00',
  read(text) {
    const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
    return minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes)
  },
  stored: (value) => new Date(value * 60_000).toISOString().slice(11, 16),
}

/** In the order in which they are listed. */
const table: { [K in SettingKey]: Setting<Settings[K]> } = {
  bank: {
    default: 'leadership',
    allowed: 'the slug of a bank, as `bank list` shows it',
    read: (text) => (isSlug(text) ? text : undefined),
    stored: (value) => value,
  },
  count: integer(3, 1000),
  think: duration(30_000),
  talk: duration(120_000),
  dayStart: timeOfDay,
  'plan.date': optional({
    allowed: 'a date such as 2026-12-05',
    read: (text) => dayOfDate(text) ?? undefined,
    stored: dateOf,
  }),
  'plan.minutes': optional(integer(20, 24 * 60)),
  cue: choice('none', 'bell', 'words'),
  plain: flag(false),
  ascii: flag(false),
  followUps: flag(true),
  shape: choice('auto', 'star', 'car', 'none'),
  'coach.command': optional({
    allowed: 'the command line of a program',
    read: (text) => (/^[^\s-][^\n]{0,999}$/.test(text) ? text : undefined),
    stored: (value) => value,
  }),
  'coach.keep': flag(false),
  'sync.remote': optional({
    allowed: 'the address of a git remote, without a password in it',
    // A leading dash would reach git as an option.
    read: (text) => (/^[^\s-].{0,999}$/.test(text) && !holdsSecret(text) ? text : undefined),
    stored: (value) => value,
  }),
  'sync.auto': flag(false),
  record: flag(false),
  'record.command': command(null, 'arecord -q -t raw -f S16_LE -r 16000 -c 1'),
  'record.keep': integer(3, 1000, 0),
  'record.days': integer(30, 10_000, 0),
  'play.command': command(audioPlace, `paplay ${audioPlace}`),
  'transcribe.command': command(audioPlace, `whisper-cli -m MODEL -f ${audioPlace} -np -nt`),
  'transcribe.keep': flag(false),
  aloud: flag(false),
  'aloud.command': command(null, 'espeak-ng -v en --stdin'),
}

/**
 * Whether a setting starts a program, opens a microphone or names where data goes. It counts only as its user set it on this device: a backup or
 * another machine that brings one would choose what runs here.
 */
export const isDeviceOnly = (key: string): boolean =>
  key.startsWith('sync.') || /^record\b/.test(key) || key.endsWith('.command')

/** All config keys, in the order in which they are listed. */
export const settingKeys = Object.keys(table) as SettingKey[]

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(table, key)
}

/** The values that a key may have, in words. */
export const allowedFor = (key: SettingKey): string => table[key].allowed

/** The value to store for what a user typed (null is the default), or a sentence that says what is allowed. */
export function parseSetting<K extends SettingKey>(
  key: K,
  text: string,
): { value: SettingValue } | { problem: string } {
  const setting: Setting<Settings[K]> = table[key]
  const value = setting.read(text.trim())
  return value === undefined
    ? { problem: `${key} must be ${setting.allowed}.` }
    : { value: setting.stored(value) }
}

/** The value of one key: the default where none is stored, or where the stored one is not allowed. */
export function settingOf<K extends SettingKey>(values: Record<string, SettingValue>, key: K): Settings[K] {
  const setting: Setting<Settings[K]> = table[key]
  const stored = Object.hasOwn(values, key) ? values[key] : null
  const value = stored === null ? undefined : setting.read(String(stored).trim())
  return value === undefined ? setting.default : value
}

/** A key's value as it is stored and as JSON shows it; null where there is none. */
export function settingValue<K extends SettingKey>(
  values: Record<string, SettingValue>,
  key: K,
): SettingValue {
  const setting: Setting<Settings[K]> = table[key]
  return setting.stored(settingOf(values, key))
}

/** A key's value as `config list` and `config get` print it; `none` where there is none. */
export function printSetting<K extends SettingKey>(values: Record<string, SettingValue>, key: K): string {
  return String(settingValue(values, key) ?? 'none')
}

/** All values, from those that are stored. */
export function settingsOf(values: Record<string, SettingValue>): Settings {
  return Object.fromEntries(settingKeys.map((key) => [key, settingOf(values, key)])) as unknown as Settings
}

/** Whether recordings are made and kept; else at most what is measured of them is. */
export const keepsTakes = (settings: Settings): boolean =>
  settings.record && settings['record.keep'] > 0 && settings['record.days'] > 0

/** The talk time that an answer aims at, in ms: `--talk`, else the question's own budget, else that of the settings. */
export const budgetMsOf = (
  question: Pick<Question, 'budgetMs'>,
  settings: Pick<Settings, 'talk'>,
  talkMs: number | null = null,
): number => talkMs ?? question.budgetMs ?? settings.talk
