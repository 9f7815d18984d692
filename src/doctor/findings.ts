import { allChecks } from './all-checks.ts'
import type { Subject } from './check.ts'
import type { Examination } from './examination.ts'
import { type Finding, note } from './finding.ts'

const notChecked = note('Not checked: the home cannot be read.')

/** What there is to say about home and machine, in the order of the report. */
export function findingsOf(subject: Subject): Finding[] {
  // one finding says that the home cannot be read, and not ten
  const isClosed = isUnreadable(subject.found)
  return allChecks.map((check) => ({
    name: check.name,
    ...(isClosed && check.isInHome ? notChecked : check.examine(subject)),
    facts: check.json(subject),
  }))
}

const isUnreadable = ({ place }: Examination): boolean =>
  'failure' in place || place.kind === 'file' || (place.kind === 'folder' && !place.readable)

/** A finding as `doctor --json` prints it. */
export const asJson = ({ facts, ...finding }: Finding): object => ({ ...finding, ...facts })
