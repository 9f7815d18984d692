import { withoutEscapes } from '../text/escapes.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import { truncate, width } from '../text/wrap.ts'
import type { RecorderFailure } from '../voice/failure.ts'
import type { Style } from './style.ts'

// What is said about recording.

/** What went wrong with a recording. */
export type Trouble =
  /** No recorder sent any sound. */
  | { kind: 'none works'; failures: readonly RecorderFailure[] }
  | { kind: 'broken off'; failures: readonly RecorderFailure[] }
  | { kind: 'none found' | 'zero' | 'flood' | 'too long' }
  | { kind: 'unwritten'; message: string; hint: string }

/** What the words depend on: how the program is called, whether it runs over ssh, and on which system. */
export interface Place {
  program: string
  isRemote: boolean
  system: string
}

/** Two lines on a terminal of 80 columns, with what their ends may lose. */
const maxTroubleWidth = 150

/** A trouble as one sentence on what, and one on the way out: two lines of 80 columns, as the review stands below. */
export function notRecorded(trouble: Trouble, place: Place): string {
  const because = (what: string, why: (room: number) => string, after: string): string =>
    `${what}: ${why(maxTroubleWidth - what.length - after.length)}${after}`
  const nothing = 'Your answer was not recorded'
  switch (trouble.kind) {
    case 'none works':
      return because(
        nothing,
        (room) => firstReason(trouble.failures, room),
        remote(place) || ` ${place.program} doctor --mic finds out why.`,
      )
    case 'none found':
      return `${nothing}: no recorder was found.${remote(place) || ` ${install(place.system)}; ${place.program} doctor --mic tries it.`}`
    case 'broken off':
      return because(
        'Only a part of your answer was recorded',
        (room) => sentence(reasons(trouble.failures), room),
        ' Is the microphone still plugged in?',
      )
    case 'zero':
      return `Your answer was recorded as silence.${remote(place) || ` ${access(place.system)}`}`
    case 'flood':
      return `${nothing}: the recorder sent far more than sound. Set record.command to one that sends raw sound (16 kHz, mono, s16le).`
    case 'too long':
      return 'The first 15 minutes of your answer were recorded: a take is never longer.'
    case 'unwritten':
      return `${trouble.message} What was written before plays. ${trouble.hint}`
  }
}

/** What to install. */
export const install = (system: string): string =>
  system === 'linux' ? 'Install pulseaudio-utils, alsa-utils or sox' : 'Install sox or ffmpeg'

export const access = (system: string): string =>
  system === 'darwin'
    ? 'Allow this terminal the microphone: System Settings, Privacy & Security, Microphone.'
    : 'Is the microphone muted, or another one chosen in the settings of the system?'

export const remote = ({ isRemote }: Place): string =>
  isRemote ? ' You are here over ssh: it would be the microphone of the remote machine, not yours.' : ''

/** What the first one said, as the others often have nothing to add, in so many columns. */
function firstReason(failures: readonly RecorderFailure[], room: number): string {
  const others = failures.length - 1
  const first = reasons(failures.slice(0, 1))
  const all = others > 0 ? `${first} (nor could ${count(others, 'other recorder')})` : first
  return sentence(all.length < room ? all : first, room)
}

/** With a full stop, or cut. */
const sentence = (words: string, room: number): string =>
  width(words) < room ? `${words}.` : truncate(words, room, '...')

export const reasons = (failures: readonly RecorderFailure[]): string =>
  failures.length === 0 ? 'no recorder sent any sound' : failures.map(reason).join('; ')

/** What programs put in front of their messages: their name, and a place in their source. */
const ownName = /^[\w/.-]+(?: FAIL \w+)?: (?:\w+:\d+: )?/

/** `arecord: audio open error: No such device`. */
function reason({ name, how, code, said }: RecorderFailure): string {
  if (how === 'absent') return `there is no program ${safeLine(name)}, which record.command names`
  if (how === 'silent') return `${name} sent nothing`
  if (how === 'flood') return `${name} sent far more than sound`
  if (how === 'stalled') return `${name} sent nothing more`
  if (how === 'text') return `${name} sent words, not sound`
  const last = safeLine(withoutEscapes(said).trim().split('\n').at(-1) ?? '')
    .trim()
    .slice(0, 200)
  const words = last.replace(/[.!]+$/, '').replace(ownName, '')
  return words === '' ? `${name} ended${code === null ? '' : ` with code ${code}`}` : `${name}: ${words}`
}

/** Said of recording that was switched on. `found`: whether there is a program for it, which was not tried; `own`: the user's. */
export function recordingIsOn(found: boolean, own: string | null, { program, system }: Place): string {
  if (found) return `Your spoken answers are recorded; ${program} doctor --mic tries it.`
  const nothing = 'so nothing can be recorded yet.'
  if (own !== null)
    return `There is no program ${safeLine(own)}, which record.command names, ${nothing} ${program} config unset record.command takes a recorder that is here; ${program} doctor --mic tries it.`
  return `No recorder was found, ${nothing} ${install(system)}, or name one: ${program} config set record.command. Then ${program} doctor --mic tries it.`
}

/** Asks for consent to recording, as one screen. The ways out have lines of their own, as a command is not to be broken. */
export const askToRecord = (folder: string, place: Place): string =>
  [
    `Before you go, asked only once. Record your spoken answers? ${whatIsKept(folder, { keep: 3, days: 30 }, place)}`,
    ...waysOut(place),
  ].join('\n')

/** What becomes of recordings, and the ways out. */
export const whatRecordingIs = (
  folder: string,
  limits: { keep: number; days: number },
  place: Place,
): string => `${whatIsKept(folder, limits, place)} ${waysOut(place).join(' ')}`

const waysOut = ({ program }: Place): string[] => [
  `${program} config set record off ends it.`,
  `${program} takes --delete removes them.`,
]

function whatIsKept(folder: string, { keep, days }: { keep: number; days: number }, place: Place): string {
  const kept =
    keep === 0 || days === 0
      ? 'No recording is kept, only what is measured of it.'
      : `They stay in ${safeLine(folder)} on this machine: never synced, backed up or exported; the last ${keep} of each question, for ${count(days, 'day')}.`
  return `${kept} The microphone is open only while the talk clock runs.${remote(place)}`
}

/** The quietest voice that shows a mark, and how far apart marks are, in dB. */
const quietestDb = -50
const markDb = 8
const mostMarks = 5

/** What a microphone does: `opening` until the first sound arrives, then the level of the last tenth of a second in dBFS. */
export type Mic = { state: 'opening' } | { state: 'recording'; db: number }

/** `mic…`, then `● rec` with a level. */
export function micLabel(mic: Mic, style: Style): string {
  if (mic.state === 'opening') return style.quiet(style.ascii ? 'mic...' : 'mic…')
  const marks = Math.max(0, Math.min(mostMarks, Math.ceil((mic.db - quietestDb) / markDb)))
  const level = (style.ascii ? '#' : '▮').repeat(marks) + (style.ascii ? '.' : '▯').repeat(mostMarks - marks)
  return `${style.accent(style.ascii ? '* rec' : '● rec')} ${level}`
}

/** Says that an answer is being transcribed. */
export const transcribingLabel = (style: Style): string =>
  style.quiet(style.ascii ? 'transcribing...' : 'transcribing…')
