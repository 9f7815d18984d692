import { html } from './html.ts'
import { fromMarkdown } from './markdown.ts'
import { page } from './page.ts'

/** The page for the morning, which is markdown with a title, as HTML for a phone or for paper. */
export function sheetPage(markdown: string): string {
  const [first = ''] = markdown.split('\n', 1)
  return page(first.replace(/^#+ /, ''), html`<main class="sheet">${fromMarkdown(markdown)}</main>`)
}
