import type { Command } from 'commander'
import type { CommonOptions } from '../app/options.ts'
import type { Env } from '../ports.ts'

/** Each of the five is in a file of its own in `bank/`: checking a source loads nothing of the home. */
export function define(command: Command, env: Env): void {
  const options = (): CommonOptions => command.optsWithGlobals()
  const source = 'a file, a folder, an http(s) address, or - for standard input'
  const adding = command
    .command('add')
    .description('add a bank')
    .argument('<source>', source)
    .option('--as <slug>', 'its short name')
    .option('--yes', 'add it without asking')
    .option('--refresh', 'fetch an address again')
  adding.action(async (place: string) =>
    (await import('./bank/add.ts')).add(place, adding.optsWithGlobals(), env),
  )
  command
    .command('list')
    .description('your banks')
    .action(async () => (await import('./bank/banks.ts')).list(options(), env))
  command
    .command('use')
    .description('switch to a bank')
    .argument('<slug>')
    .action(async (slug: string) => (await import('./bank/banks.ts')).use(slug, options(), env))
  command
    .command('remove')
    .description('remove a bank; its history is kept')
    .argument('<slug>')
    .option('--yes', 'for scripts: nothing is asked anyway')
    .action(async (slug: string) => (await import('./bank/banks.ts')).remove(slug, options(), env))
  command
    .command('check')
    .description('read a source and show what is in it, with its warnings and errors')
    .argument('<source>', source)
    .action(async (place: string) => (await import('./bank/check.ts')).check(place, options(), env))
}
