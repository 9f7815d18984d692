import { type Env, type Shell, UserError } from '../ports.ts'
import type { Entry } from '../progress/journal.ts'
import { wrap } from '../text/wrap.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'

/** Appends a line; where that fails, as often as the user wants to try. */
export async function append(entry: Entry, id: string, { store, env }: Context, shell: Shell): Promise<void> {
  for (;;) {
    try {
      store.append(entry, id)
      return
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      shell.print(refusal(error, env))
      if (!(await choose(shell, tryAgain))) throw error
    }
  }
}

const tryAgain = {
  prompt: {
    live: 'Enter tries again, q stops without it: ',
    plain: 'Enter tries again, q stops without it: ',
  },
  keys: { enter: true, q: false },
  atEnd: false,
  reminder: 'Press Enter to try again, or type q to stop without it.\n',
}

export const refusal = ({ message, hint }: UserError, env: Env): string =>
  wrap(`${message}\n${hint}\n`, env.size().columns)
