// Cleans an answer: drops HTML that only formats text, links back to the top, and lines such as "Show answer".

import { passageOf } from '../../bank/passage.ts'
import type { Line } from '../../text/lines.ts'
import { unindent } from '../../text/list.ts'
import { withoutHtml } from './html.ts'

/** Nothing but a link to an answer elsewhere. */
const linkAlone =
  /^\s*(?:[-*]\s+)?\[(?:resources?|links?|more|source|answer|read more|solution)\]\([^()]*\)\s*$/i
/** Nothing but tags and links within the page, such as "back to top". */
const linksWithinPage = /^(?:[\s*_>|]|<[^<>]*>|\[\[?[^[\]]{0,40}\]?\]\(#[^()]*\))+$/

const invitation =
  /^[\s*_]*(?:(?:view|see|show|reveal|click)\b.{0,30}\b(?:answer|solution)s?|(?:the )?(?:answer|solution)s?)[\s*:!._]*$/i
const emptyLabel =
  /^[\s>*_#-]*(?:\p{L}[\p{L} ]{0,24}?[\s*_]*[:：][\s*_]*|(?:situation|task|action|result|answers?|solution)[\s*_:]*|[_*([\]]*(?:todo|tbd|tba|n\/a|coming soon|to be (?:added|done|written)|your answer(?: here)?|write your answer here|add (?:your )?answer(?: here)?)[_*.)\]…]*\s*)$/iu

/** The answer in some lines; null where they hold only labels, links or an empty skeleton. */
export function answerIn(lines: readonly Line[]): string | null {
  const text = passageOf(dedented(cleaned(lines)).filter((line) => line.code || !isInvitation(line.text)))
  return text?.split('\n').some(saysSomething) ? text : null
}

/** Lines without HTML that only formats text, and without those that only lead elsewhere. */
export function cleaned(lines: readonly Line[]): Line[] {
  return withoutHtml(lines.filter((line) => line.code || !leadsElsewhere(line.text)))
}

const leadsElsewhere = (text: string): boolean =>
  text.length < 300 && text.includes('](') && (linksWithinPage.test(text) || linkAlone.test(text))

/** Lines without the indent of the first one, which is that of the list item they belong to. */
function dedented(lines: readonly Line[]): Line[] {
  const first = lines.find((line) => line.text.trim() !== '')?.text ?? ''
  const indent = first.length - first.trimStart().length
  return lines.map((line) => (indent === 0 ? line : { ...line, text: unindent(line.text, indent) }))
}

/** What is left of a summary such as "View answer". */
const isInvitation = (text: string): boolean => text.length < 60 && invitation.test(text)

const saysSomething = (row: string): boolean =>
  row.trim() !== '' && !emptyLabel.test(row.slice(0, 200)) && /[\p{L}\p{N}\p{S}!]/u.test(row)
