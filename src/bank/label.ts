import { plainText } from './plain-text.ts'

const LONGEST = 50
const BOLD = /\*\*(?=\S)([^*]+?)\*\*|__(?=\S)([^_]+?)__/
/** A comma or colon ends a clause, and so does a bracket: what follows explains it. */
const CLAUSE =
  /[,;:：，；。、](?=\s|$|[^\x00-\x7f])|[.!?](?=\s)|\s[(–—-](?=\s|\w)|\s(?:so that|because|which|where|while|in order to|if|when|unless) /g
const DANGLING =
  /[\s(]+(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|as|is|are|was|were|be|that|this|my|our|their|its|than|if|i|we|it|not|\d+)$/i

/** A name for a point that fits on a line: its first bold phrase, else its first words. */
export function labelOf(markdown: string): string {
  const bold = BOLD.exec(markdown)
  const phrase = trimEnds(plainText(bold?.[1] ?? bold?.[2] ?? ''))
  if (phrase.length > 1) return shorten(phrase)
  return shorten(plainText(markdown))
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

/** Without punctuation that leads on to what is left out. */
function trimEnds(text: string): string {
  const trimmed = text.replace(/^[\s,;:：.–—-]+/, '').replace(/[\s,;:：.。，、–—-]+$/, '')
  return trimmed.replace(/[\ud800-\udbff]$/, '')
}
