import type { Token } from 'marked'

/** What marked gets at most: past these its time grows faster than the text, or its stack overflows. */
const MAX = { answerBytes: 64 * 1024, lineBytes: 20 * 1024, nesting: 32, blockMarks: 2000, marks: 8000 }

const CONTAINERS = new Set(['blockquote', 'list', 'strong', 'em', 'del', 'link', 'image'])

/** Whether a text is too much for marked. */
export function isTooMuch(text: string): boolean {
  return (
    bytes(text) > MAX.answerBytes ||
    text.split('\n').some((line) => bytes(line) > MAX.lineBytes) ||
    marksIn(text) > MAX.marks ||
    text.split(/\n\s*\n/).some((block) => marksIn(block) > MAX.blockMarks) ||
    markerColumns(text) > MAX.nesting
  )
}

/** Whether tokens are nested deeper than anyone could read. */
export function isTooDeep(tokens: readonly Token[], left = MAX.nesting): boolean {
  if (left < 0) return true
  return tokens.some((token) => {
    const children: Token[] = 'items' in token ? token.items : 'tokens' in token ? (token.tokens ?? []) : []
    return children.length > 0 && isTooDeep(children, left - (CONTAINERS.has(token.type) ? 1 : 0))
  })
}

function marksIn(text: string): number {
  return text.match(/[*_~`[\]<]/g)?.length ?? 0
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** The number of columns in which a quote or a list item begins: they cannot be nested deeper. */
function markerColumns(text: string): number {
  const columns = new Set<number>()
  for (const line of text.replaceAll('\t', '    ').split('\n')) {
    const marker = / *(>|(?:[-*+]|\d{1,9}[.)])(?= |$))/y
    for (let found = marker.exec(line); found; found = marker.exec(line)) {
      columns.add(marker.lastIndex - (found[1]?.length ?? 0))
    }
  }
  return columns.size
}
