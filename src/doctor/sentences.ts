import { safeLine } from '../text/safe.ts'
import { withoutSecrets } from '../text/secrets.ts'
import { listed } from '../text/words.ts'
import type { JournalFacts } from './examination.ts'

/** Joins the clauses that are true to one sentence. */
export const sentenceOf = (clauses: readonly (string | false)[]): string =>
  `${clauses.filter((each) => each !== false).join('; ')}.`

/** Files and folders by their path in the home. */
export const pathsListed = (paths: readonly string[]): string =>
  listed(paths.map((path) => (path === '.' ? 'the home itself' : safeLine(path))))

/** Where a bank was read from. */
export const sourceShown = (source: string | null): string => withoutSecrets(safeLine(source ?? ''))

/** Where lines of the journals are: `attempts/one.jsonl, lines 7, 9; attempts/two.jsonl, line 3`. */
export const linesListed = (
  journals: readonly JournalFacts[],
  linesOf: (journal: JournalFacts) => readonly { line: number }[],
): string =>
  journals
    .map((journal) => ({
      file: safeLine(journal.file),
      lines: linesOf(journal).map(({ line }) => `${line}`),
    }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ file, lines }) => `${file}, ${lines.length === 1 ? 'line' : 'lines'} ${listed(lines)}`)
    .join('; ')

/** How to get something back: the subject of a sentence. */
export const restoring = (program: string): string => `${program} restore FILE with a backup from backups/`
