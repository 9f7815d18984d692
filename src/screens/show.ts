import type { Bank, Question } from '../bank/model.ts'
import type { LineOf } from '../progress/journal.ts'
import type { Landed } from '../progress/progress.ts'
import { storyOf } from '../rehearsal/story.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { count, dateAndTime, inDays } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { separator, sideBySide } from './layout.ts'
import { markdown } from './markdown.ts'
import { practiceFacts } from './practice-lines.ts'
import { spark } from './spark.ts'
import type { Style } from './style.ts'
import { paintedScore, paintedTalk } from './tones.ts'
import { countedSentence, voiceSentence } from './voice.ts'
import { firstScore, landedLabel, notBefore, pointsMade, shapeSentences } from './words.ts'

/** Everything there is to show of one question. */
export interface Shown {
  question: Question
  bank: Pick<Bank, 'slug'>
  story: string | null
  /** The command that writes one. */
  storyCommand: string
  /** How it landed in the last interview in which it came up. */
  landed: Landed | null
  /** The oldest first. */
  attempts: LineOf<'attempt'>[]
  /** What was heard of those that were spoken, as far as it was kept, by their ids. */
  transcripts: ReadonlyMap<string, string>
  /** What was written and never scored, the oldest first. */
  unscored: readonly { at: string; text: string | null }[]
  /** Ladders, and sprints with what was answered to it; the oldest first. */
  practices: LineOf<'practice'>[]
  /** What the user's coach said, the oldest first. */
  advice: readonly { at: string; text: string }[]
  /** In days; `later`: only after the interview. */
  dueIn: number | 'later' | null
  ready: boolean
}

/** A question with its answer, key points, the user's story and attempts. */
export function show(shown: Shown, columns: number, style: Style): string {
  const { question, bank, landed, attempts, transcripts, unscored, practices, advice } = shown
  const story = shown.story === null ? null : storyOf(shown.story)
  const where = [
    `${bank.slug} ${question.number}`,
    question.section === null ? null : plainText(question.section),
    question.budgetMs === null ? null : `aim for ${formatClock(question.budgetMs)}`,
  ]
  const standing = [
    shown.dueIn === null ? null : dueFact(shown.dueIn, shown.attempts.length === 0, style),
    shown.ready ? style.good('ready') : null,
    landed === null ? null : style.quiet(landedLabel(landed)),
  ]
  const facts = [...where.map((fact) => fact && style.quiet(fact)), ...standing].filter(
    (fact) => fact !== null,
  )
  const parts: [title: string, text: string | null][] = [
    [
      story === null || story.competencies.length === 0
        ? 'Your story'
        : `Your story (${story.competencies.map(safeLine).join(', ')})`,
      story?.text ?? null,
    ],
    ['Model answer', question.answer],
    [
      'Key points',
      question.keyPoints.map(({ text, label }) => `- ${pointText(label, text)}`).join('\n') || null,
    ],
    ['Also asked as', listOf(question.alsoAskedAs ?? [])],
    ['Follow-ups', listOf(question.followUps)],
    ['A weak answer', question.weakAnswer ?? null],
  ]
  const asked = markdown(question.question, columns, style).trimEnd()
  return [
    `${style.heading(asked)}\n${sideBySide(facts, columns, style).join('\n')}\n`,
    ...(story === null && question.answer === null
      ? [`${wrap(`No answer yet: ${shown.storyCommand} writes yours.`, columns)}\n`]
      : []),
    ...parts
      .filter(([, text]) => text !== null)
      .map(
        ([title, text]) =>
          `${style.heading(wrap(title, columns))}\n${markdown(text ?? '', columns, style).trimEnd()}\n`,
      ),
    `${attemptsTitle(attempts, style)}\n${attempts.map((each) => attempt(each, transcripts.get(each.id), columns, style)).join('')}`,
    ...(practices.length === 0
      ? []
      : [
          `${style.heading('Ladders and sprints')}\n${practices.map((each) => practice(each, columns)).join('')}`,
        ]),
    ...(unscored.length === 0
      ? []
      : [`${style.heading('Written and not scored')}\n${dated(unscored, columns)}`]),
    ...(advice.length === 0 ? [] : [`${style.heading('Your coach said')}\n${dated(advice, columns)}`]),
  ].join('\n')
}

/** A new question is never due by itself: the plan asks it. */
const dueFact = (dueIn: number | 'later', isNew: boolean, style: Style): string =>
  dueIn === 'later'
    ? style.quiet(notBefore)
    : dueIn <= 0
      ? style.accent('due today')
      : style.quiet(`${isNew ? 'asked' : 'due'} ${inDays(dueIn)}`)

/** `4 attempts`, with the last scores as a drawing. */
function attemptsTitle(attempts: Shown['attempts'], style: Style): string {
  const title = style.heading(count(attempts.length, 'attempt'))
  const scores = attempts
    .slice(-20)
    .map(({ score }) => score)
    .join('')
  return style.plain || scores === '' ? title : `${title}  ${spark(scores, style)}`
}

const listOf = (items: readonly string[]): string | null =>
  items.map((text) => `- ${text.replaceAll('\n', ' ')}`).join('\n') || null

const pointText = (label: string, text: string): string =>
  text.startsWith(label) ? text : `${label}: ${text}`

const dated = (texts: readonly { at: string; text: string | null }[], columns: number): string =>
  texts.map(({ at, text }) => `${wrap(`${dateAndTime(at)}  ${text}`, columns)}\n`).join('\n')

const practice = (line: LineOf<'practice'>, columns: number): string =>
  `${wrap(`${dateAndTime(line.at)}  ${practiceFacts(line)}`, columns, { first: '', rest: '  ' })}\n`

function attempt(
  line: LineOf<'attempt'>,
  transcript: string | undefined,
  columns: number,
  style: Style,
): string {
  const { score, final, change, typed, extra, shape, voice } = line
  const facts = [
    paintedScore(score, style),
    firstScore(line),
    paintedTalk(line, style),
    final ? pointsMade(line) : 'not reviewed',
    extra ? 'extra' : null,
  ]
  const counted = voice === undefined ? null : countedSentence(voice)
  const indent = { first: '  ', rest: '  ' }
  const rows = [
    wrap(
      `${style.quiet(dateAndTime(line.at))}  ${facts.filter((fact) => fact !== null).join(separator(style))}`,
      columns,
      { first: '', rest: '  ' },
    ),
    ...(shape === undefined ? [] : [wrap(shapeSentences(shape).join(' '), columns, indent)]),
    ...(voice === undefined ? [] : [wrap(voiceSentence(voice), columns, indent)]),
    ...(counted === null ? [] : [wrap(counted, columns, indent)]),
    ...(change === null ? [] : [wrap(`Change: ${change}`, columns, indent)]),
    ...(typed === null || typed === '' ? [] : [wrap(`Written: ${typed}`, columns, indent)]),
    ...(transcript === undefined ? [] : [wrap(`Said: ${transcript}`, columns, indent)]),
  ]
  return `${rows.join('\n')}\n`
}
