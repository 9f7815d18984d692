import type { Bank } from '../bank/model.ts'
import type { SettingValue } from '../progress/journal.ts'
import type { Action } from './action.ts'
import { type Examination, type Examined, factsOf } from './examination.ts'
import type { Verdict } from './finding.ts'
import type { Machine } from './machine.ts'

/** What the checks are about. */
export interface Subject {
  found: Examination
  machine: Machine
  shipped: readonly Bank[]
  /** The program as it was started. */
  program: string
}

/** One line of the report. To add one, write it in a file of its own and name it in `allChecks`. */
export interface Check {
  name: string
  /** Whether it is about what is in the home, and so is skipped where that cannot be read. */
  isInHome: boolean
  examine(subject: Subject): Verdict
  /** What `doctor --fix` is to do about it. */
  fix?(found: Examination): Action[]
  /** What to do by hand where `--fix` could not fix it, if that is special. */
  byHand?(program: string): string
  /** The facts behind the verdict, for `doctor --json`: always the same keys, null where the fact is unknown. */
  json(subject: Subject): Record<string, unknown>
  /** Those keys, as the help documents them. */
  keys: string
}

/** Some of the facts about a part of the home, by their names; each is null where it could not be examined. */
export function pick<T extends object>(
  part: Examined<T>,
  ...names: (keyof T & string)[]
): Record<string, unknown> {
  const facts = factsOf(part)
  return Object.fromEntries(names.map((name) => [name, facts === null ? null : facts[name]]))
}

/** The settings of the journals; none where these cannot be read. */
export const settingsIn = ({ found }: Subject): Record<string, SettingValue> =>
  factsOf(found.history)?.settings ?? {}
