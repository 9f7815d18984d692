/** The machine on which greenroom runs. */
export interface Machine {
  node: string
  terminal: {
    /** Whether standard input and output are terminals. */
    input: boolean
    output: boolean
    /** Null where the output is not a terminal. */
    columns: number | null
    rows: number | null
    /** None, 16, 256, or all. */
    colors: 0 | 1 | 2 | 3
    unicode: boolean
  }
  editor: { command: string; from: 'VISUAL' | 'EDITOR' | null; found: boolean }
  /** Its version; null where it is not installed. */
  git: string | null
  /** Those that settings name, and whether they are there. */
  programs: readonly { setting: string; name: string; found: boolean }[]
}

export interface MachineOptions {
  /** Whether the user wants any. */
  color: boolean
  /** Command lines, by the settings that they are from. */
  commands: Partial<Record<string, string>>
}
