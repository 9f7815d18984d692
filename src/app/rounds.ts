import { UsageError, UserError } from '../ports.ts'
import {
  asRoundName,
  dateCommand,
  isRoundName,
  longestRoundName,
  openRounds,
  type Round,
  roundName,
  unnamedRound,
} from '../progress/rounds.ts'
import { farthestInterview } from '../progress/settings.ts'
import { bankIsGone } from '../screens/words.ts'
import { dateOf } from '../text/dates.ts'
import { nearest } from '../text/nearest.ts'
import { dateInWords } from '../text/words.ts'
import type { Context } from './context.ts'
import type { Plan, PlannedRound } from './plan.ts'

type Named = Pick<Round, 'name'>

/** The name that a round has or is to have; null: the one without a name. Throws UsageError where there can be none. */
export function roundNamed(text: string, { progress }: Context): Named {
  const typed = asRoundName(text)
  const isSame = (name: string): boolean => name.toLowerCase() === typed.toLowerCase()
  if (isSame(unnamedRound)) return { name: null }
  // two devices may have spelled a name each in their own way
  const names = Object.keys(progress.rounds)
  const [found = typed, other] = names.includes(typed) ? [typed] : names.filter(isSame)
  if (other !== undefined)
    throw new UsageError(
      `Several rounds have that name: ${names.filter(isSame).join(', ')}.`,
      'Write it as it is written there.',
    )
  if (isRoundName(found)) return { name: found }
  throw new UsageError(
    typed === '' ? '--round needs a name.' : `--round cannot be "${typed}".`,
    `Give a name of up to ${longestRoundName} characters, such as phone or onsite.`,
  )
}

/** `The interview`, or `The round phone`. */
export const theRound = ({ name }: Named): string => (name === null ? 'The interview' : `The round ${name}`)

/** The round of that name. Throws UserError where there is none. */
export function existing(wanted: Named, { progress, env }: Context): Round {
  const rounds = openRounds(progress)
  const found = rounds.find(({ name }) => name === wanted.name)
  if (found !== undefined) return found
  const names = rounds.map(roundName)
  const near = nearest(roundName(wanted), names)
  throw new UserError(
    `There is no round ${roundName(wanted)}${names.length === 0 ? '' : `; there ${names.length === 1 ? 'is' : 'are'}: ${names.join(', ')}`}.`,
    near === null ? `${env.program} ${dateCommand(wanted)} +10d makes one.` : `Did you mean ${near}?`,
  )
}

/** Says that a round is over, and how the next one of its name is made. */
export const overSince = (
  round: Round,
  { today, env }: Pick<Context, 'today' | 'env'>,
): [said: string, remedy: string] => [
  `${theRound(round)} was on ${dateInWords(dateOf(round.day), dateOf(today))}.`,
  `${env.program} ${dateCommand(round)} +10d sets the next one.`,
]

/** A round as the plan has it. Throws UserError where it is over, too far or without a bank. */
export function plannedRound(round: Round, plan: Plan | null, context: Context): PlannedRound {
  const { day, banks } = round
  const { today, env } = context
  if (day < today) throw new UserError(...overSince(round, context))
  const found = plan?.rounds.find((each) => each.round.name === round.name)
  if (found !== undefined && !banks.every((slug) => plan?.missing.includes(slug))) return found
  if (day - today > farthestInterview)
    throw new UserError(
      `${theRound(round)} is more than a year away: ${dateOf(day)}.`,
      `${env.program} ${dateCommand(round)} +10d sets another day.`,
    )
  throw new UserError(bankIsGone(banks, 'this round'), `${env.program} bank add adds it again.`)
}
