import { Marked } from 'marked'
import { decodeEntities } from '../../text/entities.ts'
import { isTooMuch } from '../limits.ts'
import { Html, html } from './html.ts'

/** Markdown as HTML in which every tag is ours: tags in the text are text, and links and pictures are their words. */
export function fromMarkdown(text: string): Html {
  if (isTooMuch(text)) return html`<p class="plain">${text}</p>`
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
      checkbox: () => '',
    },
  })
  return new Html(marked.parse(text, { async: false }))
}
