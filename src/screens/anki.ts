import { Marked } from 'marked'
import type { Bank } from '../bank/model.ts'
import { plainText } from '../text/plain-text.ts'
import { slugOf } from '../text/slug.ts'

/**
 * A bank as a text file that Anki imports (docs.ankiweb.net/importing/text-files.html): a note for each question, a deck for
 * each section. Imported again, a note whose guid is known is updated, and its schedule stays.
 */
export function bankAsAnki({ title, questions }: Bank): string {
  const header = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#guid column:1',
    '#deck column:2',
    '#tags column:5',
  ]
  const marked = new Marked({ gfm: true, breaks: true })
  // what is HTML in a bank is text on a card
  marked.use({ renderer: { html: ({ text }) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') } })
  const html = (text: string): string => marked.parse(text, { async: false }).trim()
  const rows = questions.map(({ id, section, question, answer }) => [
    `greenroom:${id}`,
    [title, ...(section === null ? [] : [section])].map(deckName).join('::'),
    html(question),
    answer === null ? '' : html(answer),
    section === null ? '' : slugOf(plainText(section)),
  ])
  return [...header, ...rows.map((row) => row.map(field).join('\t'))].map((line) => `${line}\n`).join('')
}

/** `::` would divide a deck. */
const deckName = (name: string): string => plainText(name).replaceAll('::', ':') || 'greenroom'

const field = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
