import { dateAndTime, span } from '../../text/words.ts'
import type { Check } from '../check.ts'
import { factsOf, type JournalFacts } from '../examination.ts'
import { journalsUnread, note, nothingYet, ok } from '../finding.ts'
import { linesListed, sentenceOf } from '../sentences.ts'

/** Whether the timestamps of the journals can be true. */
export const clock: Check = {
  name: 'clock',
  isInHome: true,
  examine({ found: { history } }) {
    if ('failure' in history) return journalsUnread
    const { journals } = history
    if (journals.length === 0) return nothingYet
    const jumps = journals.flatMap((each) => each.jumps)
    const most = span(jumps.reduce((greatest, { backMs }) => Math.max(greatest, backMs), 0))
    const howOften = jumps.length === 1 ? `once, by ${most}` : `${jumps.length} times, by up to ${most}`
    const { count, latest } = futureIn(journals)
    const where = linesListed(journals, (each) => each.inFuture)
    const message = sentenceOf([
      jumps.length > 0 && `The clock went back ${howOften} (${linesListed(journals, (each) => each.jumps)})`,
      count === 1 && `1 line is dated in the future (${where}: ${dateAndTime(latest ?? '')})`,
      count > 1 && `${count} lines are dated in the future (${where}: up to ${dateAndTime(latest ?? '')})`,
    ])
    if (count > 0)
      return note(
        message,
        'Whatever you save now counts as later all the same, and an answer dated in the future does not count as a review.',
      )
    if (jumps.length === 0) return ok('Timestamps are in order.')
    return note(message, 'Nothing is lost: the line written last counts, whatever its date.')
  },
  json({ found }) {
    const journals = factsOf(found.history)?.journals ?? null
    const { count, latest } = futureIn(journals ?? [])
    return {
      jumps: journals?.flatMap(({ file, jumps }) => jumps.map((jump) => ({ file, ...jump }))) ?? null,
      inFuture: journals && count,
      latest,
      future:
        journals?.flatMap(({ file, inFuture }) => inFuture.map(({ line, at }) => ({ file, line, at }))) ??
        null,
    }
  },
  keys: '{jumps [{file, line, backMs}], inFuture, latest, future [{file, line, at}]}',
}

/** How many lines are dated in the future, and the latest of their times. */
function futureIn(journals: readonly JournalFacts[]): { count: number; latest: string | null } {
  const lines = journals.flatMap(({ inFuture }) => inFuture)
  const latest = lines.reduce(
    (last, line) => (line.instant > last.instant ? line : last),
    lines[0] ?? nothing,
  )
  return { count: lines.length, latest: latest.at }
}

const nothing = { at: null, instant: 0 }
