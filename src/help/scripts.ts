/** The shells that there is a script for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

export type Shell = (typeof shells)[number]

const scripts: Record<Shell, () => Promise<{ default: string }>> = {
  bash: () => import('../../data/completion/greenroom.bash'),
  zsh: () => import('../../data/completion/greenroom.zsh'),
  fish: () => import('../../data/completion/greenroom.fish'),
  powershell: () => import('../../data/completion/greenroom.ps1'),
}

/**
 * A script that has a shell ask `greenroom complete -- WORDS` for what may come next: lines of a value, a tab and what it
 * is. It quotes the values as the shell wants them and runs nothing of what was typed; where there is no value, the shell
 * completes names of files.
 */
export const scriptFor = async (shell: Shell): Promise<string> => (await scripts[shell]()).default
