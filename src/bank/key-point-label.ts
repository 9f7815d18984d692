import { plainText } from '../text/plain-text.ts'

const longestLabel = 50
const boldPhrase = /\*\*(?=\S)([^*]+?)\*\*|__(?=\S)([^_]+?)__/
/** Where a clause may end: what follows only explains it. */
const clauseEnd =
  /[,;:：，；。、](?=\s|$|[^\x00-\x7f])|[.!?](?=\s)|\s[(–—-](?=\s|\w)|\s(?:so that|because|which|where|while|in order to|if|when|unless) /g
/** A last word that leads on to something that is cut off. */
const danglingWord =
  /[\s(]+(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|as|is|are|was|were|be|that|this|my|our|their|its|than|if|i|we|it|not|\d+)$/i

const code = /`[^`]*`/g

/** Stands for code of the same length, whose marks are no emphasis. */
const blank = (found: string): string => 'x'.repeat(found.length)

/** A short name for a key point: its first bold phrase, else its first words. At most 50 characters of plain text. */
export function labelOf(markdown: string, plain = plainText(markdown)): string {
  const bold = boldPhrase.exec(markdown.includes('`') ? markdown.replace(code, blank) : markdown)
  const inner = bold === null ? '' : markdown.slice(bold.index + 2, bold.index + bold[0].length - 2)
  const phrase = trimEnds(plainText(inner))
  return shorten(phrase.length > 1 ? phrase : plain)
}

/** The first clause of a fair length, else as many words as fit. */
function shorten(text: string): string {
  const whole = trimEnds(text)
  if (whole.length <= longestLabel) return whole
  for (const match of whole.slice(0, longestLabel + 1).matchAll(clauseEnd)) {
    if (match.index >= 12) return trimEnds(whole.slice(0, match.index))
  }
  const end = whole.lastIndexOf(' ', longestLabel)
  let words = whole.slice(0, end > longestLabel / 3 ? end : longestLabel)
  while (danglingWord.test(words)) words = words.replace(danglingWord, '')
  return trimEnds(words)
}

const noEnd = ' \t,;:：.。，、–—-'
const noStart = ' \t,;:：.–—-'

/** A text without the blanks and punctuation around it, and without half a surrogate pair at its end. */
function trimEnds(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && noStart.includes(text[start] ?? '')) start++
  while (end > start && noEnd.includes(text[end - 1] ?? '')) end--
  const code = text.charCodeAt(end - 1)
  return text.slice(start, code >= 0xd800 && code < 0xdc00 ? end - 1 : end)
}
