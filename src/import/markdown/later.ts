// Tells the notes that a writer left for later, `TODO ask Ann about the panel?`: no part of an answer, and no question.

import type { Line } from '../../text/lines.ts'

const start = '^[ \\t]*(?:[-*+] )?(?:\\[ \\] )?[*_([]{0,3}'
const labelled = new RegExp(`${start}(?:todo|fixme|tbd|note to self)[*_]{0,2}\\s*[:：-]`, 'i')
const bare = new RegExp(`${start}(?:TODO|FIXME|TBD)[*_]{0,2}[ \\t]+(?=\\p{Ll})`, 'u')
/** A task begins in lower case, or with what is to be done; a question that is still to be answered does not. */
const errand =
  /^[\s:：*_-]*(?:(?!(?:how|what|why|when|where|who|which|tell|describe|explain|do|does|did|are|is|have|would|can|could|was|wie|warum|qué|cómo|por qué|pourquoi|comment)\b)\p{Ll}|(?:Ask|Check|Call|Find|Look|Add|Write|Verify|Confirm|Research|Update|Finish|Review|Send|Prepare|Practi[cs]e|Email|Fill|Fragen?|Klären|Prüfen|Preguntar|Revisar|Demander|Vérifier)\b)/u
const longest = 300

/** A note for later, such as `todo: ask Jane`: it is no part of an answer. */
export const isNote = ({ text, code }: Pick<Line, 'text' | 'code'>): boolean =>
  !code && text.length < longest && (labelled.test(text) || (bare.test(text) && isErrand(text, bare)))

/** Whether a note is no question that is still to be answered, `TODO: How do you plan?` */
export const isErrandNote = (line: Line): boolean =>
  isNote(line) && (bare.test(line.text) || isErrand(line.text, labelled))

const isErrand = (text: string, mark: RegExp): boolean => errand.test(text.replace(mark, ''))
