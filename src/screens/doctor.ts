import type { Finding, FindingState } from '../doctor/finding.ts'
import { safeLine } from '../text/safe.ts'
import { columns } from './columns.ts'
import type { Style } from './style.ts'

/** The findings of `doctor`, one a line: the state as a word, the check, and what it has to say. */
export function report(findings: readonly Finding[], width: number, style: Style): string {
  const paint: Record<FindingState, (text: string) => string> = {
    ok: style.good,
    note: style.accent,
    fixable: style.caution,
    fixed: style.good,
    problem: style.bad,
  }
  return columns(
    findings.map(({ name, state, message, hint }) => [
      paint[state](state),
      name,
      // names of files are anybody's
      safeLine(hint === null ? message : `${message} ${hint}`),
    ]),
    width,
  )
}
