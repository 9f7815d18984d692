import { readBank } from '../../src/import/read.ts'

/** Questions and answers of a text, as a user sees them. */
export function asked(text: string, name = 'notes'): [question: string, answer: string | null][] {
  return readBank(text, { slug: 'mine', title: name }).questions.map(({ question, answer }) => [
    question,
    answer,
  ])
}

/** The sections of the questions. */
export function sections(text: string): (string | null)[] {
  return readBank(text, { slug: 'mine', title: 'notes' }).questions.map((each) => each.section)
}

/** The questions and answers that many of the texts have. */
export const both = [
  ['How do you plan?', 'Backwards.'],
  ['Who decides?', 'One of us.'],
]
