// Takes pasted mails apart from the notes around them, and finds what is quoted in them: `> How do you plan?` asks as
// `- How do you plan?` does. Headers, greetings and sign-offs are no part of any answer.

import type { Reading } from '../../bank/draft.ts'
import { labelIn } from '../../bank/labels.ts'
import { isClosing, isQuestionLike, isSignOff } from '../../bank/likeness.ts'
import { rowKinds, type Scan } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import type { ImportText } from '../import-text.ts'
import { asksPlainly, mayName } from '../markdown/plainly.ts'
import { inSource } from './converted.ts'

const quoteMarks = /^ {0,3}(?:>[ \t]?)+/
const header =
  /^[*_]{0,2}(from|to|cc|bcc|date|sent|subject|reply-to|von|an|datum|gesendet|betreff|de|à|para|date|fecha|enviado|envoyé|asunto|assunto|objet|da|a|oggetto|inviato)[*_]{0,2} ?: ?[*_]{0,2}/iu
const attribution =
  /^(?:on|am|le|el|il|em|op)\b.{4,160}\b(?:wrote|schrieb(?:\b.{0,80})?|a écrit|escribió|escreveu|ha scritto|schreef(?:\b.{0,80})?) ?:$/iu
const forwarded =
  /^-{2,}\s?(?:original message|forwarded message|ursprüngliche nachricht)\s?-{2,}$|^begin forwarded message:$/i
