import type { Question } from './model.ts'

/** Whether a question's section has these words in it. */
export const isOfTopic = ({ section }: Pick<Question, 'section'>, topic: string): boolean =>
  section?.toLowerCase().includes(topic.trim().toLowerCase()) === true

/** Whether a question looks for this competency, or one whose name has these words in it. */
export function looksFor({ competencies = [] }: Pick<Question, 'competencies'>, competency: string): boolean {
  const wanted = competency.trim().toLowerCase()
  return wanted !== '' && competencies.some((name) => name.includes(wanted))
}
