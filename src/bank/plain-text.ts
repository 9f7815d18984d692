const LINK = /!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g
const EMPHASIS = /(?<![\p{L}\p{N}\\])(\*{1,3}|_{1,3}|~~)(?=\S)(.+?)(?<=[^\s\\])\1(?![\p{L}\p{N}])/gu
const TAG = /<\/?[a-z][^<>]*>/gi

/** Markdown without its marks, for one-line titles, checklists and counts of words; what is no mark stays. */
export function plainText(markdown: string): string {
  return markdown
    .replace(LINK, '$1')
    .replace(EMPHASIS, '$2')
    .replace(EMPHASIS, '$2')
    .replace(/`+([^`]+)`+/g, '$1')
    .replace(TAG, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