const greeting =
  /^(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrte[rs]?|guten \p{L}+|bonjour|salut|hola|olá|ciao|buongiorno|привет|здравствуйте)(?: [\p{L}.'’-]+){0,4}\s*[,!.:–-]?$/iu
/** How a greeting begins: most rows do not, which V8 sees without sets of letters. */
const courtesy =
  /^(?:hi|hello|hey|dear|hallo|liebe|sehr|guten|bonjour|salut|hola|olá|ciao|buongiorno|привет|здравствуйте)/i
/** What the writer asks the reader, behind what the interviewers will ask. */
const offer = /^(?:do you have|have you(?: got)?|any|if you have)\b.{0,20}\bquestions\b/i
const noMail = /^#{1,6} |^(?:[-*_] ?){3,}$/

/** The reading of a text with its mails by themselves, or with what is quoted as a list; null where that finds no more. */
export function readApart(
  { text, scan }: ImportText,
  whole: Reading | null,
  read: (text: string) => Reading,
): Reading | null {
  if (!mayBeMail(text)) return null
  const before = whole?.drafts ?? []
  const apart = withoutMails(scan, read)
  if (apart !== null) {
    const all = joined(read(apart.outside), apart.mails)
    const more = all.drafts.length - before.length
    const asked = new Set(all.drafts.map(({ line }) => line))
    const isKept = before.every(({ line }) => asked.has(line) || apart.taken.has(line))
    if (isKept && all.drafts.length > 0 && more >= (apart.isQuoted ? 1 : 0)) return all
  }
  const listed = quotesAsLists(scan)
  if (listed === null) return null
  const reading = read(listed)
  const asked = new Set(reading.drafts.map(({ line }) => line))
  return reading.drafts.length > before.length && before.every(({ line }) => asked.has(line)) ? reading : null
}

/** Whether a text has a row that may belong to a mail or a quotation. */
const mayBeMail = (text: string): boolean => anyMark.test(text)

const anyMark = /^ {0,3}>|^[*_]{0,2}(?:from|subject|von|betreff|asunto|assunto|objet|oggetto)[*_]{0,2} ?:/im

/** The readings of all pieces as one, in the order of the lines. */
function joined(outside: Reading, mails: readonly Reading[]): Reading {
  const all = [outside, ...mails]
  const byLine = <T extends { line: number }>(each: T[]): T[] => each.sort((a, b) => a.line - b.line)
  return {
    ...outside,
    drafts: byLine(all.flatMap(({ drafts }) => drafts)),
    withinAnswers: byLine(all.flatMap(({ withinAnswers = [] }) => withinAnswers)),
    undecided: byLine(all.flatMap(({ undecided = [] }) => undecided)),
    leftOut: byLine(all.flatMap(({ leftOut = [] }) => leftOut)),
  }
}

/** A row of a mail, without the marks of quotation. */
interface Row {
  whole: string
  text: string
  isQuoted: boolean
}

const rowIn = (whole: string): Row => {
  const text = whole.includes('>') ? whole.replace(quoteMarks, '') : whole
  return { whole, text, isQuoted: text !== whole }
}

const rowsIn = ({ rows, kinds }: Scan): Row[] =>
  rows.map((text, at) =>
    kinds[at] === rowKinds.text ? rowIn(text) : { whole: text, text: '', isQuoted: false },
  )

/** Whether a row greets or closes, with the name below, or says whose words follow. */
const isFrame = (rows: readonly Row[], at: number): boolean => {
  const { text, isQuoted } = rows[at] as Row
  const bare = text.trim()
  return (
    bare.length < 200 &&
    ((!isQuoted && offer.test(bare)) ||
      (courtesy.test(bare) && greeting.test(bare)) ||
      isSignOff(bare) ||
      attribution.test(bare) ||
      forwarded.test(bare) ||
      (name.test(bare) && isSignOff(rows[at - 1]?.text ?? '')))
  )
}

const name = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}$/u

interface Apart {
  outside: string
  mails: Reading[]
  /** The lines of all mails. */
  taken: ReadonlySet<number>
  /** Whether a mail is read by its quotations alone. */
  isQuoted: boolean
}

/** A text in pieces that are to be read by themselves: each mail, and what is around them. */
function withoutMails(scan: Scan, read: (text: string) => Reading): Apart | null {
  const all = rowsIn(scan)
  const { rows } = scan
  const outside = [...rows]
  const mails: Reading[] = []
  const taken = new Set<number>()
  let isQuoted = false
  for (let at = 0; at < all.length; at++) {
    const body = bodyAt(all, at)
    if (body === null) continue
    const end = endOf(all, body)
    const texts = bodyOf(bodyRows(all.slice(body, end), all[at]?.isQuoted === true))
    const lines = texts.map((_, index) => body + index + 1)
    const text = texts.join('\n')
    const reading = inSource(read(text), { text, lines })
    if (reading.drafts.length === 0) {
      at = body - 1
      continue
    }
    mails.push(reading)
    for (const line of lines) taken.add(line)
    isQuoted ||= texts.some((text) => text.startsWith('Q: '))
    outside.fill('', at, end)
    at = end - 1
  }
  return mails.length === 0 ? null : { outside: outside.join('\n'), mails, taken, isQuoted }
}

/** Where the body of a mail begins whose headers, or `On Monday Ana wrote:`, begin at a row; null where none do. */
function bodyAt(rows: readonly Row[], from: number): number | null {
  const text = rows[from]?.text ?? ''
  if (text.length > 400) return null
  if (!text.includes(':')) return null
  if (attribution.test(text.trim())) {
    const next = rows.slice(from + 1, from + 3).find((row) => row.text.trim() !== '' || row.isQuoted)
    return next?.isQuoted ? from + 1 : null
  }
  const names = new Set<string>()
  let at = from
  for (; at < from + mostHeaders && header.test(rows[at]?.text ?? ''); at++)
    names.add((header.exec(rows[at]?.text ?? '')?.[1] ?? '').toLowerCase())
  return names.size > 1 && [...names].some((name) => sender.test(name)) ? at : null
}

const mostHeaders = 20
const sender = /^(?:from|subject|von|betreff|asunto|assunto|objet|oggetto)$/

/** A mail ends below its sign-off and the name there, at a heading, a rule or the next mail. */
function endOf(rows: readonly Row[], from: number): number {
  for (let at = from; at < rows.length; at++) {
    const { text, isQuoted } = rows[at] as Row
    if (
      (!isQuoted && (noMail.test(text) || labelIn(text)?.label === 'question')) ||
      (at > from && bodyAt(rows, at) !== null)
    )
      return at
    if (!isQuoted && isSignOff(text)) {
      let end = at + 1
      while (end < at + 4 && /^\s*\p{Lu}/u.test(rows[end]?.text ?? '') && !asksPlainly(rows[end]?.text ?? ''))
        end++
      return end
    }
  }
  return rows.length
}

/** The rows of a mail. Where its headers are quoted too, their mark says nothing. */
const bodyRows = (all: readonly Row[], isQuoted: boolean): Row[] =>
  isQuoted ? all.map(({ whole }) => rowIn(whole.replace(/^ {0,3}>[ \t]?/, ''))) : [...all]

/** The rows of a body: what is quoted and asks as `Q: Why?`, replies below it, or all of it where nothing quoted asks. */
function bodyOf(body: readonly Row[]): string[] {
  const asking = quotedQuestions(body)
  if (asking.size === 0) return body.map(({ whole }, at) => (isFrame(body, at) ? '' : whole))
  const isReply = areReplied(body, asking)
  return body.map((row, at) => {
    if (asking.has(at)) return `Q: ${askedAt(body, at)}`
    const isBelow = row.isQuoted ? /^\s+\S/.test(row.text) : isReply && !isClosing(row.text)
    return isBelow && !isFrame(body, at) ? (row.isQuoted ? row.text : row.whole) : ''
  })
}

const askedIn = (text: string): string => text.slice(markerOf(text)?.width ?? 0).trim()

const wide = 60
/** Whether a row goes on the sentence above. */
const goesOn = (rows: readonly Row[], at: number): boolean => {
  const above = rows[at - 1]?.text ?? ''
  return above.length >= wide && !/[.?!:]\s*$/.test(above) && /^\s*\p{Ll}/u.test(rows[at]?.text ?? '')
}

/** What a row asks, with the row on which it goes on. */
const askedAt = (rows: readonly Row[], at: number): string => {
  const text = askedIn(rows[at]?.text ?? '')
  return goesOn(rows, at + 1) ? `${text} ${rows[at + 1]?.text.trim()}` : text
}

/** The quoted rows that ask: of a run in which most do, all; where items of a list do, these. */
function quotedQuestions(rows: readonly Row[]): Set<number> {
  const found = new Set<number>()
  for (let from = 0; from < rows.length; from++) {
    if (!rows[from]?.isQuoted) continue
    let end = from + 1
    while (rows[end]?.isQuoted) end++
    for (const at of askingIn(rows, from, end)) found.add(at)
    from = end
  }
  return found
}

function askingIn(rows: readonly Row[], from: number, end: number): number[] {
  const isCallout = /^\[!/.test(rows[from]?.text ?? '')
  const starts: number[] = []
  for (let at = from; at < end; at++)
    if (rows[at]?.text.trim() !== '' && !isFrame(rows, at) && !goesOn(rows, at)) starts.push(at)
  const asks = (at: number): boolean => {
    const text = askedAt(rows, at)
    return asksPlainly(text) && isQuestionLike(text, false) && !isClosing(text)
  }
  const asking = starts.filter(asks)
  if (isCallout || asking.length === 0) return []
  const listed = starts.filter((at) => markerOf(rows[at]?.text ?? '') !== null)
  const isList = listed.filter(asks).length * 2 > listed.length && listed.length > 0
  if (isList) return listed
  const names = starts.filter((at) => !asks(at) && mayName(askedIn(rows[at]?.text ?? '')))
  return asking.length > names.length ? [...asking, ...names] : asking
}

/** Whether text follows each quoted question before the next one. */
function areReplied(rows: readonly Row[], asking: ReadonlySet<number>): boolean {
  const sorted = [...asking].sort((a, b) => a - b)
  return sorted.every((at, index) => {
    const next = sorted[index + 1]
    return (
      next === undefined || rows.slice(at + 1, next).some((row) => !row.isQuoted && row.text.trim() !== '')
    )
  })
}

/** A text whose quoted runs ask as lists do: `> Why?` as `- Why?`; null where none has two questions, most of its rows. */
function quotesAsLists(scan: Scan): string | null {
  const all = rowsIn(scan)
  const asking = quotedQuestions(all)
  const isRun = (at: number): boolean =>
    asking.has(at) && !/^["“„«]/.test(all[at]?.text ?? '') && (asking.has(at - 1) || asking.has(at + 1))
  if (![...asking].some(isRun)) return null
  return scan.rows
    .map((text, at) =>
      isRun(at) ? `- ${askedIn(all[at]?.text ?? '')}` : all[at]?.isQuoted && isFrame(all, at) ? '' : text,
    )
    .join('\n')
}
