import { contentWords } from './content-words.ts'

/** From so many words that carry meaning on, a line is found in other forms of its words too. */
const enough = 3

/** Those of some lines that an answer says: word for word, or, where a line is long enough, in the same words inflected. */
export function saidIn(answer: string, lines: readonly string[]): string[] {
  const words = ` ${wordsOf(answer)} `
  const stems = ` ${stemsOf(answer).join(' ')} `
  return lines.filter((line) => {
    const own = wordsOf(line)
    const stem = stemsOf(line)
    return (
      (own !== '' && words.includes(` ${own} `)) ||
      (stem.length >= enough && stems.includes(` ${stem.join(' ')} `))
    )
  })
}

const wordsOf = (text: string): string =>
  (
    text
      .toLowerCase()
      .replace(/[\u2018\u2019']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')

const stemsOf = (text: string): string[] => contentWords(text).map(({ stem }) => stem)
