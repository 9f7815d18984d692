// What `bank add` and `bank check` show of a source.

import type { Bank, Skipped } from '../../bank/model.ts'
import type { FileRead } from '../../import/files.ts'
import { type Env, UserError } from '../../ports.ts'
import {
  bankColumns,
  bankFacts,
  bankQuestions,
  bankSkipped,
  bankWarnings,
  type Place,
  withoutRepeats,
} from '../../screens/banks.ts'
import { shownIn } from '../../screens/layout.ts'
import type { Style } from '../../screens/style.ts'
import { safeLine } from '../../text/safe.ts'
import { wrap } from '../../text/wrap.ts'

/** What was found in a source. */
export interface Found {
  bank: Bank
  reads: readonly FileRead[]
  skipped: readonly Skipped[]
}

/** The screen of a source in its three parts, with a blank line between them. */
export function found(
  name: string,
  place: string,
  { bank, reads, skipped }: Found,
  { env, style }: { env: Env; style: Style },
) {
  const width = env.size().columns
  const isFolder = reads.length > 1
  const places = reads.flatMap(({ name, bank }) =>
    bank.questions.map((question): Place => ({ file: isFolder ? name : null, question })),
  )
  const both = withoutRepeats(skipped, bank.warnings)
  const missing = bankSkipped(both.skipped, width, style)
  const warnings = bankWarnings(both.warnings, place, width, style)
  // where there are no questions the warnings say all there is to say
  if (bank.questions.length === 0) return { facts: '', questions: () => '', problems: warnings }
  return {
    facts: `${wrap(`${style.heading(`${shownIn(style, name)}:`)} ${bankFacts(bank)}`, width)}\n${isFolder ? '' : bankColumns(reads[0]?.columns ?? [], width, style)}`,
    questions: (most: number) => `\n${bankQuestions(places, most, width, style)}`,
    problems: [missing, warnings].map((each) => (each === '' ? '' : `\n${each}`)).join(''),
  }
}

export function refuseErrors(place: string, warnings: readonly { severity: string }[]): void {
  if (!warnings.some(({ severity }) => severity === 'error')) return
  throw new UserError(
    `${safeLine(place)} has errors.`,
    'Fix the errors above, then check it again with bank check.',
  )
}
