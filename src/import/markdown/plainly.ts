// Knows the lines of a text without marks: those that ask, and those that name a part of a list of questions.

import { labelIn } from '../../bank/labels.ts'
import { asksUnmarked, isNeverQuestion, isQuestionLike, isStarPart } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'

const longestPlain = 300
const sentenceStart = /^(?:[\s"“„«¿*_—–\p{Extended_Pictographic}]|\uFE0F)*[\p{Lu}\p{Lo}\p{N}"'“]/u
/** Notes begin in lower case too, but then the mark has to be there. */
const markAtEnd = /[?？؟]+["”’)*_]*[ \t]*(?:$|(?:->|→|=>)[ \t])/

/** Whether a line without any mark is a question, and no more than that. */
export const asksPlainly = (text: string): boolean =>
  text.length <= longestPlain &&
  (/^[A-Z\d"]/.test(text) || sentenceStart.test(text) || markAtEnd.test(text)) &&
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
  text.length <= longestPlain * 2 &&
  text.includes('?') &&
  /^\s*\p{Lu}[^.!?]{9,}\?\s+[(\p{L}]/u.test(text) &&
  isQuestionLike(text)

/** Whether a line asks wherever it stands: no answer begins with `Tell me about`, while `Explain it.` may be one. */
export const asksOutright = (text: string): boolean => outright.test(text) && asksPlainly(text)

const outright =
  /^\W*(?:please )?(?:tell (?:me|us) (?:about|of)|walk (?:me|us) through|talk (?:me|us) through|give (?:me|us) an? example|share an? (?:example|story|time)|erzähl(?:en sie)? |parlez-moi |racontez|h[áa]bl[ae]me |cu[ée]nt[ae]me |(?:conte|fale)(?:-me)? |vertel |mi (?:parli|racconti) |parlami |raccontami |opowiedz |berätta |fort[eæ]ll? |kerro |расскажи(?:те)? |розкажіть )/i

/** Whether a line asks by its mark, its words or their order; `Conflict: tell me about one` by what follows the name. */
export const asksByItself = (text: string): boolean =>
  (/[?？؟]["”’)]*$/.test(text) && asksPlainly(text)) || asksBehindName(text) || asksUnmarked(text)

const lastSentence = /[.!?]["”’)]*\s+(\p{Lu}[^?!]*)$/u

/** Whether a line asks at its end, `We all fail. Tell me about a time you did.`, or in front of a remark: `Why? (in brief)`. */
export const asksAtEnd = (text: string): boolean =>
  text.length <= longestPlain * 2 &&
  (/[?？]\s+\([^()]*\)$/.test(text)
    ? asksPlainly(text.replace(/\s+\([^()]*\)$/, ''))
    : asksOutright(lastSentence.exec(text)?.[1] ?? ''))

const nameAhead = /^[^:：.]{2,40}?(?:[:：]|\s[-–—])\s+(?=\S)/

/** Whether an opening that only questions have begins a line, or follows the name of its topic. */
function asksBehindName(text: string): boolean {
  const asked = /[:：]|\s[-–—]\s/.test(text) ? text.replace(nameAhead, '') : text
  return outright.test(asked) && isQuestionLike(asked, false)
}

const longestName = 80
const mostWords = 12
/** The lines of a letter or a diary, and of an answer: none of them names a question. */
const noName =
  /^(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrte|guten|bonjour|salut|hola|olá|ciao|buongiorno|привет|здравствуйте|best(?: regards| wishes)?(?! \p{L})|kind regards|regards|cheers|thanks|thank you|sincerely|yours|viele grüße|mit freundlichen|cordialement|saludos|abraços|cordiali saluti|i|i['’]\w+|we|we['’]\w+|it|it['’]s|my|our|yes|no|then|so|but|and|because|also|(?:first|second|third)(?=,)|finally|ich|wir|ja|nein|mein\p{L}*|unser\p{L}*|yo|nosotros|sí|je|j['’]\p{L}+|nous|oui|non|eu|nós|sim|io|noi|я|мы|да|нет|мой|моя|наш\p{L}*)(?=[\s,.!:]|$)/iu

/** Whether a line begins as those of letters and answers do: no name of a part does. */
export const beginsSentence = (text: string): boolean => noName.test(text)

/** Whether a line is a name, such as `Delegation`, that may stand for a question. Sentences and parts of answers are none. */
export const mayName = (text: string): boolean =>
  text.length <= longestName &&
  /^[\p{L}\p{N}"“«]/u.test(text) &&
  !/[.!:;,…。！：]["”’)]*$/.test(text) &&
  !noName.test(text) &&
  text.split(/\s+/).length <= mostWords &&
  !isNeverQuestion(text) &&
  !isStarPart(text)

const longestTitle = 60
const title = /^(?:\d{1,2}[.)] )?[\p{L}\p{N}][^.!?？。;,]*$/u

/**
 * Whether a line without any mark is the name of the questions below it: a short one with a blank line above, or with a
 * colon below another question, and a question right below or, after a blank line, two of them. It may count where two
 * questions without a mark stand right below.
 */
export function isTitle(
  lines: readonly Line[],
  at: number,
  asking: ReadonlyMap<number, string> = new Map(),
): boolean {
  const line = lines[at]
  if (!line || line.code || line.text.length > longestTitle || !title.test(line.text.trim())) return false
  const textAt = (index: number): string => lines[index]?.text.trim() ?? ''
  const asksAt = (index: number): boolean => asking.has(index) || asksPlainly(textAt(index))
  if (asksAt(at) || labelIn(line.text) !== null || beginsSentence(line.text)) return false
  if (markerOf(line.text) && !(/^\d/.test(line.text) && asksAt(at + 1) && asksAt(at + 2))) return false
  const isAbove =
    /[:：]$/.test(textAt(at)) || (/^\S/.test(line.text) && /^\s/.test(lines[at + 1]?.text ?? ''))
  if (textAt(at - 1) !== '' && !(isAbove && asksAt(at - 1))) return false
  return asksAt(at + 1) || (textAt(at + 1) === '' && asksAt(at + 2) && asksAt(at + 3))
}
