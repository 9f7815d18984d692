import type { Command } from 'commander'
import type { RehearseOptions } from '../app/options.ts'
import { startRehearsal } from '../app/rehearse.ts'
import type { Env } from '../ports.ts'
import { rehearseFlags } from './flags.ts'

export function define(command: Command, env: Env): void {
  rehearseFlags(command)
    .option('--warm-up', 'one question first that is not scored')
    .action((names: string[]) => mock(names, command.optsWithGlobals(), env))
}

/** A timed interview, with feedback in the debrief only. */
export function mock(names: string[], options: RehearseOptions, env: Env): Promise<void> {
  return startRehearsal('mock', names, options, env)
}
