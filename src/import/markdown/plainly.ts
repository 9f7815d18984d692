// Knows the lines of a text without marks: those that ask, and those that name a part of a list of questions.

import { labelIn } from '../../bank/labels.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'

const longestPlain = 300
const sentenceStart = /^(?:[\s"“„«¿*_—–\p{Extended_Pictographic}]|\uFE0F)*[\p{Lu}\p{Lo}\p{N}"'“]/u
/** Notes begin in lower case too, but then the mark has to be there. */
const markAtEnd = /[?？؟]+["”’)*_]*[ \t]*(?:$|(?:->|→|=>)[ \t])/

/** Whether a line without any mark is a question, and no more than that. */
export const asksPlainly = (text: string): boolean =>
  text.length <= longestPlain &&
  (sentenceStart.test(text) || markAtEnd.test(text)) &&
  !/[:,;]\s*$/.test(text) &&
  isQuestionLike(withoutAnswer(text.replace(/^[\s—–]+/, '')), false)

const withoutAnswer = (text: string): string =>
  /[?？]/.test(text)
    ? text.replace(/([?？]["”*_)]*)[ \t]*(?:[:：]|->|→|=>|➔|➡|—|–|::|-)[ \t].*$/, '$1')
    : text

/** `why here` in a list of questions. */
export const asksInHaste = (text: string): boolean =>
  /^(?:what|how|why|when|where|who|which)\b[^.!:;]{1,60}$/.test(text)

/** `What is it like? Try to answer in a word.` in a list of questions. */
export const asksWithRemark = (text: string): boolean =>
  text.length <= longestPlain * 2 && /^\s*\p{Lu}[^.!?]{9,}\?\s+[(\p{L}]/u.test(text) && isQuestionLike(text)

/** Whether a line asks wherever it stands: no answer begins with `Tell me about`, while `Explain it.` may be one. */
export const asksOutright = (text: string): boolean => outright.test(text) && asksPlainly(text)

const outright =
  /^\W*(?:please )?(?:tell (?:me|us) (?:about|of)|walk (?:me|us) through|talk (?:me|us) through|give (?:me|us) an? example|share an? (?:example|story|time)|erzähl(?:en sie)? |parlez-moi |háblame |cuéntame |расскажите )/iu

const longestTitle = 60
const title = /^[\p{L}\p{N}][^.!?？。;,]*$/u

/**
 * Whether a line without any mark is the name of the questions below it: a short one with a blank line above, or with a
 * colon below another question, and a question right below or, after a blank line, two of them.
 */
export function isTitle(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (!line || line.code || line.text.length > longestTitle || !title.test(line.text.trim())) return false
  const textAt = (index: number): string => lines[index]?.text.trim() ?? ''
  const asksAt = (index: number): boolean => asksPlainly(textAt(index))
  if (asksAt(at) || markerOf(line.text) || labelIn(line.text) !== null) return false
  if (textAt(at - 1) !== '' && !(/[:：]$/.test(textAt(at)) && asksAt(at - 1))) return false
  return asksAt(at + 1) || (textAt(at + 1) === '' && asksAt(at + 2) && asksAt(at + 3))
}
