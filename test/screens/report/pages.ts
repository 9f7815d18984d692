import { Parser } from 'htmlparser2'

/** What a browser would make of a page. */
export interface Read {
  /** Names of the elements, each once. */
  elements: string[]
  attributes: string[]
  /** Elements that were not closed, or closed by the parser. */
  illFormed: string[]
  /** All text but that of the style, and what is said to those who do not see. */
  text: string
  style: string
}

const empty = new Set(['meta', 'br', 'hr'])
/** SVG, in which `/>` closes. */
const shapes = new Set(['rect', 'line', 'circle'])

export function read(page: string): Read {
  const open: string[] = []
  const elements = new Set<string>()
  const attributes = new Set<string>()
  const illFormed: string[] = []
  let text = ''
  let style = ''
  const parser = new Parser(
    {
      onopentag(name, given) {
        open.push(name)
        elements.add(name)
        for (const each of Object.keys(given)) attributes.add(each)
        text += given['aria-label'] ?? ''
      },
      ontext(more) {
        if (open.at(-1) === 'style') style += more
        else text += more
      },
      onclosetag(name, isImplied) {
        if (open.pop() !== name || (isImplied && !empty.has(name) && !shapes.has(name))) illFormed.push(name)
      },
    },
    { recognizeSelfClosing: true },
  )
  parser.end(page)
  return { elements: [...elements].sort(), attributes: [...attributes].sort(), illFormed, text, style }
}
