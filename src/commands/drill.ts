import type { Command } from 'commander'
import type { RehearseOptions } from '../app/options.ts'
import { rehearseAll } from '../app/rehearse.ts'
import type { Env } from '../ports.ts'
import { rehearseFlags } from './flags.ts'

export function define(command: Command, env: Env, run = drill): void {
  rehearseFlags(command).action((names: string[]) => run(names, command.optsWithGlobals(), env))
}

/** Feedback after each question. */
export function drill(names: string[], options: RehearseOptions, env: Env): Promise<void> {
  return rehearseAll('drill', names, options, env)
}
