// Tells the headings that are parts of an answer: `### Situation`, `### Example`, `### Suggested answer`.

import { labelIn } from '../../bank/labels.ts'

const answerPart =
  /^\W*(?:situation|task|action|result|reflection|examples?|explanation|code|output|why(?= (?:it|this|that|they)\b|\W*$)|notes?|hints?|tips?|sources?|links?|good to hear|additional links|references?)\b.{0,30}$/i

/** Whether a heading belongs to an answer. */
export const isAnswerPart = (heading: string): boolean =>
  answerPart.test(heading) ||
  /^[*_]*A ?\d{0,3}[*_]*[:：.)]/.test(heading) ||
  !['question', undefined].includes(labelIn(`# ${heading}`)?.label)
