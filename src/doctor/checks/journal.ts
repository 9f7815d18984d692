import { safeLine } from '../../text/safe.ts'
import { count } from '../../text/words.ts'
import { type Check, pick } from '../check.ts'
import { type BadLine, factsOf, type JournalFacts } from '../examination.ts'
import { failed, fixable, note, nothingYet, ok, problem } from '../finding.ts'
import { linesListed, restoring, sentenceOf } from '../sentences.ts'

/** Whether the journals are whole. */
export const journal: Check = {
  name: 'journal',
  isInHome: true,
  examine({ found: { history }, program }) {
    if ('failure' in history) return failed(history)
    const { journals, lost, duplicates } = history
    if (journals.length === 0 && lost.length === 0) return nothingYet
    const total = (numberOf: (journal: JournalFacts) => number): number =>
      journals.reduce((sum, each) => sum + numberOf(each), 0)
    const bad = (state: BadLine['state']): number => total((each) => badLinesIn(each, state).length)
    const [damaged, rewritten, quarantined] = [bad('damaged'), bad('rewritten'), bad('quarantined')]
    const newer = total(({ newerLines }) => newerLines)
    const lines = total((each) => each.lines)
    const whole = `${count(lines, 'line')} in ${count(journals.length, 'journal')}`
    const message = sentenceOf([
      ...lost.map((file) => `${safeLine(file)} is shorter than it was, or gone`),
      whole,
      damaged > 0 &&
        `${count(damaged, 'damaged line')} (${linesListed(journals, (each) => badLinesIn(each, 'damaged'))})`,
      rewritten > 0 && `${count(rewritten, 'torn line')}, rewritten in full, so nothing is lost`,
      quarantined > 0 && `${count(quarantined, 'damaged line')} already copied to quarantine/`,
      duplicates > 0 && `${count(duplicates, 'duplicate')}, counted once`,
      newer > 0 && `${count(newer, 'line')} from a newer greenroom`,
    ])
    const isLocal = journals.every(({ file, badLines }) => file === localFile || badLines.length === 0)
    const restore = isLocal
      ? `set what is missing again with ${program} config set.`
      : `${restoring(program)} may bring back the damaged lines.`
    if (lost.length > 0)
      return problem(
        message,
        `If this is not what you wanted, bring back what is gone with ${program} restore FILE; backups are in backups/.`,
      )
    if (damaged > 0) {
      const fix = `${program} doctor --fix copies damaged lines to quarantine/ and leaves the journal as it is`
      return fixable(message, `${fix}; ${restore}`)
    }
    if (newer > 0) return note(message, 'Upgrade this greenroom to see everything.')
    if (quarantined > 0) return note(message, restore)
    return rewritten + duplicates > 0 ? note(message) : ok(`${whole}, none damaged.`)
  },
  fix: ({ history }) =>
    (factsOf(history)?.journals ?? [])
      .map((each) => ({ ...each, damaged: badLinesIn(each, 'damaged') }))
      .filter(({ damaged }) => damaged.length > 0)
      .map(({ file, device, damaged }) => ({
        kind: 'copyLines',
        file,
        device,
        lines: damaged.map(({ start, end }) => ({ start, end })),
      })),
  json: ({ found: { history } }) => ({
    journals: factsOf(history)?.journals.map(jsonOf) ?? null,
    ...pick(history, 'duplicates', 'lost'),
  }),
  keys: '{journals [{file, lines, newerLines, damaged, rewritten, quarantined}], duplicates, lost}',
}

/** The journal of the settings that count on this device alone, which no backup has. */
const localFile = 'local.jsonl'

const badLinesIn = ({ badLines }: JournalFacts, wanted: BadLine['state']): BadLine[] =>
  badLines.filter(({ state }) => state === wanted)

function jsonOf(journal: JournalFacts): object {
  const { file, lines, newerLines } = journal
  const numbers = (state: BadLine['state']): number[] => badLinesIn(journal, state).map(({ line }) => line)
  return {
    file,
    lines,
    newerLines,
    damaged: numbers('damaged'),
    rewritten: numbers('rewritten'),
    quarantined: numbers('quarantined'),
  }
}
