/** A question, and the code that it asks about. */
export interface Divided {
  question: string
  context: string | null
}

/** Divides what is asked from the code below it, as in "What is the output?": two of those are not the same question. */
export function divide(question: string): Divided {
  const end = question.indexOf('\n\n')
  if (end < 0 || !/^ {0,3}(?:```|~~~)/m.test(question.slice(end))) return { question, context: null }
  return { question: question.slice(0, end), context: question.slice(end + 2) }
}

/** What `divide` parted. */
export const together = ({ question, context }: Divided): string =>
  context === null ? question : `${question}\n\n${context}`
