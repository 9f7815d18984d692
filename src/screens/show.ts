import type { Bank, Question } from '../bank/model.ts'
import type { LineOf } from '../progress/journal.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { count, dateAndTime, inDays } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { markdown } from './markdown.ts'
import type { Style } from './style.ts'
import { voiceSentence } from './voice.ts'
import { firstScore, pointsMade, scoreLabel, talkSummary } from './words.ts'

/** Everything there is to show of one question. */
export interface Shown {
  question: Question
  bank: Pick<Bank, 'slug'>
  story: string | null
  /** The oldest first. */
  attempts: LineOf<'attempt'>[]
  dueIn: number | null
  ready: boolean
}

/** A question with its answer, key points, the user's story and attempts. */
export function show(shown: Shown, columns: number, style: Style): string {
  const { question, bank, story, attempts } = shown
  const facts = [
    `${bank.slug} ${question.number}`,
    question.section === null ? null : plainText(question.section),
    question.budgetMs === null ? null : `aim for ${formatClock(question.budgetMs)}`,
    shown.dueIn === null ? null : `due ${inDays(shown.dueIn)}`,
    shown.ready ? 'ready' : null,
  ]
  const parts: [title: string, text: string | null][] = [
    ['Your story', story],
    ['Model answer', question.answer],
    [
      'Key points',
      question.keyPoints.map(({ text, label }) => `- ${pointText(label, text)}`).join('\n') || null,
    ],
    ['Follow-ups', question.followUps.map((text) => `- ${text.replaceAll('\n', ' ')}`).join('\n') || null],
  ]
  const asked = markdown(question.question, columns, style).trimEnd()
  return [
    `${style.bold(asked)}\n${style.dim(wrap(facts.filter((fact) => fact !== null).join(' · '), columns))}\n`,
    ...parts
      .filter(([, text]) => text !== null)
      .map(([title, text]) => `${style.bold(title)}\n${markdown(text ?? '', columns, style).trimEnd()}\n`),
    `${style.bold(count(attempts.length, 'attempt'))}\n${attempts.map((each) => attempt(each, columns)).join('')}`,
  ].join('\n')
}

const pointText = (label: string, text: string): string =>
  text.startsWith(label) ? text : `${label}: ${text}`

function attempt(line: LineOf<'attempt'>, columns: number): string {
  const { score, final, change, typed, extra, voice } = line
  const facts = [
    scoreLabel(score),
    firstScore(line),
    talkSummary(line),
    final ? pointsMade(line) : 'not reviewed',
    extra ? 'extra' : null,
  ]
  const indent = { first: '  ', rest: '  ' }
  const rows = [
    wrap(`${dateAndTime(line.at)}  ${facts.filter((fact) => fact !== null).join(' · ')}`, columns),
    ...(voice === undefined ? [] : [wrap(voiceSentence(voice), columns, indent)]),
    ...(change === null ? [] : [wrap(`Change: ${change}`, columns, indent)]),
    ...(typed === null || typed === '' ? [] : [wrap(`Written: ${typed}`, columns, indent)]),
  ]
  return `${rows.join('\n')}\n`
}
