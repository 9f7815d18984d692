/** Where a talk time lies against its budget. */
export type Zone = 'short' | 'on time' | 'wrap up' | 'over'

/** Below 75 % of the budget: short; up to 125 %: on time; up to 150 %: wrap up; above that: over. Times in ms. */
export function zoneOf(talkMs: number, budgetMs: number): Zone {
  const share = talkMs / budgetMs
  if (share < 0.75) return 'short'
  if (share <= 1.25) return 'on time'
  return share <= 1.5 ? 'wrap up' : 'over'
}

/** How long a reply to a follow-up should take, in ms. */
export const followUpMs = 45_000
