import { unquote } from '../text/quotes.ts'

/** `3.`, `Q3:`, `Question 3 -`. */
const leadingNumber =
  /^(?:(?:[Qq]uestion|QUESTION|[Qq])[ .]*[#№]?\d{1,6}[a-z]?(?:[ \t]*[.):：、–—-]+(?=\s|\p{L}|["“*_`(]|$)|(?=\s+["“*_`\p{Lu}\p{Lo}]|$))|#?\d{1,6}[a-z]?(?: ?[.)](?=\s|$|\*\*|\p{Lo})|[、．]|:(?=\s)))[ \t]*/u
/** `Q:`, `Question:`. */
const leadingLabel = /^(?:[Qq]uestion|QUESTION|[Qq])(?:[ \t]*[:：][ \t]*|\.[ \t]+(?=\p{Lu}))/u
/** Anchors and links within the page, at either end. */
const anchor =
  /^(?:<a\b[^<>]*>\s*<\/a>|\[\[?[^[\]]{0,12}\]?\]\(#[^()]*\))\s*|\s*(?:<a\b[^<>]*>\s*<\/a>|\{#[^{}]*\})$/i
/** A text that is bold or italic as a whole. */
const emphasised = /^(?:(\*\*|__)([^*_]+)\1|<(b|strong|i|em|u)>([^<>]*)<\/\3>)$/i
const mostRounds = 6

/** Whether there may be something to clean: in most questions there is not. */
const suspect = /^[^\p{L}]|^[Qq]|[^\p{L}?？!.]$/u

/** A question without number, label, anchors, and the quotation marks or emphasis around it: `**3. Why?**` is `Why?`. */
export function cleanQuestion(text: string): string {
  let clean = text.trim()
  if (!suspect.test(clean)) return clean
  for (let round = 0; round < mostRounds; round++) {
    const next = unquote(unlabelled(clean.replace(anchor, '')).replace(emphasised, '$2$4').trim()).trim()
    if (next === '' || next === clean) break
    clean = next
  }
  return clean
}

/** A heading of our own format, cleaned unless it begins with a backslash, which keeps it as it is. */
export function unescaped(text: string, clean: (text: string) => string | null): string | null {
  const trimmed = text.trim()
  return trimmed.startsWith('\\') ? trimmed.slice(1) : clean(trimmed)
}

/** The name of a section in its heading, without number and label; null if there is none. */
export function cleanSection(text: string): string | null {
  const trimmed = text.trim()
  return unlabelled(trimmed).trim() || trimmed || null
}

/** A text without number and label, which may be bold. */
function unlabelled(text: string): string {
  const bold = /^(?:\*\*|__)(?=\S)/.exec(text)?.[0] ?? ''
  const inner = text.slice(bold.length)
  const bare = inner.replace(leadingNumber, '').replace(leadingLabel, '')
  if (bare === inner) return text
  const left = bare.replace(/^(?:\*\*|__)[ \t]*[.:：)–-]?[ \t]*/, '')
  return left === bare ? bold + bare : left
}

const wholeLink = /^\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)(?=[\s.]*$)/

/** The text of a link, where that is all there is; else the text as it is. */
export function unlinked(text: string): string {
  const match = wholeLink.exec(text)
  return match ? (match[1] ?? '').trim() : text
}
