import { unicode } from '../text/unicode.ts'

// The words that carry what a text says, in a form in which those of an answer and of a key point can be compared.

const fillWords = new Set(
  (
    'a an the and or but nor so yet if then than as of to in on at for with from by about into onto over under up down ' +
    'out off through between during before after until while since because although though i me my mine myself we us ' +
    'our ours ourselves you your yours he him his she her hers they them their theirs it its this that these those ' +
    'there here what which who whom whose how when where why am is are was were be been being do does did done doing ' +
    'have has had having can could will would shall should may might must not no never none nothing nobody all any ' +
    'both each few many more most much other others another some such own same only just also too very still even ' +
    'every again ever quite rather really well get gets got make makes made let lets put say says said thing things ' +
    'way kind lot bit one ones else whether however now already something somebody someone anything anybody anyone ' +
    'everything everybody everyone without within against among around along across per via like upon toward towards instead ' +
    'didn don doesn couldn wouldn shouldn wasn weren isn aren hasn haven hadn s t re ve d ll m ' +
    // and in German
    'der die das den dem des ein eine einen einem einer eines und oder aber auch als wie dass wenn weil ob ich mich mir du ' +
    'dich er sich sie ihr ihm ihn ihnen wir uns man mein meine meinen meinem sein seine seinen unser unsere ist sind war waren ' +
    'bin hat habe hab haben hatte hatten wird werden wurde wurden kann konnte muss nicht nur noch schon dann da hier zu zum zur ' +
    'im auf aus bei beim mit nach von vom vor fur uber unter um durch gegen bis es dazu davon wer wo ja nein mal sehr mehr ' +
    'kein keine keinen diese dieser dieses'
  ).split(' '),
)

/** Endings that a stem goes without, the longest first. A light form of Porter's, "An algorithm for suffix stripping", 1980. */
const endings =
  'ations ation ements ement ments ment ingly nesses ness ings ing edly ied ies ers ed er or ly es s e y'.split(
    ' ',
  )

const shortestStem = 3

/** A word without its ending: `reviewing`, `reviewed` and `reviews` are `review`. */
export function stemOf(word: string): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= shortestStem)
  const stem = ending === undefined ? word : word.slice(0, -ending.length)
  return stem.length > shortestStem && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1000],
])

function numeral(word: string): number | null {
  const one = ones.indexOf(word)
  if (one >= 0) return one
  const ten = tens.indexOf(word)
  return ten >= 2 ? ten * 10 : null
}

/** Words with the numbers among them as digits: `a hundred and twenty` is `120`. */
function withDigits(words: readonly string[]): string[] {
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    const number = numberAt(words, at)
    found.push(number === null ? (words[at] ?? '') : String(number.value))
    at += number?.length ?? 1
  }
  return found
}

/** The number in words that starts at an index, and how many words it has; null where none does. */
function numberAt(words: readonly string[], at: number): { value: number; length: number } | null {
  const isOne = words[at] === 'a' && scales.has(words[at + 1] ?? '')
  let value: number | null = isOne ? 1 : null
  let length = isOne ? 1 : 0
  for (;;) {
    const and = value !== null && value >= 100 && words[at + length] === 'and' ? 1 : 0
    const more = extended(value, words[at + length + and] ?? '')
    if (more === null) return value === null ? null : { value, length }
    value = more
    length += and + 1
  }
}

/** A number with the next word of it; null where the word belongs to no number, or to another one. */
function extended(value: number | null, word: string): number | null {
  const scale = scales.get(word)
  if (scale !== undefined) return (value ?? 1) * scale
  const own = numeral(word)
  if (own === null || value === null) return own
  return value >= 20 && value % (own < 10 ? 10 : 100) === 0 ? value + own : null
}

/** All words of a text, in lower case and without accents. */
export const rawWords = (text: string): string[] =>
  (text.toLowerCase().match(unicode('[\\p{L}\\p{N}]+', 'gu')) ?? []).map((word) =>
    word.normalize('NFKD').replace(unicode('\\p{M}', 'gu'), ''),
  )

/** The words that carry what a text says, each as it was written and as its stem, in their order. */
export function contentWords(text: string): { word: string; stem: string }[] {
  return (
    withDigits(rawWords(text))
      // `one` is a number far less often than a pronoun
      .filter((word) => word !== '1' && !fillWords.has(word))
      .map((word) => ({ word, stem: /^\d/.test(word) ? word : stemOf(word) }))
  )
}
