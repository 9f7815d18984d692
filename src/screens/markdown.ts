import { Marked, type RendererObject, type Tokens } from 'marked'
import { markedTerminal } from 'marked-terminal'
import { decodeEntities } from '../text/entities.ts'
import { guard } from '../text/guard.ts'
import { padEnd, width, wrap } from '../text/wrap.ts'
import { shownIn } from './layout.ts'
import { isTooDeep, isTooMuch } from './limits.ts'
import { withNoteBreaks } from './line-breaks.ts'
import { type Page, pageOf } from './page.ts'
import type { Style } from './style.ts'

/**
 * Markdown, such as a model answer, as lines for the terminal, without a newline at the end. What is too big, too deep
 * or too full of marks to be parsed quickly is shown plain.
 */
export function markdown(text: string, columns: number, style: Style): string {
  const clean = guard(shownIn(style, text), { colors: false })
  const drawn = isTooMuch(clean) ? null : draw(clean, columns, style)
  return guard(drawn ?? wrap(expandTabs(clean), columns), { colors: style.level > 0 })
}

function draw(text: string, columns: number, style: Style): string | null {
  const marked = new Marked<string, string>()
  const { bold: strong, italic: em, strikethrough: del } = style
  // draws emphasis and line breaks; all else is ours
  marked.use(markedTerminal({ emoji: false, strong, em, del }))
  marked.use({ renderer: { ...blockRenderer(pageOf(columns), style), ...inlineRenderer(style) } })
  try {
    const tokens = marked.lexer(withNoteBreaks(text))
    return isTooDeep(tokens) ? null : marked.parser(tokens).trimEnd()
  } catch {
    // marked gives up on some input ("Infinite loop on byte"), which is then shown plain
    return null
  }
}

/**
 * Blocks, laid out by `Page`: marked-terminal leaves list items raw, wraps without regard to indents and wide characters,
 * and pulls in libraries for tables and highlighting.
 */
function blockRenderer(page: Page, style: Style): RendererObject<string, string> {
  const bullet = style.ascii ? '-' : '•'
  const quoteBar = `${style.quiet(style.ascii ? '|' : '│')} `
  const rule = style.ascii ? '-' : '─'

  return {
    text(token) {
      if ('tokens' in token && token.tokens) return page.block(this.parser.parseInline(token.tokens))
      return prose(token.text, style)
    },
    paragraph({ tokens }) {
      return page.block(this.parser.parseInline(tokens))
    },
    heading({ tokens }) {
      return page.block(style.bold(this.parser.parseInline(tokens)))
    },
    hr() {
      return page.line(style.quiet(rule.repeat(Math.min(page.room(), 80)))) + page.gap()
    },
    blockquote({ tokens }) {
      const lead = { first: quoteBar, rest: quoteBar }
      return page.nest(lead, false, () => this.parser.parse(tokens)) + page.gap()
    },
    list({ items, ordered, start, loose }) {
      const first = start === '' ? 1 : start
      const size = `${first + items.length - 1}.`.length
      const blocks = items.map((item, index) => {
        const marker = ordered ? `${first + index}.`.padStart(size) : bullet
        return page.nest(hanging(`${marker} ${checkbox(item)}`), !loose, () => this.parser.parse(item.tokens))
      })
      return blocks.join(loose ? page.blank() : '') + page.gap()
    },
    // drawn with the item's marker
    checkbox: () => '',
    code({ text }) {
      const block = (line: string): string => page.block(style.accent(line.trimStart()))
      const indented = (line: string): string =>
        page.nest(hanging(/^ */.exec(line)?.[0] ?? ''), true, () => block(line))
      const lines = (): string => expandTabs(text).split('\n').map(indented).join('')
      return page.nest(hanging('  '), true, lines) + page.gap()
    },
    table({ header, rows }) {
      const cell = ({ tokens }: Tokens.TableCell): string =>
        this.parser.parseInline(tokens).replaceAll('\n', ' ')
      return table(
        header.map(cell),
        rows.map((row) => row.map(cell)),
        page,
        style,
      )
    },
    html({ text, block }) {
      const shown = isComment(text) ? '' : text.trim()
      if (block) return shown && page.block(shown)
      return /^<br\s*\/?>$/i.test(shown) ? '\n' : shown
    },
  }
}

/** Code, links and images within text; marked-terminal colours them by itself, and makes links of the terminal. */
function inlineRenderer(style: Style): RendererObject<string, string> {
  return {
    codespan: ({ text }) => style.accent(text.replace(/\s*\n\s*/g, ' ')),
    link({ href, text, tokens }) {
      const address = prose(href, style)
      const isBare = ['', 'mailto:', 'http://'].some((scheme) => scheme + prose(text, style) === address)
      return isBare
        ? style.underline(prose(text, style))
        : reference(this.parser.parseInline(tokens), address, style)
    },
    image({ href, tokens }) {
      return reference(this.parser.parseInline(tokens), prose(href, style), style)
    },
  }
}

/** Columns side by side if they fit, else each row as lines of `heading: cell`. */
function table(header: string[], rows: string[][], page: Page, style: Style): string {
  const widths = header.map((_, column) =>
    [header, ...rows].reduce((most, row) => Math.max(most, width(row[column] ?? '')), 0),
  )
  const total = widths.reduce((sum, each) => sum + each + 2, -2)
  if (total > page.room()) return records(header, rows, page, style)
  const line = (row: string[]): string =>
    page.line(row.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join('  '))
  const rule = style.quiet((style.ascii ? '-' : '─').repeat(total))
  return line(header.map((cell) => style.bold(cell))) + page.line(rule) + rows.map(line).join('') + page.gap()
}

function records(header: string[], rows: string[][], page: Page, style: Style): string {
  const record = (row: string[]): string =>
    row
      .map((cell, column) => (cell ? page.block(`${style.bold(`${header[column]}:`)} ${cell}`) : ''))
      .join('')
  const blocks = rows.map((row) => page.nest(hanging(''), true, () => record(row)))
  return blocks.join(page.blank()) + page.gap()
}

/** A link that shows where it leads, never a hyperlink of the terminal. */
function reference(label: string, address: string, style: Style): string {
  if (label && address) return `${label} (${style.underline(address)})`
  return label || style.underline(address)
}

function checkbox({ task, checked }: Tokens.ListItem): string {
  if (!task) return ''
  return checked ? '[x] ' : '[ ] '
}

function hanging(first: string): { first: string; rest: string } {
  return { first, rest: ' '.repeat(width(first)) }
}

/** Running text: resolves entities, drops the controls that these may hide, and joins lines. */
function prose(text: string, style: Style): string {
  return guard(shownIn(style, decodeEntities(text)), { colors: false }).replace(/[ \t\n]+/g, ' ')
}

function isComment(html: string): boolean {
  const text = html.trim()
  return text.startsWith('<!--') && text.indexOf('-->') === text.length - 3
}

function expandTabs(text: string): string {
  return text.replaceAll('\t', '    ')
}
