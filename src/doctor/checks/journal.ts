import { isSettingKey } from '../../progress/settings.ts'
import { safeLine } from '../../text/safe.ts'
import { count, dateAndTime, listed, span } from '../../text/words.ts'
import type { History, JournalFacts } from '../examination.ts'
import { partOf } from '../examination.ts'
import { mendable, note, nothingYet, ok, problem, type Said, type Subject } from '../finding.ts'

/** Whether the journals are whole. */
export function journal({ found: { history }, program }: Subject): Said {
  if ('failure' in history) return problem(history.failure, history.remedy)
  const { journals, lost, doubles } = history
  if (journals.length === 0 && lost.length === 0) return nothingYet
  const restore = `${program} restore with a backup from backups/`
  const damaged = badIn(journals, 'damaged')
  const again = badIn(journals, 'again')
  const aside = badIn(journals, 'aside')
  const newer = sum(journals.map((each) => each.newer))
  const lines = sum(journals.map((each) => each.lines))
  const message = clauses([
    ...lost.map((file) => `${safeLine(file)} is shorter than it was, or gone`),
    `${count(lines, 'line')} in ${count(journals.length, 'journal')}`,
    damaged > 0 &&
      `${count(damaged, 'damaged piece')} (${placesIn(journals, (each) => each.bad.filter(({ state }) => state === 'damaged'))})`,
    again > 0 && `${count(again, 'torn piece')}, written again whole, so that nothing is lost`,
    aside > 0 && `${count(aside, 'damaged piece')} set aside in quarantine/`,
    doubles > 0 && `${count(doubles, 'double')}, counted once`,
    newer > 0 && `${count(newer, 'line')} of a newer greenroom`,
  ])
  if (lost.length > 0) {
    return problem(message, `Bring back what is gone by ${restore}, unless this is what you wanted.`)
  }
  if (damaged > 0) {
    const fix = `${program} doctor --fix copies damaged pieces to quarantine/ and leaves the journal as it is`
    return mendable(message, `${fix}; ${restore} may bring back what they said.`)
  }
  if (newer > 0) return note(message, 'Upgrade this greenroom to see all of it.')
  if (aside > 0) return note(message, `${restore} may bring back what damaged pieces said.`)
  return again + doubles > 0 ? note(message) : ok(message.replace(/\.$/, ', none damaged.'))
}

const badIn = (journals: readonly JournalFacts[], wanted: JournalFacts['bad'][number]['state']): number =>
  sum(journals.map(({ bad }) => bad.filter(({ state }) => state === wanted).length))

/** Where something stands: `attempts/one.jsonl, lines 7, 9; attempts/two.jsonl, line 3`. */
const placesIn = (
  journals: readonly JournalFacts[],
  wanted: (journal: JournalFacts) => readonly { line: number }[],
): string =>
  journals
    .map((journal) => ({
      file: safeLine(journal.file),
      lines: wanted(journal).map(({ line }) => String(line)),
    }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ file, lines }) => `${file}, ${lines.length === 1 ? 'line' : 'lines'} ${listed(lines)}`)
    .join('; ')

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** What is true of some clauses, as one sentence. */
const clauses = (all: readonly (string | false)[]): string =>
  `${all.filter((each) => each !== false).join('; ')}.`

/** Whether the times of the journals can be true. */
export function clock({ found: { history } }: Subject): Said {
  if ('failure' in history) return note('Not looked at: the journals cannot be read.')
  const { journals, ahead } = history
  if (journals.length === 0) return nothingYet
  const jumps = journals.flatMap((each) => each.jumps)
  const greatest = jumps.reduce((most, { backMs }) => Math.max(most, backMs), 0)
  const message = clauses([
    jumps.length > 0 &&
      `The clock went back ${count(jumps.length, 'time')}, by ${span(greatest)} at most (${placesIn(journals, (each) => each.jumps)})`,
    ahead.count > 0 && `${count(ahead.count, 'line')} later than now, to ${dateAndTime(ahead.latest ?? '')}`,
  ])
  if (ahead.count > 0) return note(message, 'A setting made at such a time wins until that time comes.')
  if (jumps.length === 0) return ok('The times only go forward.')
  return note(message, 'Nothing is lost: what was written last counts, and among machines the later time.')
}

/** Whether `progress.json` is what the journals say. */
export function progress({ found: { progress: facts, history }, program }: Subject): Said {
  if ('failure' in facts) return problem(facts.failure, facts.remedy)
  const fix = `Nothing is lost: ${program} doctor --fix moves it to quarantine/ and makes it anew.`
  const soon = 'it is made from the journals at the next start'
  switch (facts.state) {
    case 'none':
      return hasLines(partOf(history)) ? note(`progress.json is not there; ${soon}.`) : nothingYet
    case 'unreadable':
      return mendable('progress.json cannot be read.', fix)
    case 'other':
      return mendable('progress.json says something else than the journals.', fix)
    case 'newer':
      return note('progress.json is of a newer greenroom.', 'Upgrade this one to use it.')
    case 'behind':
      return note(`progress.json is behind, as after an interruption; ${soon}.`)
    case 'lost':
      return note('progress.json knows more than the journals; it goes to quarantine/ at the next start.')
    default:
      return ok('progress.json is what the journals say.')
  }
}

const hasLines = (history: History | null): boolean =>
  history?.journals.some(({ lines }) => lines > 0) ?? false

/** Whether the settings can be read and are allowed. */
export function config({ found: { config: facts }, program }: Subject): Said {
  if ('failure' in facts) return problem(facts.failure, facts.remedy)
  const { state, refused, edited, strange } = facts
  if (state === 'unreadable') {
    return mendable(
      'config.json cannot be read.',
      `${program} doctor --fix moves it to quarantine/ and makes it anew from the journal.`,
    )
  }
  if (refused.length > 0) {
    return mendable(
      `config.json has what is not allowed: ${refused.join('; ')}.`,
      `${program} doctor --fix takes that out and keeps a copy in quarantine/.`,
    )
  }
  if (strange.length > 0) {
    const known = strange.find(isSettingKey)
    return note(
      `Not allowed here, so that the default is used: ${listed(strange.map(safeLine))}.`,
      known === undefined ? 'A newer greenroom may know more settings.' : `${program} config unset ${known}`,
    )
  }
  if (edited.length > 0) {
    return note(`config.json was edited by hand (${listed(edited)}); that counts from the next start.`)
  }
  if (state === 'behind') return note('config.json is behind; it is written anew at the next start.')
  return ok(state === 'none' ? 'There is no config.json yet.' : 'All settings are allowed.')
}

/** Whether this copy of the data has a name of its own. */
export function device({ found: { device: facts }, program }: Subject): Said {
  if ('failure' in facts) return problem(facts.failure, facts.remedy)
  const { state, id, host } = facts
  const name = `${safeLine(id ?? '')}${host === null ? '' : `, on ${safeLine(host)}`}`
  switch (state) {
    case 'none':
      return ok('It gets an id when something is saved.')
    case 'unreadable':
      return mendable(
        'The file "device" cannot be read.',
        `${program} doctor --fix moves it to quarantine/; this copy of your data goes on under a new name.`,
      )
    case 'copied':
      return note(`This folder was copied from ${name}; it gets an id of its own when something is saved.`)
    default:
      return ok(`It is ${name}.`)
  }
}
