import type { QuestionStatistics, Statistics } from '../../progress/statistics.ts'
import { plainText } from '../../text/plain-text.ts'
import { count } from '../../text/words.ts'
import { type Html, html, type Piece } from './html.ts'

/** A part of the page under its title. */
export const section = (title: string, ...content: readonly Piece[]): Html =>
  html`<section><h2>${title}</h2>${content}</section>\n`

export const paragraph = (text: string | null): Html | null => (text === null ? null : html`<p>${text}</p>`)

/** Nobody reads more of one question or title. */
const mostLetters = 160

/** Markdown as plain text of a length that a page can bear. */
export const short = (markdown: string, most = mostLetters): string =>
  cut(plainText(markdown.slice(0, 20 * most)), most)

/** The beginning of a text. */
export function cut(text: string, most: number): string {
  const letters = [...text.slice(0, 2 * most + 2)]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most).join('').trimEnd()}…`
}

/** Says how many are left out. */
export const more = (left: number, noun: string, nouns?: string): Html | null =>
  left <= 0 ? null : html`<p class="soft">And ${count(left, `more ${noun}`, nouns && `more ${nouns}`)}.</p>`

/** A mean of scores. */
export const mean = (value: number | null): string => (value === null ? '–' : value.toFixed(1))

/** A share from 0 to 1. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** A question with its number. */
export const titleOf = ({ id, number, question }: QuestionStatistics, most = mostLetters): string =>
  question === null ? `${id} (no longer in a bank)` : `${number}. ${short(question, most)}`

/** The same by its id. */
export function nameOf(id: string, { byQuestion }: Statistics): string {
  const found = byQuestion.find((each) => each.id === id)
  return found === undefined ? id : titleOf(found)
}
