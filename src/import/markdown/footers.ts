// Tells what a page says about itself at its end from the last words of an answer, which may begin alike.

const longest = 300
/** A row that is shorter may need no more than a rule above it. */
const shortest = 60
const edges = /^[\s>*_#(-]+|[\s*_)]{0,8}$/g

/** Words that open a footer, and sentences of answers too: `Built with Kafka, it served millions.` */
const opening =
  /^(?:(?:last|zuletzt) (?:updated|edited|modified|reviewed|geändert|aktualisiert)\b|copyright\b|(?:licensed|released) under\b|follow (?:me|us)\b|subscribe (?:to|for)\b|(?:star|fork|share|like) this\b|(?:more (?:on|about|at|from|in|here)|read more|see also|find me|find more|visit us)\b|(?:more|also):|(?:originally )?(?:published|posted) (?:on|at|in)\b|(?:created|made|built|written|compiled|maintained|generated|exported) (?:with|by|from)\b|if you (?:found|liked?|enjoyed)\b)/i

/** Phrases that are nothing else, and end where the row does. */
const phrases: readonly RegExp[] = [
  /^(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}\b))/i,
  /^all rights reserved\W*$/i,
  /^(?:sent from my(?: [\p{L}\p{N}-]+){1,4}|get outlook for [\p{L} ]{2,20}|von meinem .{2,20} gesendet|enviado desde mi [\p{L} ]{2,20}|envoyé de mon [\p{L} ]{2,20})\W*$/iu,
  /^(?:made|built|written|created) with (?:love\b|<3|:heart:|\p{Extended_Pictographic})[^,;:]{0,60}$/iu,
  /^(?:[Cc]reated|[Mm]ade|[Cc]ompiled|[Mm]aintained|[Gg]enerated|[Ee]xported) (?:by|from)(?: [@\p{Lu}][\p{L}\p{N}.'’-]*){1,4}[\s.!]*$/u,
  /^(?:[Cc]reated|[Gg]enerated|[Ee]xported) with(?: \p{Lu}[\p{L}\p{N}.'’-]*){1,3}[\s.!]*$/u,
  /^(?:licensed|released) under (?:the |an? )?(?:[\p{L}\p{N}. -]{0,40}\blicen[cs]e|mit|apache[ \d.-]*|a?gpl[ \w.-]{0,10}|cc[ -][\w .-]{2,20}|creative commons[\w .-]{0,40})\W*$/iu,
  /^follow (?:me|us) (?:on|at) (?:twitter|x|linkedin|github|medium|instagram|youtube|facebook|mastodon|bluesky|tiktok)\b[^,;]{0,60}$/i,
  /^follow (?:me|us) for more\b[^,;:]{0,60}$/i,
  /^subscribe (?:to (?:my|our)|for more)\b[^,;:]{0,60}$/i,
  /^(?:star|fork|share|like) this (?:repo(?:sitory)?|project|gist|page|post|article|guide|list|video)\b[^,;:]{0,60}$/i,
  /^if you (?:found|liked?|enjoyed) (?:this|these|it|my|the (?:list|repo|repository|article|post|guide|page))\b.{0,80}\b(?:star|clap|coffee|sponsor|subscribe|follow (?:me|us)|leave a comment|share (?:this|the) (?:repo|repository|article|post|guide|page|list)|please share)\b[^,;:]{0,80}$/i,
  /^(?:pull requests?|prs?|contributions?)(?: are)?(?: always)? welcome\b[^,;:]{0,60}$/i,
  /^feel free to contribute\b[^,;:]{0,60}$/i,
]

const dated =
  /^(?:(?:last|zuletzt) (?:updated|edited|modified|reviewed|geändert|aktualisiert)|(?:originally )?(?:published|posted))(?: (?:on|at|in|am|by))?(?=[\s:*_])[\s:*_]*/i
const date =
  /^(?:\p{L}{2,10}[., ]+){0,3}\d(?:[\s\d./:,-]|st\b|nd\b|rd\b|th\b|[ap]m\b|\p{Lu}\p{Ll}{0,9}){0,30}$/u
const isDated = (text: string): boolean => dated.test(text) && date.test(text.replace(dated, ''))

const link = /!?\[[^[\]]*\]\([^()]*\)|<?https?:\/\/\S+/g
const endsInLink = /(?:\]\([^()]*\)|https?:\/\/\S+)[\s.!>*_)]{0,8}$/
const isClause = (text: string): boolean => /[,;]/.test(text.replace(link, ''))

/**
 * Whether a row is what a page says about itself, or a program about a message: a known phrase, or an opening with evidence,
 * which is a ©, a link at its end, or a rule above it.
 */
export function isFooter(row: string, isBelowRule = false): boolean {
  if (row.length > longest) return false
  const text = row.replace(edges, '')
  if (phrases.some((phrase) => phrase.test(text)) || isDated(text)) return true
  if (!opening.test(text)) return false
  if (text.includes('©')) return true
  return !isClause(text) && ((isBelowRule && text.length < shortest) || endsInLink.test(row))
}
