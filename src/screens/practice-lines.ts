import type { LineOf } from '../progress/journal.ts'
import type { PracticeStatistics } from '../progress/practice.ts'
import type { FirstLine, Round } from '../rehearsal/practice/records.ts'
import { formatClock } from '../text/duration.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'

/** What was done with one question: `ladder: 2:51 of 3:00; 1:12 of 1:30, cut: the dates`, or `sprint: did not come (0:10), then 0:06`. */
export const practiceFacts = (line: LineOf<'practice'>): string =>
  line.mode === 'ladder'
    ? `ladder: ${line.rounds.map(roundFacts).join('; ')}`
    : `sprint: ${line.answers.map(firstLineFacts).join(', then ')}`

const roundFacts = ({ budgetMs, talkMs, cut }: Round): string =>
  `${formatClock(talkMs)} of ${formatClock(budgetMs)}${cut === null ? '' : `, cut: ${safeLine(cut)}`}`

const firstLineFacts = ({ ms, line, froze }: FirstLine): string =>
  `${froze ? `did not come (${formatClock(ms)})` : formatClock(ms)}${line === null ? '' : `, “${safeLine(line)}”`}`

/** All ladders and sprints in a few sentences; none where there are none. */
export function practiceSentences({ ladders, sprints }: PracticeStatistics): string[] {
  const { last, comingBack } = sprints
  return [
    ladders.count === 0
      ? null
      : `${count(ladders.count, 'ladder')}: ${ladders.inTime} of ${count(ladders.rounds, 'round')} in time.`,
    last === null
      ? null
      : `${count(sprints.count, 'sprint')}: ${sprints.answers - sprints.froze} of ${count(sprints.answers, 'first line')} came in time, in the last one ${last.answers - last.froze} of ${last.answers}.`,
    comingBack.length === 0
      ? null
      : `${count(comingBack.length, 'question')} to come first in the next sprint.`,
  ].filter((sentence) => sentence !== null)
}
