import type { Shell } from '../ports.ts'

/** A question outside of a rehearsal: answered by a key on a terminal, and by a line in plain mode. */
export interface Choice<T> {
  /** The question with its keys, as each mode shows them; on a terminal it is wrapped where it is drawn, for each size. */
  prompt: { live: string; plain: string }
  /** What each reply stands for, in lower case; an empty line is `enter`. */
  keys: Readonly<Record<string, T>>
  /** What the end of input stands for. */
  atEnd: T
  /** Printed for `?`. */
  help?: string
  /** Printed in plain mode for a line that is no reply; on a terminal other keys do nothing. */
  reminder?: string
}

/** Asks until there is a reply. */
export async function choose<T>(shell: Shell, choice: Choice<T>): Promise<T> {
  let isHelped = false
  for (;;) {
    const reply = await shell.ask(shell.live ? choice.prompt.live : choice.prompt.plain)
    if (reply === null) return choice.atEnd
    const key = reply.trim().toLowerCase() || 'enter'
    if (Object.hasOwn(choice.keys, key)) return choice.keys[key] as T
    if (key === '?' && choice.help !== undefined) {
      // on a terminal it still stands there
      if (!isHelped || !shell.live) shell.print(choice.help)
      isHelped = true
    } else if (!shell.live && choice.reminder !== undefined) shell.print(choice.reminder)
  }
}
