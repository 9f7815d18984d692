import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { programPath } from '../../src/store/programs.ts'
import { newFolder } from '../files.ts'
import { until } from '../sound/fake.ts'

/** The programs of Debian that the tests need. */
export const tools = { server: 'pulseaudio', control: 'pactl', player: 'paplay', voice: 'espeak-ng' }

/** Which of some programs are not installed. */
export const missing = (...names: string[]): string[] =>
  names.filter((name) => programPath(name, process.env) === null)

/** A sound server of the test's own: what is played into its null sink comes out of the microphone. */
export interface Pulse {
  env: Record<string, string>
  /** Plays raw sound from a file into the microphone, again and again, as one stream: a player that is started anew leaves gaps of seconds. */
  play(file: string): ChildProcess
  stop(): void
}

export async function startPulse(): Promise<Pulse> {
  const runtime = newFolder()
  const { PATH = '' } = process.env
  const env = {
    PATH,
    HOME: runtime,
    XDG_RUNTIME_DIR: runtime,
    PULSE_SERVER: `unix:${join(runtime, 'socket')}`,
  }
  const server = spawn(
    tools.server,
    [
      ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--disallow-exit=false', '--log-level=error'],
      ...['-L', `module-native-protocol-unix socket=${join(runtime, 'socket')} auth-anonymous=1`],
      ...['-L', 'module-null-sink sink_name=null rate=16000 channels=1'],
    ],
    { env: { ...env, PULSE_SERVER: '' }, stdio: 'ignore' },
  )
  await until(() => spawnSync(tools.control, ['info'], { env }).status === 0)
  spawnSync(tools.control, ['set-default-source', 'null.monitor'], { env })
  const players: ChildProcess[] = []
  return {
    env,
    play(file) {
      const stream = 'while cat "$1"; do :; done | paplay --raw --rate=16000 --channels=1 --format=s16le'
      const player = spawn('sh', ['-c', stream, 'sh', file], { env, detached: true, stdio: 'ignore' })
      players.push(player)
      return player
    },
    stop() {
      for (const { pid } of players) if (pid !== undefined) process.kill(-pid, 'SIGKILL')
      server.kill('SIGKILL')
    },
  }
}
