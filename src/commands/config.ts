import { join } from 'node:path'
import type { Command } from 'commander'
import { chosenBank } from '../app/banks.ts'
import { openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { remoteOf } from '../app/sync.ts'
import { type Env, type Store, UsageError } from '../ports.ts'
import type { SettingValue } from '../progress/journal.ts'
import type { Progress } from '../progress/progress.ts'
import {
  isSettingKey,
  parseSetting,
  printSetting,
  type SettingKey,
  settingKeys,
  settingOf,
  settingValue,
} from '../progress/settings.ts'
import { json } from '../screens/json.ts'
import { nearest } from '../text/nearest.ts'
import { safeLine } from '../text/safe.ts'
import { withoutSecrets } from '../text/secrets.ts'
import { padEnd } from '../text/wrap.ts'

export function define(command: Command, env: Env): void {
  const options = (): CommonOptions => command.optsWithGlobals()
  command
    .command('list', { isDefault: true })
    .description('all settings')
    .action(() => list(options(), env))
  command
    .command('get')
    .description('one setting')
    .argument('<key>')
    .action((key: string) => get(key, options(), env))
  command
    .command('set')
    .description('change a setting')
    .argument('<key>')
    .argument('<value>')
    .action((key: string, value: string) => set(key, value, options(), env))
  command
    .command('unset')
    .description('reset a setting to its default')
    .argument('<key>')
    .action((key: string) => unset(key, options(), env))
  command
    .command('path')
    .description('where the settings file is')
    .action(() => path(options(), env))
}

async function list(options: CommonOptions, env: Env): Promise<void> {
  const { progress } = await openContext(options, env)
  const { settings } = progress
  const width = Math.max(...settingKeys.map((key) => key.length)) + 2
  env.data(
    options.json === true
      ? json(Object.fromEntries(settingKeys.map((key) => [key, shown(settingValue(settings, key))])))
      : settingKeys.map((key) => `${padEnd(key, width)}${shown(printSetting(settings, key))}\n`).join(''),
  )
}

async function get(key: string, options: CommonOptions, env: Env): Promise<void> {
  const known = keyOf(key, env)
  const { progress } = await openContext(options, env)
  const { settings } = progress
  env.data(
    options.json === true
      ? `${JSON.stringify({ [known]: shown(settingValue(settings, known)) })}\n`
      : `${shown(printSetting(settings, known))}\n`,
  )
}

async function set(key: string, text: string, options: CommonOptions, env: Env): Promise<void> {
  const known = keyOf(key, env)
  const parsed = parseSetting(known, known === 'sync.remote' ? remoteOf(text) : text)
  if ('problem' in parsed) {
    throw new UsageError(`${known} cannot be "${safeLine(text)}".`, parsed.problem)
  }
  if (known === 'bank') await chosenBank({ bank: text }, await openContext(options, env))
  await change(known, parsed.value, options, env)
}

async function unset(key: string, options: CommonOptions, env: Env): Promise<void> {
  await change(keyOf(key, env), null, options, env)
}

async function change(key: SettingKey, value: SettingValue, options: CommonOptions, env: Env): Promise<void> {
  const { store, today } = await openContext(options, env)
  store.prepare()
  store.append({ type: 'set', key, value })
  const progress = await store.save()
  env.err(`${key} is ${shown(printSetting(progress.settings, key))}.\n`)
  const interview = settingOf(progress.settings, 'plan.date')
  if (key === 'plan.date' && interview !== null && interview < today)
    env.err(`That day has passed, so nothing is planned. ${env.program} plan --date sets the next one.\n`)
  if (key === 'record' && settingOf(progress.settings, key)) await sayWhatRecordingIs(store, progress, env)
}

async function sayWhatRecordingIs(store: Store, { settings }: Progress, env: Env): Promise<void> {
  const [{ recordingIsOn, whatRecordingIs }, { placeOf }, { programIn }] = await Promise.all([
    import('../screens/recording.ts'),
    import('../app/place.ts'),
    import('../voice/programs.ts'),
  ])
  const [takes, sound] = await Promise.all([store.takes(), env.sound()])
  const limits = { keep: settingOf(settings, 'record.keep'), days: settingOf(settings, 'record.days') }
  const place = placeOf(env, sound)
  const command = settingOf(settings, 'record.command')
  const isFound = sound.recorders(command).length > 0
  env.err(
    `${recordingIsOn(isFound, programIn(command)?.name ?? null, place)} ${whatRecordingIs(takes.folder, limits, place)}\n`,
  )
}

/** A setting without the password that it may have been given by hand. */
const shown = <T extends SettingValue>(value: T): T | string =>
  typeof value === 'string' ? withoutSecrets(value) : value

async function path(options: CommonOptions, env: Env): Promise<void> {
  const store = await env.store(options.home)
  env.data(`${join(store.home, 'config.json')}\n`)
}

function keyOf(key: string, env: Env): SettingKey {
  if (isSettingKey(key)) return key
  const near = nearest(key, settingKeys)
  throw new UsageError(
    `There is no setting "${safeLine(key)}".`,
    `${near === null ? '' : `Did you mean ${near}? `}All settings: ${env.program} config list.`,
  )
}
