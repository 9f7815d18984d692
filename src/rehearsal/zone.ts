/** Where a talk time lies against its budget. */
export type Zone = 'short' | 'on time' | 'over'

/** Below 75 % of the budget: short; at most a tenth above it: on time; else over. Times in ms. */
export function zoneOf(talkMs: number, budgetMs: number): Zone {
  if (talkMs * 4 < budgetMs * 3) return 'short'
  return talkMs * 10 <= budgetMs * 11 ? 'on time' : 'over'
}

/** The same while the clock runs: from the budget on it is time to wrap up. */
export function zoneNow(ms: number, budgetMs: number): Zone | 'wrap up' {
  const zone = zoneOf(ms, budgetMs)
  return zone === 'on time' && ms >= budgetMs ? 'wrap up' : zone
}

/** How long a reply to a follow-up should take, in ms. */
export const followUpMs = 45_000
