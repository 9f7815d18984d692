import { type Item, modelOf } from '../rehearsal/item.ts'
import type { Attempt } from '../rehearsal/records.ts'
import { numberOf } from '../rehearsal/rehearsal.ts'
import { weakestOf } from '../rehearsal/results.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { truncate } from '../text/wrap.ts'
import { block, facts, type Setting } from './setting.ts'
import { calibrationSentence, pointsMade, talkedOf } from './words.ts'

/** Every question in the order asked, with what came of it. */
export const rows = (setting: Setting): string =>
  setting.rehearsal.items.map((item, at) => row(item, at, setting)).join('')

function row(item: Item, at: number, setting: Setting): string {
  const { rehearsal, size, style, due } = setting
  const attempt = rehearsal.answered.findLast((each) => each.at === at)?.attempt
  const back = due[item.question.id]
  const known = attempt === undefined ? ['skipped'] : outcome(attempt)
  const { number } = numberOf(rehearsal.items, at)
  const name = `${number}. ${item.again ? '(again) ' : ''}${plainText(item.question.question)}`
  const lines = facts([...known, back === undefined ? null : `back ${back}`], setting, size.columns - 3)
  return `${style.bold(truncate(name, size.columns, style.ascii ? '...' : '…'))}\n${lines.map((line) => `   ${line}\n`).join('')}`
}

const outcome = (attempt: Attempt): (string | null)[] => [
  `${attempt.score} ${scoreNames[attempt.score]}`,
  talkedOf(attempt),
  attempt.followUp === null ? null : `reply ${formatClock(attempt.followUp.talkMs)}`,
  attempt.final ? pointsMade(attempt) : null,
]

/** The end of a rehearsal on one screen. */
export function results(setting: Setting): string {
  const { rehearsal, style } = setting
  const { answered, items } = rehearsal
  const weakest = items[weakestOf(rehearsal).at]
  const compared = answered.filter(({ at, attempt }) => {
    const item = items[at]
    return attempt.final && item !== undefined && modelOf(item) !== null
  })
  const change = rehearsal.change ?? answered.findLast((each) => each.attempt.change !== null)?.attempt.change
  const lines = [
    answered.length > 1 && weakest !== undefined ? `Weakest: ${plainText(weakest.question.question)}` : null,
    calibrationSentence(compared.map((each) => each.attempt)),
    change == null ? null : `The change to take along: ${safeLine(change)}`,
  ]
  const told = lines.filter((line) => line !== null).map((line) => `${block(line, setting)}\n`)
  return `\n${style.bold('Results')}\n\n${rows(setting)}${told.length > 0 ? '\n' : ''}${told.join('')}\n`
}
