import { isOfTopic, looksFor } from '../bank/asked-for.ts'
import type { Contents, Listed, Question } from '../bank/model.ts'
import { UserError } from '../ports.ts'
import { nearest } from '../text/nearest.ts'
import { safeLine } from '../text/safe.ts'
import { unicode } from '../text/unicode.ts'

/** What questions are asked for. */
export interface Filters {
  topic?: string | undefined
  competency?: string | undefined
}

/** The questions of a bank that are asked for. Throws UserError where there are none. */
export async function candidatesIn(bank: Contents, { topic, competency }: Filters): Promise<Listed[]> {
  const where = `the bank ${bank.slug}`
  const listed = inTopic(bank.questions, topic, where)
  if (competency === undefined) return listed
  const wanted = new Set(withCompetency(await bank.read(listed), competency, where).map(({ id }) => id))
  return listed.filter(({ id }) => wanted.has(id))
}

/** Those of some whole questions that are asked for. Throws UserError where there are none: `where` says where they are from. */
export const askedFor = (
  questions: readonly Question[],
  { topic, competency }: Filters,
  where: string,
): Question[] => withCompetency(inTopic(questions, topic, where), competency, where)

/** The same of the questions of a plan, which may have none of them. */
export const plannedFor = (planned: readonly Question[], { topic, competency }: Filters): Question[] =>
  planned.filter(
    (each) =>
      (topic === undefined || isOfTopic(each, topic)) &&
      (competency === undefined || looksFor(each, competency)),
  )

/** The questions whose section has these words in it, or all where there are no words. */
function inTopic<Q extends Listed>(candidates: readonly Q[], topic: string | undefined, where: string): Q[] {
  if (topic === undefined) return [...candidates]
  const questions = candidates.filter((each) => isOfTopic(each, topic))
  if (questions.length > 0) return questions
  const sections = [...new Set(candidates.flatMap(({ section }) => section ?? []))]
  throw noneSuch({ kind: 'topic', kinds: 'Topics', typed: topic, names: sections, where })
}

/** The questions that look for this competency, or all where none is asked for. */
function withCompetency(
  candidates: readonly Question[],
  competency: string | undefined,
  where: string,
): Question[] {
  if (competency === undefined) return [...candidates]
  const questions = candidates.filter((each) => looksFor(each, competency))
  if (questions.length > 0) return questions
  const names = [...new Set(candidates.flatMap(({ competencies = [] }) => competencies))]
  throw noneSuch({ kind: 'competency', kinds: 'Competencies', typed: competency, names, where })
}

/** What the user typed, and what there is. */
interface Missing {
  kind: string
  kinds: string
  typed: string
  names: string[]
  where: string
}

function noneSuch({ kind, kinds, typed, names, where }: Missing): UserError {
  const near = nearest(
    typed.trim(),
    names.flatMap((name) => [name, ...name.split(unicode('[^\\p{L}\\p{N}]+'))]),
  )
  return new UserError(
    `There is no ${kind} "${safeLine(typed)}" in ${where}.`,
    `${near === null ? '' : `Did you mean ${near}? `}${kinds}: ${names.join(', ') || 'none'}.`,
  )
}
