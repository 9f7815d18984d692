import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from '../files.ts'

/** Recorders and players that are none, on a PATH of their own. */
export interface Fakes {
  /** The variables of the environment under which they run. */
  env: Record<string, string>
  /** What they noted: `start arecord 123`, `SIGINT arecord 123`. */
  log(): string[]
  /** The ids of those that were started and still run. */
  running(): number[]
  /** What a transcriber hears from now on. */
  hear(text: string): void
}

/** `acts`: what they do, see `fake-recorder.mjs`; `names`: the programs that there are. */
export function fakes(
  acts: string,
  { names = ['arecord'], sound }: { names?: string[]; sound?: Uint8Array } = {},
): Fakes {
  const folder = newFolder()
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const name of names) {
    const program = join(bin, name)
    // a link would lose its name
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${folder}/${name}' "$@"\n`)
    chmodSync(program, 0o755)
    writeFileSync(
      join(folder, name),
      `import(${JSON.stringify(String(new URL('./fake-recorder.mjs', import.meta.url)))})\n`,
    )
  }
  const log = join(folder, 'log')
  const heard = join(folder, 'heard')
  const file = join(folder, 'sound')
  if (sound) writeFileSync(file, sound)
  const lines = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : [])
  return {
    env: { PATH: bin, FAKE: acts, FAKE_LOG: log, FAKE_HEARD: heard, ...(sound && { FAKE_SOUND: file }) },
    log: () => lines().map((line) => line.replace(/ \d+$/, '')),
    running: () =>
      lines()
        .filter((line) => line.startsWith('start'))
        .map((line) => Number(line.split(' ').at(-1)))
        .filter(isAlive),
    hear(text) {
      writeFileSync(`${heard}.new`, text)
      renameSync(`${heard}.new`, heard)
    },
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
