// Reads what stands in front of a question: `3.`, `Q3:`, `✅ **3)`, `[ ] Question -`, `Frage 3:`, `第3题`.

import { questionAdjectives, questionNames } from './label-names.ts'

/** What stands in front of a question. */
export interface Prefix {
  /** `Q12.` is `numbered-q`, `Q:` is `q`, `12.` is `number`. */
  kind: 'numbered-q' | 'q' | 'number' | null
  number: number | null
  /** How many characters it takes, with the blanks around it. */
  length: number
}

const emoji = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\u200D\\u20E3'
/** Checkboxes, emoji, bullets and opening emphasis. */
const decoration = new RegExp(
  `^(?:\\[[ xX~/>-]?\\](?!\\()|\\\\?[-+•●○▪■◆▶►➤→·–—](?=\\s)|[${emoji}☐☑☒✓✔]+(?!\\u20E3)|[\\s*_~]+)+`,
  'u',
)
const adjective = `(?:(?:${questionAdjectives}) ){0,2}`
const end = '[ \\t]*[*_]*(?:[ \\t]*\\\\?[.):：、．–—-]+[*_]*)+(?=[\\s\\p{L}"“„«*_`(\\[¿¡]|$)'
const numbered = new RegExp(
  `^${adjective}(?:${questionNames})(?:[ .-]|[${emoji}☐☑☒✓✔])*[#№]?(\\d{1,6})[a-z]?(?: ?(?:of|von|sur|de|di|из|/) ?\\d{1,6})?(?:${end}|[*_]*(?=\\s+["“„«*_\`\\p{Lu}\\p{Lo}¿¡]|\\s*$))[ \\t]*`,
  'iu',
)
/** What both of these begin with: without letters of all scripts, this is faster to see. */
const named = new RegExp(`^${adjective}(?:${questionNames}|interviewer)(?![a-z])`, 'i')
const inHan =
  /^第 ?(\d{1,6}|[一二三四五六七八九十]{1,3}) ?[题題问問道](?:[*_]*[.:：、．)]|(?=\s|$))[*_]*[ \t]*/u
const labelled = new RegExp(
  `^${adjective}(?:${questionNames}|interviewer)(?:[ \\t]*[*_]*(?:[:：]|\\)(?=\\s)|[ \\t][-–—](?=[ \\t]))[*_]*[ \\t]*|[*_]*\\.[*_]*[ \\t]+(?=[\\p{Lu}\\p{Lo}"“]))`,
  'iu',
)
const bare =
  /^[(#]?(\d{1,6})[a-z]?(?:\uFE0F?\u20E3[.)]?[ \t]*|(?: ?\\?[.)]\)?[-–]?|[、．])(?=[\s*_"“„«`(¿¡]|$|(?<=[.])\p{Lu}\p{L}|(?<=[)、．])[\p{L}]|\p{Lo})[*_]*[ \t]*|[ \t]*[:：](?=\s)[ \t]*| ?[-–—][ \t]+(?=["“„«*¿¡]*\p{L}))/u
/** `1.2 Why?` */
const nested = /^\d{1,3}(?:\.\d{1,3}){1,3}[.)]?[ \t]+(?=["“„«*_`¿]*\p{Lu}|\p{Lo})/u
/** A number that is written as code: `#1`, with its marks. */
const inCode = /^`(?:[#№](\d{1,4})|(\d{1,4})[.)]|Q(?:uestion)? ?(\d{1,4})[.:)]?)`[.:)]?[ \t]+(?=\S)/i
const circled = /^[①-⑳][.、)]?[ \t]*/u
/** `IV. Why?`; not `V. Li asks`, nor `I) think`. */
const roman = /^(X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})[.)][ \t]+(?=["“„«*_¿]*\p{Lu}\p{Ll}*[ '’])/u
/** `(1-2) Why?`: the rounds in which it is asked. */
const range = /^\(\d{1,2} ?[-–] ?\d{1,2}\)[ \t]+(?=["“¿]*\p{Lu}|\p{Lo})/u

/** Most lines are prose: words with nothing after them that a prefix has. */
const words = /^\p{L}[\p{L}\p{M} ]*/u
const asciiWords = /^[A-Za-z][A-Za-z ]*(?![A-Za-z ]|[^\x00-\x7f])/
const afterWord = /[\d.:：)、．–—#№*_-]/

const none: Prefix = { kind: null, number: null, length: 0 }

/** The prefix of a text. Quotation marks in front of it count too: `"3. Why?"`. */
export function prefixOf(text: string): Prefix {
  // Most lines begin with a letter, and have neither quotation marks nor decoration in front.
  const isBare = /^[A-Za-z]/.test(text) || /^\p{L}/u.test(text)
  const quote = isBare ? 0 : (/^[\s*_]*["“„«](?=[*_]*(?:\d|\p{L}))/u.exec(text)?.[0].length ?? 0)
  const start = isBare ? 0 : quote || (decoration.exec(text)?.[0].length ?? 0)
  const found = prefixAt(text.slice(start, start + 120))
  return found.kind === null
    ? { ...none, length: quote ? 0 : start }
    : { ...found, length: start + found.length }
}

function prefixAt(text: string): Prefix {
  const word = asciiWords.exec(text) ?? (/^[A-Za-z\u0080-\uffff]/.test(text) ? words.exec(text) : null)
  if (word && !afterWord.test(text[word[0].length] ?? '')) return none
  if (/^\d/.test(text)) return numberAt(text)
  const isNamed = named.test(text)
  const q = isNamed && /\d/.test(text) ? numbered.exec(text) : null
  if (q) return { kind: 'numbered-q', number: Number(q[1]), length: q[0].length }
  const han = inHan.exec(text)
  if (han) return { kind: 'numbered-q', number: Number(han[1]) || null, length: han[0].length }
  const code = text.startsWith('`') ? inCode.exec(text) : null
  if (code) return { kind: 'number', number: Number(code[1] ?? code[2] ?? code[3]), length: code[0].length }
  const label = isNamed ? labelled.exec(text) : null
  if (label) return { kind: 'q', number: null, length: label[0].length }
  return numberAt(text)
}

function numberAt(text: string): Prefix {
  if (!/^[(#\dXVI①-⑳]/.test(text)) return none
  const number = bare.exec(text)
  if (number) return { kind: 'number', number: Number(number[1]), length: number[0].length }
  const inSection = nested.exec(text)
  if (inSection) return { kind: 'number', number: null, length: inSection[0].length }
  const rounds = range.exec(text)
  if (rounds) return { kind: 'number', number: null, length: rounds[0].length }
  const letters = roman.exec(text)
  if (letters) return { kind: 'number', number: romanValue(letters[1] ?? ''), length: letters[0].length }
  const circle = circled.exec(text)
  if (!circle) return none
  return { kind: 'number', number: text.charCodeAt(0) - 0x245f, length: circle[0].length }
}

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10 }

/** The value of a Roman numeral below 40. */
function romanValue(numeral: string): number {
  const values = [...numeral].map((digit) => romanDigits[digit] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}
