import { basename, extname } from 'node:path'
import type { Command } from 'commander'
import type { Bank } from '../bank/bank.ts'
import { readBank } from '../bank/read.ts'
import { safeLine } from '../bank/safe.ts'
import { slugOf } from '../bank/slug.ts'
import type { Env } from '../env.ts'
import { UserError } from '../errors.ts'
import { count } from '../render/words.ts'
import type { CommonOptions } from '../session.ts'

export function define(command: Command, env: Env): void {
  command
    .command('check')
    .description('read a bank and say what is in it and what is wrong with it')
    .argument('<source>', 'a file, or - for standard input')
    .action((source: string) => check(source, command.optsWithGlobals(), env))
}

/** Says what a bank holds and what is wrong with it; exit code 1 where there are errors. */
export async function check(source: string, options: CommonOptions, env: Env): Promise<void> {
  const { slug, title, questions, warnings } = await readSource(source, env)
  if (options.json === true) {
    const rows = questions.map(({ shape: _shape, ...question }) => question)
    env.out(`${JSON.stringify({ source, slug, title, questions: rows, warnings }, null, 2)}\n`)
  } else {
    const answered = questions.filter(({ answer }) => answer !== null).length
    const sections = new Set(questions.map(({ section }) => section)).size
    env.out(
      `${title}: ${count(questions.length, 'question')} in ${count(sections, 'section')}, ${answered} answered\n`,
    )
    for (const { severity, line, message } of warnings) {
      env.out(`${safeLine(source)}${line === null ? '' : `:${line}`}: ${severity}: ${message}\n`)
    }
  }
  const errors = warnings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    throw new UserError(
      `${safeLine(source)} is no bank that can be used.`,
      'Mend what is said above, and check it again.',
    )
  }
}

async function readSource(source: string, env: Env): Promise<Bank> {
  const name = source === '-' ? 'standard input' : basename(source)
  const bytes = source === '-' ? await env.readInput() : readFile(source, env)
  const stem = name.slice(0, name.length - extname(name).length)
  return readBank(decode(bytes), { slug: slugOf(stem), title: stem })
}

function readFile(source: string, env: Env): Uint8Array {
  try {
    return env.readFile(source)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const reason = code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : 'cannot be read'
    throw new UserError(`${safeLine(source)} ${reason}.`, 'Name a file with questions in it.')
  }
}

/** UTF-8, or UTF-16 where its byte order mark says so. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}
