import { dateAndTime, span } from '../../text/words.ts'
import type { Check } from '../check.ts'
import { factsOf } from '../examination.ts'
import { note, nothingYet, ok } from '../finding.ts'
import { linesListed, sentenceOf } from '../sentences.ts'

/** Whether the timestamps of the journals can be true. */
export const clock: Check = {
  name: 'clock',
  isInHome: true,
  examine({ found: { history } }) {
    if ('failure' in history) return note('Not checked: the journals cannot be read.')
    const { journals, inFuture } = history
    if (journals.length === 0) return nothingYet
    const jumps = journals.flatMap((each) => each.jumps)
    const most = span(jumps.reduce((greatest, { backMs }) => Math.max(greatest, backMs), 0))
    const howOften = jumps.length === 1 ? `once, by ${most}` : `${jumps.length} times, by up to ${most}`
    const latest = dateAndTime(inFuture.latest ?? '')
    const message = sentenceOf([
      jumps.length > 0 && `The clock went back ${howOften} (${linesListed(journals, (each) => each.jumps)})`,
      inFuture.count === 1 && `1 line is dated in the future (${latest})`,
      inFuture.count > 1 && `${inFuture.count} lines are dated in the future (up to ${latest})`,
    ])
    if (inFuture.count > 0)
      return note(message, 'Until then, a setting dated in the future overrides newer ones.')
    if (jumps.length === 0) return ok('Timestamps are in order.')
    return note(
      message,
      'Nothing is lost: on one machine the line written last counts, among several the one dated last.',
    )
  },
  json({ found }) {
    const history = factsOf(found.history)
    return {
      jumps: history?.journals.flatMap(({ file, jumps }) => jumps.map((jump) => ({ file, ...jump }))) ?? null,
      inFuture: history?.inFuture.count ?? null,
      latest: history?.inFuture.latest ?? null,
    }
  },
  keys: '{jumps [{file, line, backMs}], inFuture, latest}',
}
