/** What the help of a command says below its arguments and flags. */
export interface CommandHelp {
  /** Command lines without the program's name, which run as they stand, each with what it does. */
  examples: readonly [line: string, does: string][]
  /** Paragraphs, with a blank line between them; a line that begins with a blank stays as it is. */
  notes?: string
  /** What `--json` prints, to follow that word. A command without it prints no JSON. */
  json?: string
}
