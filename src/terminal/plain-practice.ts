import type { Practice, PracticeStep } from '../rehearsal/practice/practice.ts'
import { updatePractice } from '../rehearsal/practice/update.ts'
import { practicePrompt } from '../screens/practice.ts'
import { heartbeat } from './heartbeat.ts'

/** How often the clock is checked while a line is awaited, in ms. */
const beatMs = 500

/** Asks one line of a practice. Time in which the process was suspended does not count. */
export async function plainPractice(
  practice: Practice,
  read: (prompt: string) => Promise<string | null>,
  monotonic: () => number,
): Promise<PracticeStep> {
  const pulse = heartbeat(beatMs, monotonic())
  let awayMs = 0
  const timer = setInterval(() => {
    awayMs += pulse.beat(monotonic())
  }, beatMs)
  try {
    const text = await read(practicePrompt(practice))
    const now = monotonic()
    const ms = awayMs + pulse.beat(now)
    const present = ms > 0 ? updatePractice(practice, { type: 'away', ms, now }).practice : practice
    return updatePractice(present, text === null ? { type: 'end', now } : { type: 'line', text, now })
  } finally {
    clearInterval(timer)
  }
}
