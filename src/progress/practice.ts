import { bankSlugOf } from '../bank/ids.ts'
import { overBy } from '../rehearsal/practice/practice.ts'
import type { FirstLine, Round } from '../rehearsal/practice/records.ts'
import type { LineOf } from './journal.ts'

type Practice = LineOf<'practice'>

/** Ids of the questions on which the user froze in the last sprint that asked them, those of the newest sprint first. */
export function freezesIn(practices: readonly Practice[]): string[] {
  const seen = new Set<string>()
  const freezes: string[] = []
  for (const line of practices.toReversed()) {
    if (line.mode !== 'sprint') continue
    const frozen = new Set(line.answers.filter(({ froze }) => froze).map(({ question }) => question))
    for (const id of frozen) if (!seen.has(id)) freezes.push(id)
    for (const { question } of line.answers) seen.add(question)
  }
  return freezes
}

/** What ladders and sprints add up to. */
export interface PracticeStatistics {
  /** `inTime`: rounds that took no longer than they should. */
  ladders: { count: number; rounds: number; inTime: number }
  /** `answers`: first lines asked for, `froze`: how many of them did not come in time; `last`: the same of the last sprint. */
  sprints: {
    count: number
    answers: number
    froze: number
    last: { answers: number; froze: number } | null
    /** Ids of the questions that come first in the next one. */
    comingBack: string[]
  }
}

/** Over practices in the order of `merge`, undone ones left out. */
export function practiceStatisticsOf(practices: readonly Practice[]): PracticeStatistics {
  const rounds = practices.flatMap((line) => (line.mode === 'ladder' ? [line.rounds] : []))
  const sprints = practices.flatMap((line) => (line.mode === 'sprint' ? [firstsIn(line.answers)] : []))
  const countsOf = (answers: readonly FirstLine[]) => ({
    answers: answers.length,
    froze: answers.filter(({ froze }) => froze).length,
  })
  const last = sprints.at(-1)
  return {
    ladders: {
      count: rounds.length,
      rounds: rounds.flat().length,
      inTime: rounds.flat().filter(isInTime).length,
    },
    sprints: {
      count: sprints.length,
      ...countsOf(sprints.flat()),
      last: last === undefined ? null : countsOf(last),
      comingBack: freezesIn(practices),
    },
  }
}

const isInTime = ({ talkMs, budgetMs }: Round): boolean => overBy(talkMs, budgetMs) === 0

/** Without those that were asked once more. */
const firstsIn = (answers: readonly FirstLine[]): FirstLine[] => [
  ...new Map(answers.toReversed().map((each) => [each.question, each])).values(),
]

/** Those about the questions of one bank; of a sprint, the answers to them. */
export const practicesIn = (practices: readonly Practice[], slug: string): Practice[] =>
  practicesAbout(practices, (id) => bankSlugOf(id) === slug)

/** Those about some questions; of a sprint, the answers to them. */
export const practicesAbout = (
  practices: readonly Practice[],
  isMeant: (id: string) => boolean,
): Practice[] =>
  practices.flatMap((line): Practice[] => {
    if (line.mode === 'ladder') return isMeant(line.question) ? [line] : []
    const answers = line.answers.filter(({ question }) => isMeant(question))
    return answers.length === 0 ? [] : [{ ...line, answers }]
  })

/** Ids of the questions of a practice. */
export const questionsIn = (line: Practice): string[] =>
  line.mode === 'ladder' ? [line.question] : line.answers.map(({ question }) => question)
