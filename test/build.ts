import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** The tests that start the program run what is packed, so it is built before each run, those of watch mode too. */
export default function setup(project: TestProject): () => void {
  build()
  project.onTestsRerun(build)
  return inFolderOfItsOwn()
}

/** As `npm run build` does. */
function build(): void {
  const script = join('node_modules', 'rolldown', 'bin', 'cli.mjs')
  execFileSync(process.execPath, [script, '-c', 'rolldown.config.mts'], { stdio: 'pipe' })
}

/** Puts all temporary files of the tests into one folder; gives what removes it. */
function inFolderOfItsOwn(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-tests-'))
  // some tests are of another user
  chmodSync(folder, 0o711)
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
