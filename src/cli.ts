import { Command } from 'commander'
import { version } from '../package.json'

/** The whole command line, ready to parse. */
export function program(name: string): Command {
  return new Command()
    .name(name)
    .description('Rehearse leadership interviews in the terminal')
    .version(version, '-V, --version')
}
