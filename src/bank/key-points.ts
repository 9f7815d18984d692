import type { KeyPoint } from './bank.ts'

/** What a good answer says, taken from its markdown. */
export function keyPointsOf(_answer: string): KeyPoint[] {
  return []
}
