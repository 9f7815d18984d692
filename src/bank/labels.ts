export type Label = 'question' | 'answer' | 'key-points' | 'follow-ups' | 'time' | 'shape'

export interface Labelled {
  label: Label
  /** What follows on the same line. */
  rest: string
}

const OWN = /^\*\*(answer|key points|follow-ups|time|shape)(?::\*\*|\*\*:)[ \t]*/i

const OWN_LABELS: Record<string, Label> = {
  answer: 'answer',
  'key points': 'key-points',
  'follow-ups': 'follow-ups',
  time: 'time',
  shape: 'shape',
}

const NAMES: Record<Label, RegExp> = {
  question: /^(?:interview |sample )?(?:question|q|问题|問題|问|問|질문|pregunta|pergunta|frage|вопрос)$/i,
  answer:
    /^(?:(?:sample|model|suggested|example|possible|ideal|good|great|strong|best|my|the|short|quick|detailed|correct|expected|recommended|star)[- ])*(?:answers?|answer (?:template|framework|outline|guide|structure|points)|ans|solutions?|responses?|reply|answer example|example answer|答案|答|解答|回答|参考答案|답변?|정답|답안|respuesta|resposta|réponse|antwort|ответ)$/i,
  'key-points':
    /^(?:key points?(?: to (?:cover|mention|make|include|hit))?|talking points|points to (?:cover|make|mention)|key takeaways)$/i,
  'follow-ups':
    /^(?:(?:possible |potential |common )?follow[- ]?ups?(?: questions?)?|probes?|probing questions)$/i,
  time: /^(?:time|time budget|duration|talk time)$/i,
  shape: /^shape$/i,
}

/** A label as our own format writes them: bold, with a colon, where the line begins. */
export function ownLabel(text: string): Labelled | null {
  if (!text.startsWith('**')) return null
  const match = OWN.exec(text)
  const label = OWN_LABELS[match?.[1]?.toLowerCase() ?? '']
  return match && label ? { label, rest: text.slice(match[0].length) } : null
}

const MARK = '(\\*\\*\\*|\\*\\*|__|\\*|_|</?b>|</?strong>)'
const DASH = '[-–—](?=[ \\t])'
const ANY = new RegExp(
  `^[ \\t]*(?:>[ \\t]*)?(#{1,6}[ \\t]+)?(?:[-*][ \\t]+(?=\\*\\*|__))?${MARK}?` +
    '[^\\p{L}\\p{N}*_<>#|`\\\\[\\]-]{0,4}(\\p{L}[\\p{L} -]{0,34}?)(?:[ \\t]*\\(?\\d{1,3}\\)?)?[ \\t]*' +
    `(?:([:：.]|${DASH})[ \\t]*${MARK}?[ \\t]*[:：]?|${MARK}[ \\t]*([:：]|${DASH})?|$)(?=[^\\p{L}\\p{N}]|$|(?<=[:：][*_]{0,3}))`,
  'u',
)

/** Most lines have none of what makes a label: that costs less to see than to match them. */
const HINT = /[:：#*_<–—]|- |^\s*\p{L}{1,9}\./u

/** A label as anybody may write it: `**Answer:** …`, `### Answer`, `A: …`. It needs a colon, bold or a heading of its own. */
export function labelIn(text: string): Labelled | null {
  const match = HINT.test(text.length > 60 ? text.slice(0, 60) : text) ? ANY.exec(text.slice(0, 200)) : null
  if (!match) return null
  const [all, heading, open, name = '', inner, , close, outer] = match
  const label = nameOf(name)
  if (!label) return null
  const rest = text.slice(all.length).trim()
  const colon = inner !== undefined || outer !== undefined
  const emphasised = open !== undefined && close !== undefined
  if (colon || (heading !== undefined && rest === '') || (emphasised && rest === '')) return { label, rest }
  return null
}

function nameOf(text: string): Label | null {
  const name = text.trim()
  for (const label of Object.keys(NAMES) as Label[]) if (NAMES[label].test(name)) return label
  return null
}
