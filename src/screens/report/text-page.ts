import { html } from './html.ts'
import { fromMarkdown } from './markdown.ts'
import { page } from './page.ts'

/** Markdown with a title, such as the page for the morning, as HTML for a phone or for paper. */
export function textPage(markdown: string): string {
  const [first = ''] = markdown.split('\n', 1)
  return page(first.replace(/^#+ /, ''), html`<main class="sheet">${fromMarkdown(markdown)}</main>`)
}
