import { describe, expect, it } from 'vitest'
import {
  budgetMsOf,
  isSettingKey,
  parseSetting,
  printSetting,
  type SettingKey,
  settingKeys,
  settingOf,
  settingsOf,
  settingValue,
} from '../../src/progress/settings.ts'

describe('a setting', () => {
  it.each<[SettingKey, string, unknown]>([
    ['bank', 'leadership', 'leadership'],
    ['count', ' 7 ', 7],
    ['think', '90', '1m30s'],
    ['dayStart', '4:30', '04:30'],
    ['plan.date', '2026-12-05', '2026-12-05'],
    ['plan.date', 'none', null],
    ['cue', 'BELL', 'bell'],
    ['plain', 'on', true],
    ['sync.remote', 'git@example.org:me/notes.git', 'git@example.org:me/notes.git'],
  ])('%s takes %j', (key, text, value) => {
    expect(parseSetting(key, text)).toEqual({ value })
  })

  it.each<[SettingKey, string]>([
    ['bank', 'no slug'],
    ['count', '0'],
    ['count', '1e3'],
    ['talk', '0s'],
    ['talk', '61m'],
    ['dayStart', '24:00'],
    ['plan.date', '2026-02-30'],
    ['cue', 'horn'],
    ['plain', 'maybe'],
    ['sync.remote', '--upload-pack=x'],
    ['sync.remote', 'https://me:secret@example.org/notes.git'],
  ])('%s refuses %j and says what is allowed', (key, text) => {
    expect(parseSetting(key, text)).toEqual({ problem: expect.stringContaining(`${key} must be `) })
  })

  it('has its default where nothing is stored, or what is stored is not allowed', () => {
    expect(settingOf({}, 'talk')).toBe(120_000)
    expect(settingOf({ talk: 'long' }, 'talk')).toBe(120_000)
    expect(settingOf({ talk: '90s' }, 'talk')).toBe(90_000)
    expect(settingsOf({ count: 5 })).toMatchObject({ count: 5, dayStart: 240, 'plan.date': null })
  })

  it('stores and prints its default as something that it reads again', () => {
    for (const key of settingKeys) {
      expect(parseSetting(key, printSetting({}, key))).toEqual({ value: settingValue({}, key) })
    }
  })

  it('is known by its key alone', () => {
    expect(isSettingKey('plan.minutes')).toBe(true)
    expect(isSettingKey('toString')).toBe(false)
  })
})

it('a budget is --talk, else that of the question, else that of the settings', () => {
  const settings = { talk: 120_000 }
  expect(budgetMsOf({ budgetMs: 90_000 }, settings, 60_000)).toBe(60_000)
  expect(budgetMsOf({ budgetMs: 90_000 }, settings)).toBe(90_000)
  expect(budgetMsOf({ budgetMs: null }, settings)).toBe(120_000)
})
