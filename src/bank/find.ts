import { nearest } from '../text/nearest.ts'
import { plainText } from '../text/plain-text.ts'
import { unicode } from '../text/unicode.ts'
import type { Question } from './model.ts'

/** The question that is meant, or several that may be meant, or else the nearest one. */
export type Found =
  | { question: Question }
  | { several: Question[] }
  | { none: true; nearest: Question | null }

/** The number in a name such as `3` or `#3`; null where it is not a number. */
export function numberIn(name: string): number | null {
  const digits = /^#?(\d{1,9})$/.exec(name.trim())?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The question with this number in the bank, or the only one that has all these words, or words that begin so. */
export function findQuestion(name: string, questions: readonly Question[]): Found {
  const number = numberIn(name)
  if (number !== null) {
    const question = questions.find((each) => each.number === number)
    return question ? { question } : { none: true, nearest: null }
  }
  const words = wordsOf(name)
  const candidates = questions.map((question) => ({ question, words: wordsOf(plainText(question.question)) }))
  const matches = candidates.filter((each) => words.every((word) => startsAny(each.words, word)))
  const [match, second] = matches
  if (words.length === 0 || match === undefined) return { none: true, nearest: nearestOf(words, candidates) }
  if (second === undefined) return { question: match.question }
  const exact = matches.find((each) => each.words.join(' ') === words.join(' '))
  return exact ? { question: exact.question } : { several: matches.map((each) => each.question) }
}

/** The questions that have all words of a text, or words that begin so, in their wording or section. */
export function filterQuestions(text: string, questions: readonly Question[]): Question[] {
  const words = wordsOf(text)
  return questions.filter(({ question, section }) => {
    const own = wordsOf(`${plainText(question)} ${section ?? ''}`)
    return words.every((word) => startsAny(own, word))
  })
}

const startsAny = (words: readonly string[], start: string): boolean =>
  words.some((word) => word.startsWith(start))

const wordsOf = (text: string): string[] =>
  text.normalize('NFKD').toLowerCase().match(unicode('[\\p{L}\\p{N}\\p{M}]+', 'gu')) ?? []

function nearestOf(
  words: readonly string[],
  candidates: readonly { question: Question; words: string[] }[],
): Question | null {
  let best: Question | null = null
  let most = 0
  for (const candidate of candidates) {
    const like = words.filter((word) => word.length > 2 && nearest(word, candidate.words) !== null).length
    if (like > most) {
      most = like
      best = candidate.question
    }
  }
  return best
}
