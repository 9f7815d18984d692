// Finds the questions for the interviewers that stand below a line without a heading's mark: `My questions for them:`, with
// a list below it, or with the questions behind it. They are taken out of a text before it is read, so none is rehearsed.

import { namesQuestionsToAsk, questionToAsk } from '../bank/questions-to-ask.ts'

/** Rows of a text, from the label to `to`, which is not included, and what they ask. */
export interface ToAskRows {
  from: number
  to: number
  questions: string[]
}

/** What every label has in it; most texts have no such line. */
const hint =
  /^[ \t]{0,40}(?:[-*+•●○▪–]{1,3}|\d{1,2}[.)])?[ \t*_]{0,8}(?:\p{L}{1,20} ){0,3}(?:to ask|(?:rück)?fragen an|questions? (?:for|to|pour|à)|preguntas (?:para|a)|preguntarles|perguntas? (?:para|a)|perguntar a|à leur demander|domande (?:per|a|da)|vragen (?:aan|voor)|вопросы|что спросить|pytania do)(?!\p{L})/imu

const label =
  /^([ \t]*)([-*+•●○▪–]+[ \t]+|\d{1,2}[.)][ \t]+)?(?:\[[ xX]?\] )?[*_]{0,3}(\p{L}[^:：*_?]{2,60})(?:[*_]{0,3}[:：][*_]{0,3}[ \t]*(.*)|[*_]{0,3}[ \t]*)$/u
const item = /^([ \t]*)(?:[-*+•●○▪–]+|\d{1,3}[.)])[ \t]+\S/
const asking = /[?？]["”’*_)]*\s*$/
const isBlank = (row: string | undefined): boolean => row !== undefined && row.trim() === ''

/** The labels of a text with the rows below them. In prose and in code there are none. */
export function toAskBelowLabels(text: string): ToAskRows[] {
  if (!hint.test(text)) return []
  const rows = text.split('\n')
  const found: ToAskRows[] = []
  let isFenced = false
  for (let from = 0; from < rows.length; from++) {
    const row = rows[from] ?? ''
    if (/^\s*(?:```|~~~)/.test(row)) isFenced = !isFenced
    if (isFenced || row.length > 600 || !hint.test(row)) continue
    const [, blanks = '', mark = '', name = '', rest = ''] = label.exec(row) ?? []
    if (name === '' || !namesQuestionsToAsk(name.trim())) continue
    const block = rest === '' ? below(rows, from, blanks.length, mark !== '') : beside(from, rest)
    if (block === null || (isOpen(name) && !isAtEnd(rows, block.to))) continue
    found.push(block)
    from = block.to - 1
  }
  return found
}

/** `To ask` may also be what an answer lists; it is a label where nothing stands below its list. */
const isOpen = (name: string): boolean => /\bto ask$/i.test(name.trim())
const isAtEnd = (rows: readonly string[], to: number): boolean => {
  let at = to
  while (isBlank(rows[at])) at++
  return at >= rows.length
}

/** `Fragen an die: Budget? Team?` */
function beside(from: number, rest: string): ToAskRows | null {
  if (!/[?？]/.test(rest)) return null
  return blockOf(from, from + 1, rest.split(/(?<=[?？])[\s,;/]+/))
}

/** The items of the list below a label, or the lines there which ask. */
function below(rows: readonly string[], at: number, indent: number, isItem: boolean): ToAskRows | null {
  let from = at + 1
  if (/^\s*[-=]{3,}\s*$/.test(rows[from] ?? '')) from++
  while (!isItem && isBlank(rows[from])) from++
  const width = widthOf(rows[from])
  if (width === null) return isItem ? null : paragraph(rows, at, from)
  if (isItem && width < indent) return null
  return list(rows, at, from, isItem && width === indent)
}

/** The indent of an item; null for what is none. */
const widthOf = (row = ''): number | null => item.exec(row)?.[1]?.length ?? null

/** A list, over blank lines too unless it is `tight`, with what is indented right below its items. */
function list(rows: readonly string[], at: number, from: number, isTight: boolean): ToAskRows {
  const deep = widthOf(rows[from]) ?? 0
  let to = from
  for (let row = from; row < rows.length; row++) {
    const text = rows[row] ?? ''
    if (isBlank(text)) continue
    const width = widthOf(text)
    const isOwn = width === null ? /^[ \t]/.test(text) && row === to : width >= deep
    if (!isOwn || (isTight && row > to)) break
    to = row + 1
  }
  const items = rows.slice(from, to).filter((row) => widthOf(row) !== null)
  return { from: at, to, questions: questionsIn(items) }
}

/** The lines right below a label up to a blank one, where most ask; below a blank one, where all do, the last of a text. */
function paragraph(rows: readonly string[], at: number, from: number): ToAskRows | null {
  let to = from
  while (to < rows.length && !isBlank(rows[to]) && !rows[to]?.startsWith('#')) to++
  const own = rows.slice(from, to)
  const asked = own.filter((row) => asking.test(row)).length
  const isSo = from === at + 1 ? asked * 2 >= own.length : asked === own.length && isAtEnd(rows, to)
  return isSo ? blockOf(at, to, own) : null
}

function blockOf(from: number, to: number, questions: readonly string[]): ToAskRows | null {
  const all = questionsIn(questions)
  return all.length === 0 ? null : { from, to, questions: all }
}

const questionsIn = (rows: readonly string[]): string[] =>
  rows.map(questionToAsk).filter((question) => question !== '')

/** A text without these rows: each stays as a blank one, so the others keep their numbers. */
export function withoutRows(text: string, blocks: readonly ToAskRows[]): string {
  const rows = text.split('\n')
  for (const { from, to } of blocks) rows.fill('', from, to)
  return rows.join('\n')
}
