// Turns an HTML document, also as word processors and Google Docs write it, into the markdown that says the same.

import { Tokenizer } from 'htmlparser2'
import { isQuestionLike } from '../../bank/likeness.ts'
import { decodeEntities } from '../../text/entities.ts'
import { isGenericSummary } from '../markdown/details.ts'
import type { Converted } from './converted.ts'
import { HtmlLines, type Style, wordItem } from './html-lines.ts'
import { lineCounter } from './line-counter.ts'

const start = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*/
const documentTag = /<(?:!doctype html|html|head|body|meta)\b/iy
const fragmentTag = /<(?:div|h[1-6]|p|section|article|main|[uod]l|table|style|b|strong|span)\b/iy
const markdownMark = /^(?:#{1,6} |```|\*\*|[-*+] |\d+[.)] )/m

/** The document as markdown; null if the text is not HTML. */
export const htmlAsMarkdown = (text: string): Converted | null => (isHtml(text) ? convert(text) : null)

/** Whether a text is an HTML document, or a fragment of one without any markdown. */
export function isHtml(text: string): boolean {
  const at = start.exec(text.slice(0, 8000))?.[0].length ?? 0
  documentTag.lastIndex = at
  fragmentTag.lastIndex = at
  return documentTag.test(text) || (fragmentTag.test(text) && !markdownMark.test(text) && isMostlyTags(text))
}

const fewestClosed = 2

/** Whether tags are closed, and most lines begin with one: markdown has some tags, too. */
function isMostlyTags(text: string): boolean {
  const head = text.slice(0, 100_000)
  const rows = head.split('\n').filter((row) => row.trim() !== '')
  const closed = head.match(/<\/[a-z]/gi)?.length ?? 0
  return closed >= fewestClosed && rows.filter((row) => /^\s*</.test(row)).length * 10 >= rows.length * 6
}

/** What the lines of a block begin with: the first one, and those below it. */
interface Block {
  first: string
  rest: string
}

interface Element extends Style {
  name: string
  block: Block
}

type Attributes = Record<string, string>

const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/
const blocks =
  /^(?:address|article|aside|blockquote|body|button|caption|center|d[dlt]|details|div|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|html|legend|li|main|ol|option|p|pre|section|summary|table|t[dhr]|tbody|tfoot|thead|ul)$/
/** Elements whose content is no text of the document. */
const skipped =
  /^(?:script|style|template|svg|nav|footer|noscript|iframe|select|object|video|audio|canvas|math|head)$/
/** The open element that a new one of a name closes. */
const closedBy: Record<string, RegExp> = {
  li: /^li$/,
  dt: /^d[dt]$/,
  dd: /^d[dt]$/,
  tr: /^t[rdh]$/,
  td: /^t[dh]$/,
  th: /^t[dh]$/,
}
const closesParagraph = /^(?:p|h[1-6]|[uod]l|table|div|pre|section)$/
/** What items, cells and paragraphs are closed within. */
const boundary = /^(?:[uod]l|table|details|body)$/
const isWithin = /^(?:li|d[dt]|t[rdh]|p)$/
const mostOpen = 5000
const farthest = 100
const deepestIndent = 32

const isTitle = /^(?:summary|button|h[1-6]|dt)$/
const badgeClass =
  /(?:^|[\s_-])(?:icon|badge|diff|difficulty|level|lvl|arrow|chevron|caret|tag|pill|meta|number|num)(?=$|[\s_-])/i
const questionClass =
  /(?:^|[\s_-])(?:question|questiontext|question-?title|frage|pregunta|pergunta|prompt|flashcard-front|card-front|faq-?title|accordion|accordion-?(?:button|header|title|trigger)|collapsible)(?=$|\s)/i
const answerClass =
  /(?:^|[\s_-])(?:answer|answertext|antwort|respuesta|resposta|solution|flashcard-back|card-back|accordion-?(?:body|content|panel)|model-?answer)(?=$|\s)/i

/** What the whole document says about its parts. */
interface Facts {
  boldClasses: ReadonlySet<string>
  /** Whether an element of that name is closed somewhere. */
  closes: (name: string) => boolean
  /** Whether the terms of its `<dl>` ask. */
  hasAskingTerms: boolean
}

const noBlock = (): Block => ({ first: '', rest: '' })
const outermost = (): Element => ({
  name: '',
  bold: false,
  italic: false,
  code: false,
  href: null,
  block: noBlock(),
})

/** What is open while a document is read. */
class Reader {
  readonly lines = new HtmlLines()
  title = ''
  hasHeading = false
  line = 1
  private readonly facts: Facts
  private readonly open: Element[] = [outermost()]
  private readonly lists: { isOrdered: boolean; next: number; depth: number | null }[] = []
  /** The element that is skipped, and how many of its name are open. */
  private skipping: { name: string; depth: number } | null = null
  private tables = 0
  private code: string[] | null = null
  private isInTitle = false
  private isInSummary = false
  private label: 'Question' | 'Answer' | null = null

  constructor(facts: Facts) {
    this.facts = facts
  }

  private get top(): Element {
    return this.open.at(-1) ?? outermost()
  }

  text(text: string): void {
    if (this.isInTitle) this.title += text
    else if (this.skipping === null && this.code) this.code.push(text)
    else if (this.skipping === null) this.lines.add(text.replace(/\s+/g, ' '), this.top, this.line)
  }

  openTag(name: string, attributes: Attributes): void {
    if (name === 'title') this.isInTitle = true
    if (this.skipping !== null) {
      if (name === this.skipping.name) this.skipping.depth++
    } else if (this.isSkipped(name, attributes)) {
      this.skipping = { name, depth: 1 }
    } else {
      if (this.isInSummary) this.text(' ')
      else if (blocks.test(name)) this.openBlock(name, attributes)
      if (name === 'br') this.breakLine()
      this.isInSummary ||= name === 'summary'
      if (!voids.test(name)) this.push(name, attributes)
    }
  }

  closeTag(name: string): void {
    if (name === 'title') this.isInTitle = false
    if (this.skipping !== null) {
      if (name === this.skipping.name && --this.skipping.depth === 0) this.skipping = null
    } else if (!voids.test(name)) {
      const at = this.find((each) => each === name, !isWithin.test(name))
      if (at > 0) this.closeFrom(at)
    }
  }

  /** Ends all that is open. */
  finish(): void {
    this.closeFrom(1)
    this.end()
    if (this.tables > 0) this.lines.closeTable()
  }

  private isSkipped(name: string, attributes: Attributes): boolean {
    const isBadge =
      !blocks.test(name) &&
      !voids.test(name) &&
      (attributes['aria-hidden'] === 'true' ||
        (badgeClass.test(attributes.class ?? '') && this.find((each) => isTitle.test(each), true) > 0))
    return (skipped.test(name) || isBadge) && this.facts.closes(name)
  }

  private breakLine(): void {
    if (this.code) this.code.push('\n')
    else this.lines.add('\n', outermost(), this.line)
  }

  private push(name: string, attributes: Attributes): void {
    if (this.open.length >= mostOpen) return
    const { top } = this
    const { class: classes = '', style = '', href = '' } = attributes
    const isHeading = /^(?:h[1-6]|th)$/.test(name)
    this.open.push({
      name,
      bold: !isHeading && (top.bold || this.isBold(name, classes, style)),
      italic: !isHeading && (top.italic || /^(?:i|em)$/.test(name) || /font-style:\s*italic/i.test(style)),
      code: top.code || (this.code === null && /^(?:code|tt|kbd|samp)$/.test(name)),
      href: name === 'a' && /^https?:/i.test(href) ? addressOf(href) : top.href,
      block: this.blockOf(name, classes, style),
    })
  }

  private isBold(name: string, classes: string, style: string): boolean {
    const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
    if (weight !== undefined) return /^(?:bold|bolder|[6-9]00)$/.test(weight)
    const { boldClasses } = this.facts
    return /^(?:b|strong)$/.test(name) || classes.split(/\s+/).some((each) => boldClasses.has(each))
  }

  private blockOf(name: string, classes: string, style: string): Block {
    if (this.isInSummary) return this.top.block
    const level = /^h([1-6])$/.exec(name)?.[1] ?? (name === 'p' ? wordLevel(classes) : undefined)
    if (level !== undefined) return { first: `${'#'.repeat(Number(level))} `, rest: '' }
    if (name === 'blockquote') return { first: '> ', rest: '> ' }
    if (name === 'li') return this.itemBlock()
    const list = name === 'p' ? /mso-list:\s*\w+\s+level(\d)/i.exec(style)?.[1] : undefined
    if (list !== undefined) return { first: wordItem + '  '.repeat(Number(list) - 1), rest: '' }
    return /^t[dh]$/.test(name) ? noBlock() : this.top.block
  }

  private itemBlock(): Block {
    const list = this.lists.at(-1)
    const indent = list?.depth == null ? this.top.block.rest.slice(0, deepestIndent) : '  '.repeat(list.depth)
    const first = list?.isOrdered ? `${indent}${list.next++}. ` : `${indent}- `
    return { first, rest: first.replace(/[^>]/g, ' ') }
  }

  private openBlock(name: string, attributes: Attributes): void {
    const closing = closesParagraph.test(name) ? /^p$/ : closedBy[name]
    const at = closing ? this.find((each) => closing.test(each), false) : -1
    if (at > 0) this.closeFrom(at)
    this.end()
    if (this.tables === 0) this.label = labelOf(name, attributes) ?? this.label
    if (/^h[1-6]$/.test(name)) this.lines.gap(this.line)
    if (name === 'ul' || name === 'ol') this.openList(name, attributes)
    else if (name === 'table' && this.tables++ === 0) this.lines.openTable(this.line)
    else if (name === 'tr' && this.tables === 1) this.lines.openRow()
    else if (/^t[dh]$/.test(name) && this.tables === 1) this.lines.openCell()
    else if (name === 'details' && this.tables === 0) this.lines.write('<details>', this.line)
    else if (name === 'pre' && this.tables === 0) this.code ??= []
  }

  private openList(name: string, { class: classes = '', start: first = '1' }: Attributes): void {
    // Google Docs writes a nested list beside the outer one, with its depth in its class.
    const google = /\blst-kix_\w+-(\d)/.exec(classes)?.[1]
    const depth = google === undefined ? null : Number(google)
    if (google !== undefined && google !== '0') this.lines.closeGap()
    else if (this.lists.length === 0) this.lines.gap(this.line)
    if (this.lists.length === 0) this.lines.openList()
    const next = Number.parseInt(first, 10)
    this.lists.push({
      isOrdered: name === 'ol',
      next: Number.isNaN(next) ? 1 : next,
      depth,
    })
  }

  /** The nearest open element, not too far up; -1 if there is none. */
  private find(is: (name: string) => boolean, mayCross: boolean): number {
    for (let at = this.open.length - 1; at >= Math.max(1, this.open.length - farthest); at--) {
      const name = this.open[at]?.name ?? ''
      if (is(name)) return at
      if (!mayCross && boundary.test(name)) return -1
    }
    return -1
  }

  private closeFrom(at: number): void {
    while (this.open.length > at) {
      const { name } = this.top
      if (name === 'summary') this.endSummary()
      else if (blocks.test(name) && !this.isInSummary) this.closeBlock(name)
      this.open.pop()
    }
  }

  private closeBlock(name: string): void {
    if (name === 'button') this.endButton()
    this.end()
    if (name === 'ul' || name === 'ol') {
      this.lists.pop()
      if (this.lists.length === 0) {
        this.lines.closeList()
        this.lines.gap(this.line)
      }
    } else if (name === 'table') {
      if (--this.tables === 0) this.lines.closeTable()
    } else if (name === 'details' && this.tables === 0) {
      this.lines.write('</details>', this.line)
      this.lines.gap(this.line)
    } else if (name === 'pre') {
      this.endCode()
    } else if (/^(?:p|h[1-6]|div|dd|blockquote)$/.test(name) && this.lists.length === 0) {
      this.lines.gap(this.line)
    }
  }

  private endCode(): void {
    const text = (this.code ?? []).join('').replace(/^\n|\s+$/g, '')
    this.code = null
    if (text === '') return
    const fence = text.includes('```') ? '~~~~' : '```'
    this.lines.gap(this.line)
    for (const row of [fence, ...text.split('\n'), fence]) this.lines.write(row, this.line)
    this.lines.gap(this.line)
  }

  private endSummary(): void {
    this.isInSummary = false
    const text = withoutBadges(this.lines.pending)
    this.lines.drop()
    if (this.tables > 0) this.lines.add(text, outermost(), this.line)
    else this.lines.write(`<summary>${text.replaceAll('<', '&lt;')}</summary>`, this.line)
    this.lines.gap(this.line)
  }

  /** A button that unfolds an answer asks; others are no part of the text. */
  private endButton(): void {
    const text = this.lines.pending
    if (isGenericSummary(text) || !(this.label === 'Question' || isQuestionLike(text))) this.lines.drop()
    else this.label = 'Question'
  }

  /** Ends a paragraph, with what the elements around it say that it is. */
  private end(): void {
    if (this.lines.isBlank) {
      this.lines.drop()
      return
    }
    const { name, block } = this.top
    const isHeading = block.first.startsWith('#')
    this.hasHeading ||= block.first === '# '
    const label = name === 'dt' && this.facts.hasAskingTerms ? 'Question' : this.label
    // an answer that begins with a list has its label above
    const isListed = label === 'Answer' && /^\s*(?:- |\d+\. )/.test(block.first)
    if (isListed) this.lines.write('**Answer:**', this.line)
    const said = isHeading || isListed || label === null ? '' : `**${label}:** `
    this.label = null
    this.lines.end(block.first + said, { isPlain: isHeading || said.includes('Question'), rest: block.rest })
    block.first = block.rest
  }
}

/** Where a link leads: Google Docs writes a detour by way of Google. */
function addressOf(href: string): string {
  const target = /^https:\/\/www\.google\.com\/url\?q=([^&]+)/.exec(href)?.[1]
  return (target?.replaceAll('%3A', ':').replaceAll('%2F', '/') ?? href).replace(
    /[\s()]/g,
    encodeURIComponent,
  )
}

/** The level of a heading that Word writes as a paragraph. */
function wordLevel(classes: string): string | undefined {
  if (/(?:^|\s)(?:MsoTitle|title)(?:$|\s)/i.test(classes)) return '1'
  return /\b(?:Mso)?Heading([1-6])\b/i.exec(classes)?.[1]
}

function labelOf(name: string, { class: classes = '', id = '' }: Attributes): 'Question' | 'Answer' | null {
  if (/^(?:li|summary|dt)$/.test(name)) return null
  const names = `${classes} ${id.replace(/\d+$/, '')}`
  if (answerClass.test(names)) return 'Answer'
  return questionClass.test(names) ? 'Question' : null
}

/** The text of a summary without arrows, and without a word or two behind its question mark. */
const withoutBadges = (text: string): string =>
  text
    .replace(/^[^\p{L}\p{N}"“«¿(`<]+|[\s▾▼▸►▶⌄+✓›»]+$/gu, '')
    .replace(
      /(?<=[?？])\s+[\p{L}\p{N}]+(?:\s[\p{L}\p{N}]+)?$|\s+(?:Easy|Medium|Hard|Beginner|Intermediate|Advanced)$/u,
      '',
    )

/** Classes that a style sheet makes bold, as Google Docs writes them. */
function boldClassesOf(text: string): Set<string> {
  const bold = new Set<string>()
  let end = 0
  for (let at = text.indexOf('<style'); at >= 0; at = text.indexOf('<style', end)) {
    end = text.indexOf('</style', at)
    if (end < 0) break
    for (const [, name = '', rule = ''] of text.slice(at, end).matchAll(/\.([\w-]{1,80})\s*\{([^{}]*)\}/g))
      if (/font-weight:\s*(?:bold|[6-9]00)/i.test(rule)) bold.add(name)
  }
  return bold
}

function convert(text: string): Converted {
  const reader = new Reader(factsOf(text))
  feed(text, reader)
  reader.finish()
  const { lines, hasHeading, title } = reader
  return hasHeading ? lines.converted : lines.titled(title)
}

function factsOf(text: string): Facts {
  const terms = [...text.matchAll(/<dt\b[^<>]*>([^<]{0,300})/gi)].map((match) => match[1] ?? '')
  const closing = new Set<string>()
  for (const [, name = ''] of text.matchAll(/<\/([a-z]+)/gi)) closing.add(name.toLowerCase())
  return {
    boldClasses: boldClassesOf(text),
    closes: (name) => closing.has(name),
    hasAskingTerms:
      terms.length > 0 && terms.filter((term) => isQuestionLike(term)).length * 2 >= terms.length,
  }
}

/** A character that was made visible, as `<U+200B>`, is no tag. */
const invisible = /^u\+[0-9a-f]{4}$/

/** Tells a reader the tags and texts of a document, and their lines. */
function feed(text: string, reader: Reader): void {
  let name = ''
  let attribute = ''
  let attributes: Attributes = {}
  const lineAt = lineCounter(text)
  const moveTo = (at: number): void => {
    reader.line = lineAt(at)
  }
  const opened = (): void => {
    if (!invisible.test(name)) reader.openTag(name, attributes)
  }
  const ignored = (): void => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext: (from, to) => {
        moveTo(from)
        reader.text(decodeEntities(text.slice(from, to)))
      },
      ontextentity: ignored,
      onopentagname: (from, to) => {
        moveTo(from)
        name = text.slice(from, to).toLowerCase()
        attributes = {}
        if (invisible.test(name)) reader.text(`<${text.slice(from, to)}>`)
      },
      onattribname: (from, to) => {
        attribute = text.slice(from, to).toLowerCase()
        attributes[attribute] = ''
      },
      onattribdata: (from, to) => {
        attributes[attribute] += decodeEntities(text.slice(from, to))
      },
      onattribentity: ignored,
      onattribend: ignored,
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (from, to) => {
        moveTo(from)
        reader.closeTag(text.slice(from, to).toLowerCase())
      },
      oncdata: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onend: ignored,
      onprocessinginstruction: ignored,
    },
  )
  tokenizer.write(text)
  tokenizer.end()
}
