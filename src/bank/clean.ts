import { decodeEntities } from '../text/entities.ts'
import { unquote } from '../text/quotes.ts'
import { safe } from '../text/safe.ts'
import { prefixOf } from './prefix.ts'

/** Anchors and links within the page, at either end; ids, classes and tags of note-taking programs at the end. */
const anchor =
  /^(?:<a\b[^<>]*>\s*<\/a>|\[\]\{[^{}]*\}|\[\[?[^[\]]{0,12}\]?\]\(#[^()]*\)|\(https?:\/\/[^\s()]*\))|(?:<a\b[^<>]*>\s*<\/a>|\[\]\{[^{}]*\}|\{[#.:][^{}]*\}|\[\[?[^[\]]{0,12}\]?\]\(#[^()]*\)|(?<=\s)\^[\w-]{2,40}|(?<=\s)#(?:flashcards?|cards?|srs|spaced|todo)(?:\/[\w/-]+)?)$/i
/** Tags and links to notes behind a question, as in `Why? #work [[Plans]]`. */
const tagsBehind =
  /(?:\s+#\p{L}[\p{L}\p{N}_/-]*)+\s*$|(?<=[?？][*_"”]*)(?:\s+(?:#\p{L}[\p{L}\p{N}_/-]*|#?\[\[[^[\]]*\]\]))+\s*$/u
/** A link behind a question whose text is but an arrow or the like. */
const arrowBehind = /\s*\[[^\p{L}\p{N}[\]]{1,4}\]\([^()]*\)\s*$/u
/** Who asked, and perhaps where that is said, in emphasis before a question: `*Google question* (address) – Why?` */
const askedBy =
  /^(\*\*?|__?)(?:[^*_]{2,60}\bquestions?\1(?:\s*\([^()]*\))?|[^*_]{2,60}\1\s*\((?:https?:\/\/|www\.)[^()]*\))\s*[–—:-]\s+(?=\S)/iu
/** The keyword and the priority of a task in front of it. */
const task = /^(?:(?:TODO|DOING|DONE|LATER|WAITING)\s+(?=[\p{Lu}¿[*_"“])(?:\[#[A-C]\]\s*)?|\[#[A-C]\]\s+)/u
/** A text that is bold or italic as a whole. */
const emphasised = /^(?:(\*\*|__|\*|_)(?![*_\s])([^*_]+)(?<!\s)\1|<(b|strong|i|em|u)>([^<>]*)<\/\3>)$/i
const emojiAtEnd =
  /(?<!\d)[\s(]{0,8}(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}☐☑☒✓✔★☆]|\uFE0F|\u200D|:[a-z][a-z0-9_+]{1,30}:){1,40}\)?$/u
/** More blanks than anybody means: the patterns above would try to begin at each of them. */
const blanks = /[^\S\n]{9,}/g
const mostRounds = 8

const prefixEnd = /[\d:：.)–—-]/
const markup = /[*_<&\\[{~%#^]/
const bareStart = /^\p{L}/u
const bareEnd = /[\p{L}?？!.]$/u

/** Whether there may be something to clean: in most questions there is not. */
const isSuspect = (text: string): boolean =>
  !bareStart.test(text) ||
  prefixEnd.test(text.slice(0, 40).replace(/\.$/, '')) ||
  markup.test(text) ||
  /^[A-Z]{4,7} /.test(text) ||
  !bareEnd.test(text.slice(-2))

/** A question without number, label, anchors, and the quotation marks or emphasis around it: `**3. Why?**` is `Why?`. */
export function cleanQuestion(text: string): string {
  const whole = text.trim()
  const end = whole.includes('\n') ? whole.search(/\n[ \t]*(?:\n|```|~~~)/) : -1
  const first = end < 0 ? whole : whole.slice(0, end)
  if (!isSuspect(first)) return whole
  const clean = cleanLine(first)
  return end < 0 ? clean : clean + whole.slice(end)
}

function cleanLine(text: string): string {
  let clean = text.replace(blanks, ' ')
  for (let round = 0; round < mostRounds; round++) {
    const text = /[<[({^#]/.test(clean) ? untagged(clean.replace(anchor, '')) : clean
    const bare = withoutMarkup(withoutStart(text)).trim()
    const next = unquote(withoutEmoji(withoutEnds(unprefixed(bare))).trim()).trim()
    if (next === '' || next === clean) break
    clean = next
    if (!isSuspect(clean)) break
  }
  return clean
}

/** A text without what stands in front of a task, and without who asked. */
function withoutStart(text: string): string {
  if (/^[*_]/.test(text)) return text.replace(askedBy, '')
  return /^[TDLW[]/.test(text) ? text.replace(task, '').replace(askedBy, '') : text
}

/** A text without arrows and tags behind it. */
function untagged(text: string): string {
  const arrowless = /\]\([^()]*\)\s*$/.test(text) ? text.replace(arrowBehind, '') : text
  return /\s(?:#|\[\[)/.test(arrowless) ? arrowless.replace(tagsBehind, '') : arrowless
}

/** What is left of another numbering: `Why? 12)`. */
const numberAtEnd = /([?？])\s*\(?\d{1,3}[.)]$/

/** A text without a number at its end, and without emphasis around it. */
function withoutEnds(text: string): string {
  const unnumbered = /[.)]$/.test(text) ? text.replace(numberAtEnd, '$1') : text
  return /^[*_<]/.test(unnumbered) ? unnumbered.replace(emphasised, '$2$4') : unnumbered
}

const withoutEmoji = (text: string): string =>
  bareEnd.test(text.slice(-2)) ? text : text.replace(emojiAtEnd, '')

/** A text without what stands in front of it, unless that is all there is. */
function unprefixed(text: string): string {
  const { length } = prefixOf(text)
  if (length === 0) return text
  const bare = text.slice(length)
  // Emphasis opens before a number, and closes after it or at the end.
  const mark = /^(?:\*\*\*|\*\*|__|\*|_)(?=\S)/.exec(text)?.[0]
  const isOpen = mark !== undefined && text.slice(0, length).split(mark).length % 2 === 0
  return isOpen ? mark + bare : bare
}

const link = /(!?)\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g
const wiki = /(!?)\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]/g
const reference = /\[([^[\]^]+)\]\[[\w -]*\]|\[\^[^[\]]+\]/g
const bold = /(?<![\p{L}\p{N}*])(\*\*\*?)(?=[^\s*])([^*]*[^\s*])\1(?![\p{L}\p{N}*])/gu
const boldWithLines = /(?<![\p{L}\p{N}_])__(?=[^\s_])([^_]*\s[^_]*[^\s_])__(?![\p{L}\p{N}_])/gu
const boldBeside = /(\*\*)(?=[^\s*])([^*]*[^\s*])\1/g
const struck = /~~(?=\S)([^~]+)~~/g
const tag = /<(\/?)([a-z][a-z0-9:-]*)(?:\s[^<>]*)?\/?>/gi
const formatting =
  /^(?:a|abbr|b|big|blockquote|br|center|del|details|div|em|font|h[1-6]|i|img|ins|kbd|label|li|mark|nobr|o:p|ol|p|s|section|small|span|strong|sub|summary|sup|table|tbody|td|th|tr|tt|u|ul)$/i
const escaped = /\\([!-/:-@[-`{-~])/g

/** Markdown without links, bold, HTML and escapes, except in code. */
function withoutMarkup(text: string): string {
  if (!/[*_<&\\[~%]/.test(text)) return text
  if (!text.includes('`') || text.includes(hole)) return withoutMarkupIn(text).replace(/[ \t]{2,}/g, ' ')
  const codes: string[] = []
  const holed = text.replace(/`+[^`]+`+/g, (code) => `${hole}${codes.push(code) - 1};`)
  return withoutMarkupIn(holed)
    .replace(/[ \t]{2,}/g, ' ')
    .replace(holes, (_, index: string) => codes[Number(index)] ?? '')
}

/** Stands for code, which is left as it is: a character for private use. */
const hole = '\ue000'
const holes = new RegExp(`${hole}(\\d+);`, 'g')

function withoutMarkupIn(text: string): string {
  const decoded = text.includes('&') ? safe(decodeEntities(text).replaceAll('\u00a0', ' ')) : text
  const unlinked = withoutLinks(withoutTags(decoded))
  const plain = unlinked.includes('**')
    ? withoutLines(unlinked.replace(bold, '$2')).replace(boldBeside, '$2')
    : withoutLines(unlinked)
  const kept = plain.includes('~~') ? plain.replace(struck, '$1') : plain
  return kept.includes('\\') ? kept.replace(escaped, '$1') : kept
}

const withoutLines = (text: string): string =>
  text.includes('__') ? text.replace(boldWithLines, '$1') : text

function withoutTags(text: string): string {
  const bare =
    text.includes('%%') || text.includes('<!') ? text.replace(/<!--[^<>]*-->|%%[^%]*%%/g, '') : text
  if (!bare.includes('<')) return bare
  return bare
    .replace(/<code\b[^<>]*>([^<>`]*)<\/code>/gi, '`$1`')
    .replace(tag, (all: string, _: string, name: string, at: number, around: string) =>
      formatting.test(name) ? (/^br$/i.test(name) ? ' ' : '') : isBare(around, at) ? `\`${all}\`` : all,
    )
}

function withoutLinks(text: string): string {
  if (!text.includes('[')) return text
  return text
    .replace(link, (_, image: string, label: string) => (image ? '' : label))
    .replace(wiki, (_, image: string, label: string) => (image ? '' : label))
    .replace(reference, '$1')
}

/** Whether a tag stands alone, unlike that in `List<String>`. */
const isBare = (text: string, at: number): boolean =>
  !/[\p{L}\p{N}`]$/u.test(text.slice(Math.max(0, at - 1), at))

/** A heading of our own format, cleaned unless it begins with a backslash, which keeps it as it is. */
export function unescaped(text: string, clean: (text: string) => string | null): string | null {
  const trimmed = text.trim()
  return trimmed.startsWith('\\') ? trimmed.slice(1) : clean(trimmed)
}

/** The name of a section in its heading, without number and label; null if there is none. */
export function cleanSection(text: string): string | null {
  const trimmed = text.trim()
  const { length } = prefixOf(trimmed)
  const bare = cleanLine(trimmed.slice(length)).trim()
  return bare || trimmed || null
}

const wholeLink = /^\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)(?=[\s.]*$)/

/** The text of a link, where that is all there is; else the text as it is. */
export function unlinked(text: string): string {
  const match = wholeLink.exec(text)
  return match ? (match[1] ?? '').trim() : text
}
