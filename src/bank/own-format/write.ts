import { formatDuration, parseDuration } from '../../text/duration.ts'
import { fencesOf, isFence } from '../../text/fences.ts'
import { escapedText } from '../../text/plain-text.ts'
import { unquote } from '../../text/quotes.ts'
import { cleanQuestion, cleanSection, unescaped } from '../clean.ts'
import { idInBank } from '../ids.ts'
import { explicitKeyPoint, keyPointsOf } from '../key-points.ts'
import type { Bank, KeyPoint, Question } from '../model.ts'
import { escapeLine, isEscaped, needsEscape } from './escapes.ts'

/** A bank in our own format. Read again, it gives the same questions with the same ids. */
export function writeBank(bank: Bank): string {
  const { title, questions, slug, toAsk = [] } = bank
  const text = `# ${heading(title, cleanSection)}\n\n${writeQuestions(questions, slug)}`
  const asked = toAsk.length === 0 ? '' : `\n## Questions to ask them\n\n${list(toAsk.map(escapedText))}`
  return `${text}${asked}`.replace(/\n*$/, '\n')
}

/** Questions and their sections in our own format, to be added at the end of such a bank. */
export function writeQuestions(questions: readonly Question[], slug: string): string {
  const parts: string[] = []
  let section: string | null = null
  for (const question of questions) {
    if (question.section !== section)
      parts.push(`## ${heading(question.section ?? '', cleanSection)}`.trimEnd())
    section = question.section
    parts.push(...writeQuestion(question, slug))
  }
  return `${parts.join('\n\n')}\n`
}

function writeQuestion(whole: Question, slug: string): string[] {
  const { id, question, answer, keyPoints, followUps, budgetMs, shape } = whole
  const { alsoAskedAs = [], weakAnswer, competencies = [] } = whole
  const [first = '', ...more] = question.split('\n')
  const head = [
    `### ${heading(first, cleanQuestion)}`,
    `<!-- id: ${idInBank(id, slug)} -->`,
    ...passage(more, false),
  ]
  const parts = [head.join('\n')]
  if (answer !== null || more.length > 0) parts.push('**Answer:**')
  if (answer !== null) parts.push(passage(answer.split('\n'), true).join('\n'))
  const points = itemsOfKeyPoints({ answer, keyPoints })
  if (points.length > 0 || !sameKeyPoints(keyPoints, keyPointsOf(answer ?? '')))
    parts.push('**Key points:**', list(points))
  if (alsoAskedAs.length > 0) parts.push('**Also asked as:**', list(alsoAskedAs))
  if (followUps.length > 0) parts.push('**Follow-ups:**', list(followUps))
  if (weakAnswer !== undefined) parts.push(`**Weak answer:** ${weakAnswer}`)
  if (budgetMs !== null && parseDuration(formatDuration(budgetMs)) !== null)
    parts.push(`**Time:** ${formatDuration(budgetMs)}`)
  if (shape !== null) parts.push(`**Shape:** ${shape}`)
  if (competencies.length > 0) parts.push(`**Competencies:** ${competencies.join(', ')}`)
  return parts.filter((part) => part !== '')
}

/** The items that give a question its key points; none where these come from the answer by themselves. */
export const itemsOfKeyPoints = ({ answer, keyPoints }: Pick<Question, 'answer' | 'keyPoints'>): string[] =>
  sameKeyPoints(keyPoints, keyPointsOf(answer ?? '')) ? [] : keyPoints.map(pointItem)

/** A heading's text, with a backslash in front where reading would clean something away. */
function heading(text: string, clean: (text: string) => string | null): string {
  return text === '' || unescaped(text, clean) === text ? text : `\\${text}`
}

/** Lines with a backslash in front of each that would not be read as text. */
function passage(rows: readonly string[], isAnswer: boolean): string[] {
  const { code } = fencesOf(rows)
  const text = rows.join('\n')
  const isQuoted = isAnswer && unquote(text.trim()) !== text.trim()
  const last = rows.length - 1
  return rows.map((row, index) => {
    if (code[index] === 1) return row
    const atEdge = isAnswer && (index === 0 || index === last)
    const isNeeded = isEscaped(row) || needsEscape(row, atEdge) || isFence(row) || (isQuoted && index === 0)
    return isNeeded ? escapeLine(row) : row
  })
}

const list = (items: readonly string[]): string => items.map(item).join('\n')

function item(text: string): string {
  const [head = '', ...rest] = text.split('\n')
  const lines = rest.map((row) =>
    isEscaped(row) || needsEscape(row, false) || isFence(row) ? escapeLine(row) : row,
  )
  return [`- ${head}`, ...lines.map((row) => (row === '' ? '' : `  ${row}`))].join('\n')
}

/** The simplest item from which the point's label can be read again. */
function pointItem(point: KeyPoint): string {
  const text = escapedText(point.text)
  const label = escapedText(point.label)
  const ways = [text, text.replace(label, () => `**${label}**`), `${text} <!-- label: ${point.label} -->`]
  return ways.find((way) => sameKeyPoints([explicitKeyPoint(way)], [point])) ?? text
}

function sameKeyPoints(some: readonly KeyPoint[], others: readonly KeyPoint[]): boolean {
  return (
    some.length === others.length &&
    some.every((point, at) => point.text === others[at]?.text && point.label === others[at].label)
  )
}
