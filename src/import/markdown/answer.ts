// Cleans an answer: drops HTML that only formats text, links back to the top, and lines such as "Show answer".

import { isClosing } from '../../bank/likeness.ts'
import { passageOf } from '../../bank/passage.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import { unindent } from '../../text/list.ts'
import { isWord } from '../../text/plain-text.ts'
import { withoutHtml } from './html.ts'
import { isNote } from './later.ts'
import { withoutReferences } from './references.ts'

/** Nothing but a link to an answer elsewhere. */
const linkAlone =
  /^\s*(?:[-*]\s+)?\[(?:resources?|links?|more|source|answer|read more|solution)\]\([^()]*\)\s*$/i
/** Nothing but tags and links within the page, such as "back to top". */
const linksWithinPage = /^(?:[\s*_>|]|<[^<>]*>|\[\[?[^[\]]{0,40}\]?\]\(#[^()]*\))+$/

const invitation =
  /^[\s*_]*(?:(?:view|see|show|reveal|click)\b.{0,30}\b(?:answer|solution)s?|(?:the )?(?:answer|solution)s?)[\s*:!._]*$/i
const emptyLabel = /^[\s>*_#-]*\p{L}[\p{L} ]{0,24}?[\s*_]*[:：][\s*_]*$/u
const emptyPart =
  /^[\s>*_#-]*(?:(?:situation|task|action|result|answers?|solution)[\s*_:]*|[_*([\]]*(?:todo|tbd|tba|n\/a|coming soon|to be (?:added|done|written)|your answer(?: here)?|write your answer here|add (?:your )?answer(?: here)?)[_*.)\]…]*\s*)$/i

/** The answer in some lines; null where they hold only metadata, labels, links, pictures or an empty skeleton. */
export function answerIn(lines: readonly Line[]): string | null {
  const kept = withoutMetadata(
    dedented(cleaned(withoutClosing(withoutReferences(lines)))).filter(
      (line) => line.code || !isInvitation(line.text),
    ),
  )
  const text = passageOf(kept)
  return text !== null && kept.some((line) => line.code || saysSomething(line.text)) ? text : null
}

/** So many lines may follow where a page or a chat closes. */
const mostClosing = 12

/** Lines without the last paragraphs, where these say good-bye or offer more. */
function withoutClosing(lines: readonly Line[]): readonly Line[] {
  const from = Math.max(0, lines.length - mostClosing)
  const at = lines.slice(from).findIndex((line, index) => {
    const above = lines[from + index - 1]
    return !line.code && above?.text.trim() === '' && /^[^\s>|]/.test(line.text) && isClosing(line.text)
  })
  return at < 0 ? lines : lines.slice(0, from + at)
}

/** Lines without HTML that only formats text, and without those that only lead elsewhere. */
export function cleaned(lines: readonly Line[]): Line[] {
  const kept = withoutComments(lines).filter(
    (line) =>
      line.code ||
      !(
        leadsElsewhere(line.text) ||
        isProperty(line.text) ||
        isSpacer(line.text) ||
        isNote(line) ||
        isOfPage(line.text)
      ),
  )
  return withoutHtml(kept).map(withoutMarks)
}

/** Lines without Obsidian's comments, from a line that begins with `%%` to one that ends with it. */
function withoutComments(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(opensComment)) return lines
  const lastEnd = lines.findLastIndex(endsComment)
  let isOpen = false
  return lines.filter((line, at) => {
    const isInside = isOpen
    if (isOpen) isOpen = !endsComment(line)
    else isOpen = at < lastEnd && opensComment(line)
    return !(isInside || isOpen)
  })
}

/** Whether a line is blank but for the entity that a program puts there. */
const isSpacer = (text: string): boolean => text.includes('&') && /^(?:\s|&nbsp;|&#160;)+$/.test(text)

const pageNumber =
  /^(?:[^.?!]{0,60}(?:\t| {2,}|[,|·–—-] *))?\s*(?:page|seite|página|pagina|страница|стр\.?)\s*\d{1,4}\s*(?:of|von|sur|de|di|из|\/)\s*\d{1,4}\s*$/iu
const toSign = /^[^:：?？]{1,40}[:：]\s*_{4,}(?:[^?？]*_)?\s*$/

/** The head or foot of a page, `Guide, page 2 of 5`, or a line to sign on. */
const isOfPage = (text: string): boolean => text.length < 200 && (pageNumber.test(text) || toSign.test(text))

const opensComment = ({ text, code }: Line): boolean => !code && /^\s*%%(?!.*%%)/.test(text)
const endsComment = ({ text, code }: Line): boolean => !code && text.trimEnd().endsWith('%%')

/** What note-taking programs keep about a block, as Logseq does: `collapsed:: true`. */
const property =
  /^\s*(?:[-*] )?(?:collapsed|id|alias|title|type|tags?|deck|public|icon|heading|background-color|created(?:-at)?|updated(?:-at)?|exclude-from-graph-view|(?:card|logseq|template|ls|hl|query)[-.][\w.-]+):: ?\S.*$/i

/** When a task is due, and how long it took. */
const taskTime = /^\s*(?:(?:SCHEDULED|DEADLINE|CLOSED): ?[<[]|CLOCK: ?\[|:(?:LOGBOOK|END):\s*$)/

/** Whether a line is kept by a program about a block, and no part of its text. */
export const isProperty = (text: string): boolean =>
  text.length < 300 &&
  text.includes(':') &&
  (taskTime.test(text) || (text.includes(':: ') && property.test(text)))

/**
 * A line without Obsidian's comments, block ids, schedules and embedded files, and without Pandoc's anchors; what it
 * highlights is bold.
 */
function withoutMarks(line: Line): Line {
  const { text, code } = line
  if (code || text.length > longestLine || !/%%|==|\[\[|<!--SR|\s\^\w|\{[#.]|\s#(?:flash|srs)/i.test(text))
    return line
  const bare = text
    .replace(/%%[^%]*%%|<!--SR:[^<>]*-->/g, '')
    .replace(noteLink, (_, image: string, name: string) => (image ? '' : name))
    .replace(highlight, '**$1**')
    .replace(/\s\^[a-z0-9][a-z0-9-]{1,40}\s*$/i, '')
    .replace(/\[([^[\]]*)\]\{[#.][^{}]*\}/g, '$1')
    .replace(/(?<=\S)\s+\{[#.][\w-]+(?:\s[^{}]*)?\}\s*$/, '')
    .replace(/(?<=\s)#(?:flashcards?|srs)(?:\/[\w/-]+)?(?=\s|$)/gi, '')
  return bare === text ? line : { ...line, text: bare.trimEnd() }
}

/** `[[Trust|it]]`, and with `!` what is embedded; not `[[1]](#one)`, nor an index such as `a[[1]]`. */
const noteLink = /(?<![\p{L}\p{N}\])`])(!?)\[\[(?:[^[\]|`]*\|)?([^[\]|`,]+)\]\](?!\()/gu
const highlight = /(?<![=\p{L}\p{N}`])==(?=[^\s=`])([^=`]*[^\s=`])==(?![=\p{L}\p{N}`])/gu

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

const metadataNames =
  'difficulty|level|seniority|compan(?:y|ies)|tags?|topics?|status|created(?: (?:at|on|by|time))?|updated|last (?:updated|edited|modified|reviewed)(?: time)?|categor(?:y|ies)|frequency|asked (?:at|by|in)|dates?|id|uuid|priority|importance|keywords?|references?|sources?|links?|url|competenc(?:y|ies)|rating|schwierigkeit(?:sgrad)?|kategorie|quellen?|dificultad|dificuldade|n[ií]vel|etiquetas?|empresa|difficulté|niveau|catégorie|сложность|уровень|теги|источник|难度|標籤|标签|公司|分类|来源|频率|출처|난이도'
/** `**Difficulty:** Hard`: what is said about a question. */
const metadata = new RegExp(
  `^\\s*(?:[-*+>]\\s+)?[*_]{0,3}[^\\p{L}\\p{N}*_\\s]{0,4}\\s?(?:${metadataNames})\\s*[*_]{0,3}\\s*[:：]\\s*[*_]{0,3}(?!.*[.!?]\\s+\\p{Lu}).{0,180}$`,
  'iu',
)
/** A name and a colon, whatever stands before: most lines with a colon have none of these, which is faster to see. */
const metadataName = new RegExp(`(?:${metadataNames})\\s*[*_]{0,3}\\s*[:：]`, 'i')
/** A badge alone, such as `🟢 Easy`. */
const badge =
  /^(?:(?:very )?(?:easy|hard)|medium|beginner|basic|intermediate|advanced|expert|junior|mid(?:dle|-level)?|senior)$/i
const badgeWord = /easy|hard|medium|beginner|basic|intermediate|advanced|expert|junior|mid|senior/i
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

const colon = /[:：]/

/** Whether a line only says something about a question, or about its text. */
export const isMetadata = ({ text, code }: Pick<Line, 'text' | 'code'>): boolean =>
  !code &&
  text.length < 200 &&
  ((colon.test(text) && metadataName.test(text) && metadata.test(text)) ||
    (text.length < 60 && (!isWord(text) || (badgeWord.test(text) && badge.test(text.replace(edges, ''))))))

/** Lines without the metadata above and below an answer. */
export function withoutMetadata(lines: readonly Line[]): Line[] {
  let start = 0
  let end = lines.length
  while (start < end && isMetadata(lines[start] as Line)) start++
  while (end > start && isMetadata(lines[end - 1] as Line) && !isRuled(lines[end - 1] as Line)) end--
  return lines.slice(start, end)
}

/** The last row of a table, a fence or the like has no word, but belongs to what is above. */
const isRuled = ({ text }: Line): boolean => /[|`~$\\}\])]/.test(text) && !/\p{L}/u.test(text)

const picture = /!\[[^[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)|!\[\[[^[\]]*\]\]|<img\b[^<>]*>/gi
/** A link, with at most a name and a colon in front of it. */
const linkOnly =
  /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:[*_]*\p{L}[\p{L} ]{0,30}[:：][*_]*)?\s*(?:[*_]*<?https?:\/\/\S+|[*_]*\[[^[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\))[*_.,]*\s*$/u
/** A placeholder, with at most a label in front of it: `**Situation:** [Describe it]`. */
const placeholder =
  /^[\s>*_#+-]*(?:\p{L}[\p{L} ()]{0,30}[*_]*[:：])?[\s*_]*(?:\[[^[\]]*\]|<[^<>]*>|\.{2,}|…|_{2,}|-{1,3}|\?{1,3}|[xX]{2,4})[\s*_.]*$/u

/** What is still to be done is no answer. */
const openTask = /^\s*[-*+] \[ \] /

function saysSomething(row: string): boolean {
  const text = row.length > longestLine ? row : row.replace(picture, '')
  if (!/[a-z0-9]/i.test(text) && !/[\p{L}\p{N}\p{S}!]/u.test(text)) return false
  const start = text.slice(0, 400)
  const head = start.slice(0, 200)
  return (
    !openTask.test(head) &&
    !(/[:：][\s*_]*$/.test(head) && emptyLabel.test(head)) &&
    !emptyPart.test(head) &&
    !(/:\/\/|\]\(/.test(start) && linkOnly.test(start)) &&
    !(/(?:[\]>…?-]|\.\.|__|xx)[\s*_.]*$/i.test(start) && placeholder.test(start))
  )
}
