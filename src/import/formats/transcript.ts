// Reads transcripts and chats, whose turns have a time: `[10:02] maria: Why?`, or `Speaker 1  00:12` above what is said. It
// turns them into cards: who asks most is the interviewer, and what the others say below a question answers it.

import { cleanQuestion } from '../../bank/clean.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { prefixOf } from '../../bank/prefix.ts'
import { asksOutright } from '../markdown/plainly.ts'
import type { Converted } from './converted.ts'
import { stamp, startLength, startOf, type Turn, turnsOf } from './turns.ts'

const fewestTurns = 4
const fewestQuestions = 2
const fewestWords = 3

/** The turns of a transcript as cards, `Q: Why?` and `A: So.`; null where the text is none. */
export function transcriptAsCards(text: string): Converted | null {
  if (!/\d:\d\d/.test(text.slice(0, 2000))) return null
  const turns = turnsOf(text.split('\n'))
  const counted = countedTurns(turns)
  if (counted !== null) return counted
  const asking = new Set(turns.length < fewestTurns ? [] : turns.filter(asks))
  const asker = askerOf(turns, asking)
  if (asker === null) return turns.length < fewestTurns ? withoutTimes(text) : null
  return cardsOf(turns, asker, asking)
}

/** What the one who asks says as questions, and what the others say below them as answers. */
function cardsOf(turns: readonly Turn[], asker: string, asking: ReadonlySet<Turn>): Converted {
  const rows: Turn['rows'] = []
  let isOpen = false
  let number = 0
  for (const turn of turns) {
    const [first, ...rest] = turn.rows
    if (!first) continue
    if (turn.speaker === asker) {
      const isNext = number > 0 && numberOf(turn) === number + 1
      if (!isNext && !asking.has(turn)) continue
      number = numberOf(turn) ?? number
      rows.push({ text: '', line: first.line }, { text: `Q: ${askedIn(turn)}`, line: first.line })
      isOpen = false
    } else if (rows.length > 0) {
      rows.push({ text: isOpen ? first.text : `A: ${first.text}`, line: first.line }, ...rest)
      isOpen = true
    }
  }
  return { text: rows.map((row) => row.text).join('\n'), lines: rows.map(({ line }) => line) }
}

const timeAhead = new RegExp(`^${stamp}[ \\t]+(?=[^\\s:])`, 'iu')

/**
 * The lines without the times in front of them, where nearly all have one, and without those that only say who speaks and
 * when; null where there are few of both.
 */
function withoutTimes(text: string): Converted | null {
  const rows = text.split('\n')
  const filled = rows.filter((row) => row.trim() !== '').length
  const timed = rows.filter((row) => timeAhead.test(row.slice(0, startLength))).length
  const areTimed = timed >= fewestTurns && timed * 5 >= filled * 4
  const speakers = areTimed ? [] : rows.filter((row) => startOf(row)?.length === row.length)
  if (!areTimed && speakers.length < fewestSpeakers) return null
  const names = new Set(speakers)
  const bare = (row: string): string => (areTimed ? row.replace(timeAhead, '') : names.has(row) ? '' : row)
  return { text: rows.map(bare).join('\n'), lines: rows.map((_, at) => at + 1) }
}

const fewestSpeakers = 2

const counter = /^(\d{1,2})[.)][ \t]+(?=\S)/
const fewestCounted = 3

/** The turns in which somebody counts what was asked, `1) why us`, as a list; null where fewer than three follow each other, or others answer. */
function countedTurns(turns: readonly Turn[]): Converted | null {
  const rows: Turn['rows'] = []
  let answered = 0
  turns.forEach(({ speaker, rows: own }, at) => {
    const before = rows.length
    for (const row of own) if (Number(counter.exec(row.text)?.[1]) === rows.length + 1) rows.push(row)
    const next = turns[at + 1]
    if (rows.length > before && next && next.speaker !== speaker) answered++
  })
  if (answered * 2 > rows.length) return null
  const asking = rows.filter(({ text }) => isQuestionLike(text.replace(counter, '')))
  if (rows.length < fewestCounted || asking.length * 2 < rows.length) return null
  return {
    text: rows.map(({ text }) => text.replace(counter, 'Q: ')).join('\n'),
    lines: rows.map(({ line }) => line),
  }
}

/** Who asks most; null where nobody asks twice and in half of all turns, or where nobody answers. */
function askerOf(turns: readonly Turn[], asking: ReadonlySet<Turn>): string | null {
  const speakers = new Map<string, { turns: number; questions: number }>()
  for (const turn of turns) {
    const sum = speakers.get(turn.speaker) ?? { turns: 0, questions: 0 }
    sum.turns++
    if (asking.has(turn)) sum.questions++
    speakers.set(turn.speaker, sum)
  }
  const [first] = [...speakers].sort(([, a], [, b]) => b.questions - a.questions)
  if (!first || speakers.size < 2) return null
  const [speaker, { turns: all, questions }] = first
  return questions >= fewestQuestions && questions * 2 >= all ? speaker : null
}

const textOf = ({ rows }: Turn): string => rows.map(({ text }) => text).join(' ')

/** Whether a turn asks something that can be rehearsed, unlike `ok ready?`; with a label it does, whatever it says. */
function asks(turn: Turn): boolean {
  const text = textOf(turn)
  if (turn.rows.some((row) => isLabelled(row.text))) return true
  const question = cleanQuestion(askedIn(turn))
  return text.split(/\s+/).length >= fewestWords && !sounding.test(text) && isQuestionLike(question, false)
}

const isLabelled = (text: string): boolean => {
  const { kind, length } = prefixOf(text)
  return (kind === 'q' || kind === 'numbered-q') && text.slice(length).trim() !== ''
}

/** The number in front of what a turn asks, `4) your worst day`; null where there is none. */
const numberOf = (turn: Turn): number | null => prefixOf(textOf(turn)).number

/** What is asked before it begins. */
const sounding =
  /^[^.?!]{0,40}\b(?:can you (?:all )?(?:hear|see)|(?:könnt ihr|können sie|hörst du) mich|m['’]entend(?:ez|s)|me (?:oyes?|escuchas?|ouve)|mi sent[ei]|меня слышно)\b[^?]{0,40}\?\s*$/iu

/** What a turn asks: `Good. Let's begin. Tell me about it.` without the words ahead that do not ask. */
function askedIn(turn: Turn): string {
  const labelled = turn.rows.findIndex((row) => isLabelled(row.text))
  const text = textOf({ ...turn, rows: turn.rows.slice(Math.max(0, labelled)) })
  const ahead = remarks.exec(text)?.[0] ?? ''
  const rest = text.slice(ahead.length)
  return asksOutright(rest) && !isQuestionLike(ahead, false) ? rest : text
}

/** A few short sentences in front of a longer one. */
const remarks = /^(?:[^.!?]{1,30}[.!] +){1,3}(?=\p{Lu})/u
