/** A flag or an argument: what it is for, and the name of its value, where it takes one. */
export interface Taken {
  does: string
  /** `n`, `slug`, `question`, … */
  value?: string
  /** The values that there are, where they are few. */
  values?: string[]
}

/** A command, as completion needs to know it. */
export interface TabledCommand {
  does: string
  /** By their long names. */
  flags: Record<string, Taken & { short?: string }>
  /** In their order; the last one may be given several times. */
  takes: Taken[]
  /** The names of the commands below. */
  below: string[]
}

/** All that completion knows; written from the commands by `test/help/commands.test.ts`. */
export interface CommandTable {
  /** By the words that name them, `bank add`; '' is the program. */
  commands: Record<string, TabledCommand>
  /** What each setting is for, and the words that it may be, where these are few. */
  settings: Record<string, { does: string; values: string[] }>
  /** Other names of commands. */
  aliases: Record<string, string>
}
