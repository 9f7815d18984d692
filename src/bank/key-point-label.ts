import { plainText } from '../text/plain-text.ts'

const LONGEST = 50
const BOLD = /\*\*(?=\S)([^*]+?)\*\*|__(?=\S)([^_]+?)__/
/** A comma or colon ends a clause, and so does a bracket: what follows explains it. */
const CLAUSE =
  /[,;:：，；。、](?=\s|$|[^\x00-\x7f])|[.!?](?=\s)|\s[(–—-](?=\s|\w)|\s(?:so that|because|which|where|while|in order to|if|when|unless) /g
const DANGLING =
  /[\s(]+(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|as|is|are|was|were|be|that|this|my|our|their|its|than|if|i|we|it|not|\d+)$/i

/** A name for a point that fits on a line: its first bold phrase, else its first words. */
export function labelOf(markdown: string, plain = plainText(markdown)): string {
  const bold = BOLD.exec(markdown)
  const phrase = bold === null ? '' : trimEnds(plainText(bold[1] ?? bold[2] ?? ''))
  return shorten(phrase.length > 1 ? phrase : plain)
}

/** The first clause that says enough, else as many words as fit. */
function shorten(text: string): string {
  const whole = trimEnds(text)
  if (whole.length <= LONGEST) return whole
  for (const match of whole.slice(0, LONGEST + 1).matchAll(CLAUSE)) {
    if (match.index >= 12) return trimEnds(whole.slice(0, match.index))
  }
  const end = whole.lastIndexOf(' ', LONGEST)
  let words = whole.slice(0, end > LONGEST / 3 ? end : LONGEST)
  while (DANGLING.test(words)) words = words.replace(DANGLING, '')
  return trimEnds(words)
}

const AFTER = ' \t,;:：.。，、–—-'
const BEFORE = ' \t,;:：.–—-'

/** Without punctuation that leads on to what is left out. */
function trimEnds(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && BEFORE.includes(text[start] ?? '')) start++
  while (end > start && AFTER.includes(text[end - 1] ?? '')) end--
  const code = text.charCodeAt(end - 1)
  return text.slice(start, code >= 0xd800 && code < 0xdc00 ? end - 1 : end)
}
