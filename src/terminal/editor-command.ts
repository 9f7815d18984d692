type Variables = Record<string, string | undefined>

/** The user's editor: the value of a variable, or what this system has. */
export interface EditorCommand {
  command: string
  from: 'VISUAL' | 'EDITOR' | null
}

/** How to start it. `shell`: the system's own shell takes the whole line. */
export interface Start {
  program: string
  args: string[]
  shell: boolean
}

/** `$VISUAL`, else `$EDITOR`, else vi, or notepad on Windows. One that is blank counts as not set. */
export function editorIn(variables: Variables, system: string): EditorCommand {
  for (const from of ['VISUAL', 'EDITOR'] as const) {
    const command = variables[from]?.trim()
    if (command) return { command, from }
  }
  return { command: system === 'win32' ? 'notepad' : 'vi', from: null }
}

/** What makes git hand a command to the shell: see `prepare_shell_cmd` in its run-command.c. */
const shellCharacters = /[|&;<>()$`\\"' \t\n*?[#~=%]/

/** How git starts an editor on a file. On Windows many are scripts, such as `code.cmd`, which only a shell can run. */
export function startOf(
  command: string,
  file: string,
  system: string,
  isFile: (path: string) => boolean,
): Start {
  if (system === 'win32') {
    const program = isFile(command) ? `"${command}"` : command
    return { program: `${program} "${file}"`, args: [], shell: true }
  }
  if (!shellCharacters.test(command)) return { program: command, args: [file], shell: false }
  return { program: 'sh', args: ['-c', `${command} "$@"`, command, file], shell: false }
}

/** A word of a shell: quoted parts, and characters that are not. */
const words = /(?:'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S]|[^\s'"\\])+/g
const windowsWords = /"[^"]*"|[^\s"]+/g

/** The program that a command starts, for `doctor`: its first word that sets no variable, without quotes. */
export function programIn(command: string, variables: Variables, system: string): string {
  if (system === 'win32') return (command.match(windowsWords)?.[0] ?? command).replaceAll('"', '')
  const [first = command] = (command.match(words) ?? []).filter((word) => !/^[A-Za-z_]\w*=/.test(word))
  const home = variables.HOME ?? '~'
  return first
    .replace(/^~(?=\/)/, () => home)
    .replace(/'([^']*)'|\\([\s\S])|\$\{?(\w+)\}?|"/g, (_, quoted, escaped, name) =>
      name === undefined ? (quoted ?? escaped ?? '') : (variables[name] ?? ''),
    )
}
