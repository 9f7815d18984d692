import { audioPlace, textPlace, wordsOf } from './command.ts'

/** A program that records to its standard output or plays a file, and its arguments. */
export interface Program {
  name: string
  args: readonly string[]
  /** The arguments that silence it, where it only hands a text to a server that goes on without it. */
  silence?: readonly string[]
}

const raw = ['-r', '16000', '-c', '1', '-b', '16', '-e', 'signed-integer', '-L', '-t', 'raw', '-']
const ffmpeg = (format: string, input: string): Program => ({
  name: 'ffmpeg',
  args: [
    ...['-nostdin', '-hide_banner', '-loglevel', 'error', '-f', format, '-i', input],
    ...['-ac', '1', '-ar', '16000', '-f', 's16le', '-flush_packets', '1', '-'],
  ],
})
// it else gathers half a second before it sends any
const rec: Program = { name: 'rec', args: ['-q', '--buffer', '1600', ...raw] }

/** The programs that record raw sound, 16 kHz, mono, s16le, the first choice first. */
export function recordersOf(system: string): Program[] {
  if (system === 'darwin') return [rec, ffmpeg('avfoundation', ':default')]
  if (system === 'win32') {
    const sox = ['-q', '--buffer', '1600', '-t', 'waveaudio', '-d', ...raw]
    return [{ name: 'sox', args: sox }, ffmpeg('dshow', 'audio=Microphone')]
  }
  const format = ['--format=s16le', '--rate=16000', '--channels=1']
  return [
    { name: 'parecord', args: ['--raw', ...format, '--latency-msec=50', '--client-name=greenroom'] },
    { name: 'arecord', args: ['-q', '-t', 'raw', '-f', 'S16_LE', '-r', '16000', '-c', '1'] },
    rec,
    { name: 'pw-record', args: ['--raw', '--rate=16000', '--channels=1', '--format=s16', '-'] },
    ffmpeg('pulse', 'default'),
  ]
}

const psPlay = '(New-Object System.Media.SoundPlayer $env:GREENROOM_TAKE).PlaySync()'

/** The programs that play a WAV file, the first choice first. On Windows the path comes as a variable, never as code. */
export function playersOf(system: string): Program[] {
  const players: Program[] = [
    { name: 'paplay', args: [audioPlace] },
    { name: 'aplay', args: ['-q', audioPlace] },
    { name: 'pw-play', args: [audioPlace] },
    { name: 'play', args: ['-q', audioPlace] },
    { name: 'ffplay', args: ['-nodisp', '-autoexit', '-loglevel', 'error', audioPlace] },
    { name: 'afplay', args: [audioPlace] },
  ]
  const powershell = { name: 'powershell', args: ['-NoProfile', '-NonInteractive', '-Command', psPlay] }
  return system === 'win32' ? [...players, powershell] : players
}

const psSpeak =
  'Add-Type -AssemblyName System.Speech; (New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())'

/** The programs that read a text aloud and end with it, the first choice first: from their input, or one argument. */
export function voicesOf(system: string): Program[] {
  if (system === 'darwin') return [{ name: 'say', args: ['-f', '-'] }]
  if (system === 'win32')
    return [{ name: 'powershell', args: ['-NoProfile', '-NonInteractive', '-Command', psSpeak] }]
  return [
    { name: 'spd-say', args: ['--wait', '--', textPlace], silence: ['--cancel'] },
    { name: 'espeak-ng', args: ['--stdin'] },
  ]
}

/** A user's command as a program; null where there is none, or where it cannot be understood. */
export function programIn(command: string | null): Program | null {
  const [name, ...args] = command === null ? [] : (wordsOf(command) ?? [])
  return name === undefined ? null : { name, args }
}

/** A program with the file in its place. */
export const withAudio = (program: Program, path: string): Program => filled(program, audioPlace, path)

/** Whether a program takes its text as an argument. */
export const takesText = ({ args }: Program): boolean => args.some((arg) => arg.includes(textPlace))

/** A program with the text in its place. */
export const withText = (program: Program, text: string): Program => filled(program, textPlace, text)

const filled = ({ name, args }: Program, place: string, text: string): Program => ({
  name,
  args: args.map((arg) => arg.replaceAll(place, () => text)),
})
