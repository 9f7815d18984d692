import type { Action, Fixed } from './action.ts'
import { allChecks } from './all-checks.ts'
import type { Examination } from './examination.ts'
import type { Finding } from './finding.ts'

/** An action, and the check that asks for it. */
export interface Fix {
  check: string
  action: Action
}

/** What `doctor --fix` is to do about what an examination found. */
export const fixesFor = (found: Examination): Fix[] =>
  allChecks.flatMap((check) => (check.fix?.(found) ?? []).map((action) => ({ check: check.name, action })))

/** The findings of a second examination, after fixing: what was done comes first, and what is still there needs a person. */
export function findingsAfter(
  after: readonly Finding[],
  fixed: readonly Fixed[],
  program: string,
): Finding[] {
  return after.map((finding) => {
    const done = fixed.filter(({ check }) => check === finding.name).map(({ sentence }) => sentence)
    const message = [...done, finding.message].join(' ')
    if (finding.state === 'fixable') {
      const hint = byHand(finding.name, program)
      return { ...finding, state: 'problem', message: `${message} This could not be fixed.`, hint }
    }
    if (done.length === 0 || finding.state === 'problem') return { ...finding, message }
    return { ...finding, state: 'fixed', message: finding.state === 'ok' ? done.join(' ') : message }
  })
}

const byHand = (name: string, program: string): string =>
  allChecks.find((check) => check.name === name)?.byHand?.(program) ??
  'Make sure that the home is writable and that the disk has free space, and try again.'
