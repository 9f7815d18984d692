import type { Score } from '../rehearsal/records.ts'
import type { Zone } from '../rehearsal/zone.ts'
import type { Style, Tone } from './style.ts'
import { scoreLabel, talkSummary } from './words.ts'

export const ofScores: Record<Score, Tone> = { 1: 'bad', 2: 'caution', 3: 'good', 4: 'good' }

/** `3 solid` in the colour of the score. */
export const paintedScore = (score: Score, style: Style): string => style[ofScores[score]](scoreLabel(score))

/** `1:32 of 1:30, on time` with its zone in colour; what was written or not said has none. */
export function paintedTalk(attempt: Parameters<typeof talkSummary>[0], style: Style): string {
  const summary = talkSummary(attempt)
  const [, times, zone] = /^(.* of .*, )(short|on time|over)$/.exec(summary) ?? []
  if (times === undefined) return summary
  return times + style[zone === 'short' ? 'caution' : ofZones[zone as Zone]](zone ?? '')
}

/** The colours of the zones; while the clock runs, nobody is short yet. */
export const ofZones: Record<Zone | 'wrap up', Tone> = {
  short: 'accent',
  'on time': 'good',
  'wrap up': 'caution',
  over: 'bad',
}
