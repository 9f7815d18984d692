import type { Env, Sound } from '../ports.ts'
import type { Place } from '../screens/recording.ts'

/** What words about recording depend on. */
export const placeOf = ({ program, variables }: Env, { system }: Pick<Sound, 'system'>): Place => ({
  program,
  isRemote: Boolean(variables.SSH_CONNECTION || variables.SSH_TTY),
  system,
})
