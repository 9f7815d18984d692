import { safe } from '../../text/safe.ts'

/** Text that is HTML already, and has nothing in it that anybody else wrote. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Piece = string | number | Html | null | readonly Piece[]

/** HTML from a template: what is put into it is text and is escaped, unless it is `Html`. Null gives nothing. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(String.raw({ raw: strings }, ...pieces.map(textOf)))

function textOf(piece: Piece): string {
  if (piece === null) return ''
  if (piece instanceof Html) return piece.text
  if (typeof piece === 'object') return piece.map(textOf).join('')
  return escaped(String(piece))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string =>
  safe(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
