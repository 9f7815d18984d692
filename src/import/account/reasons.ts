// Says why a line was not taken, by what it says and by the heading that it stands under.

import { asksInterviewer, isNeverQuestion, isQuestionLike } from '../../bank/likeness.ts'
import type { SkipReason } from '../../bank/model.ts'
import { isWithinPage } from './metadata.ts'

const contents = /contents?\b|^\W*(?:toc|index|navigation)\W*$|目录|目錄|목차|目次/i
const licence =
  /licen[cs]e|contribut|disclaimer|acknowledge?ment|credits?|author|sponsor|support|star history/i
const links = /resource|links?\b|reference|further reading|see also|translation|参考/i

/** The reason for all that stands under a heading which is not in the bank; null where each line has its own. */
export function reasonUnder(heading: string): SkipReason | null {
  if (asksInterviewer(heading)) return 'questions-to-ask'
  if (!isNeverQuestion(heading)) return null
  if (contents.test(heading)) return 'table-of-contents'
  if (licence.test(heading)) return 'licence'
  return links.test(heading) ? 'links' : null
}

const picture = /!\[[^\]]*\]\(|!\[\[|<img\b/i
const link =
  /\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|<a\b[^<>]*>[^<>]*<\/a>|https?:\/\/\S+/gi
const jsonField = /^\s*(?:[{[]\s*)?"[^"]{1,60}"\s*:/

/** The reason that a line has by itself; null where it has none. `plainOf` gives its text without markup. */
export function reasonOf(line: string, plainOf: () => string): SkipReason | null {
  const text = line.length > 4000 ? line.slice(0, 4000) : line
  if (isWithinPage(line)) return 'table-of-contents'
  const plain = plainOf()
  const rest = text.replace(link, '')
  const isLinks = rest !== text && !/\p{L}{2}/u.test(rest)
  if (picture.test(text) && (isLinks || plain === '')) return 'picture'
  if (isLinks) return 'links'
  if (plain.length <= 400 && isQuestionLike(plain, false)) return 'question-like'
  return jsonField.test(text) ? 'unused-field' : null
}
