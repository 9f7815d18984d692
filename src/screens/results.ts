import { groupBy } from '../progress/group-by.ts'
import { type Item, modelOf } from '../rehearsal/item.ts'
import type { Attempt } from '../rehearsal/records.ts'
import { numberOf, type Rehearsal } from '../rehearsal/rehearsal.ts'
import { weakestOf } from '../rehearsal/results.ts'
import { storyOf } from '../rehearsal/story.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { truncate } from '../text/wrap.ts'
import { changeLines, ellipsis, shownIn } from './layout.ts'
import { factLines, type PassageContext, wrapText } from './passage-context.ts'
import type { Style } from './style.ts'
import { paintedScore, paintedTalk } from './tones.ts'
import { calibrationSentence, comesBack, hasNoAnswer, inWords, pointsMade, shapeAdvice } from './words.ts'

/** Every question in the order asked, with its outcome. */
export const outcomes = (context: PassageContext): string =>
  context.rehearsal.items.map((item, at) => questionOutcome(item, at, context)).join('')

function questionOutcome(item: Item, at: number, context: PassageContext): string {
  const { rehearsal, size, style, due } = context
  const attempt = rehearsal.answered.findLast((each) => each.at === at)?.attempt
  const back = due[item.question.id]
  const outcome = attempt === undefined ? ['skipped'] : factsOf(attempt, style)
  const { number } = numberOf(rehearsal.items, at)
  const name = `${number}. ${item.again ? '(again) ' : ''}${plainText(item.question.question)}`
  const lines = factLines(
    [...outcome, back === undefined ? null : comesBack(back)],
    context,
    size.columns - 3,
  )
  const change = attempt?.change == null ? '' : `${forNextTime(attempt.change, context, '   ')}\n`
  return `${style.heading(truncate(shownIn(style, name), size.columns, ellipsis(style)))}\n${lines.map((line) => `   ${line}\n`).join('')}${change}`
}

/** A change that was noted: it stands below what it is about. */
const forNextTime = (change: string, { size, style }: PassageContext, indent = ''): string =>
  changeLines(`For next time: ${safeLine(change)}`, size.columns, style, { first: indent, rest: indent })

const factsOf = (attempt: Attempt, style: Style): (string | null)[] => [
  paintedScore(attempt.score, style),
  paintedTalk(attempt, style),
  attempt.followUp === null ? null : `reply ${formatClock(attempt.followUp.talkMs)}`,
  attempt.final ? pointsMade(attempt) : null,
  attempt.shape === undefined ? null : (shapeAdvice(attempt.shape) ?? 'well shaped'),
]

/** The stories that a mock heard more than once, a sentence each. */
function toldTwice({ mode, items, answered }: Rehearsal): string[] {
  if (mode !== 'mock') return []
  const told = answered.flatMap(({ at, attempt }) => {
    const story = items[at]?.story ?? null
    return story === null || hasNoAnswer(attempt) ? [] : [{ story, number: numberOf(items, at).number }]
  })
  return [...groupBy(told, ({ story }) => story)].flatMap(([story, own]) => {
    const numbers = [...new Set(own.map(({ number }) => number))]
    if (numbers.length < 2) return []
    const times = numbers.length === 2 ? 'twice' : `${inWords(numbers.length)} times`
    return [
      `One story told ${times}: "${safeLine(storyOf(story).name)}", in questions ${numbers.join(', ')}. Have another one ready.`,
    ]
  })
}

/** The end of a rehearsal on one screen. */
export function results(context: PassageContext): string {
  const { rehearsal, style } = context
  const { answered, items } = rehearsal
  const weakest = items[weakestOf(rehearsal).at]
  const compared = answered.filter(({ at, attempt }) => {
    const item = items[at]
    return attempt.final && item !== undefined && modelOf(item) !== null
  })
  const lines = [
    answered.length > 1 && weakest !== undefined ? `Weakest: ${plainText(weakest.question.question)}` : null,
    calibrationSentence(compared.map((each) => each.attempt)),
    ...toldTwice(rehearsal),
  ]
  const said = lines.filter((line) => line !== null).map((line) => `${wrapText(line, context)}\n`)
  if (rehearsal.change !== null) said.push(`${forNextTime(rehearsal.change, context)}\n`)
  return `\n${style.heading('Results')}\n\n${outcomes(context)}${said.length > 0 ? '\n' : ''}${said.join('')}\n`
}
