import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExternalEditor } from '@inquirer/external-editor'
import { UserError } from '../ports.ts'
import { deaf } from './signals.ts'

const advice = 'Set VISUAL or EDITOR to your editor, or give the text with --text.'

/**
 * Opens `$VISUAL`, else `$EDITOR`, on a text and gives back what was saved. Meanwhile Ctrl-C is the editor's alone, as
 * git has it; what an editor that failed has left is not taken.
 */
export async function edit(text: string): Promise<string> {
  const { bin, args } = new ExternalEditor().editor
  const folder = temporary()
  const file = join(folder, 'story.md')
  try {
    writeFileSync(file, text, { mode: 0o600 })
    const ended = await deaf(() => started(bin, [...args, file]))
    if (ended.error) throw new UserError(`The editor ${bin} could not be started.`, advice)
    if (ended.status !== 0) {
      const how =
        ended.status === null ? `was ended by ${ended.signal}` : `failed with exit code ${ended.status}`
      throw new UserError(`The editor ${bin} ${how}, so nothing was changed.`, advice)
    }
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** On Windows many editors are started by a script, as `code.cmd`, which only a shell can run. */
function started(bin: string, args: readonly string[]): SpawnSyncReturns<Buffer> {
  if (process.platform !== 'win32') return spawnSync(bin, args, { stdio: 'inherit' })
  const [command = '', ...rest] = [bin, ...args].map((each) => `"${each}"`)
  return spawnSync(command, rest, { stdio: 'inherit', shell: true })
}

function temporary(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'greenroom-'))
  } catch {
    throw new UserError(
      `No file can be made in ${tmpdir()} for the editor.`,
      'Set TMPDIR to a folder that can be written.',
    )
  }
}
