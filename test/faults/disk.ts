import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { type Git, type GitResult, gitWith } from '../../src/store/sync/git.ts'
import { diskError } from '../store/home.ts'

/**
 * What goes wrong at a call: it does nothing and throws; it does half (`short`); or the process is killed before it, or
 * halfway through it, and from then on nothing reaches the disk; with the power, what was not synced is gone too.
 */
export const kinds = ['ENOSPC', 'EIO', 'EACCES', 'short', 'kill', 'kill halfway', 'power cut'] as const
export type Kind = (typeof kinds)[number]

/** What every call of a killed process throws. */
class Killed extends Error {}

type Call = keyof Files | 'git'
type Fate = 'whole' | 'nothing' | 'half'

export interface Fault {
  kind: Kind
  /** At which call of the files or of git, counted from 1. */
  at: number
}

/** The files and git of the world, which go wrong once. */
export interface Disk {
  files: Files
  git(signal: AbortSignal): Git
  /** How many calls there were. */
  calls(): number
  isDead(): boolean
}

/** The environment in which git sees nothing of the machine's settings. */
export const variables: Record<string, string | undefined> = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
}

/** What git says when the disk fails. */
const gitSays: Partial<Record<Kind, string>> = {
  ENOSPC: 'fatal: write error: No space left on device',
  EIO: 'error: file write error: Input/output error\nfatal: unable to write loose object file',
  EACCES:
    'error: insufficient permission for adding an object to repository database objects\nfatal: failed to write',
  short: 'error: died of signal 9',
}

const isFatal = (kind: Kind): boolean => kind.startsWith('kill') || kind === 'power cut'

/** `dying`: git, as it does half of its work; `real`: the files that do what they are told. */
export function diskWith(fault: Fault | null, dying: Git | null = null, real: Files = diskFiles): Disk {
  let calls = 0
  let dead = false

  /** Counts a call, and says what becomes of it. */
  function fateOf(): Fate {
    calls++
    if (dead || fault?.at !== calls) return dead ? 'nothing' : 'whole'
    dead = isFatal(fault.kind)
    return fault.kind === 'short' || fault.kind === 'kill halfway' ? 'half' : 'nothing'
  }
  const failure = (): Error =>
    dead ? new Killed() : diskError(fault?.kind === 'short' ? 'EIO' : (fault?.kind ?? ''))

  const call =
    (name: Exclude<Call, 'git'>) =>
    (...args: never[]) => {
      const fate = fateOf()
      const whole = real[name] as (...args: never[]) => unknown
      if (fate === 'whole') return whole(...args)
      // a file that cannot be closed is closed all the same, as is one of a process that was killed
      if (name === 'close') whole(...args)
      else if (fate === 'half') {
        const done = half(name, args, dead)
        if (name === 'write' && !dead) return done
      }
      throw failure()
    }

  return {
    files: Object.fromEntries(
      (Object.keys(diskFiles) as (keyof Files)[]).map((name) => [name, call(name)]),
    ) as unknown as Files,
    git(signal) {
      const whole = gitWith(variables, signal)
      return async (args, input) => {
        const fate = fateOf()
        if (fate === 'whole') return whole(args, input)
        if (fate === 'half') await (dying ?? whole)(args, input)
        if (dead) throw new Killed()
        return {
          code: 128,
          out: Buffer.alloc(0),
          err: gitSays[fault?.kind ?? 'EIO'] ?? '',
        } satisfies GitResult
      }
    },
    calls: () => calls,
    isDead: () => dead,
  }
}

/** Does as much of a call as can be done by half: of a write half of the bytes, of most others all before it fails. */
function half(name: Exclude<Call, 'git'>, args: unknown[], dead: boolean): unknown {
  if (name === 'write') {
    const [file, bytes] = args as [number, Uint8Array]
    return diskFiles.write(file, bytes.subarray(0, bytes.length >> 1))
  }
  if (name === 'saveByConf') {
    const [folder, summary, value] = args as [string, string, object]
    const text = JSON.stringify(value)
    // conf writes beside it first; on a full disk it puts half a file in the place of a whole one
    const place = join(folder, dead ? `${summary}.json.tmp-1` : `${summary}.json`)
    writeFileSync(place, text.slice(0, text.length >> 1), { mode: 0o600 })
    return undefined
  }
  const done = (diskFiles[name] as (...args: unknown[]) => unknown)(...args)
  if (name === 'open') diskFiles.close(done as number)
  return undefined
}
