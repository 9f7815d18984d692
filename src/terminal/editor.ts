import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExternalEditor } from '@inquirer/external-editor'
import { UserError } from '../ports.ts'
import { ignoringSignals } from './signals.ts'

const advice = 'Set VISUAL or EDITOR to your editor, or give the text with --text.'

/**
 * Opens `$VISUAL`, else `$EDITOR`, on a text and returns what was saved. As in git, Ctrl-C is the editor's alone
 * meanwhile, and if the editor fails, its text is not used.
 */
export async function edit(text: string): Promise<string> {
  const { bin, args } = new ExternalEditor().editor
  const folder = temporaryFolder()
  const file = join(folder, 'story.md')
  try {
    writeFileSync(file, text, { mode: 0o600 })
    const ended = await ignoringSignals(() => runEditor(bin, [...args, file]))
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

/** On Windows many editors are scripts, such as `code.cmd`, which only a shell can run. */
function runEditor(bin: string, args: readonly string[]): SpawnSyncReturns<Buffer> {
  if (process.platform !== 'win32') return spawnSync(bin, args, { stdio: 'inherit' })
  const [command = '', ...rest] = [bin, ...args].map((each) => `"${each}"`)
  return spawnSync(command, rest, { stdio: 'inherit', shell: true })
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'greenroom-'))
  } catch {
    throw new UserError(
      `Cannot create a file for the editor in ${tmpdir()}.`,
      'Set TMPDIR to a folder that you can write to.',
    )
  }
}
