import type { Command } from 'commander'
import type { RehearseOptions } from '../app/options.ts'
import { startRehearsal } from '../app/rehearse.ts'
import type { Env } from '../ports.ts'
import { rehearseFlags } from './flags.ts'

export function define(command: Command, env: Env): void {
  rehearseFlags(command).action((names: string[]) => drill(names, command.optsWithGlobals(), env))
}

/** Feedback after each question. */
export function drill(names: string[], options: RehearseOptions, env: Env): Promise<void> {
  return startRehearsal('drill', names, options, env)
}
