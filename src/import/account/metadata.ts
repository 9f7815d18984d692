// Knows the lines that are about questions, or that only mark, separate or label them: they lose nothing where they are
// left out.

import { labelIn } from '../../bank/labels.ts'
import { isAboutQuestion } from '../../bank/metadata.ts'
import { isWord } from '../../text/plain-text.ts'

/** What people note about a question; the words of a key may be more than one. */
const key =
  /^[\s>*_"'#|,{[•-]*(?:difficulty|level|compan(?:y|ies)|tags?|filetags|status|created(?: at)?|updated(?: at)?|last edited(?: time)?|date|author|id|uuid|guid|slug|categor(?:y|ies)|deck|title|version|lang(?:uage)?|description|priority|importance|frequency|competenc(?:y|ies)|asked (?:at|by|in)|reviewed|collapsed|card-[\w-]+|layout|aliases)["'*_]{0,4}[ \t]*[:：=]/i

/** What only a program reads: `sep=;`, `#separator:tab`, `#+TITLE:`, `:PROPERTIES:`, `SCHEDULED:`, `.. note::`, `^block`. */
const directive =
  /^\s*(?:sep=.$|#[a-z]+(?: [a-z]+)?:|#\+\w|:[\w-]+:|(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):|\.\. [\w-]+::|\^[\w-]+$|%%.*%%$|(?:import|export) .* from ['"]|https?-equiv|(?:`{3,}|~{3,})[\w-]*\s*$|\[\^?[\w-]{1,40}\]:\s)/i
const hashtags = /^\s*(?:#[\p{L}\p{N}_/-]+\s*)+$/u

/** A key of a notebook, or of another file that programs write. */
const programKey =
  /^\s*"(?:cell_type|metadata|execution_count|outputs?|output_type|kernelspec|display_name|name|language_info|codemirror_mode|file_extension|mimetype|nbconvert_exporter|pygments_lexer|nbformat(?:_minor)?|colab|provenance|toc_visible|collapsed|image\/\w+|text\/\w+|schemaVersion)":/

/** A key with no text after it: `"cards": [`, `"pinned": true,`. */
const bareKey =
  /^[\s{[,-]*["']?[\p{L}_][\p{L}\p{N}_ -]{0,39}["']?[ \t]*:(?:[\s[{|>+-]*| *(?:-?[\d.]+|true|false|null|\[\]|\{\}) *,? *)$/u

/** A short label with nothing after it, a part of an empty skeleton such as `- **Action**`, or a note that there is no answer yet. */
const emptyLabel = /^[\s>*_#•-]*\p{L}[\p{L} ]{0,24}[\s*_]*[:：][\s*_]*$/u
const emptyPart =
  /^[\s>*_#•-]*(?:(?:situation|task|action|result|answers?|solution)[\s*_:]*|[_*([\]]*(?:todo|tbd|tba|n\/a|coming soon|to be (?:added|done|written)|your answer(?: here)?|write your answer here|add (?:your )?answer(?: here)?)[_*.)\]…]*\s*)$/i

const invitation =
  /^[\s*_#>]*(?:(?:view|see|show|reveal|click)\b.{0,30}\b(?:answer|solution)s?|(?:the )?(?:answer|solution)s?)[\s*:!._]*$/i

/** `Question 3`, whose text is on the next line. */
const questionNumber = /^\W*(?:question|q|frage|pregunta|pergunta|domanda|вопрос)\W{0,2}\d{1,6}\W*$/i

const linksWithinPage = /^(?:[\s*_>|•⬆↥-]|\d+[.)]?|<[^<>]*>|\[\[?[^[\]]{0,200}\]?\]\(#[^()]*\))+$/

/** Whether a line is nothing but links within the page, as in a table of contents. */
export const isWithinPage = (line: string): boolean =>
  line.length < 1000 && line.includes('](#') && linksWithinPage.test(line)

const backToTop =
  /^[\s*_>|⬆↥-]*(?:<[^<>]*>|\s)*\[?[^\p{L}[\]]{0,8}(?:back )?to (?:the )?(?:top|index|contents)\b.{0,60}$/iu

/** Whether a line only leads to another place of the page, such as "back to top". */
export const leadsElsewhere = (line: string): boolean => isWithinPage(line) || isBackToTop(line)

export const isBackToTop = (line: string): boolean =>
  line.length < 300 && toPlace.test(line) && backToTop.test(line)

/** What every such line has in it: most have not, which is faster to see. */
const toPlace = /to (?:the )?(?:top|index|contents)/i

/** Whether a line is metadata, or a label without a text. `plain` is the line without markup. */
export function isMetadata(line: string, plain: string): boolean {
  const text = line.length > 2000 ? line.slice(0, 2000) : line
  return (
    key.test(text) ||
    directive.test(text) ||
    (text.includes('#') && hashtags.test(text)) ||
    programKey.test(text) ||
    (text.length < 100 && text.includes(':') && bareKey.test(text)) ||
    (plain.length < 100 && (emptyLabel.test(plain) || emptyPart.test(plain) || invitation.test(plain))) ||
    (plain.length < 20 && questionNumber.test(plain)) ||
    isBackToTop(line) ||
    isLabel(text) ||
    isAboutQuestion(text)
  )
}

/** Whether a line is a label without a text, such as `**Answer:**`, or one that says only how long an answer is, or how it is built. */
export function isLabel(text: string): boolean {
  const label = labelIn(text.slice(0, 2000))
  return label !== null && (label.rest === '' || label.label === 'time' || label.label === 'shape')
}

const opening = /^(.*?)<(style|script|head)\b/i

/** The rows of a page's head, styles and scripts. One that is never closed hides nothing, and nor does a row with text too. */
export function programRows(rows: readonly string[]): Set<number> {
  const found = new Set<number>()
  const isPage = rows
    .slice(0, 50)
    .some((row) => /<(?:!doctype|html|head|style|body)\b/i.test(row.slice(0, 2000)))
  let open: { row: number; name: string } | null = null
  if (isPage) rows.forEach(visit)
  return found

  function visit(text: string, row: number): void {
    const start = text.slice(0, 2000).toLowerCase()
    if (open === null) {
      const [, before = '', name] = opening.exec(start) ?? []
      if (name === undefined || hasText(before)) return
      open = { row, name }
    }
    const end = `</${open.name}>`
    const close = start.indexOf(end)
    if (close < 0) return
    const last = hasText(text.slice(close + end.length)) ? row - 1 : row
    for (let at = open.row; at <= last; at++) found.add(at)
    open = null
  }
}

const hasText = (html: string): boolean => isWord(html.replace(/<[^<>]*>/g, ''))

const tableRule = /^[\s|:-]*$/

/** Whether a row is the header of a table: in markdown the row below is a rule, else it has the names of the columns. */
export const isHeader = (row: string, below: string | undefined): boolean =>
  row.includes('|') && below?.includes('--') === true && below.includes('|') && tableRule.test(below)
