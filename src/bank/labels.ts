import { firstLetter } from '../text/letters.ts'
import { answerNames, questionAdjectives, questionNames } from './label-names.ts'

/** The parts of a question that a label can begin. */
export type Label = 'question' | 'answer' | 'key-points' | 'follow-ups' | 'time' | 'shape'

/** Those of our own format, which has a few more. */
export type OwnLabel = Label | 'also-asked-as' | 'weak-answer' | 'competencies'

export interface Labelled<Name = Label> {
  label: Name
  /** What follows on the same line. */
  rest: string
}

/** The labels of our own format as people write them, without regard to case. */
export const ownLabelNames: Record<string, OwnLabel> = {
  answer: 'answer',
  'key points': 'key-points',
  'also asked as': 'also-asked-as',
  'follow-ups': 'follow-ups',
  'weak answer': 'weak-answer',
  time: 'time',
  shape: 'shape',
  competencies: 'competencies',
}

const ownMark = new RegExp(`^\\*\\*(${Object.keys(ownLabelNames).join('|')})(?::\\*\\*|\\*\\*:)[ \\t]*`, 'i')

const adjectives =
  '(?:(?:sample|model|suggested|example|possible|ideal|good|great|strong|best|my|the|your|short|quick|detailed|correct|expected|recommended|star|full|complete|brief|draft|final)[- ])*'

/** What people call the parts, as patterns. */
const patterns: readonly (readonly [Label, string])[] = [
  ['question', `(?:(?:${questionAdjectives}) )?(?:${questionNames})`],
  [
    'answer',
    `${adjectives}(?:${answerNames}|answer (?:template|framework|outline|guide|structure|points|example|key)|example answer)`,
  ],
  [
    'key-points',
    'key points?(?: to (?:cover|mention|make|include|hit))?|talking points|points to (?:cover|make|mention)|key takeaways|要点',
  ],
  [
    'follow-ups',
    '(?:possible |potential |common )?follow[- ]?ups?(?: questions?)?|probes?|probing questions|追问|rückfragen|nachfragen',
  ],
  ['time', 'time|time budget|duration|talk time'],
  ['shape', 'shape'],
]

const names = patterns.map(([label, pattern]) => ({ label, name: new RegExp(`^(?:${pattern})$`, 'i') }))

/** The names of all parts, at the head of a text. */
const anyName = new RegExp(`^(?:${patterns.map(([, pattern]) => pattern).join('|')})(?![a-z])`, 'i')
const boldTag = /^(?:b|strong)>/i

/** Whether the first words of a line may be a name, whatever marks stand before it: in most lines they are not. */
function isNamed(text: string): boolean {
  const start = firstLetter(text)
  const tag = text[start - 1] === '<' || text[start - 1] === '/' ? boldTag.exec(text.slice(start)) : null
  return (
    anyName.test(text.slice(start)) ||
    (tag !== null && anyName.test(text.slice(firstLetter(text, start + tag[0].length))))
  )
}

/** The label that a line of our own format begins with: `**Answer:**`, bold and with a colon. */
export function ownLabel(text: string): Labelled<OwnLabel> | null {
  if (!text.startsWith('**')) return null
  const match = ownMark.exec(text)
  const label = ownLabelNames[match?.[1]?.toLowerCase() ?? '']
  return match && label ? { label, rest: text.slice(match[0].length) } : null
}

const emphasis = '(\\*\\*\\*|\\*\\*|__|\\*|_|</?b>|</?strong>)'
const dash = '[-–—](?=[ \\t])'
const anyMark = new RegExp(
  `^[ \\t]*(?:>[ \\t]*)?(#{1,6}[ \\t]+)?(?:[-*][ \\t]+(?=\\*\\*|__))?${emphasis}?` +
    '[^\\p{L}\\p{N}*_<>#|`\\\\[\\]-]{0,4}(\\p{L}[\\p{L}\\p{M} -]{0,34}?)(?:[ \\t]*(?:\\(?\\d{1,6}(?: ?(?:of|von|sur|de|di|из|/) ?\\d{1,6})?\\)?|\\([^()]{1,30}\\)))?[ \\t]*' +
    `(?:([:：.]|${dash})[ \\t]*${emphasis}?[ \\t]*[:：]?|${emphasis}[ \\t]*([:：]|${dash})?|$)(?=[^\\p{L}\\p{N}]|$|(?<=[:：][*_]{0,3}))`,
  'u',
)

/** What a label has besides its name: most lines have none of this, which is faster to see than to match. */
const suspect = /[:：#*_<–—]|- |^\s*\p{L}{1,9}\./u

/**
 * The label that a line begins with, as anybody may write it: `**Answer:** So.`, `### Answer`, `Answer: So.` It has a
 * colon, or it is alone in bold or in a heading.
 */
export function labelIn(text: string): Labelled | null {
  if (!suspect.test(text.length > 60 ? text.slice(0, 60) : text) || !isNamed(text)) return null
  const match = anyMark.exec(text.slice(0, 200))
  if (!match) return null
  const [all, heading, open, name = '', inner, innerClose, close, outer] = match
  const label = nameOf(name)
  if (!label) return null
  const isOpen = open !== undefined && innerClose === undefined && close === undefined
  const rest = closed(text.slice(all.length).trim(), isOpen ? open : null)
  const colon = inner !== undefined || outer !== undefined
  const emphasised = open !== undefined && close !== undefined
  if (colon || (heading !== undefined && rest === '') || (emphasised && rest === '')) return { label, rest }
  return null
}

/** What follows a label, without the end of the emphasis that begins before it: `**Answer: B** (sure)`. */
function closed(rest: string, open: string | null): string {
  if (open === null) return rest
  const end = open.startsWith('<') ? open.replace('<', '</') : open
  return rest.split(end).length % 2 === 0 ? rest.replace(end, '') : rest
}

/** The label that a line is: also a word alone on it, `Answer`, without colon or mark. */
export const labelOn = (text: string): Labelled | null =>
  labelIn(text) ??
  (/^\S{3,12}[ \t]*$/.test(text) && /^\p{Lu}\p{L}{2,11}[ \t]*$/u.test(text) ? labelIn(`# ${text}`) : null)

function nameOf(text: string): Label | null {
  const trimmed = text.trim()
  return names.find(({ name }) => name.test(trimmed))?.label ?? null
}
