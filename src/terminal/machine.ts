import { execFile, spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Machine, MachineOptions } from '../doctor/machine.ts'
import { programIn as programWithoutShell } from '../voice/programs.ts'
import { colorLevel } from './color.ts'
import { editorIn, programIn } from './editor-command.ts'

const { env: variables, platform, stdin, stdout } = process

interface Named {
  name: string
  found: boolean
}

/** What this machine has: versions, terminal, editor, programs. `pathOf` gives where one is that is started by its name. */
export async function describeMachine(
  { color, commands }: MachineOptions,
  pathOf: (name: string) => string | null,
): Promise<Machine> {
  const output = stdout.isTTY === true
  const git = pathOf('git')
  return {
    node: process.versions.node,
    terminal: {
      input: stdin.isTTY === true,
      output,
      columns: output ? stdout.columns || 80 : null,
      rows: output ? stdout.rows || 24 : null,
      colors: colorLevel(color, output, variables),
      unicode: isUnicode(variables, platform),
    },
    editor: editorOf(variables),
    git: git === null ? null : await gitVersion(git),
    programs: Object.entries(commands).map(([setting, command = '']) => ({
      setting,
      ...(setting === 'coach.command' ? inShell(command) : withoutShell(command, pathOf)),
    })),
  }
}

function withoutShell(command: string, pathOf: (name: string) => string | null): Named {
  const { name } = programWithoutShell(command) ?? { name: command }
  const path = isAbsolute(name) ? name : pathOf(name)
  return { name, found: path !== null && isExecutable(path) }
}

/** A shell has words of its own, such as `cd` and `if`; what is no plain name is not looked for. */
function inShell(command: string): Named {
  const name = programIn(command, variables, platform)
  if (isProgram(name, variables, platform)) return { name, found: true }
  const isPlain = platform !== 'win32' && /^[\w./+-]+$/.test(name)
  return { name, found: !isPlain || spawnSync('/bin/sh', ['-c', 'command -v "$0"', name]).status === 0 }
}

/** Whether the locale says UTF-8; POSIX defines the order of its variables. */
export function isUnicode(names: Record<string, string | undefined>, system: string): boolean {
  const { LC_ALL, LC_CTYPE, LANG } = names
  return system === 'win32' || /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '')
}

function editorOf(names: Record<string, string | undefined>): Machine['editor'] {
  const { command, from } = editorIn(names, platform)
  const programs = [programIn(command, names, platform), ...(platform === 'win32' ? [command] : [])]
  return { command, from, found: programs.some((program) => isProgram(program, names, platform)) }
}

/** Whether a name is that of a program, as a path or on the PATH. */
export function isProgram(
  name: string,
  { PATH, Path, PATHEXT }: Record<string, string | undefined>,
  system: string,
): boolean {
  const endings = system === 'win32' ? ['', ...(PATHEXT || '.EXE;.CMD;.BAT;.COM').split(';')] : ['']
  const folders = /[/\\]/.test(name) ? [null] : (PATH ?? Path ?? '').split(delimiter).filter(Boolean)
  return folders.some((folder) =>
    endings.some((ending) => isExecutable((folder === null ? name : join(folder, name)) + ending)),
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function gitVersion(git: string): Promise<string | null> {
  const version = new Promise<string | null>((resolve) => {
    execFile(git, ['--version'], { timeout: 5000, windowsHide: true }, (error, output) => {
      resolve(error ? null : (/\d+(\.\d+)+/.exec(output)?.[0] ?? null))
    })
  })
  return version.catch(() => null)
}
