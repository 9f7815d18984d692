import { Marked } from 'marked'
import { decodeEntities } from '../../text/entities.ts'
import { isTooDeep, isTooMuch } from '../limits.ts'
import { Html, html } from './html.ts'

/** Markdown as HTML in which every tag is ours: tags in the text are text, and links and pictures are their words. */
export const fromMarkdown = (text: string): Html =>
  (isTooMuch(text) ? null : drawn(text)) ?? html`<p class="plain">${text}</p>`

function drawn(text: string): Html | null {
  const marked = new Marked<string, string>({ breaks: true })
  const words = (own: string): string => html`${decodeEntities(own)}`.text
  marked.use({
    renderer: {
      html: ({ text: own }) => html`${own}`.text,
      // what stands in tags such as `<pre>` counts as escaped otherwise
      text(token) {
        return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : words(token.text)
      },
      link({ tokens }) {
        return this.parser.parseInline(tokens)
      },
      image: ({ text: own }) => words(own),
      code: ({ text: own }) => html`<p class="plain">${own}</p>`.text,
      codespan: ({ text: own }) => html`<code>${own}</code>`.text,
      checkbox: () => '',
    },
  })
  try {
    const tokens = marked.lexer(text)
    return isTooDeep(tokens) ? null : new Html(marked.parser(tokens))
  } catch {
    // marked gives up on some input ("Infinite loop on byte"), which is then shown plain
    return null
  }
}
