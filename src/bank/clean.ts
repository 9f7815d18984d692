import { unquote } from '../text/quotes.ts'

const NUMBER =
  /^(?:(?:[Qq]uestion|QUESTION|[Qq])[ .]*[#№]?\d{1,6}[a-z]?(?:[ \t]*[.):：、–—-]+(?=\s|\p{L}|["“*_`(]|$)|(?=\s+["“*_`\p{Lu}\p{Lo}]|$))|#?\d{1,6}[a-z]?(?: ?[.)](?=\s|$|\*\*|\p{Lo})|[、．]|:(?=\s)))[ \t]*/u
const LABEL = /^(?:[Qq]uestion|QUESTION|[Qq])(?:[ \t]*[:：][ \t]*|\.[ \t]+(?=\p{Lu}))/u
/** Anchors and links within the page, before and after. */
const ANCHOR =
  /^(?:<a\b[^<>]*>\s*<\/a>|\[\[?[^[\]]{0,12}\]?\]\(#[^()]*\))\s*|\s*(?:<a\b[^<>]*>\s*<\/a>|\{#[^{}]*\})$/i
const ENCLOSED = /^(?:(\*\*|__)([^*_]+)\1|<(b|strong|i|em|u)>([^<>]*)<\/\3>)$/i
const MOST_ROUNDS = 6

/** Most questions have nothing that is not theirs. */
const SUSPECT = /^[^\p{L}]|^[Qq]|[^\p{L}?？!.]$/u

/** A question without its number, its label and what encloses it. */
export function cleanQuestion(text: string): string {
  let clean = text.trim()
  if (!SUSPECT.test(clean)) return clean
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = unquote(unlabelled(clean.replace(ANCHOR, '')).replace(ENCLOSED, '$2$4').trim()).trim()
    if (next === '' || next === clean) break
    clean = next
  }
  return clean
}

/** In our own format a backslash keeps a heading as it is. */
export function unescaped(text: string, clean: (text: string) => string | null): string | null {
  const trimmed = text.trim()
  return trimmed.startsWith('\\') ? trimmed.slice(1) : clean(trimmed)
}

/** A heading that names a section. */
export function cleanSection(text: string): string | null {
  const trimmed = text.trim()
  return unlabelled(trimmed).trim() || trimmed || null
}

/** Also where the number stands within bold text. */
function unlabelled(text: string): string {
  const bold = /^(?:\*\*|__)(?=\S)/.exec(text)?.[0] ?? ''
  const inner = text.slice(bold.length)
  const bare = inner.replace(NUMBER, '').replace(LABEL, '')
  if (bare === inner) return text
  const left = bare.replace(/^(?:\*\*|__)[ \t]*[.:：)–-]?[ \t]*/, '')
  return left === bare ? bold + bare : left
}

const LINK = /^\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)(?=[\s.]*$)/

/** The text of a link that is all there is. */
export function unlinked(text: string): string {
  const match = LINK.exec(text)
  return match ? (match[1] ?? '').trim() : text
}
