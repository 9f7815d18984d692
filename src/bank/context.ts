/** A question, and the code that it asks about. */
export interface Divided {
  question: string
  context: string | null
}

/** Divides a question such as "What is the output?" from the code below it: with other code it is another question. */
export function divide(question: string): Divided {
  const end = question.indexOf('\n\n')
  if (end < 0 || !/^ {0,3}(?:```|~~~)/m.test(question.slice(end))) return { question, context: null }
  return { question: question.slice(0, end), context: question.slice(end + 2) }
}

/** Puts together what `divide` took apart. */
export const together = ({ question, context }: Divided): string =>
  context === null ? question : `${question}\n\n${context}`
