import { allChecks } from '../doctor/all-checks.ts'

/** The facts that `doctor --json` has of each check. */
export const factsTable = (): [name: string, facts: string][] =>
  allChecks.map(({ name, keys }) => [name, keys])
