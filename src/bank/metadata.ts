// Reads what lines beside an answer say about its question: `Time: 2 min`, `Tags: trust, hiring`. None of it is answer.

import type { Line } from '../text/lines.ts'
import { saidDuration } from '../text/said-duration.ts'

export interface Metadata {
  budgetMs: number | null
  competencies: string[]
  /** The other lines. */
  rest: readonly Line[]
}

const emphasis = '[*_]{0,3}'
const named = (names: string): RegExp =>
  new RegExp(`^(?:${names})\\s*${emphasis}\\s*[:：]\\s*${emphasis}\\s*(\\S.*)$`, 'i')

/** What may stand before a name. Apart from the names, as V8 compiles these again for each number of marks. */
const ahead = /^\s{0,3}(?:[-*+]\s+)?[*_]{0,3}/

/** What stands behind a name that is known and its colon; undefined where there is none. */
const saidOf = (names: RegExp, text: string): string | undefined =>
  names.exec(text.slice(ahead.exec(text)?.[0].length))?.[1]

const time = named(
  'time|time budget|time limit|duration|talk time|zeit|dauer|dur[ée]e|temps|tiempo|duraci[oó]n|tempo|duração|durata|время',
)
const competencies = named(
  'tags?|competenc(?:y|ies)|skills?|topics?|kompetenz(?:en)?|thema|themen|etiquetas?|competencias?|temas?|compétences?|sujets?|competências?|competenz[ae]|temi|компетенци[ия]|теги|темы?',
)
const colon = /[:：]/
const longest = 200
const mostWords = 4
const longestName = 40

/** The time, wherever it stands, and the competencies above and below an answer. */
export function metadataIn(lines: readonly Line[]): Metadata {
  if (!lines.some(({ text }) => colon.test(text))) return { budgetMs: null, competencies: [], rest: lines }
  let budgetMs: number | null = null
  const names: string[] = []
  const rest = lines.filter(({ text, code }) => {
    if (code || text.length > longest || !colon.test(text)) return true
    const ms = budgetMs === null ? saidDuration(saidOf(time, text) ?? '') : null
    budgetMs ??= ms
    return ms === null
  })
  const edges = edgesOf(rest)
  const kept = rest.filter((line) => {
    const found = edges.has(line) ? namesIn(line.text) : []
    names.push(...found)
    return found.length === 0
  })
  return { budgetMs, competencies: [...new Set(names)], rest: kept }
}

/** Whether a line says how long its answer is, or what it is about. */
export const isAboutQuestion = (text: string): boolean =>
  text.length <= longest &&
  colon.test(text) &&
  (namesIn(text).length > 0 || saidDuration(saidOf(time, text) ?? '') !== null)

/** The lines above and below a text that are about its question, with the blank ones beside them. */
function edgesOf(lines: readonly Line[]): ReadonlySet<Line> {
  const isAbout = ({ text, code }: Line): boolean => !code && (text.trim() === '' || namesIn(text).length > 0)
  const start = lines.findIndex((line) => !isAbout(line))
  const end = lines.findLastIndex((line) => !isAbout(line))
  return new Set(start < 0 ? lines : [...lines.slice(0, start), ...lines.slice(end + 1)])
}

/** What a line such as `Tags: trust, #hiring` names, in lower case; nothing where it says more. */
function namesIn(text: string): string[] {
  const list = text.length > longest || !colon.test(text) ? undefined : saidOf(competencies, text)
  if (list === undefined) return []
  const names = list
    .split(/[,;、，|]|\s(?=#)/)
    .map((name) => name.replace(/^[\s#[*_`"']+|[\s\]*_`"'.]+$/g, '').toLowerCase())
    .filter((name) => name !== '')
  const areNames = names.every((name) => name.length <= longestName && name.split(/\s+/).length <= mostWords)
  return areNames ? names : []
}
